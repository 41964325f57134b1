/** What is known at the moment when uncached work asks to begin. Times are milliseconds. */
export type GateState = {
  inFlight: number
  queued: number
  /** Whether this turn of the event loop has been used up by other work. */
  isTurnOver: boolean
  /** The time between the ends of two pieces of work, while some waited; 0 while that is not known. */
  intervalMs: number
  /** How long there has always been someone waiting. */
  standingMs: number
  /** How late the event loop is. */
  latenessMs: number
}

export type GateLimits = {
  concurrency: number
  queue: number
  /** The longest wait for a place. */
  waitMs: number
  /** Lateness of the event loop from which the first area is refused; 0: never. */
  lateMs: number
}

export type Refusal = 'full' | 'slow' | 'late'

/** How many times `lateMs` each area is borne: what costs most and is missed least goes first. */
const borne: Readonly<Record<string, number>> = { graphql: 1, rest: 2, embed: 4, feeds: 4 }

/** How long the next to queue would wait: one more than those who wait have to begin. */
export const expectedWait = ({ queued, intervalMs }: Pick<GateState, 'queued' | 'intervalMs'>): number => (queued + 1) * intervalMs

/**
 * The wait that a queue is kept to, as a part of the longest: who waits is not sent away a moment before its turn. A queue that stands is no burst
 * that passes: it is kept short, since waiting then helps nobody.
 */
const aimOf = ({ standingMs, waitMs }: { standingMs: number; waitMs: number }): number => waitMs * (standingMs > waitMs ? 0.25 : 0.5)

/**
 * Whether uncached work of an area begins, waits for a place, or is refused and why: `late` (the event loop is), `full` (the
 * queue is), `slow` (its turn would not come in time, so that it is told now and not after the wait).
 */
export const decide = ({ area, state, limits }: { area: string; state: GateState; limits: GateLimits }): 'run' | 'wait' | Refusal => {
  if (limits.lateMs > 0 && state.latenessMs >= limits.lateMs * (borne[area] ?? 1)) return 'late'
  if (state.queued === 0 && state.inFlight < limits.concurrency && !state.isTurnOver) return 'run'
  if (state.inFlight + state.queued >= limits.concurrency + limits.queue) return 'full'
  // One may always wait: otherwise nobody would learn that it goes faster again.
  return state.queued > 0 && expectedWait(state) > aimOf({ ...state, waitMs: limits.waitMs }) ? 'slow' : 'wait'
}
