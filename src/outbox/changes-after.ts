import type { Attempted } from './attempt.ts'
import { AT_ONCE, type OutboxChange, type OutboxRow } from './row.ts'
import { nextAttempt } from './schedule.ts'
import type { Topic } from './topics.ts'

/** What is done with rows after a delivery: a change, or `remove`. */
export interface RowsAfter {
  ids: readonly string[]
  change: OutboxChange | 'remove'
}

// Long enough for someone to see what was given up.
const KEEP_DEAD_MS = 30 * 86_400_000
const LONGEST_WISH_MS = 86_400_000

const instant = (ms: number): string => new Date(ms).toISOString()
const idsOf = (rows: readonly OutboxRow[]): string[] => rows.map(({ id }) => id)

const dead = ({ rows, reason, now }: { rows: readonly OutboxRow[]; reason: string; now: number }): RowsAfter =>
  ({ ids: idsOf(rows), change: { state: 'dead', due: null, error: reason, removeAt: instant(now + KEEP_DEAD_MS) } })

/**
 * What becomes of the rows of one delivery. Those that stay together wait as long as the one that was tried most often demands; a handler's
 * wish goes before the schedule, but gives no further attempt. `now` in milliseconds since the epoch.
 */
export const changesAfter = ({ topic, rows, attempted, now, random }: {
  topic: Pick<Topic, 'schedule' | 'keepMs'>
  rows: readonly OutboxRow[]
  attempted: Attempted
  now: number
  random?: () => number
}): RowsAfter[] => {
  const { schedule, keepMs = 0 } = topic
  if (attempted.end === 'delivered') {
    const kept: OutboxChange = { state: 'delivered', due: null, error: null, removeAt: instant(now + keepMs) }
    return [{ ids: idsOf(rows), change: keepMs > 0 ? kept : 'remove' }]
  }
  if (attempted.end === 'cut') return [{ ids: idsOf(rows), change: { state: 'waiting', due: AT_ONCE, error: null, removeAt: null } }]
  if (attempted.end === 'hopeless') return [dead({ rows, reason: attempted.reason, now })]
  const { reason, retryAfterMs } = attempted
  const nextOf = (row: OutboxRow) => nextAttempt({ schedule, attempts: row.attempts, created: Date.parse(row.created), now, ...(random ? { random } : {}) })
  const waiting = rows.filter((row) => nextOf(row) !== null)
  const given = rows.filter((row) => !waiting.includes(row))
  const most = waiting.reduce<OutboxRow | null>((found, row) => (found && found.attempts >= row.attempts ? found : row), null)
  const next = retryAfterMs === undefined ? (most && nextOf(most)) : now + Math.min(Math.max(retryAfterMs, 0), LONGEST_WISH_MS)
  return [
    ...(given.length > 0 ? [dead({ rows: given, reason, now })] : []),
    ...(most && next !== null ? [{ ids: idsOf(waiting), change: { state: 'waiting' as const, due: instant(next), error: reason, removeAt: null } }] : []),
  ]
}
