import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { type Batch, recordViews } from './record-views.ts'
import { sampledWeight } from './sampled-weight.ts'
import { createTally, type Viewed } from './tally.ts'

/** Counts what is read. */
export interface Views {
  count: (viewed: Viewed) => void
  /** Writes what was counted so far. Never rejects: what could not be written stays for the next time. */
  flush: () => Promise<void>
  /** Ends the flushing with a last flush. */
  stop: () => Promise<void>
}

/** Different things held between two flushes: some 10 MB. Beyond that, further ones are not counted. */
const HELD = 50_000
/** Things per transaction, so that editors never wait long for their turn. */
const PER_BATCH = 500

/**
 * Counts in the memory of this process and writes every `everyMs` milliseconds, and when it is stopped. Of views a `rate` is counted, for
 * all of them. A batch that could not be written is tried again before any other, under its number; what is killed loses what it has not written.
 */
export const countViews = ({ payload, everyMs, rate, random = Math.random, record = recordViews }: {
  payload: Payload
  everyMs: number
  rate: number
  random?: () => number
  record?: typeof recordViews
}): Views => {
  const process = randomUUID()
  const tally = createTally({ most: HELD })
  let number = 0
  let unsure: Batch | null = null
  let dropped = 0
  let flushing: Promise<void> | null = null

  const next = (most: number): Batch | null => {
    const counted = tally.take(most)
    return counted.length > 0 ? { number: ++number, counted } : null
  }
  const write = async (): Promise<void> => {
    if (dropped > 0) payload.logger.warn({ msg: 'More different things were read than are counted at once; the others were left out', dropped })
    dropped = 0
    // What comes in meanwhile is for the next time, or there might be no end.
    let left = tally.size
    for (let batch = unsure ?? next(PER_BATCH); batch; batch = left > 0 ? next(Math.min(left, PER_BATCH)) : null) {
      if (batch !== unsure) left -= batch.counted.length
      unsure = batch
      await record({ payload, process, batch })
      unsure = null
    }
  }
  const flush = (): Promise<void> => (flushing ??= write()
    .catch((error: unknown) => payload.logger.warn({ err: error, msg: 'Views could not be written and are kept for the next time' }))
    .finally(() => { flushing = null }))

  const timer = setInterval(() => void flush(), everyMs)
  timer.unref()
  return {
    count: (ref) => {
      const views = sampledWeight({ rate, random })
      if (views > 0 && !tally.add({ ref, views })) dropped += 1
    },
    flush,
    stop: async () => {
      clearInterval(timer)
      // One that was under way has not seen what came since.
      await flushing
      await flush()
    },
  }
}
