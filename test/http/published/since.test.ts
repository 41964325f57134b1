import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { moveClock } from '../../../src/clock.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { moment } from '../../../src/published/moment.ts'
import { numberChanges } from '../../../src/published/mongo-log.ts'
import type { RowContent } from '../../../src/published/row.ts'
import type { Change } from '../../../src/published/store.ts'
import { sweep } from '../../../src/jobs/sweep.ts'
import { databaseKind, onlyOn } from '../../support/database.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

let opened: Opened
let ending = new AbortController()
let numbering: Promise<void> = Promise.resolve()

/** The worker's part: on MongoDB one process numbers what is committed. */
const startNumbering = () => {
  if (databaseKind !== 'mongodb') return
  ending = new AbortController()
  numbering = numberChanges({ payload: opened.payload, signal: ending.signal })
}
const stopNumbering = async () => {
  ending.abort()
  await numbering
}

beforeAll(async () => {
  opened = await openPayload()
  startNumbering()
})
afterAll(async () => {
  moveClock({ now: null })
  await stopNumbering()
  await opened?.close()
})

const put = (...rows: RowContent[]) => inTransaction({ payload: opened.payload, work: async (req) => { for (const row of rows) await opened.store.put({ req, row }) } })
const withdrawn = (id: string): RowContent => ({ ...rowFor({ id }), slug: null, visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, data: '{}' })

/** All changes after a number, asked for until nothing more has come for a while. */
const follow = async (after: number, quietMs = databaseKind === 'mongodb' ? 400 : 20): Promise<{ changes: Change[]; last: number }> => {
  const changes: Change[] = []
  let last = after
  for (let quiet = 0; quiet < quietMs;) {
    const page = await opened.store.since({ after: last, limit: 7, moment: moment() })
    changes.push(...page.changes)
    if (page.last === last) {
      await sleep(10)
      quiet += 10
    } else quiet = 0
    last = page.last
  }
  return { changes, last }
}
const said = ({ changes }: { changes: readonly Change[] }) => changes.map(({ id, change }) => `${change} ${id}`)

