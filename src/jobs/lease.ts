import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Collection } from 'mongodb'
import type { Payload } from 'payload'
import { databaseKind } from '../db/database-kind.ts'
import { mongoDb } from '../published/mongo-write.ts'

type Lease = { _id: string; holder: string; until: Date }

const TERM_MS = 15_000
const RENEW_MS = 5_000
const RETRY_MS = 2_000

/** Takes or renews the lease when it is free, over or one's own. The database's clock decides, which is one for all processes. */
const take = async ({ leases, name, holder }: { leases: Collection<Lease>; name: string; holder: string }): Promise<boolean> => {
  const free = { $or: [{ $eq: ['$holder', holder] }, { $lte: ['$until', '$$NOW'] }] }
  // An upsert takes no condition on the clock of the database.
  await leases.updateOne({ _id: name }, { $setOnInsert: { holder: '', until: new Date(0) } }, { upsert: true })
  const taken = await leases.findOneAndUpdate({ _id: name, $expr: free }, [{ $set: { holder, until: { $add: ['$$NOW', TERM_MS] } } }], { returnDocument: 'after', writeConcern: { w: 'majority' } })
  return taken?.holder === holder
}

/**
 * Does some work while this process has the lease, again and again until the signal ends it. The work gets a signal of its own that
 * ends when the lease is lost. SQLite has one process: there the work has the lease all the time.
 */
export const underLease = async ({ payload, name, signal, work }: { payload: Payload; name: string; signal: AbortSignal; work: (signal: AbortSignal) => Promise<void> }): Promise<void> => {
  if (databaseKind(payload) === 'sqlite') return work(signal)
  const leases = mongoDb(payload).collection<Lease>('leases')
  const holder = randomUUID()
  const tryToTake = () => take({ leases, name, holder }).catch((error: unknown) => {
    payload.logger.warn({ err: error, msg: `The lease "${name}" could not be asked for` })
    return false
  })
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined)
  while (!signal.aborted) {
    if (!(await tryToTake())) {
      await pause(RETRY_MS)
      continue
    }
    const lost = new AbortController()
    const working = work(AbortSignal.any([signal, lost.signal]))
      .catch((error: unknown) => payload.logger.error({ err: error, msg: `The work under the lease "${name}" failed and is taken up again` }))
      .finally(() => lost.abort())
    // Given up before others may take it: a renewal that fails ends the work well within the term.
    while (!signal.aborted && !lost.signal.aborted) {
      await sleep(RENEW_MS, undefined, { signal: AbortSignal.any([signal, lost.signal]) }).catch(() => undefined)
      if (signal.aborted || lost.signal.aborted) break
      if (!(await tryToTake())) lost.abort()
    }
    await working
    // Given back, so that the next one need not wait for the end of the term.
    await leases.updateOne({ _id: name, holder }, { $set: { until: new Date(0) } }).catch(() => undefined)
    if (!signal.aborted) await pause(RETRY_MS)
  }
}
