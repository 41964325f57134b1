import { setTimeout as sleep } from 'node:timers/promises'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import type { PublishedChanges } from '../../published/changes.ts'
import { moment as now } from '../../published/moment.ts'
import type { Change, Moment, Store } from '../../published/store.ts'
import { ProblemError } from '../problem.ts'

/** What is asked of the log. */
export interface ChangesAsked {
  /** The number after which to go on; 0 from the beginning. */
  after: number
  limit: number
  kinds: readonly PublicKind[]
}

/** The log of what is public, for whoever keeps a copy of it. */
export interface ChangeLog {
  /**
   * Waits until there is something to tell, for at most so many milliseconds, and in any case until this process has heard of all that
   * stands in the log: whoever is told of a change and asks for the thing at once must not be given what was stored before it.
   * @throws ProblemError UNAVAILABLE when too many wait, or when the process hears of nothing.
   */
  wait: (asked: ChangesAsked & { waitMs: number; client: string; signal: AbortSignal }) => Promise<void>
  /** Changes in order, of those that this process has heard of. `isWhole`: there are no more for now. */
  read: (asked: ChangesAsked & { store: Store; moment: Moment }) => Promise<{ changes: Change[]; last: number; isWhole: boolean }>
}

interface ChangeLogOptions {
  store: Pick<Store, 'since' | 'lastChange'>
  changes: PublishedChanges
  /** Monotonic milliseconds up to which this process has heard of everything that was committed. */
  heardUntil: () => number
  /** Whether the process has begun to stop: nobody is kept waiting then. */
  isStopping: () => boolean
  /** How many may wait at once: all together, and of one client. */
  seats?: { all: number; each: number }
}

const SEATS = { all: 200, each: 20 }
/** How often those who wait look at the log, together: on MongoDB a change has its number there a little after it was heard of. Milliseconds. */
const TICK_MS = 200
/** A process that has not heard its pulse for so long vouches for nothing. */
const HEARD_MS = 6_000

const unavailable = (detail: string): ProblemError => new ProblemError({ code: 'UNAVAILABLE', detail, headers: { 'retry-after': '5' } })

/** Makes the log of a process. */
export const createChangeLog = ({ store, changes, heardUntil, isStopping, seats = SEATS }: ChangeLogOptions): ChangeLog => {
  let waiting = 0
  let changedAt = -Infinity
  let wake = new AbortController()
  let vouchedFor = 0
  changes.on(() => {
    changedAt = performance.now()
    wake.abort()
    wake = new AbortController()
  })

  let lookedAt = -Infinity
  let looked = Promise.resolve(0)
  /** The last number, looked up once for all. */
  const lastNumber = (): Promise<number> => {
    const at = performance.now()
    if (at - lookedAt >= TICK_MS || changedAt >= lookedAt) {
      lookedAt = at
      looked = store.lastChange()
    }
    return looked
  }
  /** Whether something of these kinds stands behind a number; if not, the number up to which there is nothing. */
  const newsAfter = async ({ after, limit, kinds }: ChangesAsked): Promise<true | number> => {
    const found = await store.since({ after, limit, kinds, moment: now() })
    if (found.changes.length > 0) return true
    return found.last === after ? after : newsAfter({ after: found.last, limit, kinds })
  }
  const news = async ({ waitMs, signal, ...asked }: ChangesAsked & { waitMs: number; signal: AbortSignal }): Promise<void> => {
    const end = performance.now() + waitMs
    let { after } = asked
    while (!signal.aborted && !isStopping()) {
      const woken = wake.signal
      const last = await lastNumber()
      // The log was begun anew, and has nothing to wait for.
      if (last < asked.after) return
      const found = last > after ? await newsAfter({ ...asked, after }) : after
      if (found === true) return
      after = found
      const left = end - performance.now()
      if (left <= 0) return
      await sleep(Math.min(left, TICK_MS), undefined, { signal: AbortSignal.any([signal, woken]) }).catch(() => undefined)
    }
  }
  const prove = async (): Promise<void> => {
    const last = await store.lastChange()
    const readAt = performance.now()
    while (heardUntil() < readAt) {
      if (performance.now() - readAt > HEARD_MS) throw unavailable('This server does not hear of what is published at the moment.')
      await sleep(20)
    }
    vouchedFor = Math.max(vouchedFor, last)
  }
  let proving: Promise<void> | null = null
  /** One proof for all who need one. */
  const vouch = async (): Promise<void> => {
    const last = await lastNumber()
    while (last > vouchedFor) await (proving ??= prove().finally(() => { proving = null }))
  }
  const sitting = new Map<string, number>()
  const inSeat = async (client: string, work: () => Promise<void>): Promise<void> => {
    const own = sitting.get(client) ?? 0
    if (waiting >= seats.all || own >= seats.each) throw unavailable('Too many are waiting for changes at the moment. Ask without "wait", or later.')
    waiting += 1
    sitting.set(client, own + 1)
    try {
      await work()
    } finally {
      waiting -= 1
      const left = (sitting.get(client) ?? 1) - 1
      if (left > 0) sitting.set(client, left)
      else sitting.delete(client)
    }
  }

  return {
    wait: async ({ waitMs, client, ...asked }) => {
      if (waitMs > 0) await inSeat(client, () => news({ ...asked, waitMs }))
      await vouch()
    },
    read: async ({ store: traced, moment, after, limit, kinds }) => {
      const found = await traced.since({ after, limit, kinds, moment })
      const last = Math.min(found.last, Math.max(vouchedFor, after))
      return { changes: found.changes.filter(({ seq }) => seq <= last), last, isWhole: last >= vouchedFor }
    },
  }
}
