import type { Payload, PayloadRequest } from 'payload'
import { TransactionEndedError } from './transaction-errors.ts'
import { transactionState } from './transaction-state.ts'

/** Something that other parts must hear of once it is in the database for good. */
export type CommitEvent = {
  kind: string
  id: string
  change: string
}

type Listener = (events: CommitEvent[]) => void

/**
 * Hears of what was recorded in a transaction, after its commit and before the save is acknowledged; never of what was
 * rolled back. A listener is synchronous and quick; one that throws is logged and does not fail the save.
 * `on` gives back the function that ends the listening.
 */
export const afterCommit = (payload: Payload) => ({
  on: (listener: Listener): (() => void) => {
    const { listeners } = transactionState(payload)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
})

/** Tells the listeners at once. */
export const emitCommitEvents = ({ payload, events }: { payload: Payload; events: CommitEvent[] }): void => {
  if (events.length === 0) return
  for (const listener of transactionState(payload).listeners) {
    try {
      listener(events)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'A listener of committed changes failed' })
    }
  }
}

/**
 * Keeps an event until the transaction of the request is committed. Without a transaction the listeners hear of it at once.
 * @throws TransactionEndedError when that transaction is over.
 */
export const recordCommitEvent = async ({ req, event }: { req: PayloadRequest; event: CommitEvent }): Promise<void> => {
  const transaction = transactionState(req.payload).transactions.get(String(await req.transactionID))
  if (transaction?.ended) throw new TransactionEndedError(transaction.ended)
  if (transaction) transaction.events.push(event)
  else emitCommitEvents({ payload: req.payload, events: [event] })
}

/**
 * Runs something once the transaction of the request is over, committed or not; without a transaction at once. For what only looks
 * whether there is something to do.
 */
export const atTransactionEnd = async ({ req, run }: { req: PayloadRequest; run: () => void }): Promise<void> => {
  const transaction = transactionState(req.payload).transactions.get(String(await req.transactionID))
  if (transaction && !transaction.ended) transaction.onEnd.push(run)
  else run()
}
