import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { databaseKind } from '../db/database-kind.ts'
import { deliverOutbox } from '../outbox/deliver-outbox.ts'
import { moment } from '../published/moment.ts'
import { numberChanges } from '../published/mongo-log.ts'
import { isOutdated, republish } from '../published/republish.ts'
import { keepRanking } from '../views/rank-views.ts'
import { keepLog } from '../webhooks/keep-log.ts'
import { underLease } from './lease.ts'
import { sweep } from './sweep.ts'

export interface Worker {
  /** Ends after what is being done; resolves when nothing is any more. */
  stop: () => Promise<void>
}

// The sweep asks two indexed questions when nothing is due.
const TICK_MS = 1_000
const AGAIN_MS = 60_000
const MINUTE_MS = 60_000

const sweeping = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  while (!signal.aborted) {
    try {
      const done = await sweep({ payload, moment: moment(), signal })
      if (done > 0) payload.logger.info({ msg: 'Windows and stars were brought in line with the time', done })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The sweep failed and is tried again' })
    }
    await sleep(TICK_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** A store that another version of the projections has made is made anew while everything goes on. */
const renewing = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  while (!signal.aborted) {
    try {
      if (!(await isOutdated(payload))) return
      const result = await republish({ payload, signal })
      payload.logger.info({ msg: 'The published store was brought in line with the documents', ...result })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The published store could not be brought in line with the documents; it is tried again in a minute' })
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

/**
 * Starts what goes on beside the requests: the sweep at edges of time, the delivery of the outbox, the rankings of what is read most, the numbering of changes (MongoDB;
 * SQLite numbers in the transaction), and the rebuild of a store that another version has made. Of several workers one does it, under a lease. `viewsEveryMs`: how often is ranked.
 */
export const startWorker = ({ payload, viewsEveryMs = MINUTE_MS }: { payload: Payload; viewsEveryMs?: number }): Worker => {
  const ending = new AbortController()
  const work = async (signal: AbortSignal): Promise<void> => {
    // One that fails ends the others: the lease is given up and all are taken up again.
    const failed = new AbortController()
    const either = AbortSignal.any([signal, failed.signal])
    const parts = [
      sweeping({ payload, signal: either }),
      renewing({ payload, signal: either }),
      deliverOutbox({ payload, signal: either }),
      keepLog({ payload, signal: either }),
      keepRanking({ payload, everyMs: viewsEveryMs, signal: either }),
      ...(databaseKind(payload) === 'mongodb' ? [numberChanges({ payload, signal: either })] : []),
    ]
    try {
      await Promise.all(parts)
    } catch (error) {
      failed.abort()
      await Promise.allSettled(parts)
      throw error
    }
  }
  const working = underLease({ payload, name: 'worker', signal: ending.signal, work })
    .catch((error: unknown) => payload.logger.error({ err: error, msg: 'The worker has ended' }))
  return {
    stop: async () => {
      ending.abort()
      await working
    },
  }
}
