import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { afterCommit, type CommitEvent } from '../../../src/db/after-commit.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import type { RowContent } from '../../../src/published/row.ts'
import { mongoRows } from '../../../src/published/mongo-write.ts'
import { BadCursorError, type ListQuery, type Moment, type PublishedRow } from '../../../src/published/store.ts'
import { transactionHandle } from '../../../src/db/transaction-handle.ts'
import { isWriteConflict } from '../../../src/db/write-conflict.ts'
import { onlyOn } from '../../support/database.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

let opened: Opened
const put = (...rows: RowContent[]) => inTransaction({ payload: opened.payload, work: async (req) => { for (const row of rows) await opened.store.put({ req, row }) } })
const moment: Moment = { now: '2026-06-01T00:00:00.000Z', today: '2026-06-01' }
const ids = (rows: readonly PublishedRow[]) => rows.map(({ id }) => id)

beforeAll(async () => { opened = await openPayload() })
afterAll(() => opened?.close())

/** Numbers that look random and are the same in every run. */
const sequence = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648

describe('reading', () => {
  const random = sequence(7)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const day = () => `2026-0${1 + Math.floor(random() * 8)}-0${1 + Math.floor(random() * 9)}`
  const rows: RowContent[] = Array.from({ length: 300 }, (_, n) => {
    const kind = n % 3 === 0 ? ('product' as const) : ('article' as const)
    const stars = kind === 'product' ? pick([null, 3, 4, 5]) : null
    return rowFor({
      kind, id: `d${String(n).padStart(3, '0')}`, number: n, sortKey: pick(['a', 'b', 'c', 'd']), rank: pick(['1', '2', '3']),
      // Many at one instant: the order has to be total all the same.
      visibleFrom: `${day()}T00:00:00.000Z`, visibleUntil: random() < 0.2 ? `${day()}T12:00:00.000Z` : '9999-12-31T23:59:59.999Z',
      stars, starsThrough: stars === null ? null : pick(['2026-05-31', '2026-06-01', '2027-01-01']),
      facets: [`category:${pick(['x', 'y', 'z'])}`, ...(random() < 0.5 ? [`category:${pick(['u', 'v'])}`] : []), `province:${pick(['p', 'q'])}`, `flag:${random() < 0.1}`].filter((value, index, all) => all.indexOf(value) === index),
    })
  })

  const column = { published: 'visibleFrom', name: 'sortKey', rank: 'rank' } as const
  /** The same answered the slow way. */
  const expected = ({ kinds, facets = [], facetsOf = {}, stars, published, order = { by: 'published', descending: true } }: Omit<ListQuery, 'first' | 'moment'>): string[] => {
    const sign = order.descending ? -1 : 1
    const place = (row: RowContent) => `${row[column[order.by]]}\u0000${row.docId}`
    return rows
      .filter((row) => kinds.includes(row.kind) && String(row.visibleFrom) <= moment.now && moment.now < String(row.visibleUntil))
      .filter((row) => [...facets, ...(facetsOf[row.kind] ?? [])].every((any) => any.some((facet) => row.facets.includes(facet))))
      .filter((row) => !stars || (row.stars !== null && (stars.gte === undefined || row.stars >= stars.gte) && (stars.equals === undefined || row.stars === stars.equals) && String(row.starsThrough) >= moment.today))
      .filter((row) => !published || ((!published.gte || String(row.visibleFrom) >= published.gte) && (!published.lt || String(row.visibleFrom) < published.lt)))
      .sort((a, b) => (place(a) < place(b) ? -sign : sign))
      .map(({ docId }) => docId)
  }

  const queries: Omit<ListQuery, 'first' | 'moment'>[] = [
    { kinds: ['article'] },
    { kinds: ['article'], order: { by: 'published', descending: false } },
    { kinds: ['article', 'product'] },
    { kinds: ['product', 'article'], order: { by: 'name', descending: false } },
    { kinds: ['article'], order: { by: 'rank', descending: true } },
    { kinds: ['article'], facets: [['category:x']] },
    { kinds: ['article'], facets: [['category:x', 'category:u', 'category:v']] },
    { kinds: ['article', 'product'], facets: [['category:x', 'category:u'], ['province:p']], order: { by: 'name', descending: true } },
    { kinds: ['article'], facets: [['flag:true'], ['province:p', 'province:q'], ['category:y', 'category:z']] },
    { kinds: ['article', 'product'], facetsOf: { article: [['category:x', 'category:u']] } },
    { kinds: ['article', 'product'], facetsOf: { article: [['category:x']], product: [['flag:true']] }, facets: [['province:q']] },
    { kinds: ['product'], stars: { gte: 4 } },
    { kinds: ['product'], stars: { equals: 3 }, facets: [['category:x', 'category:y']], order: { by: 'rank', descending: false } },
    { kinds: ['article'], published: { gte: '2026-03-01T00:00:00.000Z', lt: '2026-05-01T00:00:00.000Z' } },
    { kinds: ['article'], published: { gte: '2026-03-01T00:00:00.000Z' }, order: { by: 'name', descending: false }, facets: [['province:p']] },
    { kinds: ['article'], facets: [['category:nothing']] },
  ]

  beforeAll(() => put(...rows))

  it.each(queries.map((query) => [JSON.stringify(query), query] as const))('lists %s, page by page, each row once and in order', async (_, query) => {
    const wanted = expected(query)
    expect(await opened.store.count({ ...query, moment })).toBe(wanted.length)
    const found: string[] = []
    for (let after: string | null = null, pages = 0; pages < 60; pages++) {
      const before = opened.store.statements
      const page = await opened.store.list({ ...query, first: 7, after, moment })
      expect(opened.store.statements - before).toBe(1)
      found.push(...ids(page.rows))
      if (!page.hasNext) break
      after = page.cursors.at(-1) ?? null
    }
    expect(found).toEqual(wanted)
  })

  it.each(queries.slice(-6).map((query) => [JSON.stringify(query), query] as const))('passes over the beginning of %s, and goes on from there by cursor', async (_, query) => {
    const wanted = expected(query)
    const page = await opened.store.list({ ...query, first: 3, skip: 5, moment })
    expect(ids(page.rows)).toEqual(wanted.slice(5, 8))
    if (page.hasNext) expect(ids((await opened.store.list({ ...query, first: 3, after: page.cursors.at(-1) ?? null, moment })).rows)).toEqual(wanted.slice(8, 11))
  })

  it.each([undefined, ...(['published', 'name', 'rank'] as const).flatMap((by) => [true, false].map((descending) => ({ by, descending })))])('begins any number of lists in one statement, in the order %j', async (order) => {
    const facets = ['category:x', 'category:u', 'flag:true', 'category:nothing', 'category:x']
    const before = opened.store.statements
    const lists = await opened.store.lists({ kind: 'article', facets, ...(order ? { order } : {}), first: 4, moment })
    expect(opened.store.statements - before).toBe(1)
    expect([...lists].map(([facet, found]) => [facet, ids(found)])).toEqual([...new Set(facets)].map((facet) => [facet, expected({ kinds: ['article'], facets: [[facet]], ...(order ? { order } : {}) }).slice(0, 4)]))
    expect(lists.get('category:x')).toHaveLength(4)
  })

  it('goes on from a cursor while rows are added before it and the row it came from is withdrawn', async () => {
    const query = { kinds: ['article' as const], moment, first: 5 }
    const one = await opened.store.list(query)
    const rest = ids((await opened.store.list({ ...query, first: 100, after: one.cursors[4] })).rows)
    await put(rowFor({ id: 'newest', visibleFrom: moment.now }), { ...rowFor({ id: String(one.rows[4]?.id) }), visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, slug: null, facets: [], data: '{}' })
    expect(ids((await opened.store.list({ ...query, first: 100, after: one.cursors[4] })).rows)).toEqual(rest)
    expect(ids((await opened.store.list(query)).rows)[0]).toBe('newest')
    await put(rows.find(({ docId }) => docId === one.rows[4]?.id) as RowContent)
  })

  it('refuses a cursor of another order, and what is no cursor', async () => {
    const { cursors: [cursor] } = await opened.store.list({ kinds: ['article'], first: 1, moment })
    for (const [after, order] of [[cursor, { by: 'name', descending: false }], ['nonsense', undefined], ['', undefined], [Buffer.from('[1]').toString('base64url'), undefined]] as const) {
      await expect(opened.store.list({ kinds: ['article'], first: 1, after: after || '!', ...(order ? { order } : {}), moment })).rejects.toThrow(BadCursorError)
    }
  })

  it('finds by id, slug, number and facet what is visible, and reads heavy fields only when asked', async () => {
    await put(rowFor({ id: 'one', slug: 'mot', number: 7001, facets: ['key:k1'], heavy: JSON.stringify({ body: 'lang' }) }), rowFor({ id: 'later', slug: 'sau', visibleFrom: '2026-06-01T00:00:00.001Z' }))
    for (const by of [{ id: 'one' }, { slug: 'mot' }, { number: 7001 }, { facet: 'key:k1' }]) {
      expect((await opened.store.find({ kind: 'article', by, moment })).map(({ data }) => data)).toEqual([{ name: 'one' }])
      expect((await opened.store.find({ kind: 'article', by, heavy: true, moment })).map(({ data }) => data)).toEqual([{ name: 'one', body: 'lang' }])
    }
    expect(await opened.store.find({ kind: 'article', by: { slug: 'sau' }, moment })).toEqual([])
    expect(await opened.store.find({ kind: 'product', by: { slug: 'mot' }, moment })).toEqual([])
  })

  it('reads any number of references in one statement, without those that are not visible', async () => {
    const before = opened.store.statements
    const found = await opened.store.many({ refs: [{ kind: 'article', id: 'one' }, { kind: 'article', id: 'one' }, { kind: 'article', id: 'later' }, { kind: 'product', id: 'd003' }, { kind: 'product', id: 'none' }], moment: { now: '2026-05-31T00:00:00.000Z', today: '2026-05-31' } })
    expect(opened.store.statements - before).toBe(1)
    expect([...found.keys()].filter((key) => key.startsWith('article:'))).toEqual(['article:one'])
    expect(found.has('product:none')).toBe(false)
  })
})

