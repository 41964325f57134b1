import { type SQL, sql } from '@payloadcms/db-sqlite/drizzle'
import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { AT_ONCE, type OutboxRow, type OutboxRows } from './row.ts'

const handleOf = async (req: PayloadRequest): Promise<LibSQLDatabase> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'sqlite') throw new Error('The outbox of SQLite was asked to write in a transaction of another database')
  return handle.db
}

const among = (values: readonly string[]): SQL => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

type Stored = Omit<OutboxRow, 'body'> & { body: string }

/** The outbox on SQLite. Rows that are due at the same instant come in the order in which they were written. */
export const sqliteOutboxRows = (payload: Payload): OutboxRows => ({
  insert: async ({ req, row: { id, topic, key, body, created, due } }) => {
    await (await handleOf(req)).run(sql`INSERT INTO outbox (id, topic, "key", body, created, attempts, due, state) VALUES (${id}, ${topic}, ${key}, ${body}, ${created}, 0, ${due}, 'waiting')`)
  },
  dueKeys: async ({ topic, now, except, limit }) => {
    const { drizzle } = payload.db as unknown as { drizzle: LibSQLDatabase }
    const rows = await drizzle.all<{ key: string }>(sql`SELECT "key" FROM outbox WHERE topic = ${topic} AND due <= ${now} AND "key" NOT IN ${among(except)} ORDER BY due LIMIT ${limit}`)
    return [...new Set(rows.map(({ key }) => key))]
  },
  claim: async ({ req, topic, key, limit, merging, holder, now, until }) => {
    const db = await handleOf(req)
    const takes = merging ? sql`due > '' AND (due <= ${now} OR (holder IS NULL AND attempts > 0))` : sql`due <= ${now}`
    const rows = await db.all<Stored>(sql`SELECT id, topic, "key", body, attempts, created FROM outbox WHERE topic = ${topic} AND "key" = ${key} AND ${takes} ORDER BY due, rowid LIMIT ${limit}`)
    await db.run(sql`UPDATE outbox SET holder = ${holder}, due = ${until}, attempts = attempts + 1 WHERE id IN ${among(rows.map(({ id }) => id))}`)
    return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown, attempts: Number(row.attempts) + 1 }))
  },
  change: async ({ req, holder, ids, change: { state, due, error, removeAt } }) => {
    const db = await handleOf(req)
    await db.run(sql`UPDATE outbox SET holder = NULL, state = ${state}, due = ${due}, error = ${error}, remove_at = ${removeAt} WHERE holder = ${holder} AND id IN ${among(ids)}`)
  },
  remove: async ({ req, holder, ids }) => {
    await (await handleOf(req)).run(sql`DELETE FROM outbox WHERE holder = ${holder} AND id IN ${among(ids)}`)
  },
  release: async ({ req }) => {
    const { rowsAffected } = await (await handleOf(req)).run(sql`UPDATE outbox SET holder = NULL, due = ${AT_ONCE} WHERE holder IS NOT NULL`)
    return rowsAffected
  },
  clean: async ({ req, now, topics, unknownBefore, limit }) => {
    const db = await handleOf(req)
    const done = await db.run(sql`DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE remove_at <= ${now} ORDER BY remove_at LIMIT ${limit})`)
    const unknown = await db.run(sql`DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE topic NOT IN ${among(topics)} AND created <= ${unknownBefore} LIMIT ${limit})`)
    return done.rowsAffected + unknown.rowsAffected
  },
})
