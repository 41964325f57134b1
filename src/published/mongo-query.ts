import type { Document, Filter, Sort } from 'mongodb'
import type { OrderColumn } from '../../collections/shared/public-definition.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { publishedSlug } from './collection.ts'
import { decodeCursor, newestFirst } from './cursor.ts'
import { ENDLESS, type RowContent } from './row.ts'
import { BRANCHES_MAX, type ListQuery, type ListsQuery, TooWideError } from './store.ts'

/** A row as MongoDB keeps it: `_id` is `kind:docId`. */
export type MongoRow = Omit<RowContent, 'id'> & {
  _id: string
  hash: string
  announced: boolean
  edge: string | null
  modifiedAt?: string | null
  withdrawnAt?: string | null
  mark: string | null
  decision: string
}

const columns = { published: 'visibleFrom', name: 'sortKey', rank: 'rank' } as const satisfies Readonly<Record<OrderColumn, keyof MongoRow>>

/** The value of a row in an order. */
export const placeIn = (row: MongoRow, by: OrderColumn): string => row[columns[by]] ?? ''

type Asked = Pick<ListQuery, 'kinds' | 'facets' | 'facetsOf' | 'stars' | 'published' | 'moment'>

const one = <T>(values: readonly T[]): T | { $in: T[] } => (values.length === 1 ? (values[0] as T) : { $in: [...values] })

/** Conditions on kinds that are asked for the same, with the bounds of the page. */
const branch = ({ kinds, facets, asked: { stars, published, moment: { now, today } }, bounds }: {
  kinds: readonly Kind[]
  facets: readonly (readonly string[])[]
  asked: Asked
  bounds: readonly Filter<MongoRow>[]
}): Filter<MongoRow> => ({
  $and: [
    { kind: one(kinds) },
    ...facets.map((values) => ({ facets: one(values) })),
    { visibleFrom: { $lte: now, ...(published?.gte ? { $gte: published.gte } : {}), ...(published?.lt ? { $lt: published.lt } : {}) } },
    { visibleUntil: { $gt: now } },
    ...(stars ? [{ stars: { ...(stars.equals === undefined ? {} : { $eq: stars.equals }), ...(stars.gte === undefined ? {} : { $gte: stars.gte }) }, starsThrough: { $gte: today } }] : []),
    ...bounds,
  ],
}) as Filter<MongoRow>

/**
 * What a list asks, by the indexes on kind, facet and order, each ending with the document's id. Kinds with conditions of their own are
 * alternatives at the root, where MongoDB merges their walks.
 */
export const listFilter = (asked: Asked, bounds: readonly Filter<MongoRow>[] = []): Filter<MongoRow> => {
  const { kinds, facets = [], facetsOf = {} } = asked
  const branches = kinds.reduce((sum, kind) => sum + ([...(facetsOf[kind] ?? []), ...facets][0]?.length ?? 1), 0)
  if (branches > BRANCHES_MAX) throw new TooWideError(branches)
  if (!kinds.some((kind) => facetsOf[kind])) return branch({ kinds, facets, asked, bounds })
  return { $or: kinds.map((kind) => branch({ kinds: [kind], facets: [...(facetsOf[kind] ?? []), ...facets], asked, bounds })) } as Filter<MongoRow>
}

/**
 * Filter, order and index of one page. The index is named: left to itself MongoDB tries plans on whatever rows there are, and one that
 * found nothing quickly would sort next time. A mixed list with conditions for some kinds walks two indexes and names none.
 */
export const pageQuery = (query: ListQuery): { filter: Filter<MongoRow>; options: { sort: Sort; hint?: Readonly<Record<string, number>> } } => {
  const order = query.order ?? newestFirst
  const column = columns[order.by]
  const sign = order.descending ? -1 : 1
  const bounds: Filter<MongoRow>[] = []
  if (query.after) {
    const { value, docId } = decodeCursor({ order, cursor: query.after })
    const [past, pastOr] = order.descending ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const)
    // In this form the keyset is the bound of one walk.
    bounds.push({ [column]: { [pastOr]: value } }, { $or: [{ [column]: { [past]: value } }, { docId: { [past]: docId } }] } as Filter<MongoRow>)
  }
  // Tombstones have no place in an order.
  else if (order.by !== 'published') bounds.push({ [column]: { $gte: '' } })
  const hint = Object.values(query.facetsOf ?? {}).length > 0 ? undefined : { kind: 1, ...((query.facets ?? []).length > 0 ? { facets: 1 } : {}), [column]: 1, docId: 1 }
  return { filter: listFilter(query, bounds), options: { sort: { [column]: sign, docId: sign }, ...(hint ? { hint } : {}) } }
}

/** The beginnings of several lists as documents of facet and rows, each a walk of its own on the index of its order. For an aggregation of the database. */
export const listsPipeline = ({ kind, facets, order = newestFirst, first, moment: { now } }: ListsQuery): Document[] => {
  const column = columns[order.by]
  const sign = order.descending ? -1 : 1
  return [
    { $documents: [...new Set(facets)].map((facet) => ({ facet })) },
    { $lookup: {
      from: publishedSlug, localField: 'facet', foreignField: 'facets', as: 'rows',
      pipeline: [
        { $match: { kind, visibleFrom: { $lte: now }, visibleUntil: { $gt: now }, ...(order.by === 'published' ? {} : { [column]: { $gte: '' } }) } },
        { $sort: { [column]: sign, docId: sign } },
        { $limit: first },
        { $project: projectionFor(false) },
      ],
    } },
  ]
}

/** What reads fetch of a row. */
export const projectionFor = (heavy: boolean): Document => ({
  kind: 1, docId: 1, slug: 1, number: 1, visibleFrom: 1, visibleUntil: 1, sortKey: 1, rank: 1, stars: 1, starsThrough: 1, modifiedAt: 1, gone: 1, data: 1, ...(heavy ? { heavy: 1 } : {}),
})

/** The earliest of these edges that lies ahead. */
export const nextOf = (edges: readonly (string | null | undefined)[], now: string): string | null =>
  edges.filter((edge): edge is string => typeof edge === 'string' && edge > now && edge !== ENDLESS).sort()[0] ?? null
