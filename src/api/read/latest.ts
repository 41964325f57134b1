import { expandFacet } from '../../published/expand.ts'
import { lookUp } from '../../published/look-up.ts'
import type { Page, PublishedRow } from '../../published/store.ts'
import type { Reader } from './reader.ts'
import { asProblems, oneOf, refuse } from './refuse.ts'

/** What the mixed list is made of. */
export const latestKinds = ['article', 'product'] as const

export type LatestKind = (typeof latestKinds)[number]

export const LATEST_FIRST = 25
export const LATEST_FIRST_MAX = 100
/** Things that can be kept out of a page of the list at once. */
export const LATEST_WITHOUT_MAX = 100

/** A page of the mixed list. */
export interface Latest {
  rows: PublishedRow[]
  /** The cursor behind each row. */
  cursors: string[]
  hasNext: boolean
  /** What to ask `after` next; null on the last page. */
  next: string | null
}

/**
 * The first rows of a page that are not kept out. The page has to have been read with room for all of `without`: then the cursor is
 * that of the last row given, and whether more follows is exact.
 */
export const cutLatest = ({ page, first, without }: { page: Page; first: number; without: ReadonlySet<string> }): Latest => {
  const kept = page.rows.flatMap((row, n) => (without.has(row.id) ? [] : [{ row, cursor: page.cursors[n] ?? '' }]))
  const shown = kept.slice(0, first)
  const hasNext = kept.length > first || page.hasNext
  return { rows: shown.map(({ row }) => row), cursors: shown.map(({ cursor }) => cursor), hasNext, next: hasNext ? (shown.at(-1)?.cursor ?? null) : null }
}

/** Which articles a category lets in: those in it and below it. */
const articlesIn = async ({ reader: { store, moment }, category }: { reader: Reader; category: string }): Promise<string[]> => {
  const row = await lookUp({ store, moment, kind: 'category', name: category })
  if (!row) throw refuse({ argument: 'category', detail: `There is no category "${category}": "category" takes the slug or id of one that /v1/categories lists.` })
  return expandFacet({ answers: { store, moment }, facet: 'category', expand: 'category-tree', id: row.id })
}

const checked = ({ kinds, first, without }: { kinds: readonly string[]; first: number; without: readonly string[] }): LatestKind[] => {
  if (!Number.isInteger(first) || first < 1) throw refuse({ argument: 'first', detail: `"first" is ${first}, and has to be a whole number from 1 to ${LATEST_FIRST_MAX}.` })
  if (first > LATEST_FIRST_MAX) throw refuse({ argument: 'first', code: 'LIMIT', detail: `"first" is ${first}, and may be at most ${LATEST_FIRST_MAX}.` })
  if (without.length > LATEST_WITHOUT_MAX) throw refuse({ argument: 'without', code: 'LIMIT', detail: `"without" names ${without.length} things, and may name at most ${LATEST_WITHOUT_MAX}.` })
  if (kinds.length === 0) throw refuse({ argument: 'kinds', allowed: latestKinds, detail: '"kinds" is empty: leave it out for all of them.' })
  return oneOf({ argument: 'kinds', values: kinds, allowed: latestKinds })
}

/**
 * News and products mixed, newest first by the beginning of their visibility and then by id: what is published while someone turns
 * pages moves nothing that comes after their cursor. A category restricts the articles only, with the categories below it.
 *
 * A cursor says where to go on and nothing else: `without` (ids) keeps things out of this page, and has to be given again for the next.
 * @throws ProblemError naming the argument and what is allowed.
 */
export const latest = ({ reader, kinds = latestKinds, category = null, first = LATEST_FIRST, after = null, without = [] }: {
  reader: Reader
  kinds?: readonly string[] | null
  category?: string | null
  first?: number
  after?: string | null
  without?: readonly string[]
}): Promise<Latest> => asProblems(async () => {
  const excluded = new Set(without)
  const wanted = checked({ kinds: kinds ?? latestKinds, first, without: [...excluded] })
  const articles = category === null ? null : await articlesIn({ reader, category })
  const restricts = articles !== null && wanted.includes('article')
  const page = await reader.store.list({ kinds: wanted, ...(restricts ? { facetsOf: { article: [articles] } } : {}), first: first + excluded.size, after, moment: reader.moment })
  return cutLatest({ page, first, without: excluded })
})
