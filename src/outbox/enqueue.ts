import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { nowMs } from '../clock.ts'
import { atTransactionEnd } from '../db/after-commit.ts'
import { outboxRowsOf } from './rows.ts'
import { wakeOutbox } from './topics.ts'

// A new row is due since before it was written: the worker may run on a machine whose clock is behind.
const CLOCKS_DIFFER_MS = 60_000

/**
 * Writes, in the transaction of a change, what others have to be told of it. It is delivered after the commit, at least once, or never
 * when the change is rolled back. Deliveries of one topic and key do not overlap.
 * @throws NoTransactionError outside a transaction.
 */
export const enqueue = async ({ req, topic, key, body, notBefore }: {
  req: PayloadRequest
  topic: string
  key: string
  /** Anything that JSON can hold. */
  body: unknown
  /** Default: at once. */
  notBefore?: Date
}): Promise<void> => {
  const created = nowMs()
  const due = notBefore ?? new Date(created - CLOCKS_DIFFER_MS)
  await outboxRowsOf(req.payload).insert({
    req,
    row: { id: randomUUID(), topic, key, body: JSON.stringify(body), created: new Date(created).toISOString(), due: due.toISOString() },
  })
  await atTransactionEnd({ req, run: () => wakeOutbox(req.payload) })
}
