import type { Collection, Filter } from 'mongodb'
import type { Payload } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { encodeCursor, newestFirst } from './cursor.ts'
import { publishedLog } from './mongo-log.ts'
import { listFilter, listsPipeline, type MongoRow, nextOf, pageQuery, placeIn, projectionFor } from './mongo-query.ts'
import { mongoDb, mongoRows, passEdgesMongo, putMongo, READ_LIMIT_MS } from './mongo-write.ts'
import { rowId, visibleAt } from './row.ts'
import { type Change, type GoneRow, latestFirst, type LookupQuery, type Moment, type PublishedRow, type Ref, type Store } from './store.ts'

const parsed = (text: string | null | undefined): Record<string, unknown> => (text ? (JSON.parse(text) as Record<string, unknown>) : {})

const rowFrom = (row: MongoRow): PublishedRow => ({
  kind: row.kind, id: row.docId, slug: row.slug ?? null, number: row.number ?? null, visibleFrom: row.visibleFrom ?? '', visibleUntil: row.visibleUntil ?? '',
  stars: row.stars ?? null, starsThrough: row.starsThrough ?? null, modifiedAt: row.modifiedAt ?? row.visibleFrom ?? '', data: row.heavy ? { ...parsed(row.data), ...parsed(row.heavy) } : parsed(row.data),
})

const goneFrom = (row: MongoRow): GoneRow => ({ kind: row.kind, id: row.docId, slug: row.slug, number: row.number, gone: row.gone as GoneRow['gone'], data: parsed(row.data) })

const visible = (row: MongoRow, { now }: Moment): boolean => !row.gone && visibleAt({ visibleFrom: row.visibleFrom ?? null, visibleUntil: row.visibleUntil ?? null }, now)

const lookupFilter = ({ kind, by }: LookupQuery): Filter<MongoRow> => {
  if ('id' in by) return { _id: rowId({ kind, id: by.id }) }
  if ('slug' in by) return { kind, slug: by.slug }
  return 'number' in by ? { kind, number: by.number } : { kind, facets: by.facet }
}

const refsIn = (rows: readonly Pick<MongoRow, 'kind' | 'docId'>[]): Ref[] => rows.map(({ kind, docId }) => ({ kind, id: docId }))

