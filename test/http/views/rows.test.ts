import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { moveClock, nowMs } from '../../../src/clock.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { mongoDb } from '../../../src/published/mongo-write.ts'
import { rankViews } from '../../../src/views/rank-views.ts'
import { recordViews } from '../../../src/views/record-views.ts'
import { type ViewRows, viewRowsOf } from '../../../src/views/view-rows.ts'
import { type ViewWindow, viewWindowNames, viewWindows } from '../../../src/views/windows.ts'
import { onlyOn } from '../../support/database.ts'
import { openPayload, type Opened } from '../published/open-payload.ts'
import { rowFor } from '../published/rows-for.ts'

const HOUR = 3_600_000
const signal = new AbortController().signal

let opened: Opened
let rows: ViewRows
const ids: string[] = []

beforeAll(async () => {
  opened = await openPayload()
  rows = await viewRowsOf(opened.payload)
  moveClock({ now: '2026-05-01T00:00:00.000Z' })
  for (let n = 0; n < 6; n += 1) ids.push(`a${n}`)
  await inTransaction({ payload: opened.payload, work: async (req) => { for (const id of ids) await opened.store.put({ req, row: rowFor({ kind: 'article', id }) }) } })
}, 120_000)
afterAll(async () => {
  moveClock({ now: null })
  await opened?.close()
})

const numbers = new Map<string, number>()
const record = async (counted: Readonly<Record<string, number>>, process = 'one'): Promise<void> => {
  const number = (numbers.get(process) ?? 0) + 1
  numbers.set(process, number)
  await recordViews({ payload: opened.payload, process, batch: { number, counted: Object.entries(counted).map(([id, views]) => ({ ref: { kind: 'article', id }, views })) } })
}
const sums = async (window: ViewWindow): Promise<Record<string, number>> =>
  Object.fromEntries((await rows.top({ kind: 'article', window, first: 50 })).map(({ docId, views }) => [docId, views]))

const sorted = (counts: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(counts).filter(([, views]) => views > 0).sort(([a], [b]) => (a < b ? -1 : 1)))

describe('counted views', () => {
  it('are counted once when the same batch is written again', async () => {
    const batch = { number: 1, counted: [{ ref: { kind: 'article' as const, id: ids[0] as string }, views: 3 }, { ref: { kind: 'article' as const, id: 'never-was' }, views: 9 }] }
    for (let n = 0; n < 3; n += 1) await recordViews({ payload: opened.payload, process: 'repeating', batch })
    for (const window of viewWindowNames) expect(await sums(window)).toEqual({ [ids[0] as string]: 3 })
  })

  it('are all there when several processes write the same things at once', async () => {
    const before = await sums('day')
    const processes = ['a', 'b', 'c', 'd']
    for (let round = 0; round < 5; round += 1) await Promise.all(processes.map((process) => record(Object.fromEntries(ids.map((id, n) => [id, n + 1])), process)))
    const wanted = Object.fromEntries(ids.map((id, n) => [id, (before[id] ?? 0) + 20 * (n + 1)]))
    expect(await sums('day')).toEqual(wanted)
  }, 60_000)

  it('leave each window when their time is over: whatever was read when, the sums are those of the window', async () => {
    await record({ [ids[0] as string]: 1 })
    moveClock({ advance: 40 * 24 * HOUR })
    await rankViews({ payload: opened.payload, signal })
    for (const window of viewWindowNames) expect(await sums(window)).toEqual({})

    const events: { id: string; at: number; views: number }[] = []
    let seed = 7
    const draw = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const steps = [0.2, 1, 5, 11, 23, 30, 60, 170, 300]
    for (let step = 0; step < 40; step += 1) {
      const counted: Record<string, number> = {}
      for (let n = draw(4); n >= 0; n -= 1) counted[ids[draw(ids.length)] as string] = 1 + draw(9)
      for (const [id, views] of Object.entries(counted)) events.push({ id, at: nowMs(), views })
      await record(counted)
      moveClock({ advance: HOUR * (steps[draw(steps.length)] as number) })
      if (draw(3) === 0) continue
      await rankViews({ payload: opened.payload, signal })
      for (const window of viewWindowNames) {
        const { ms, unitMs } = viewWindows[window]
        const wanted: Record<string, number> = {}
        // The hour or day (UTC) of a view has to have ended no longer ago than the window reaches back.
        for (const { id, at, views } of events) if (nowMs() < (Math.floor(at / unitMs) + 1) * unitMs + ms) wanted[id] = (wanted[id] ?? 0) + views
        expect({ step, window, sums: sorted(await sums(window)) }).toEqual({ step, window, sums: sorted(wanted) })
      }
    }
  }, 120_000)

  it('that are long over leave nothing behind', async () => {
    moveClock({ advance: 40 * 24 * HOUR })
    await rankViews({ payload: opened.payload, signal })
    const left = databaseKindOf() === 'sqlite'
      ? (await drizzle().all<{ n: number }>(sql`SELECT (SELECT count(*) FROM view_buckets) + (SELECT count(*) FROM view_totals) AS n`))[0]?.n
      : (await mongoDb(opened.payload).collection('view_buckets').countDocuments()) + (await mongoDb(opened.payload).collection('view_totals').countDocuments())
    expect(left).toBe(0)
    expect([...(await rows.notes('ranking:')).values()]).toEqual(['[]', '[]', '[]'])
  })
})

const databaseKindOf = () => (opened.payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite')
type Drizzle = { all: <T>(statement: unknown) => Promise<T[]> }
const drizzle = (): Drizzle => (opened.payload.db as unknown as { drizzle: Drizzle }).drizzle

onlyOn('sqlite')('the plans on SQLite', () => {
  it.each([
    ...viewWindowNames.map((window): [string, string] => [window, `SELECT kind, doc_id, newest, ${window} FROM view_totals WHERE kind = 'article' AND ${window} > 0 ORDER BY ${window} DESC, newest DESC, doc_id DESC LIMIT 150`]),
    ['due', 'SELECT id FROM view_buckets WHERE leaves <= \'2026\' ORDER BY leaves LIMIT 500'],
    ['notes', 'SELECT id, value FROM view_notes WHERE id >= \'ranking:\' AND id < \'ranking:z\''],
  ])('walk an index: %s', async (_name, statement) => {
    const plan = (await drizzle().all<{ detail: string }>(sql.raw(`EXPLAIN QUERY PLAN ${statement}`))).map(({ detail }) => detail)
    expect(plan.join('\n')).toMatch(/^SEARCH \S+ USING (COVERING )?INDEX/)
    expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})

onlyOn('mongodb')('the plans on MongoDB', () => {
  it('walk an index', async () => {
    const stages = (plan: Record<string, any>): string[] => [String(plan['stage']), ...(plan['inputStage'] ? stages(plan['inputStage']) : [])]
    const db = mongoDb(opened.payload)
    const plans = [
      ...viewWindowNames.map((window) => db.collection('view_totals').find({ kind: 'article', [window]: { $gt: 0 } }, { sort: { [window]: -1, newest: -1, docId: -1 }, limit: 150 })),
      db.collection('view_buckets').find({ leaves: { $lte: '2026' } }, { sort: { leaves: 1 }, limit: 500 }),
    ]
    for (const plan of plans) expect(stages((await plan.explain())['queryPlanner'].winningPlan)).toEqual(['LIMIT', 'FETCH', 'IXSCAN'])
  })
})
