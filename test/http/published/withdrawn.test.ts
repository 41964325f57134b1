import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { moveClock } from '../../../src/clock.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import type { RowContent } from '../../../src/published/row.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

let opened: Opened
beforeAll(async () => { opened = await openPayload() })
afterAll(async () => {
  moveClock({ now: null })
  await opened?.close()
})

const putAt = async (now: string, row: RowContent, rebuild = false): Promise<void> => {
  moveClock({ now })
  await inTransaction({ payload: opened.payload, work: async (req) => { await opened.store.put({ req, row, rebuild }) } })
}
const tombstone = (row: RowContent, gone: string | null = null): RowContent => ({ ...row, visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, facets: [], gone })
const second = (text: string | undefined): string | undefined => text?.slice(0, 19)
const modified = async (id: string, now: string) => second((await opened.store.find({ kind: 'article', by: { id }, moment: { now, today: now.slice(0, 10) } }))[0]?.modifiedAt)
const withdrawn = async () => (await opened.store.withdrawn({ kinds: ['article', 'product'], limit: 10 })).map(({ id, at, reason }) => [id, second(at), reason])

it('knows when a row last changed, whatever is written without a change or only in another form', async () => {
  const row = rowFor({ kind: 'article', id: 'm' })
  await putAt('2026-05-01T00:00:00.000Z', row)
  await putAt('2026-05-02T00:00:00.000Z', row)
  expect(await modified('m', '2026-05-02T00:00:00.000Z')).toBe('2026-05-01T00:00:00')
  await putAt('2026-05-03T00:00:00.000Z', { ...row, data: '{"title":"anders"}' })
  expect(await modified('m', '2026-05-03T00:00:00.000Z')).toBe('2026-05-03T00:00:00')
  await putAt('2026-05-04T00:00:00.000Z', { ...row, data: '{"title":"anders","more":1}' }, true)
  expect(await modified('m', '2026-05-04T00:00:00.000Z')).toBe('2026-05-03T00:00:00')
})

it('lists what was public and is not any more, the latest first, and forgets it when it comes back', async () => {
  const [a, b, draft] = [rowFor({ kind: 'article', id: 'a' }), rowFor({ kind: 'product', id: 'b' }), rowFor({ kind: 'article', id: 'never' })]
  await putAt('2026-06-01T00:00:00.000Z', a)
  await putAt('2026-06-01T00:00:00.000Z', b)
  await putAt('2026-06-01T00:00:00.000Z', tombstone(draft))
  expect(await withdrawn()).toEqual([])
  await putAt('2026-06-02T00:00:00.000Z', tombstone(a, 'RETRACTED'))
  await putAt('2026-06-03T00:00:00.000Z', tombstone(b))
  await putAt('2026-06-04T00:00:00.000Z', tombstone(a, 'LEGAL'))
  expect(await withdrawn()).toEqual([['b', '2026-06-03T00:00:00', null], ['a', '2026-06-02T00:00:00', 'LEGAL']])
  await putAt('2026-06-05T00:00:00.000Z', b)
  expect(await withdrawn()).toEqual([['a', '2026-06-02T00:00:00', 'LEGAL']])
})

it('takes what its window ended for withdrawn', async () => {
  await putAt('2026-07-01T00:00:00.000Z', rowFor({ kind: 'product', id: 'w', visibleUntil: '2026-07-02T00:00:00.000Z' }))
  moveClock({ now: '2026-07-02T00:00:05.000Z' })
  await inTransaction({ payload: opened.payload, work: (req) => opened.store.passEdges({ req, refs: [{ kind: 'product', id: 'w' }], now: '2026-07-02T00:00:05.000Z' }) })
  expect((await withdrawn())[0]).toEqual(['w', '2026-07-02T00:00:05', null])
})
