import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import type { PublicDefinition } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { definitions, publicDefinitions } from '../../../src/published/kinds.ts'
import { listsPipeline, pageQuery } from '../../../src/published/mongo-query.ts'
import { mongoDb, mongoRows } from '../../../src/published/mongo-write.ts'
import { listsStatement, listStatement } from '../../../src/published/sqlite-list.ts'
import type { ListQuery, Store } from '../../../src/published/store.ts'
import { onlyOn } from '../../support/database.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { noteStatements, plansOf } from './plans-of.ts'
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

const { article, product } = Object.fromEntries(publicDefinitions.map((definition) => [definition.kind, definition])) as Record<'article' | 'product', (typeof publicDefinitions)[number]>
const many = publicDefinitions.filter(({ plural, source }) => plural !== 'articles' && plural !== 'products' && !('global' in source))
const facetsOf = ({ filters }: PublicDefinition): string[] => Object.values(filters).flatMap(({ by }) => ('facet' in by ? [by.facet] : []))
const MANY = 60

let opened: Opened
beforeAll(async () => {
  noteStatements()
  opened = await openPayload()
  await inTransaction({ payload: opened.payload, work: async (req) => {
    // Of every kind, every second row under one value of each filter, the others under another.
    for (const definition of [...many, article, product]) {
      for (let n = 0; n < MANY; n++) {
        await opened.store.put({ req, row: rowFor({
          kind: definition.kind, id: `r${n}`, number: n, stars: 3 + (n % 3), starsThrough: '2027-01-01', visibleFrom: `2026-04-01T00:00:${String(n).padStart(2, '0')}.000Z`,
          facets: [...facetsOf(definition).map((facet) => `${facet}:${n % 2 ? 'odd' : 'even'}`), `stars:${3 + (n % 3)}`, 'parent:r1'], refs: [`image:r${n}`],
        }) })
      }
    }
    for (let n = 0; n < 10; n++) await opened.store.put({ req, row: rowFor({ kind: 'article', id: `gone${n}`, visibleFrom: null, visibleUntil: null, gone: 'RETRACTED', number: 1000 + n, facets: ['slug:old'], data: JSON.stringify({ _visibleFrom: '2026-01-01T00:00:00.000Z' }) }) })
    for (let n = 0; n < 40; n++) await opened.store.put({ req, row: rowFor({ kind: 'certificate', id: `later${n}`, visibleFrom: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}T00:00:00.000Z`, changesOn: `2026-0${1 + (n % 9)}-01` }) })
    for (let n = 0; n < 300; n++) await opened.store.put({ req, row: rowFor({ kind: n % 2 ? 'article' : 'product', id: `d${n}`, stars: 4, starsThrough: '2027-01-01', facets: [`category:${n % 4}`, `province:${n % 3}`, `featured:${n % 10 === 0}`, `group:${n % 5}`] }) })
  } })
})
afterAll(() => opened?.close())

/** A time asked in an order other than that of time: what lies outside of it is passed over on the way. */
const isPassingOver = ({ published, order }: ListQuery): boolean => published !== undefined && order?.by !== 'published'

/** Where several values of a facet are walked at once, one key of each is looked at that is not given. */
const slack = ({ facets }: ListQuery): number => facets?.[0]?.length ?? 0

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

type Condition = Omit<ListQuery, 'first' | 'moment' | 'order' | 'kinds'>

describe('every list of every kind', () => {
  const listsOf = (definition: PublicDefinition & { kind: PublicKind }): [string, Omit<ListQuery, 'first' | 'moment'>][] => {
    const { kind, filters, sorts } = definition
    const conditions: [string, Condition][] = [
      ['all', {}],
      ...facetsOf(definition).flatMap((facet): [string, Condition][] => [
        [facet, { facets: [[`${facet}:odd`]] }], [`${facet} in`, { facets: [[`${facet}:odd`, `${facet}:even`]] }],
      ]),
      ...('stars' in filters ? [['stars', { facets: [['stars:5']], stars: { equals: 5 } }], ['stars.gte', { facets: [['stars:4', 'stars:5']], stars: { gte: 4 } }]] as [string, Condition][] : []),
      ...('publishedAt' in filters ? [['publishedAt', { published: { gte: '2026-04-01T00:00:00.000Z', lt: '2026-05-01T00:00:00.000Z' } }]] as [string, Condition][] : []),
    ]
    const by = [...new Set(Object.values(sorts).map((sort) => sort.by))].flatMap((column) => [true, false].map((descending) => ({ by: column, descending })))
    return conditions.flatMap(([name, condition]) => by.map((order): [string, Omit<ListQuery, 'first' | 'moment'>] => [`${name} by ${order.descending ? '-' : ''}${order.by}`, { kinds: [kind], ...condition, order }]))
  }

  it.each([...many, article, product].map((definition) => [definition.plural, listsOf(definition)] as const))('%s: walks an index in order, and looks at no more than it gives', async (_, lists) => {
    const asked: { name: string; query: ListQuery }[] = []
    for (const [name, query] of lists) {
      asked.push({ name, query: { ...query, first: 10, moment } })
      asked.push({ name: `${name}, next page`, query: { ...query, first: 10, moment, after: await cursorOf({ ...query, first: 10, moment }) } })
    }
    const walks = await plansOf(opened, async () => {
      for (const { query } of asked) await opened.store.list(query)
    })
    expect(walks.length).toBe(asked.length)
    const found = walks.map(({ wrong, examined, returned }, n) => {
      const { name, query } = asked[n] as (typeof asked)[number]
      const most = 2 * returned + 1
      const isTooMuch = examined !== null && !isPassingOver(query) && (examined.documents > most || examined.keys > most + slack(query))
      return { list: name, wrong, returned, tooMuch: isTooMuch ? examined : null }
    })
    expect(found).toEqual(found.map(({ list }) => ({ list, wrong: [], returned: 11, tooMuch: null })))
  })

  it('is counted by an index', async () => {
    const walks = await plansOf(opened, async () => {
      for (const { kind, plural } of [...many, article, product]) {
        expect([plural, await opened.store.count({ kinds: [kind], moment })]).toEqual([plural, expect.any(Number)])
        for (const facet of facetsOf(definitions[kind])) await opened.store.count({ kinds: [kind], facets: [[`${facet}:odd`, `${facet}:even`]], moment })
      }
    })
    expect(walks.length).toBeGreaterThanOrEqual(many.length + 2)
    // What stands under several of the values is counted once: they are gathered.
    expect(walks.flatMap(({ wrong }) => wrong).filter((step) => step !== 'UNION USING TEMP B-TREE')).toEqual([])
  })
})

describe('whatever else is read', () => {
  const { now } = moment
  it.each<[string, number, (store: Store) => Promise<unknown>]>([
    ['by id', 1, (store) => store.find({ kind: 'article', by: { id: 'r1' }, moment })],
    ['by slug', 1, (store) => store.find({ kind: 'article', by: { slug: 'r1' }, moment })],
    ['by number', 1, (store) => store.find({ kind: 'article', by: { number: 7 }, moment })],
    ['by facet', 20, (store) => store.find({ kind: 'category', by: { facet: 'parent:r1' }, moment })],
    ['by a slug that nothing has', 0, (store) => store.find({ kind: 'article', by: { slug: 'nothing' }, moment })],
    ['gone by id', 1, (store) => store.findGone({ kind: 'article', by: { id: 'gone1' }, moment })],
    ['gone by slug', 1, (store) => store.findGone({ kind: 'article', by: { slug: 'gone1' }, moment })],
    ['gone by number', 1, (store) => store.findGone({ kind: 'article', by: { number: 1001 }, moment })],
    ['references', 3, (store) => store.many({ refs: [{ kind: 'article', id: 'r1' }, { kind: 'product', id: 'r2' }, { kind: 'image', id: 'r3' }], moment })],
    ['referrers', 5, (store) => store.referrers({ refs: [{ kind: 'image', id: 'r1' }], limit: 5 })],
    ['changes since', 10, (store) => store.since({ after: 0, limit: 10, moment })],
    ['the next edge', 1, (store) => store.nextEdge(now)],
    ['what is due', 1, (store) => store.due({ moment, limit: 1 })],
    ['the inventory', 10, (store) => store.inventory({ kind: 'article', afterId: 'r1', limit: 10 })],
  ])('%s: by an index, and not much more than it gives', async (name, given, ask) => {
    const walks = await plansOf(opened, () => ask(opened.store))
    expect(walks.length).toBeGreaterThanOrEqual(1)
    for (const { plan, wrong, examined } of walks) {
      // The few rows that refer to one that an editor deletes are gathered and sorted.
      const isGathered = name === 'referrers'
      expect({ plan, wrong: wrong.filter((step) => !isGathered || !/SORT|TEMP B-TREE/.test(step)) }).toEqual({ plan, wrong: [] })
      if (examined) expect({ plan, ...examined, within: Math.max(examined.documents, examined.keys) <= 2 * given + 2 }).toEqual({ plan, ...examined, within: true })
    }
  })
})
