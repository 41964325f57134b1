import { type PublicFilter, englishOf } from '../../../collections/shared/public-definition.ts'
import { listTag } from '../../cache/tags.ts'
import { definitions } from '../../published/kinds.ts'
import type { FilterInputs } from '../../published/query.ts'
import type { PublishedRow, Ref } from '../../published/store.ts'
import { analyseQuery } from '../../search/analyse-query.ts'
import { type Fragment, highlight } from '../../search/highlight.ts'
import { namedKinds, type SearchKind, searchKinds } from '../../search/kinds.ts'
import { SearchNotReadyError } from '../../search/not-ready.ts'
import { decodeSearchCursor, encodeSearchCursor, signatureOf } from '../../search/search-cursor.ts'
import type { Suggestion } from '../../search/suggest.ts'
import type { FacetCounts, SearchFilters } from '../../search/tally.ts'
import { ProblemError } from '../problem.ts'
import type { Reader } from './reader.ts'
import { oneOf, refuse } from './refuse.ts'

export const SEARCH_FIRST = 20
export const SEARCH_FIRST_MAX = 100
/** Characters of `q`. */
export const SEARCH_LENGTH_MAX = 200

const { article, product } = definitions
const of = (filter: PublicFilter | undefined, doc: string): PublicFilter => ({ ...(filter as PublicFilter), doc })

/** What a search can be narrowed by, in the language of the lists. */
export const searchFilters = {
  category: of(article.filters['category'], 'Articles in this category or one below it.'),
  topic: of(article.filters['topic'], 'Articles on this topic.'),
  province: of(product.filters['province'], 'About or from this province; a current one includes those it was formed from.'),
  group: of(product.filters['group'], 'Products in this group, set or leaf.'),
  producer: of(product.filters['producer'], 'Products by this producer.'),
  stars: of(product.filters['stars'], 'Products with so many stars in force today.'),
} as const satisfies Record<string, PublicFilter>

/** The texts of a hit that are marked; the kinds they belong to. */
export const highlightFields = { title: 'article', lead: 'article', name: 'product', summary: 'product' } as const satisfies Record<string, SearchKind>
export type HighlightField = keyof typeof highlightFields

/** A text of a hit in which something was found, in parts: joined they are the text. */
export interface Highlight {
  field: HighlightField
  fragments: Fragment[]
}

export interface Hit {
  row: PublishedRow
  highlights: Highlight[]
}

/** A page of what was found. */
export interface SearchPage {
  hits: Hit[]
  hasNext: boolean
  /** What to ask `after` next; null on the last page. */
  next: string | null
  /** The cursor behind the last hit; null on an empty page. */
  end: string | null
  total: number
  facets: FacetCounts
  suggestions: Suggestion[]
}

const kindDocs: Readonly<Record<SearchKind, string>> = { article: englishOf(article.doc), product: englishOf(product.doc) }

/** The kinds that are searched, with what they are. */
export const searchKindDocs = kindDocs

const checkedText = (q: string): string => {
  if (q.length > SEARCH_LENGTH_MAX) throw refuse({ argument: 'q', code: 'LIMIT', detail: `"q" has ${q.length} characters, and may have at most ${SEARCH_LENGTH_MAX}.` })
  if (analyseQuery(q).tokens.length === 0) throw refuse({ argument: 'q', detail: `"q" is "${q}", and has to have a word in it: letters or digits.` })
  return q
}

const checkFirst = (first: number): void => {
  if (!Number.isInteger(first) || first < 1) throw refuse({ argument: 'first', detail: `"first" is ${first}, and has to be a whole number from 1 to ${SEARCH_FIRST_MAX}.` })
  if (first > SEARCH_FIRST_MAX) throw refuse({ argument: 'first', code: 'LIMIT', detail: `"first" is ${first}, and may be at most ${SEARCH_FIRST_MAX}.` })
}

const namesIn = ({ equals, in: several }: FilterInputs[string]): string[] => [...(equals === undefined ? [] : [equals]), ...(several ?? [])].map((name) => String(name).normalize('NFC'))

