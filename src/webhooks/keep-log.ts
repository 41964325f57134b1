import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { nowMs } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { asSystem } from '../db/local-api.ts'

/** How long the log keeps what was sent, in days. */
export const LOG_DAYS = 30
const EACH_MS = 3_600_000
const BATCH = 50

/** Removes one batch of what the log keeps no longer; gives their number. */
export const forgetDeliveries = ({ payload }: { payload: Payload }): Promise<number> => {
  const before = new Date(nowMs() - LOG_DAYS * 86_400_000).toISOString()
  return inTransaction({
    payload,
    work: async (req) => {
      const calls = asSystem(req)
      const { docs } = await calls.find({ collection: 'webhook-deliveries', where: { and: [{ at: { less_than: before } }, { state: { not_equals: 'waiting' } }] }, sort: 'at', limit: BATCH })
      if (docs.length > 0) await calls.delete({ collection: 'webhook-deliveries', where: { id: { in: docs.map(({ id }) => id) } } })
      return docs.length
    },
  })
}

/** Keeps the log short until the signal ends it. */
export const keepLog = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  while (!signal.aborted) {
    try {
      while (!signal.aborted && (await forgetDeliveries({ payload })) > 0);
    } catch (error) {
      payload.logger.warn({ err: error, msg: 'The log of messages could not be shortened; it is tried again later' })
    }
    await sleep(EACH_MS, undefined, { signal }).catch(() => undefined)
  }
}
