import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { Collection } from 'mongodb'
import type { PayloadRequest } from 'payload'
import { databaseKind } from './database-kind.ts'
import { transactionHandle } from './transaction-handle.ts'

/** Numbers begin after this one, so that every address shows at least four digits. */
const BEFORE_THE_FIRST = 1000
const DUPLICATE_KEY = 11000

type Counter = { _id: string; value: number }

const onSqlite = async ({ req, counter }: { req: PayloadRequest; counter: string }): Promise<number> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'sqlite') throw new Error('The transaction is not one of SQLite')
  const row = await handle.db.get<{ value: number }>(
    sql`INSERT INTO counters (id, value) VALUES (${counter}, ${BEFORE_THE_FIRST + 1}) ON CONFLICT (id) DO UPDATE SET value = value + 1 RETURNING value`,
  )
  return Number(row.value)
}

// Outside the transaction: inside, every two creations at once would be a write conflict. What a rollback leaves is a gap.
const onMongodb = async ({ req, counter }: { req: PayloadRequest; counter: string }): Promise<number> => {
  const { collections } = req.payload.db as unknown as { collections: Record<string, { collection: Collection<Counter> }> }
  const counters = collections['counters']?.collection
  if (!counters) throw new Error('The collection "counters" is missing from the configuration')
  const next = () =>
    counters.findOneAndUpdate({ _id: counter }, [{ $set: { value: { $add: [{ $ifNull: ['$value', BEFORE_THE_FIRST] }, 1] } } }], { upsert: true, returnDocument: 'after' })
  // Two who make the counter at the same time: the second finds it made.
  const document = await next().catch((error: { code?: number }) => (error.code === DUPLICATE_KEY ? next() : Promise.reject(error)))
  if (!document) throw new Error(`The counter "${counter}" could not be read`)
  return document.value
}

/**
 * The next number of a sequence: never given twice, gaps are possible. On SQLite it is part of the request's transaction.
 * @throws NoTransactionError on SQLite when the request has no transaction open.
 */
export const nextNumber = (args: { req: PayloadRequest; counter: string }): Promise<number> =>
  databaseKind(args.req.payload) === 'sqlite' ? onSqlite(args) : onMongodb(args)
