import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter } from 'payload'
import { emitCommitEvents } from './after-commit.ts'
import { MissingRequestError, TransactionEndedError } from './transaction-errors.ts'
import { currentTransaction, type OpenTransaction, type Transaction, type TransactionState, transactionState } from './transaction-state.ts'

// Payload falls back to a connection without a transaction when a session is gone, so an ended one must still be found by a late hook.
const TOMBSTONE_MS = 60_000

const sessionsOf = (db: BaseDatabaseAdapter) => db.sessions as unknown as Record<string, unknown>

const end = ({ db, state, transaction, why }: { db: BaseDatabaseAdapter; state: TransactionState; transaction: Transaction; why: string }): void => {
  const { id } = transaction
  transaction.ended = why
  clearTimeout(transaction.timer)
  sessionsOf(db)[id] = transaction.tombstone(new TransactionEndedError(why))
  setTimeout(() => {
    state.transactions.delete(id)
    delete sessionsOf(db)[id]
  }, TOMBSTONE_MS).unref()
}

const release = (transaction: Transaction): void => {
  for (const letGo of transaction.onEnd.splice(0)) letGo()
  transaction.release()
}

/**
 * Puts begin, commit and rollback of an adapter in one hand, alike on every database:
 * a transaction has a time limit, an ended one refuses late writes, a commit that did not happen is an error (Payload's own
 * swallows it), a nested one without `req` is refused, and what was recorded for after the commit is told then.
 * Call it after the adapter has connected, since MongoDB's replaces `beginTransaction` there.
 */
export const governTransactions = ({ db, begin, timeLimitMs }: {
  db: BaseDatabaseAdapter
  begin: () => Promise<OpenTransaction>
  timeLimitMs: number
}): void => {
  const { payload } = db
  const state = transactionState(payload)

  const rollback = async (transaction: Transaction, why: string): Promise<void> => {
    if (transaction.ended) return
    end({ db, state, transaction, why })
    try {
      await transaction.rollback()
    } finally {
      release(transaction)
    }
  }

  const limit = (transaction: Transaction): void => {
    const why = `it took longer than ${timeLimitMs / 1000} s`
    payload.logger.error({ msg: `A transaction was rolled back: ${why}` })
    rollback(transaction, why).catch((error: unknown) => payload.logger.error({ err: error, msg: 'The rollback of an overdue transaction failed' }))
  }

  db.beginTransaction = async () => {
    if (currentTransaction(state)) throw new MissingRequestError()
    const id = randomUUID()
    // Before the first await: so the flow of the caller carries it, too.
    state.current.enterWith({ id })
    const opened = await begin()
    const transaction: Transaction = { ...opened, id, events: [], ended: '', entered: false, onEnd: [] }
    state.transactions.set(id, transaction)
    sessionsOf(db)[id] = opened.session
    if (!state.withoutLimit) transaction.timer = setTimeout(limit, timeLimitMs, transaction)
    return id
  }

  db.commitTransaction = async (given) => {
    const id = await given
    if (!id) return
    const transaction = state.transactions.get(String(id))
    if (!transaction || transaction.ended) throw new TransactionEndedError(transaction?.ended ?? 'it is long over')
    end({ db, state, transaction, why: 'it was committed' })
    try {
      await transaction.commit()
    } catch (error) {
      transaction.ended = 'its commit failed'
      await transaction.rollback().catch(() => undefined)
      release(transaction)
      throw error
    }
    emitCommitEvents({ payload, events: transaction.events })
    release(transaction)
  }

  db.rollbackTransaction = async (given) => {
    const transaction = state.transactions.get(String(await given))
    if (transaction) await rollback(transaction, 'it was rolled back')
  }
}