describe('changes', () => {
  it('come in the order of their commits, none skipped, while 20 write at once and one reads all the time', async () => {
    const start = (await follow(0)).last
    const seen: Change[] = []
    let writing = true
    const reading = (async () => {
      let last = start
      for (let idle = 0; writing || idle < (databaseKind === 'mongodb' ? 60 : 3);) {
        const page = await opened.store.since({ after: last, limit: 10, moment: moment() })
        seen.push(...page.changes)
        idle = page.last === last ? idle + 1 : 0
        last = page.last
        await sleep(3)
      }
    })()
    await Promise.all(Array.from({ length: 20 }, async (_, writer) => {
      for (let n = 0; n < 20; n++) {
        await inTransaction({ payload: opened.payload, work: async (req) => {
          await opened.store.put({ req, row: rowFor({ id: `w${writer}-${n}` }) })
          await sleep(Math.random() * 3)
        } })
      }
    }))
    writing = false
    await reading
    expect(new Set(seen.map(({ id }) => id)).size).toBe(400)
    expect(seen).toHaveLength(400)
    expect(seen.map(({ seq }) => seq)).toEqual([...seen].map(({ seq }) => seq).sort((a, b) => a - b))
    // What one writer wrote one after another comes in that order.
    for (let writer = 0; writer < 20; writer++) {
      expect(seen.filter(({ id }) => id.startsWith(`w${writer}-`)).map(({ id }) => Number(id.split('-')[1]))).toEqual(Array.from({ length: 20 }, (_, n) => n))
    }
  })

  it('tell of a row what it is now, once, at its last change', async () => {
    const { last } = await follow(0)
    await put(rowFor({ id: 'a' }))
    await put(rowFor({ id: 'b' }))
    await put(rowFor({ id: 'a', data: '{"name":"anew"}' }))
    await put(withdrawn('b'))
    // Whoever reads meanwhile hears of it twice; whoever comes afterwards once.
    await follow(last)
    expect(said(await follow(last))).toEqual(['put a', 'withdraw b'])
  })

  it('do not tell of an equal row, nor of what never was public', async () => {
    await put(rowFor({ id: 'same' }))
    const { last } = await follow(0)
    await put(rowFor({ id: 'same' }))
    await put(withdrawn('never'))
    await put(withdrawn('never'))
    expect(said(await follow(last))).toEqual([])
  })

  it('tell of a scheduled row when it is due and when it ends, by the sweep, and not before', async () => {
    const { last } = await follow(0)
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    await put(rowFor({ id: 'due', visibleFrom: at(60), visibleUntil: at(120) }))
    await put(rowFor({ id: 'due', visibleFrom: at(60), visibleUntil: at(120), data: '{"name":"edited meanwhile"}' }))
    expect(said(await follow(last))).toEqual([])
    expect(await sweep({ payload: opened.payload, moment: moment() })).toBe(0)

    moveClock({ now: at(61) })
    expect(await sweep({ payload: opened.payload, moment: moment() })).toBe(1)
    expect(await sweep({ payload: opened.payload, moment: moment() })).toBe(0)
    const opening = await follow(last)
    expect(said(opening)).toEqual(['put due'])

    moveClock({ now: at(121) })
    expect(said(await follow(opening.last))).toEqual([])
    expect(await sweep({ payload: opened.payload, moment: moment() })).toBe(1)
    expect(said(await follow(opening.last))).toEqual(['withdraw due'])
    moveClock({ now: null })
  })

  it('tell that a public row is withdrawn when it is put off', async () => {
    await put(rowFor({ id: 'putoff' }))
    const { last } = await follow(0)
    await put(rowFor({ id: 'putoff', visibleFrom: '2999-01-01T00:00:00.000Z' }))
    expect(said(await follow(last))).toEqual(['withdraw putoff'])
  })

  it('lose nothing by two sweeps at once', async () => {
    const { last } = await follow(0)
    const past = new Date(Date.now() + 60_000).toISOString()
    await put(...Array.from({ length: 30 }, (_, n) => rowFor({ id: `edge${n}`, visibleFrom: past })))
    moveClock({ now: new Date(Date.now() + 120_000).toISOString() })
    await Promise.all([sweep({ payload: opened.payload, moment: moment() }), sweep({ payload: opened.payload, moment: moment() })])
    const told = await follow(last)
    moveClock({ now: null })
    expect(new Set(said(told)).size).toBe(30)
    expect(said(told)).toHaveLength(30)
  })
})

onlyOn('mongodb')('the numbering on MongoDB', () => {
  it('goes on where it was when it is stopped and started again, and takes in what happened meanwhile', async () => {
    const { last } = await follow(0)
    await stopNumbering()
    await put(rowFor({ id: 'meanwhile-1' }), rowFor({ id: 'meanwhile-2' }))
    expect(said(await follow(last))).toEqual([])
    startNumbering()
    expect(said(await follow(last, 1500))).toEqual(['put meanwhile-1', 'put meanwhile-2'])
  })

  it('enters everything anew when the log is lost, numbered from the beginning', async () => {
    await stopNumbering()
    const { mongoDb } = await import('../../../src/published/mongo-write.ts')
    await mongoDb(opened.payload).collection('published_log').drop()
    startNumbering()
    const { changes } = await follow(0, 1500)
    const rows = await mongoDb(opened.payload).collection('published').countDocuments({ mark: { $type: 'string' } })
    expect(changes).toHaveLength(rows)
  })

  it('stops when another process numbers', async () => {
    const second = numberChanges({ payload: opened.payload, signal: ending.signal })
    const outcome = Promise.race([second.then(() => 'ended', () => 'stopped'), numbering.then(() => 'ended', () => 'stopped'), sleep(20_000, 'both went on', { ref: false })])
    for (let n = 0; n < 30; n++) await put(rowFor({ id: `contested-${n}` }))
    expect(await outcome).toBe('stopped')
    ending.abort()
    await Promise.allSettled([second, numbering])
    numbering = Promise.resolve()
  })
})
