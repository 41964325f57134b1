import Database from 'libsql'
import type { Payload } from 'payload'
import { encodeCursor, newestFirst } from './cursor.ts'
import { rowId, visibleAt } from './row.ts'
import { countStatement, listsStatement, listStatement, rowColumns, type Statement } from './sqlite-list.ts'
import { passEdgesSqlite, putSqlite, referrersSqlite } from './sqlite-write.ts'
import { type Change, type GoneRow, latestFirst, type ListQuery, type LookupQuery, type Moment, type PublishedRow, type Ref, type Store } from './store.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'

type Values = Record<string, unknown>

const parsed = (text: unknown): Record<string, unknown> => (typeof text === 'string' ? (JSON.parse(text) as Record<string, unknown>) : {})

const rowFrom = (values: Values): PublishedRow => ({
  kind: values['kind'] as Kind,
  id: values['doc_id'] as string,
  slug: values['slug'] as string | null,
  number: values['number'] as number | null,
  visibleFrom: values['visible_from'] as string,
  visibleUntil: values['visible_until'] as string,
  stars: values['stars'] as number | null,
  starsThrough: values['stars_through'] as string | null,
  modifiedAt: (values['modified_at'] ?? values['visible_from']) as string,
  data: 'heavy' in values ? { ...parsed(values['data']), ...parsed(values['heavy']) } : parsed(values['data']),
})

const goneFrom = (values: Values): GoneRow => ({
  kind: values['kind'] as Kind, id: values['doc_id'] as string, slug: values['slug'] as string | null, number: values['number'] as number | null,
  gone: values['gone'] as GoneRow['gone'], data: parsed(values['data']),
})

const visible = (values: Values, { now }: Moment): boolean =>
  values['gone'] === null && visibleAt({ visibleFrom: values['visible_from'] as string | null, visibleUntil: values['visible_until'] as string | null }, now)

// Only kind and the value are in the statement: with the window beside them SQLite takes the index on the window.
const lookups = {
  id: 'p.id = ?',
  slug: 'p.kind = ? AND p.slug = ?',
  number: 'p.kind = ? AND p.number = ?',
}

const lookupStatement = ({ kind, by, heavy = false, gone }: LookupQuery & { gone: boolean }): Statement => {
  const columns = `${rowColumns(heavy)}, p.gone`
  // What is gone keeps its facets in its own JSON: it stands in no list.
  if ('facet' in by && gone) return { sql: `SELECT ${columns} FROM published p WHERE p.kind = ? AND p.gone > '' AND EXISTS (SELECT 1 FROM json_each(p.facets) WHERE value = ?) LIMIT 20`, params: [kind, by.facet] }
  if ('facet' in by) return { sql: `SELECT ${columns} FROM published_facets f JOIN published p ON p.id = f.kind || ':' || f.doc_id WHERE f.kind = ? AND f.facet = ? LIMIT 20`, params: [kind, by.facet] }
  if ('id' in by) return { sql: `SELECT ${columns} FROM published p WHERE ${lookups.id}`, params: [rowId({ kind, id: by.id })] }
  return 'slug' in by
    ? { sql: `SELECT ${columns} FROM published p WHERE ${lookups.slug} LIMIT 20`, params: [kind, by.slug] }
    : { sql: `SELECT ${columns} FROM published p WHERE ${lookups.number} LIMIT 20`, params: [kind, by.number] }
}

/**
 * The store on SQLite. Reads go through prepared statements on a connection of their own that can only read; it is opened at the
 * first read, since it has to see the tables that the migrations make.
 */
