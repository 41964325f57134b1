import { afterAll, beforeAll, expect, it } from '@jest/globals'
import Database from 'libsql'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { listsPipeline, pageQuery } from '../../../src/published/mongo-query.ts'
import { mongoDb, mongoRows } from '../../../src/published/mongo-write.ts'
import { listsStatement, listStatement } from '../../../src/published/sqlite-list.ts'
import type { ListQuery } from '../../../src/published/store.ts'
import { onlyOn } from '../../support/database.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

const moment = { now: '2026-06-01T00:00:00.000Z', today: '2026-06-01' }
const orders = (['published', 'name', 'rank'] as const).flatMap((by) => [true, false].map((descending) => ({ by, descending })))
const shapes: Omit<ListQuery, 'first' | 'moment' | 'order'>[] = [
  { kinds: ['article'] },
  { kinds: ['article', 'product'] },
  { kinds: ['product'], stars: { gte: 4 } },
  { kinds: ['article'], published: { gte: '2026-01-01T00:00:00.000Z', lt: '2026-02-01T00:00:00.000Z' } },
  { kinds: ['article'], facets: [['category:1']] },
  { kinds: ['article'], facets: [['category:1', 'category:2', 'category:3']] },
  { kinds: ['article'], facets: [['category:1', 'category:2'], ['province:1', 'province:2'], ['featured:true']] },
  { kinds: ['product'], facets: [['group:1', 'group:2']], stars: { equals: 5 } },
  { kinds: ['article', 'product'], facetsOf: { article: [['category:1', 'category:2']] } },
]
const queries = shapes.flatMap((shape) => orders.map((order) => [JSON.stringify({ ...shape, order }), { ...shape, order, first: 10, moment } as ListQuery] as const))

let opened: Opened
beforeAll(async () => {
  opened = await openPayload()
  await inTransaction({ payload: opened.payload, work: async (req) => {
    for (let n = 0; n < 300; n++) await opened.store.put({ req, row: rowFor({ kind: n % 2 ? 'article' : 'product', id: `d${n}`, stars: 4, starsThrough: '2027-01-01', facets: [`category:${n % 4}`, `province:${n % 3}`, `featured:${n % 10 === 0}`, `group:${n % 5}`] }) })
  } })
})
afterAll(() => opened?.close())

const cursorOf = async (query: ListQuery): Promise<string | null> => (await opened.store.list({ ...query, first: 1 })).cursors[0] ?? null

onlyOn('sqlite')('every list on SQLite walks an index in its order', () => {
  it.each(queries)('%s', async (_, query) => {
    const database = new Database(opened.url.slice('file:'.length))
    for (const after of [null, await cursorOf(query)]) {
      const { sql, params } = listStatement({ limit: 11, heavy: false, query, after })
      const plan = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(({ detail }) => detail)
      expect(plan.filter((step) => /TEMP B-TREE|SCAN (?!m\b)/.test(step))).toEqual([])
      const walked = plan.filter((step) => /^SEARCH t /.test(step))
      expect(walked.length).toBeGreaterThan(0)
      // The walk is bounded by kind (and facet), and by the order's own column and nothing else.
      for (const step of walked) expect(step).toMatch({ published: /visible_from|visibleFrom/i, name: /name|sort_?key/i, rank: /rank/i }[query.order?.by ?? 'published'])
    }
    database.close()
  })

  it.each(orders)('and so does each of several lists that are read at once, by %j', (order) => {
    const database = new Database(opened.url.slice('file:'.length))
    const { sql, params } = listsStatement({ kind: 'article', facets: ['category:1', 'category:2'], order, first: 3, moment })
    const plan = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(({ detail }) => detail)
    database.close()
    expect(plan.filter((step) => /TEMP B-TREE|SCAN (?!j\b)/.test(step))).toEqual([])
    const column = { published: 'visible_from', name: 'sort_key', rank: 'rank' }[order.by]
    expect(plan.filter((step) => /^SEARCH t /.test(step))).toEqual([expect.stringMatching(new RegExp(`\\(kind=\\? AND facet=\\? AND ${column}[<>]\\?\\)`))])
  })

  it('finds a slug by the index on it, whatever the window', () => {
    const database = new Database(opened.url.slice('file:'.length))
    const plan = (database.prepare('EXPLAIN QUERY PLAN SELECT p.data FROM published p WHERE p.kind = ? AND p.slug = ? LIMIT 20').all('article', 'x') as { detail: string }[]).map(({ detail }) => detail)
    database.close()
    expect(plan).toEqual([expect.stringMatching(/SEARCH p USING INDEX .*slug.* \(kind=\? AND slug=\?\)/)])
  })
})

type Stage = { stage: string; inputStage?: Stage; inputStages?: Stage[]; queryPlan?: Stage }
const stages = ({ stage, inputStage, inputStages = [], queryPlan }: Stage): string[] => [stage, ...[inputStage, queryPlan, ...inputStages].flatMap((next) => (next ? stages(next) : []))].filter(Boolean)

onlyOn('mongodb')('every list on MongoDB walks an index in its order', () => {
  it.each(queries)('%s', async (_, query) => {
    for (const after of [null, await cursorOf(query)]) {
      const { filter, options } = pageQuery({ ...query, after })
      const plan = (await mongoRows(opened.payload).find(filter, { ...options, limit: 11 }).explain('queryPlanner')) as unknown as { queryPlanner: { winningPlan: Stage } }
      const used = stages(plan.queryPlanner.winningPlan)
      expect(used).toContain('IXSCAN')
      expect(used.filter((stage) => stage === 'SORT' || stage === 'COLLSCAN')).toEqual([])
    }
  })

  it.each(orders)('and so does each of several lists that are read at once, by %j', async (order) => {
    const facets = Array.from({ length: 20 }, (_, n) => `category:${n % 4}-${n}`).concat('category:1', 'category:3')
    const explained = await mongoDb(opened.payload).aggregate(listsPipeline({ kind: 'article', facets, order, first: 3, moment })).explain('executionStats') as { stages: Record<string, unknown>[] }
    const lookup = explained.stages.find((stage) => '$lookup' in stage) as { totalDocsExamined: number; collectionScans: number; indexesUsed: string[] }
    expect(Number(lookup.collectionScans)).toBe(0)
    const column = { published: 'visibleFrom', name: 'sortKey', rank: 'rank' }[order.by]
    expect(lookup.indexesUsed).toEqual([`kind_1_facets_1_${column}_1_docId_1`])
    // Two of the lists have rows, and no more of them are read than asked for.
    expect(Number(lookup.totalDocsExamined)).toBeLessThanOrEqual(6)
  })
})