describe('writing', () => {
  it('is refused outside a transaction', async () => {
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, opened.payload)
    await expect(opened.store.put({ req, row: rowFor({ id: 'outside' }) })).rejects.toThrow(/No transaction is open/)
  })

  it('leaves nothing of a transaction that fails, and tells nobody', async () => {
    await put(rowFor({ id: 'kept', facets: ['a:1'], refs: ['image:1'] }))
    const heard: CommitEvent[] = []
    const end = afterCommit(opened.payload).on((events) => heard.push(...events))
    await expect(inTransaction({ payload: opened.payload, work: async (req) => {
      await opened.store.put({ req, row: rowFor({ id: 'kept', facets: ['a:2'], refs: ['image:2'], data: '{"name":"changed"}' }) })
      await opened.store.put({ req, row: rowFor({ id: 'lost' }) })
      throw new Error('later')
    } })).rejects.toThrow('later')
    end()
    expect(heard).toEqual([])
    expect((await opened.store.list({ kinds: ['article'], facets: [['a:1']], first: 5, moment })).rows.map(({ data }) => data)).toEqual([{ name: 'kept' }])
    expect(await opened.store.referrers({ refs: [{ kind: 'image', id: '2' }], limit: 5 })).toEqual([])
    expect(await opened.store.find({ kind: 'article', by: { id: 'lost' }, moment })).toEqual([])
  })

  it('takes the last of two decisions in one transaction', async () => {
    await put(rowFor({ id: 'twice', data: '{"name":"first"}' }), rowFor({ id: 'twice', data: '{"name":"second"}' }))
    expect((await opened.store.find({ kind: 'article', by: { id: 'twice' }, moment })).map(({ data }) => data)).toEqual([{ name: 'second' }])
  })

  it('tells of a change once it is committed, and of nothing when nothing differs', async () => {
    const heard: CommitEvent[] = []
    const end = afterCommit(opened.payload).on((events) => heard.push(...events))
    await put(rowFor({ id: 'told' }))
    await put(rowFor({ id: 'told' }))
    end()
    expect(heard).toEqual([{ kind: 'article', id: 'told', change: 'put' }])
  })

  it('knows who needs a row', async () => {
    await put(rowFor({ id: 'r1', refs: ['image:pic', 'category:c'] }), rowFor({ kind: 'product', id: 'r2', refs: ['image:pic'] }), rowFor({ id: 'r3', refs: [] }))
    expect(await opened.store.referrers({ refs: [{ kind: 'image', id: 'pic' }], limit: 5 })).toEqual([{ kind: 'article', id: 'r1' }, { kind: 'product', id: 'r2' }])
  })

  it('says when something next becomes visible or ceases to be', async () => {
    await put(rowFor({ id: 'w1', visibleFrom: '2031-01-01T00:00:00.000Z', visibleUntil: '2031-02-01T00:00:00.000Z' }), rowFor({ id: 'w2', visibleFrom: '2031-01-15T00:00:00.000Z' }))
    expect(await opened.store.nextEdge('2030-12-31T00:00:00.000Z')).toBe('2031-01-01T00:00:00.000Z')
    expect(await opened.store.nextEdge('2031-01-01T00:00:00.000Z')).toBe('2031-01-15T00:00:00.000Z')
    // What a late sweep has not passed yet counts by its end.
    expect(await opened.store.nextEdge('2031-01-20T00:00:00.000Z')).toBe('2031-02-01T00:00:00.000Z')
    expect(await opened.store.nextEdge('2031-03-01T00:00:00.000Z')).toBe(null)
  })
})

onlyOn('mongodb')('two decisions at once', () => {
  it.each([['that change nothing', '{"name":"meeting"}'], ['of which one withdraws what is not there', null]])('%s meet on the row: one of them is told to try again', async (_, data) => {
    const id = `meeting-${data === null}`
    const absent = { ...rowFor({ id }), slug: null, visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, data: '{}' }
    const row = data === null ? absent : rowFor({ id, data })
    await put(row)
    let both = () => {}
    const started = new Promise<void>((done) => { both = done })
    let count = 0
    const decide = (row: RowContent) => inTransaction({ payload: opened.payload, work: async (req) => {
      // Both have begun to read before either writes.
      const handle = await transactionHandle(req)
      if (handle.kind === 'mongodb') await mongoRows(opened.payload).findOne({ _id: row.id }, { session: handle.session })
      if (++count === 2) both()
      await started
      await opened.store.put({ req, row })
    } })
    const results = await Promise.allSettled([decide(row), decide(data === null ? rowFor({ id }) : row)])
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(failed).toHaveLength(1)
    expect(isWriteConflict(failed[0])).toBe(true)
  })
})