export const createSqliteStore = ({ payload }: { payload: Payload }): Store => {
  const { clientConfig } = payload.db as unknown as { clientConfig: { url: string } }
  let connection: Database.Database | null = null
  let prepared = new Map<string, Database.Statement>()
  let statements = 0

  const open = (): Database.Database => {
    if (connection) return connection
    connection = new Database(clientConfig.url.replace(/^file:/, ''))
    // The option `readonly` of the package is not honoured; this is.
    connection.exec('PRAGMA query_only = ON')
    return connection
  }
  const all = ({ sql, params }: Statement): Values[] => {
    statements += 1
    const database = open()
    let statement = prepared.get(sql)
    if (!statement) {
      // Lists of ids and facets make many texts; the common ones come back at once.
      if (prepared.size > 500) prepared = new Map()
      statement = database.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement.all(...params) as Values[]
  }

  /** Rows with their places, in an order. A join keeps the order in practice; nothing promises it. */
  const inOrder = (found: readonly Values[], order: NonNullable<ListQuery['order']>) => {
    const sign = order.descending ? -1 : 1
    const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -sign : sign)
    return found
      .map((values) => ({ values, place: { value: values['place'] as string, docId: values['doc_id'] as string } }))
      .sort((a, b) => compare(a.place.value, b.place.value) || compare(a.place.docId, b.place.docId))
  }

  const refsIn = (rows: Values[]): Ref[] => rows.map((row) => ({ kind: row['kind'] as Kind, id: row['doc_id'] as string }))

  return {
    put: putSqlite,
    passEdges: ({ req, refs, now }) => passEdgesSqlite({ req, refs, now }),
    find: async (query) => all(lookupStatement({ ...query, gone: false })).filter((row) => visible(row, query.moment)).map(rowFrom),
    findGone: async (query) =>
      all(lookupStatement({ ...query, gone: true })).filter((row) => row['gone'] !== null).map(goneFrom).filter(({ data }) => String(data['_visibleFrom']) <= query.moment.now),
    many: async ({ refs, heavy = false, moment }) => {
      if (refs.length === 0) return new Map()
      const rows = all({ sql: `SELECT ${rowColumns(heavy)}, p.gone FROM published p WHERE p.id IN (SELECT value FROM json_each(?))`, params: [JSON.stringify([...new Set(refs.map(rowId))])] })
      return new Map(rows.filter((row) => visible(row, moment)).map(rowFrom).map((row) => [rowId(row), row]))
    },
    list: async (query) => {
      const { first, after = null, heavy = false, order = newestFirst } = query
      const places = inOrder(all(listStatement({ limit: first + 1, heavy, query, after })), order)
      const page = places.slice(0, first)
      return { rows: page.map(({ values }) => rowFrom(values)), cursors: page.map(({ place }) => encodeCursor({ order, place })), hasNext: places.length > first }
    },
    lists: async (query) => {
      const lists = new Map(query.facets.map((facet): [string, PublishedRow[]] => [facet, []]))
      if (lists.size === 0) return lists
      for (const { values } of inOrder(all(listsStatement(query)), query.order ?? newestFirst)) lists.get(values['facet'] as string)?.push(rowFrom(values))
      return lists
    },
    count: async (query) => Number(all(countStatement(query))[0]?.['total'] ?? 0),
    referrers: ({ refs, limit, req }) => (req
      ? referrersSqlite({ req, refs, limit })
      : Promise.resolve(refsIn(all({
        sql: 'SELECT DISTINCT p.kind, p.doc_id FROM published_refs r JOIN published p ON p.id = r.id WHERE r.target IN (SELECT value FROM json_each(?)) ORDER BY r.id LIMIT ?',
        params: [JSON.stringify(refs.map(rowId)), limit],
      })))),
    withdrawn: async ({ kinds, limit }) => kinds
      .flatMap((kind) => all({ sql: 'SELECT kind, doc_id, slug, gone, withdrawn_at FROM published WHERE kind = ? AND withdrawn_at IS NOT NULL ORDER BY withdrawn_at DESC, doc_id DESC LIMIT ?', params: [kind, limit] }))
      .map((row) => ({ kind: row['kind'] as Kind, id: row['doc_id'] as string, at: row['withdrawn_at'] as string, reason: row['gone'] as GoneRow['gone'] | null }))
      .sort(latestFirst).slice(0, limit),
    since: async ({ after, limit, kinds, moment }) => {
      const rows = all({ sql: 'SELECT p.seq, p.kind, p.doc_id, p.announced, p.visible_from, p.visible_until, p.gone FROM published p WHERE p.seq > ? ORDER BY p.seq LIMIT ?', params: [after, limit] })
      const changes = rows.map((row): Change => ({
        seq: row['seq'] as number, kind: row['kind'] as Kind, id: row['doc_id'] as string, change: row['announced'] === 1 && visible(row, moment) ? 'put' : 'withdraw',
      }))
      return { changes: kinds ? changes.filter(({ kind }) => kinds.includes(kind)) : changes, last: changes.at(-1)?.seq ?? after }
    },
    lastChange: async () => Number(all({ sql: 'SELECT value FROM published_seq', params: [] })[0]?.['value'] ?? 0),
    standing: async (asked) => {
      const where = 'refs' in asked
        ? { sql: 'p.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify([...new Set(asked.refs.map(rowId))])] }
        : { sql: 'p.id > ? AND p.id < ? AND p.visible_from IS NOT NULL ORDER BY p.id LIMIT ?', params: [rowId({ kind: asked.kind, id: asked.afterId }), `${asked.kind};`, asked.limit] }
      return all({ sql: `SELECT ${rowColumns(false)} FROM published p WHERE ${where.sql}`, params: where.params }).filter((row) => row['visible_from'] !== null).map(rowFrom)
    },
    ahead: async ({ now, limit }) => refsIn(all({ sql: 'SELECT kind, doc_id FROM published WHERE edge > ? ORDER BY edge LIMIT ?', params: [now, limit] })),
    nextEdge: async (now) => {
      const late = all({ sql: 'SELECT visible_from, visible_until FROM published WHERE edge <= ?', params: [now] })
      const next = all({ sql: 'SELECT edge FROM published WHERE edge > ? ORDER BY edge LIMIT 1', params: [now] })[0]?.['edge'] as string | undefined
      const edges = [...late.map((row) => row['visible_until'] as string), ...(next ? [next] : [])].filter((edge) => edge > now && !edge.startsWith('9999')).sort()
      return edges[0] ?? null
    },
    due: async ({ moment: { now, today }, limit }) => ({
      edges: refsIn(all({ sql: 'SELECT kind, doc_id FROM published WHERE edge <= ? ORDER BY edge LIMIT ?', params: [now, limit] })),
      projections: refsIn(all({ sql: 'SELECT kind, doc_id FROM published WHERE changes_on <= ? ORDER BY changes_on LIMIT ?', params: [today, limit] })),
    }),
    inventory: async ({ kind, afterId, limit }) =>
      all({ sql: 'SELECT doc_id, hash FROM published WHERE id > ? AND id < ? ORDER BY id LIMIT ?', params: [rowId({ kind, id: afterId }), `${kind};`, limit] })
        .map((row) => ({ docId: row['doc_id'] as string, hash: row['hash'] as string | null })),
    dependOn: () => undefined,
    get statements() {
      return statements
    },
    close: () => {
      prepared = new Map()
      connection?.close()
      connection = null
    },
  }
}
