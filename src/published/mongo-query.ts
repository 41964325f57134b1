import type { Document, Filter, Sort } from 'mongodb'
import type { OrderColumn } from '../../collections/shared/public-definition.ts'
import { decodeCursor, newestFirst } from './cursor.ts'
import { ENDLESS, type RowContent } from './row.ts'
import { BRANCHES_MAX, type ListQuery } from './store.ts'

/** A row as MongoDB keeps it: `_id` is `kind:docId`. */
export type MongoRow = Omit<RowContent, 'id'> & {
  _id: string
  hash: string
  announced: boolean
  edge: string | null
  mark: string | null
  decision: string
}

const columns = { published: 'visibleFrom', name: 'sortKey', rank: 'rank' } as const satisfies Readonly<Record<OrderColumn, keyof MongoRow>>

/** The value of a row in an order. */
export const placeIn = (row: MongoRow, by: OrderColumn): string => row[columns[by]] ?? ''

/** What a list asks, without its page: by the indexes on kind, facet and order, each ending with the document's id. */
export const listFilter = ({ kinds, facets = [], stars, published, moment: { now, today } }: Pick<ListQuery, 'kinds' | 'facets' | 'stars' | 'published' | 'moment'>): Filter<MongoRow>[] => {
  const branches = kinds.length * (facets[0]?.length ?? 1)
  if (branches > BRANCHES_MAX) throw new RangeError(`A list of ${branches} branches is too wide: at most ${BRANCHES_MAX} kinds and facets`)
  const one = <T>(values: readonly T[]): T | { $in: T[] } => (values.length === 1 ? (values[0] as T) : { $in: [...values] })
  return [
    { kind: one(kinds) },
    ...facets.map((values) => ({ facets: one(values) }) as Filter<MongoRow>),
    { visibleFrom: { $lte: now, ...(published?.gte ? { $gte: published.gte } : {}), ...(published?.lt ? { $lt: published.lt } : {}) } },
    { visibleUntil: { $gt: now } },
    ...(stars ? [{ stars: { ...(stars.equals === undefined ? {} : { $eq: stars.equals }), ...(stars.gte === undefined ? {} : { $gte: stars.gte }) }, starsThrough: { $gte: today } } as Filter<MongoRow>] : []),
  ]
}

/** Filter and order of one page. */
export const pageQuery = (query: ListQuery): { filter: Filter<MongoRow>; sort: Sort } => {
  const order = query.order ?? newestFirst
  const column = columns[order.by]
  const sign = order.descending ? -1 : 1
  const and: Filter<MongoRow>[] = listFilter(query)
  if (query.after) {
    const { value, docId } = decodeCursor({ order, cursor: query.after })
    const [past, pastOr] = order.descending ? ['$lt', '$lte'] : ['$gt', '$gte']
    // In this form the keyset is the bound of one walk.
    and.push({ [column]: { [pastOr as string]: value } } as Filter<MongoRow>)
    and.push({ $or: [{ [column]: { [past as string]: value } }, { docId: { [past as string]: docId } }] } as Filter<MongoRow>)
  }
  return { filter: { $and: and } as Filter<MongoRow>, sort: { [column]: sign, docId: sign } }
}

/** What reads fetch of a row. */
export const projectionFor = (heavy: boolean): Document => ({
  kind: 1, docId: 1, slug: 1, number: 1, visibleFrom: 1, visibleUntil: 1, sortKey: 1, rank: 1, stars: 1, starsThrough: 1, gone: 1, data: 1, ...(heavy ? { heavy: 1 } : {}),
})

/** The earliest of these edges that lies ahead. */
export const nextOf = (edges: readonly (string | null | undefined)[], now: string): string | null =>
  edges.filter((edge): edge is string => typeof edge === 'string' && edge > now && edge !== ENDLESS).sort()[0] ?? null
