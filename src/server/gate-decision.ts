/** What is known at the moment when uncached work asks to begin. Times are milliseconds. */
export type GateState = {
  inFlight: number
  queued: number
  /** How long one piece of work has taken of late, waiting not counted; 0 while none has ended. */
  workMs: number
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

/** How long the next to queue would wait: all before it have to be done, `concurrency` at a time. */
export const expectedWait = ({ queued, workMs, concurrency }: { queued: number; workMs: number; concurrency: number }): number =>
  ((queued + 1) * workMs) / concurrency

/**
 * Whether uncached work of an area begins, waits for a place, or is refused and why: `late` (the event loop is), `full` (the
 * queue is), `slow` (its turn would not come in time, so that it is told now and not after the wait).
 */
export const decide = ({ area, state, limits }: { area: string; state: GateState; limits: GateLimits }): 'run' | 'wait' | Refusal => {
  if (limits.lateMs > 0 && state.latenessMs >= limits.lateMs * (borne[area] ?? 1)) return 'late'
  if (state.inFlight < limits.concurrency && state.queued === 0) return 'run'
  if (state.queued >= limits.queue) return 'full'
  return expectedWait({ queued: state.queued, workMs: state.workMs, concurrency: limits.concurrency }) > limits.waitMs ? 'slow' : 'wait'
}
