import { definitions } from '../../published/kinds.ts'
import { findOne } from '../../published/look-up.ts'
import { type PageAt, pageOf } from '../../published/page-of.ts'
import { refsIn } from '../../published/row.ts'
import type { GoneRow, PublishedRow, Ref } from '../../published/store.ts'
import { steadyTag } from '../../views/most-read.ts'
import { articleBoxes, YOU_MAY_LIKE_OF } from './article-boxes.ts'
import { featuredBrands } from './featured-brands.ts'
import type { Latest } from './latest.ts'
import type { Reader } from './reader.ts'
import { asProblems, refuse } from './refuse.ts'

/** All that the page of an article shows. No item stands in two of its boxes, and the article in none. */
export interface ArticlePage {
  kind: 'page'
  article: PublishedRow
  /** From the top of the tree to the article's primary category; empty when it has none that is public. */
  breadcrumbs: PublishedRow[]
  related: PublishedRow[]
  youMayLike: PublishedRow[]
  sameCategory: PublishedRow[]
  /**
   * News and products mixed. `latest` goes on after `next`; with these ids as its `without` it repeats nothing that
   * stands in another box of this page.
   */
  latest: Latest & { without: string[] }
  featuredBrands: PublishedRow[]
}

/** What stands at the address of an article. */
export type ArticlePageAt =
  | ArticlePage
  /** `to`: the address on the reader site. `row`: what has moved there; absent where a redirect kept by hand leads elsewhere. */
  | { kind: 'moved'; to: string; permanent: boolean; row?: PublishedRow }
  /** `reason`: null where an address was given up by hand. */
  | { kind: 'gone'; reason: GoneRow['gone'] | null; note: string | null }

const byNumber = async ({ reader: { store, moment }, number, heavy }: { reader: Reader; number: number; heavy: boolean }): Promise<PageAt | null> => {
  const found = await findOne({ store, moment, kind: 'article', by: 'number', value: number, heavy })
  if (found) return { found }
  const [row] = await store.findGone({ kind: 'article', by: { number }, moment })
  return row ? { gone: row.gone, note: (row.data['_note'] ?? null) as string | null } : null
}

const asRef = (ref: string): Ref => ({ kind: ref.slice(0, ref.indexOf(':')) as Ref['kind'], id: ref.slice(ref.indexOf(':') + 1) })
const refsOf = (row: PublishedRow): Ref[] => refsIn(definitions[row.kind].fields, row.data).map(asRef)

/** What a card shows of others: its picture, where it belongs and whose it is. */
const CARD_REFS: ReadonlySet<Ref['kind']> = new Set(['image', 'category', 'author', 'producer', 'administrativeUnit'])

const cardRefs = (rows: readonly PublishedRow[]): Ref[] => rows.flatMap(refsOf).filter(({ kind }) => CARD_REFS.has(kind))

const pageFor = async ({ reader, article }: { reader: Reader; article: PublishedRow }): Promise<ArticlePage> => {
  const { answers } = reader
  const ranked = reader.services.mostRead.ranking('week').filter(({ kind }) => kind === 'article').slice(0, YOU_MAY_LIKE_OF)
  // A box at the side follows the ranking in its own time: the page is not made anew for every change of it.
  reader.store.dependOn([steadyTag(article.id)])
  // What the page shows of others is read in two statements, whatever is asked of it later: all the article names and what is read most, then all that its boxes and these do.
  const [named, popular, brands] = await Promise.all([answers.load([...refsOf(article), { kind: 'siteSettings', id: 'site-settings' }]), answers.load(ranked), featuredBrands({ reader })])
  const rows = named.map(({ row }) => row)
  const category = rows.find(({ kind, id }) => kind === 'category' && id === article.data['category']) ?? null
  const chosen = (article.data['related'] as string[] | undefined ?? []).flatMap((id) => rows.filter((row) => row.kind === 'article' && row.id === id))
  const boxes = await articleBoxes({ reader, article, category, chosen, mostRead: popular.map(({ row }) => row) })
  const { related, sameCategory, latest, youMayLike } = boxes
  const ancestors = ((category?.data['ancestors'] ?? []) as string[]).map((id): Ref => ({ kind: 'category', id }))
  await answers.load([...ancestors, ...cardRefs([...rows, ...brands, ...related, ...sameCategory, ...latest.rows, ...youMayLike])])
  const breadcrumbs = category ? [...(await answers.load(ancestors)).map(({ row }) => row), category] : []
  const without = [article, ...related, ...sameCategory, ...youMayLike].map(({ id }) => id)
  return { kind: 'page', article, breadcrumbs, related, youMayLike, sameCategory, latest: { ...latest, without }, featuredBrands: brands }
}

/**
 * The page of an article, by its slug (or the last part of its address, `slug-number.html`) or its number: the article with all its
 * boxes, where it has moved, or that it is gone. Null: never there, or nothing the public is told of. At most eight statements,
 * the pictures and names of the cards included.
 * @throws ProblemError when not exactly one of slug and number is given.
 */
export const articlePage = ({ reader, slug = null, number = null, heavy = true }: { reader: Reader; slug?: string | null; number?: number | null; /** Whether the text is asked for. */ heavy?: boolean }): Promise<ArticlePageAt | null> => asProblems(async () => {
  if ((slug === null) === (number === null)) throw refuse({ argument: slug === null ? 'slug' : 'number', detail: 'Give "slug" or "number": exactly one of them.' })
  const at = slug !== null ? await pageOf({ answers: reader.answers, kind: 'article', name: slug, heavy }) : await byNumber({ reader, number: Number(number), heavy })
  if (!at) return null
  if ('found' in at) return pageFor({ reader, article: at.found })
  if ('movedTo' in at) return { kind: 'moved', to: at.movedTo, permanent: at.permanent, ...(at.row ? { row: at.row } : {}) }
  return { kind: 'gone', reason: at.gone, note: at.note }
})
