import { sql, type SQL } from '@payloadcms/db-sqlite/drizzle'
import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { type Usage, usageId, type UsageRows } from './usage-rows.ts'

const handleOf = async (req: PayloadRequest): Promise<LibSQLDatabase> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'sqlite') throw new Error('The usage on SQLite was asked to be written in a transaction of another database')
  return handle.db
}

const of = (name: string): SQL => sql.raw(`json_extract(value, '$.${name}')`)

/** The rows on SQLite: one statement, however many rows it is about. */
export const sqliteUsageRows = (payload: Payload): UsageRows => {
  const reading = () => (payload.db as unknown as { drizzle: LibSQLDatabase }).drizzle
  return {
    add: async ({ req, usage }) => {
      const rows = JSON.stringify(usage.map((row) => ({ ...row, id: usageId(row) })))
      // `WHERE true`: without it ON CONFLICT is read as a part of the FROM.
      await (await handleOf(req)).run(sql`INSERT INTO partner_usage (id, partner, day, shown, feed, format, requests, errors, last_seen)
        SELECT ${of('id')}, ${of('partner')}, ${of('day')}, ${of('shown')}, ${of('feed')}, ${of('format')}, ${of('requests')}, ${of('errors')}, ${of('lastSeen')} FROM json_each(${rows}) WHERE true
        ON CONFLICT (id) DO UPDATE SET requests = requests + excluded.requests, errors = errors + excluded.errors, last_seen = max(last_seen, excluded.last_seen)`)
    },
    dropBefore: async ({ req, day }) => {
      await (await handleOf(req)).run(sql`DELETE FROM partner_usage WHERE day < ${day}`)
    },
    since: ({ partner, day }) => reading().all<Usage>(sql`SELECT partner, day, shown, feed, format, requests, errors, last_seen AS lastSeen FROM partner_usage WHERE partner = ${partner} AND day >= ${day} ORDER BY day DESC`),
    requestsOf: (day) => reading().all(sql`SELECT partner, shown, sum(requests) AS requests FROM partner_usage WHERE day = ${day} GROUP BY partner, shown`),
  }
}
