import type { Collection } from 'mongodb'
import type { PayloadRequest } from 'payload'
import { transactionHandle } from './transaction-handle.ts'

/**
 * Makes two transactions that decide by the same rule exclude each other, where each would decide by what the other is about to
 * change. MongoDB refuses the later one with a write conflict, and it is tried again; SQLite's writers stand in line anyway.
 * @throws NoTransactionError when the request has no transaction open.
 */
export const conflictUnlessAlone = async ({ req, name }: { req: PayloadRequest; name: string }): Promise<void> => {
  const handle = await transactionHandle(req)
  if (handle.kind === 'sqlite') return
  const { collections } = req.payload.db as unknown as { collections: Record<string, { collection: Collection<{ _id: string; value: number }> }> }
  await collections['counters']?.collection.updateOne({ _id: `decides-${name}` }, { $inc: { value: 1 } }, { upsert: true, session: handle.session })
}