/** The store on MongoDB: the native collection, since Payload's own reads append `_id` to every order and then fit no index. */
export const createMongoStore = ({ payload }: { payload: Payload }): Store => {
  let statements = 0
  const rows = (): Collection<MongoRow> => {
    statements += 1
    return mongoRows(payload)
  }
  /** For what somebody waits for. */
  const quick = (): Collection<MongoRow> => {
    statements += 1
    return mongoRows(payload, { timeoutMS: READ_LIMIT_MS })
  }
  const lookup = (query: LookupQuery): Promise<MongoRow[]> => quick().find(lookupFilter(query), { projection: projectionFor(query.heavy ?? false), limit: 20 }).toArray()
  const identity = { kind: 1, docId: 1 } as const

  return {
    put: putMongo,
    passEdges: passEdgesMongo,
    find: async (query) => (await lookup(query)).filter((row) => visible(row, query.moment)).map(rowFrom),
    findGone: async (query) => (await lookup(query)).filter(({ gone }) => gone).map(goneFrom).filter(({ data }) => String(data['_visibleFrom']) <= query.moment.now),
    many: async ({ refs, heavy = false, moment }) => {
      if (refs.length === 0) return new Map()
      const found = await quick().find({ _id: { $in: [...new Set(refs.map(rowId))] } }, { projection: projectionFor(heavy) }).toArray()
      return new Map(found.filter((row) => visible(row, moment)).map((row) => [row._id, rowFrom(row)]))
    },
    list: async (query) => {
      const { first, skip = 0, heavy = false, order = newestFirst } = query
      const { filter, options } = pageQuery(query)
      const found = await quick().find(filter, { ...options, projection: projectionFor(heavy), skip, limit: first + 1 }).toArray()
      const page = found.slice(0, first)
      return {
        rows: page.map(rowFrom),
        cursors: page.map((row) => encodeCursor({ order, place: { value: placeIn(row, order.by), docId: row.docId } })),
        hasNext: found.length > first,
      }
    },
    lists: async (query) => {
      const lists = new Map(query.facets.map((facet): [string, PublishedRow[]] => [facet, []]))
      if (lists.size === 0) return lists
      statements += 1
      const found = mongoDb(payload).aggregate<{ facet: string; rows: MongoRow[] }>(listsPipeline(query), { timeoutMS: READ_LIMIT_MS })
      for await (const { facet, rows: listed } of found) lists.set(facet, listed.map(rowFrom))
      return lists
    },
    count: (query) => rows().countDocuments(listFilter(query)),
    referrers: async ({ refs, limit, req }) => {
      const handle = req ? await transactionHandle(req) : null
      const found = await rows().find({ refs: { $in: refs.map(rowId) } }, { projection: identity, sort: { _id: 1 }, limit, ...(handle?.kind === 'mongodb' ? { session: handle.session } : {}) }).toArray()
      return refsIn(found)
    },
    withdrawn: async ({ kinds, limit }) => {
      const found = await Promise.all(kinds.map((kind) => rows().find({ kind, withdrawnAt: { $type: 'string' } }, { projection: { kind: 1, docId: 1, gone: 1, withdrawnAt: 1 }, sort: { withdrawnAt: -1, docId: -1 }, limit, hint: { kind: 1, withdrawnAt: 1, docId: 1 } }).toArray()))
      return found.flat().map((row) => ({ kind: row.kind, id: row.docId, at: row.withdrawnAt ?? '', reason: (row.gone ?? null) as GoneRow['gone'] | null })).sort(latestFirst).slice(0, limit)
    },
    since: async ({ after, limit, kinds, moment }) => {
      const log = await publishedLog(mongoDb(payload)).find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit, projection: { of: 1 } }).toArray()
      if (log.length === 0) return { changes: [], last: after }
      const states = await rows().find({ _id: { $in: log.map(({ of }) => of) } }, { projection: { kind: 1, docId: 1, announced: 1, visibleFrom: 1, visibleUntil: 1, gone: 1 } }).toArray()
      const stateOf = new Map(states.map((row) => [row._id, row]))
      const changes = log.flatMap(({ _id: seq, of }): Change[] => {
        const row = stateOf.get(of)
        return row ? [{ seq, kind: row.kind, id: row.docId, change: row.announced && visible(row, moment) ? 'put' : 'withdraw' }] : []
      })
      return { changes: kinds ? changes.filter(({ kind }) => kinds.includes(kind)) : changes, last: log.at(-1)?._id ?? after }
    },
    lastChange: async () => {
      statements += 1
      return (await publishedLog(mongoDb(payload)).findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } }))?._id ?? 0
    },
    standing: async (asked) => {
      const found = 'refs' in asked
        ? rows().find({ _id: { $in: [...new Set(asked.refs.map(rowId))] }, visibleFrom: { $type: 'string' } }, { projection: projectionFor(false) })
        : rows().find({ _id: { $gt: rowId({ kind: asked.kind, id: asked.afterId }), $lt: `${asked.kind};` }, visibleFrom: { $type: 'string' } }, { projection: projectionFor(false), sort: { _id: 1 }, limit: asked.limit })
      return (await found.toArray()).map(rowFrom)
    },
    ahead: async ({ now, limit }) => refsIn(await rows().find({ edge: { $gt: now } }, { projection: identity, sort: { edge: 1 }, limit }).toArray()),
    nextEdge: async (now) => {
      const [late, [next]] = await Promise.all([
        quick().find({ edge: { $lte: now, $type: 'string' } }, { projection: { visibleUntil: 1 } }).toArray(),
        quick().find({ edge: { $gt: now } }, { projection: { edge: 1 }, sort: { edge: 1 }, limit: 1 }).toArray(),
      ])
      return nextOf([...late.map(({ visibleUntil }) => visibleUntil), next?.edge], now)
    },
    due: async ({ moment: { now, today }, limit }) => {
      const [edges, projections] = await Promise.all([
        rows().find({ edge: { $lte: now } }, { projection: identity, sort: { edge: 1 }, limit }).toArray(),
        rows().find({ changesOn: { $lte: today } }, { projection: identity, sort: { changesOn: 1 }, limit }).toArray(),
      ])
      return { edges: refsIn(edges), projections: refsIn(projections) }
    },
    inventory: async ({ kind, afterId, limit }) => {
      const found = await rows().find({ _id: { $gt: rowId({ kind, id: afterId }), $lt: `${kind};` } }, { projection: { docId: 1, hash: 1 }, sort: { _id: 1 }, limit }).toArray()
      return found.map(({ docId, hash }) => ({ docId, hash: hash ?? null }))
    },
    dependOn: () => undefined,
    get statements() {
      return statements
    },
    close: () => undefined,
  }
}
