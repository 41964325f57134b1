import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Attempted } from '../../../src/outbox/attempt.ts'
import { changesAfter } from '../../../src/outbox/changes-after.ts'
import { AT_ONCE, type OutboxRow } from '../../../src/outbox/row.ts'
import { nextAttempt, type Schedule } from '../../../src/outbox/schedule.ts'

const created = Date.parse('2026-01-01T00:00:00.000Z')
const finite: Schedule = { delays: [100, 1000, 5000], jitter: 0 }
const endless: Schedule = { delays: [100, 1000], forMs: 60_000, jitter: 0 }

describe('the instant of the next attempt', () => {
  it.each([[1, 100], [2, 1000], [3, 5000]])('after %i attempts is %i ms later', (attempts, delay) => {
    expect(nextAttempt({ schedule: finite, attempts, created, now: created + 7 })).toBe(created + 7 + delay)
  })

  it('is none when the delays are used up', () => {
    expect(nextAttempt({ schedule: finite, attempts: 4, created, now: created })).toBeNull()
  })

  it('goes on with the last delay where the schedule says for how long, and is none from then on', () => {
    expect(nextAttempt({ schedule: endless, attempts: 40, created, now: created + 59_999 })).toBe(created + 60_999)
    expect(nextAttempt({ schedule: endless, attempts: 1, created, now: created + 60_000 })).toBeNull()
  })

  it('is spread by the jitter to both sides, and no further', () => {
    const at = (random: number) => nextAttempt({ schedule: { delays: [1000], jitter: 0.2 }, attempts: 1, created, now: 0, random: () => random })
    expect([at(0), at(0.5), at(1)]).toEqual([800, 1000, 1200])
    fc.assert(fc.property(fc.integer({ min: 1, max: 3 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, jitter) => {
      const next = nextAttempt({ schedule: { ...finite, jitter }, attempts, created, now: created }) ?? NaN
      const delay = finite.delays[attempts - 1] as number
      expect(Math.abs(next - created - delay)).toBeLessThanOrEqual(delay * jitter + 1)
    }))
  })
})

const row = (id: string, attempts: number, age = 0): OutboxRow => ({ id, topic: 't', key: 'k', body: null, attempts, created: new Date(created - age).toISOString() })
const after = (rows: OutboxRow[], attempted: Attempted, topic: { schedule: Schedule; keepMs?: number } = { schedule: endless }) => changesAfter({ topic, rows, attempted, now: created })
const inMs = (ms: number) => new Date(created + ms).toISOString()

describe('what becomes of the rows of a delivery', () => {
  it('that arrived: they go, or are kept for as long as the topic says', () => {
    expect(after([row('a', 1), row('b', 3)], { end: 'delivered' })).toEqual([{ ids: ['a', 'b'], change: 'remove' }])
    expect(after([row('a', 1)], { end: 'delivered' }, { schedule: endless, keepMs: 1000 })).toEqual([{ ids: ['a'], change: { state: 'delivered', due: null, error: null, removeAt: inMs(1000) } }])
  })

  it('that failed: they wait together, as long as the one tried most often', () => {
    expect(after([row('a', 1), row('b', 2)], { end: 'failed', reason: 'down' })).toEqual([{ ids: ['a', 'b'], change: { state: 'waiting', due: inMs(1000), error: 'down', removeAt: null } }])
  })

  it('that failed too often, or are too old: they are given up, the others wait', () => {
    const [given, waiting] = after([row('old', 9, 60_000), row('new', 1)], { end: 'failed', reason: 'down' })
    expect(given).toMatchObject({ ids: ['old'], change: { state: 'dead', due: null, error: 'down' } })
    expect(waiting).toMatchObject({ ids: ['new'], change: { state: 'waiting', due: inMs(100) } })
    expect(after([row('a', 4)], { end: 'failed', reason: 'down' }, { schedule: finite })).toMatchObject([{ ids: ['a'], change: { state: 'dead', due: null } }])
  })

  it('a wish when to try again goes before the schedule, up to a day, and gives no further attempt', () => {
    const wish = (retryAfterMs: number, attempts: number) => after([row('a', attempts)], { end: 'failed', reason: 'busy', retryAfterMs }, { schedule: finite })
    expect(wish(7000, 1)).toMatchObject([{ change: { state: 'waiting', due: inMs(7000) } }])
    expect(wish(1e12, 1)).toMatchObject([{ change: { due: inMs(86_400_000) } }])
    expect(wish(7000, 4)).toMatchObject([{ change: { state: 'dead' } }])
  })

  it('that is hopeless is given up at once; one that was cut off is due at once', () => {
    expect(after([row('a', 1)], { end: 'hopeless', reason: 'gone' })).toMatchObject([{ ids: ['a'], change: { state: 'dead', error: 'gone' } }])
    expect(after([row('a', 1)], { end: 'cut' })).toMatchObject([{ ids: ['a'], change: { state: 'waiting', due: AT_ONCE } }])
  })
})
