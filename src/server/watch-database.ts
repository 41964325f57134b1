import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { Gauge } from 'prom-client'
import type { Availability } from '../cache/availability.ts'
import { databaseKind } from '../db/database-kind.ts'
import type { Log } from '../log.ts'
import type { ChangeFollower } from '../published/change-stream.ts'
import { moment } from '../published/moment.ts'
import type { Store } from '../published/store.ts'
import type { Metrics } from './metrics.ts'

const EVERY_MS = 1_000
const LIMIT_MS = 2_000
/** A verdict that comes so late says more about this process than about the database. */
const LATE_MS = LIMIT_MS + 500

export interface WatchOptions {
  payload: Payload
  store: Pick<Store, 'nextEdge'>
  availability: Availability
  log: Pick<Log, 'warn' | 'info'>
  metrics: Pick<Metrics, 'registry'>
  /** Milliseconds between two looks. */
  everyMs?: number
}

const within = async (work: Promise<unknown>): Promise<void> => {
  const ended = new AbortController()
  const limit = sleep(LIMIT_MS, undefined, { signal: ended.signal, ref: false }).then(() => { throw new Error(`The database has not answered within ${LIMIT_MS / 1000} s`) })
  limit.catch(() => undefined)
  await Promise.race([work, limit]).finally(() => ended.abort())
}

const gauges = ({ availability, metrics: { registry }, lag }: { availability: Availability; metrics: Pick<Metrics, 'registry'>; lag: () => number }) => {
  const registers = [registry]
  new Gauge({ name: 'database_away', help: '1 while the database does not answer reads', registers, collect() { this.set(availability.reachable ? 0 : 1) } })
  new Gauge({ name: 'published_changes_deaf', help: '1 while this process does not hear of what other processes publish', registers, collect() { this.set(availability.hearing ? 0 : 1) } })
  new Gauge({ name: 'published_changes_lag_seconds', help: 'Time the last pulse took from this process into the database and back through its stream of changes', registers, collect() { this.set(lag()) } })
}

/** Tells of each turn once. */
const teller = ({ availability, log }: { availability: Availability; log: Pick<Log, 'warn' | 'info'> }) => {
  let was = { reachable: true, hearing: true }
  return (error: unknown): void => {
    const { reachable, hearing } = availability
    if (was.reachable && !reachable) log.warn({ err: error }, 'the database does not answer: stored answers are served, others refused')
    else if (!was.reachable && reachable) log.info('the database answers again')
    if (was.hearing && !hearing && reachable) log.warn({ err: error }, 'this process does not hear of what others publish: its stored answers go out as stale')
    else if (!was.hearing && hearing) log.info('this process hears of what others publish again')
    was = { reachable, hearing }
  }
}

/**
 * Looks after the database once a second and marks what it finds: whether it answers reads within 2 s and, on MongoDB, whether this
 * process hears of what others publish, by a pulse that has to come back in the stream of changes. Resolves when both are known for
 * the first time. Gives the function that ends it.
 */
export const watchDatabase = async ({ payload, store, availability, log, metrics, everyMs = EVERY_MS }: WatchOptions): Promise<() => Promise<void>> => {
  const ending = new AbortController()
  const { signal } = ending
  let lag = 0
  const onProof = ({ asOf }: { asOf: number }): void => {
    lag = (performance.now() - asOf) / 1000
    availability.mark({ hearing: true, asOf })
  }
  const follower: ChangeFollower | null = databaseKind(payload) === 'mongodb' ? await (await import('../published/change-stream.ts')).followChanges({ payload, onProof }) : null
  const read = (): Promise<unknown> => (follower ? follower.read() : store.nextEdge(moment().now))
  gauges({ availability, metrics, lag: () => lag })
  const tell = teller({ availability, log })

  const look = async (): Promise<void> => {
    const begun = performance.now()
    const beating = follower?.beat().catch((error: unknown) => error)
    let failure: unknown
    try {
      await within(read())
      // On SQLite nobody else writes: what the process has done it knows.
      availability.mark({ reachable: true, ...(follower ? {} : { hearing: true }) })
    } catch (error) {
      failure = error
      if (performance.now() - begun < LATE_MS) availability.mark({ reachable: false })
    }
    tell(failure ?? (await beating))
  }
  const watching = (async () => {
    while (!signal.aborted) {
      const next = sleep(everyMs, undefined, { signal }).catch(() => undefined)
      await look()
      await next
    }
  })()
  return async () => {
    ending.abort()
    await watching
    await follower?.stop()
  }
}
