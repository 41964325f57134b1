import { ProblemError } from '../api/problem.ts'
import { decide, type GateLimits, type Refusal } from './gate-decision.ts'

/** Where uncached public work asks for a place. Stored answers, health and the staff never do. */
export interface Gate {
  /**
   * Runs the work, now or after a short wait. `area` is one of `routeArea`.
   * @throws ProblemError UNAVAILABLE (503, `Retry-After`) without running it, when there are too many or the process is late.
   */
  run: <T>(work: () => Promise<T>, options?: { area?: string }) => Promise<T>
  /** Why work of this area would be refused now; undefined when it would not. Costs next to nothing. */
  refusal: (area: string) => ProblemError | undefined
  /** What is going on now. */
  stats: () => { inFlight: number; queued: number }
}

type Waiting = { begin: () => void; giveUp: () => void; since: number }

// Seconds. Whoever meets a full queue may find a place in a moment; a late process needs longer.
const retryAfter: Readonly<Record<Refusal, string>> = { full: '1', slow: '1', late: '2' }

const refused = (reason: Refusal): ProblemError =>
  new ProblemError({ code: 'UNAVAILABLE', detail: 'The server has more to do than it can at the moment.', headers: { 'retry-after': retryAfter[reason] } })

// Made once: to refuse has to cost next to nothing.
const refusals: Readonly<Record<Refusal, ProblemError>> = { full: refused('full'), slow: refused('slow'), late: refused('late') }

/** The share of the newest interval in the running average. */
const NEWEST = 0.1

/**
 * Milliseconds of one turn of the event loop in which work is begun: as much as all else has taken since the last work, so that neither work nor what
 * comes between, refusals among them, can take the processor from the other; within these bounds.
 */
const turnBounds = { least: 5, most: 25 } as const

/**
 * Makes the gate of a process: at most `concurrency` pieces of work at once, the others in the order in which they came, as
 * long as their turn can come within `waitMs`. In one turn of the event loop work is begun for a few milliseconds only: with SQLite it is done
 * when it returns, and all that has arrived would be done in a row, while stored answers, which take no time, and refusals wait behind it.
 * `lateness` gives how late the event loop is, in milliseconds; `onShed` is told of every refusal.
 */
export const createGate = ({ limits, lateness, onShed }: { limits: GateLimits; lateness: () => number; onShed?: (what: { area: string; reason: Refusal }) => void }): Gate => {
  const queue: Waiting[] = []
  let inFlight = 0
  let turnBegunAt: number | undefined
  let turnMs: number = turnBounds.least
  let workedAt = 0
  let standsSince: number | undefined
  let intervalMs = 0
  // When work ended last, if others waited then.
  let endedAt: number | undefined
  let timer: NodeJS.Timeout | undefined

  const isTurnOver = (now: number): boolean => turnBegunAt !== undefined && now - turnBegunAt >= turnMs
  const decideNow = (area: string) => {
    const now = performance.now()
    const standingMs = standsSince === undefined ? 0 : now - standsSince
    return decide({ area, state: { inFlight, queued: queue.length, isTurnOver: isTurnOver(now), intervalMs, standingMs, latenessMs: lateness() }, limits })
  }
  const shed = ({ area, reason }: { area: string; reason: Refusal }): ProblemError => {
    onShed?.({ area, reason })
    return refusals[reason]
  }

  const noteLength = (): void => {
    standsSince = queue.length === 0 ? undefined : (standsSince ?? performance.now())
  }

  // One timer for all: who came first is the first whose patience ends.
  const dismissOverdue = (): void => {
    clearTimeout(timer)
    timer = undefined
    const now = performance.now()
    while (queue[0] && now - queue[0].since >= limits.waitMs) queue.shift()?.giveUp()
    if (queue[0]) timer = setTimeout(dismissOverdue, Math.max(1, queue[0].since + limits.waitMs - now)).unref()
    noteLength()
  }

  const take = (): void => {
    inFlight += 1
    if (turnBegunAt !== undefined) return
    turnBegunAt = performance.now()
    turnMs = Math.min(Math.max(turnBegunAt - workedAt, turnBounds.least), turnBounds.most)
    setImmediate(() => {
      turnBegunAt = undefined
      beginNext()
    })
  }

  const beginNext = (): void => {
    if (inFlight >= limits.concurrency || isTurnOver(performance.now())) return
    const next = queue.shift()
    if (!next) return
    noteLength()
    // The place is taken before anyone else can ask.
    take()
    next.begin()
  }

  const leave = (): void => {
    const now = performance.now()
    if (endedAt !== undefined) intervalMs = intervalMs === 0 ? now - endedAt : intervalMs + NEWEST * (now - endedAt - intervalMs)
    endedAt = queue.length > 0 ? now : undefined
    workedAt = now
    inFlight -= 1
    beginNext()
  }

  const turn = (area: string): Promise<void> =>
    new Promise((begin, fail) => {
      queue.push({ since: performance.now(), begin, giveUp: () => fail(shed({ area, reason: 'slow' })) })
      noteLength()
      timer ??= setTimeout(dismissOverdue, limits.waitMs).unref()
    })

  return {
    stats: () => ({ inFlight, queued: queue.length }),
    refusal: (area) => {
      const decision = decideNow(area)
      return decision === 'run' || decision === 'wait' ? undefined : shed({ area, reason: decision })
    },
    run: async (work, { area = 'other' } = {}) => {
      const decision = decideNow(area)
      if (decision !== 'run' && decision !== 'wait') throw shed({ area, reason: decision })
      if (decision === 'wait') await turn(area)
      else take()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
