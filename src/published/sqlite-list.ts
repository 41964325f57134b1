import type { OrderColumn } from '../../collections/shared/public-definition.ts'
import { decodeCursor, newestFirst, type Place } from './cursor.ts'
import { BRANCHES_MAX, type ListQuery, type ListsQuery, TooWideError } from './store.ts'

/** A statement and its parameters. */
export interface Statement {
  sql: string
  params: (string | number)[]
}

const columns: Readonly<Record<OrderColumn, string>> = { published: 'visible_from', name: 'sort_key', rank: 'rank' }

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

type Query = Omit<ListQuery, 'first' | 'skip' | 'after' | 'heavy'> & { after?: Place | null }
type Order = NonNullable<ListQuery['order']>

/**
 * One branch: the rows of one kind, of one facet if any, in order. A `+` stands before every condition that is not the order's own
 * column: without it SQLite takes the index on that condition and sorts.
 */
const branch = ({ kind, facet, others, query, order }: { kind: string; facet: string | null; others: readonly (readonly string[])[]; query: Query; order: Order }): Statement => {
  const column = columns[order.by]
  const { moment: { now, today }, stars, published, after } = query
  const where: string[] = ['t.kind = ?']
  const params: (string | number)[] = [kind]
  const and = (condition: string, ...values: (string | number)[]) => {
    where.push(condition)
    params.push(...values)
  }
  if (facet !== null) and('t.facet = ?', facet)
  // The keyset, or the end of the window, is the bound of the walk.
  const bound = order.by === 'published' ? 't.visible_from' : '+t.visible_from'
  if (after) and(`(t.${column}, t.doc_id) ${order.descending ? '<' : '>'} (?, ?)`, after.value, after.docId)
  // Tombstones have no place in an order.
  else if (order.by !== 'published') and(`t.${column} >= ''`)
  and(`${after ? '+t.visible_from' : bound} <= ?`, now)
  and('+t.visible_until > ?', now)
  if (published?.gte) and(`${after && order.descending === false ? '+t.visible_from' : bound} >= ?`, published.gte)
  if (published?.lt) and('+t.visible_from < ?', published.lt)
  if (stars) {
    if (stars.equals !== undefined) and('+t.stars = ?', stars.equals)
    if (stars.gte !== undefined) and('+t.stars >= ?', stars.gte)
    and('+t.stars_through >= ?', today)
  }
  for (const values of others) {
    // One look-up in the primary key for each value.
    and(`EXISTS (SELECT 1 FROM published_facets o WHERE o.kind = t.kind AND o.facet IN (${marks(values.length)}) AND o.visible_from = t.visible_from AND o.doc_id = t.doc_id)`, ...values)
  }
  return { sql: `SELECT t.kind AS kind, t.doc_id AS doc_id, t.${column} AS place FROM ${facet === null ? 'published' : 'published_facets'} t WHERE ${where.join(' AND ')}`, params }
}

const branches = (query: Query, order: Order): { statements: Statement[]; overlap: boolean } => {
  const statements = query.kinds.flatMap((kind) => {
    const [walked = [null], ...others] = [...(query.facetsOf?.[kind] ?? []), ...(query.facets ?? [])]
    return [...new Set(walked)].map((facet) => branch({ kind, facet, others, query, order }))
  })
  if (statements.length > BRANCHES_MAX) throw new TooWideError(statements.length)
  return { statements, overlap: statements.length > query.kinds.length }
}

const columnsOf = (heavy: boolean): string => `p.kind, p.doc_id, p.slug, p.number, p.visible_from, p.visible_until, p.stars, p.stars_through, p.modified_at, p.data${heavy ? ', p.heavy' : ''}`

/** Columns of a row as `readRow` takes them. */
export const rowColumns = columnsOf

/**
 * A page: branches that each walk an index in order, merged (and, where a row may stand in several, made single) by SQLite without
 * sorting, and only the rows of the page joined to their content.
 */
export const listStatement = ({ limit, heavy, query, after }: { limit: number; heavy: boolean; query: ListQuery; after: string | null }): Statement => {
  const order = query.order ?? newestFirst
  const place = after === null ? null : decodeCursor({ order, cursor: after })
  const { statements, overlap } = branches({ ...query, after: place }, order)
  const direction = order.descending ? 'DESC' : 'ASC'
  const merged = statements.map(({ sql }) => sql).join(overlap ? ' UNION ' : ' UNION ALL ')
  return {
    sql: `SELECT m.place, ${columnsOf(heavy)} FROM (${merged} ORDER BY place ${direction}, doc_id ${direction} LIMIT ?${query.skip ? ' OFFSET ?' : ''}) m JOIN published p ON p.id = m.kind || ':' || m.doc_id`,
    params: [...statements.flatMap(({ params }) => params), limit, ...(query.skip ? [query.skip] : [])],
  }
}

/** The beginnings of several lists, each a walk of its own on the index of its order; the rows come as they are found, with facet and place. */
export const listsStatement = ({ kind, facets, order = newestFirst, first, moment: { now } }: ListsQuery): Statement => {
  const column = columns[order.by]
  const direction = order.descending ? 'DESC' : 'ASC'
  const window = order.by === 'published' ? 't.visible_from <= ?' : `t.${column} >= '' AND +t.visible_from <= ?`
  const walk = `SELECT t.kind || ':' || t.doc_id FROM published_facets t WHERE t.kind = ? AND t.facet = j.value AND ${window} AND +t.visible_until > ? ORDER BY t.${column} ${direction}, t.doc_id ${direction} LIMIT ?`
  return {
    sql: `SELECT j.value AS facet, p.${column} AS place, ${columnsOf(false)} FROM json_each(?) j JOIN published p ON p.id IN (${walk})`,
    params: [JSON.stringify([...new Set(facets)]), kind, now, now, first],
  }
}

/** How many rows a list has, over all its pages. */
export const countStatement = (query: Query): Statement => {
  const { statements, overlap } = branches(query, newestFirst)
  return {
    sql: `SELECT count(*) AS total FROM (${statements.map(({ sql }) => sql).join(overlap ? ' UNION ' : ' UNION ALL ')})`,
    params: statements.flatMap(({ params }) => params),
  }
}
