import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { ClientSession } from 'mongodb'
import type { PayloadRequest } from 'payload'
import { databaseKind } from './database-kind.ts'
import { NoTransactionError, TransactionEndedError } from './transaction-errors.ts'
import { transactionState } from './transaction-state.ts'

/** The open transaction in the database's own terms: for statements that Payload's adapter cannot say. */
export type TransactionHandle = { kind: 'sqlite'; db: LibSQLDatabase } | { kind: 'mongodb'; session: ClientSession }

/**
 * The handle of the transaction that a request has open.
 * @throws NoTransactionError when it has none, TransactionEndedError when it is over.
 */
export const transactionHandle = async (req: PayloadRequest): Promise<TransactionHandle> => {
  const id = await req.transactionID
  const transaction = transactionState(req.payload).transactions.get(String(id ?? ''))
  if (!transaction) throw new NoTransactionError()
  if (transaction.ended) throw new TransactionEndedError(transaction.ended)
  return databaseKind(req.payload) === 'sqlite'
    ? { kind: 'sqlite', db: (transaction.session as { db: LibSQLDatabase }).db }
    : { kind: 'mongodb', session: transaction.session as ClientSession }
}