const filtersOf = ({ kinds, filters }: { kinds: readonly string[] | null; filters: FilterInputs }): SearchFilters => {
  if (kinds?.length === 0) throw refuse({ argument: 'kinds', allowed: searchKinds, detail: '"kinds" is empty: leave it out for all of them.' })
  const { stars, ...named } = filters
  return {
    ...(kinds ? { kinds: oneOf({ argument: 'kinds', values: kinds, allowed: searchKinds }) } : {}),
    ...Object.fromEntries(Object.entries(named).map(([name, input]) => [name, namesIn(input)])),
    ...(stars ? { stars: { ...(stars.equals === undefined ? {} : { equals: Number(stars.equals) }), ...(stars.gte === undefined ? {} : { gte: Number(stars.gte) }) } } : {}),
  }
}

const refOf = (ref: string): Ref => ({ kind: ref.slice(0, ref.indexOf(':')) as SearchKind, id: ref.slice(ref.indexOf(':') + 1) })

const highlightsOf = ({ row: { kind, data }, q, forgiving }: { row: PublishedRow; q: string; forgiving: boolean }): Highlight[] => {
  const query = analyseQuery(q)
  return Object.entries(highlightFields).flatMap(([field, of]) => {
    const text = of === kind ? data[field] : null
    const fragments = typeof text === 'string' ? highlight({ text, query, forgiving }) : null
    return fragments ? [{ field: field as HighlightField, fragments }] : []
  })
}

/** The index that is still being made is said as what it is: not there for a moment. */
const asProblem = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof SearchNotReadyError)) throw error
    throw new ProblemError({ code: 'UNAVAILABLE', detail: 'The search index is being prepared; everything else is there.', headers: { 'Retry-After': String(error.retryAfter) } })
  }
}

/**
 * What readers find among articles and products: by their titles, leads and names, and by the names of producers, topics and places. All
 * words have to be there, the last one at least as a beginning; accents count only where they are typed; a typo is forgiven when
 * nothing is found without. Best first, then the newest. Reads the rows of the page with one statement.
 * @throws ProblemError naming the argument and what is allowed; UNAVAILABLE while the index is being prepared.
 */
export const search = async ({ reader: { store, answers, services, moment }, q, kinds = null, filters = {}, first = SEARCH_FIRST, after = null }: {
  reader: Reader
  q: string
  kinds?: readonly string[] | null
  filters?: FilterInputs
  first?: number
  after?: string | null
}): Promise<SearchPage> => {
  checkFirst(first)
  const text = checkedText(q.normalize('NFC'))
  const narrowed = filtersOf({ kinds, filters })
  const signature = signatureOf([analyseQuery(text).tokens.map(({ term }) => term), Object.entries(narrowed).sort(([a], [b]) => (a < b ? -1 : 1))])
  const cursor = after === null ? null : decodeSearchCursor({ signature, text: after })
  if (after !== null && !cursor) throw refuse({ argument: 'after', detail: '"after" is not a cursor of this search: take it from `pageInfo.endCursor` or `next` of the page before, and leave everything else as it was.' })
  // What is found follows from all that is indexed and from the names and trees of what it refers to.
  store.dependOn([...searchKinds, ...namedKinds].map(listTag))
  const found = await asProblem(services.search.search({ q: text, filters: narrowed, first, after: cursor, now: Date.parse(moment.now), today: moment.today }))
  const rows = new Map((await answers.load(found.hits.map(({ ref }) => refOf(ref)))).map(({ row }) => [`${row.kind}:${row.id}`, row]))
  const { forgiving } = found
  const last = found.hits.at(-1)
  const end = last ? encodeSearchCursor({ signature, cursor: { ...last, forgiving } }) : null
  return {
    // What was withdrawn since the index was asked has no row.
    hits: found.hits.flatMap(({ ref }) => {
      const row = rows.get(ref)
      return row ? [{ row, highlights: highlightsOf({ row, q: text, forgiving }) }] : []
    }),
    hasNext: found.hasNext,
    next: found.hasNext ? end : null,
    end,
    total: found.total,
    facets: found.facets,
    suggestions: found.suggestions,
  }
}
