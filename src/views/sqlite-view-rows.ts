import { sql, type SQL } from '@payloadcms/db-sqlite/drizzle'
import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import type { Total, ViewRows } from './view-rows.ts'
import type { Bucket, ViewWindow } from './windows.ts'

const handleOf = async (req: PayloadRequest): Promise<LibSQLDatabase> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'sqlite') throw new Error('The views of SQLite were asked to be written in a transaction of another database')
  return handle.db
}

const of = (name: string): SQL => sql.raw(`json_extract(value, '$.${name}')`)

/** Ids that begin so. */
const beginning = (prefix: string): SQL => sql`id >= ${prefix} AND id < ${`${prefix}\uffff`}`

const columns: Readonly<Record<ViewWindow, SQL>> = { day: sql.raw('day'), week: sql.raw('week'), month: sql.raw('month') }

/** The rows on SQLite: each kind of change is one statement, however many rows it is about. */
export const sqliteViewRows = (payload: Payload): ViewRows => {
  const reading = () => (payload.db as unknown as { drizzle: LibSQLDatabase }).drizzle
  return {
    write: async ({ req, drop = [], add, totals }) => {
      const db = await handleOf(req)
      if (drop.length > 0) await db.run(sql`DELETE FROM view_buckets WHERE id IN (SELECT value FROM json_each(${JSON.stringify(drop)}))`)
      // `WHERE true`: without it ON CONFLICT is read as a part of the FROM.
      if (add.length > 0) {
        await db.run(sql`INSERT INTO view_buckets (id, kind, doc_id, span, period, views, leaves)
          SELECT ${of('id')}, ${of('kind')}, ${of('docId')}, ${of('span')}, ${of('period')}, ${of('views')}, ${of('leaves')} FROM json_each(${JSON.stringify(add)}) WHERE true
          ON CONFLICT (id) DO UPDATE SET views = views + excluded.views`)
      }
      if (totals.length === 0) return
      const changes = JSON.stringify(totals.map((change) => ({ ...change, id: `${change.kind}:${change.docId}` })))
      await db.run(sql`INSERT INTO view_totals (id, kind, doc_id, newest, day, week, month)
        SELECT ${of('id')}, ${of('kind')}, ${of('docId')}, ${of('newest')}, coalesce(${of('day')}, 0), coalesce(${of('week')}, 0), coalesce(${of('month')}, 0) FROM json_each(${changes}) WHERE true
        ON CONFLICT (id) DO UPDATE SET day = day + excluded.day, week = week + excluded.week, month = month + excluded.month, newest = coalesce(excluded.newest, newest)`)
      if (totals.some(({ month = 0 }) => month < 0)) await db.run(sql`DELETE FROM view_totals WHERE month <= 0 AND id IN (SELECT ${of('id')} FROM json_each(${changes}))`)
    },
    due: async ({ req, now, limit }) => {
      const db = req ? await handleOf(req) : reading()
      return db.all<Bucket>(sql`SELECT id, kind, doc_id AS docId, span, period, views, leaves FROM view_buckets WHERE leaves <= ${now} ORDER BY leaves LIMIT ${limit}`)
    },
    top: ({ kind, window, first }) =>
      reading().all<Total>(sql`SELECT kind, doc_id AS docId, newest, ${columns[window]} AS views FROM view_totals WHERE kind = ${kind} AND ${columns[window]} > 0
        ORDER BY ${columns[window]} DESC, newest DESC, doc_id DESC LIMIT ${first}`),
    note: async ({ req, id }) => (await (await handleOf(req)).all<{ value: string }>(sql`SELECT value FROM view_notes WHERE id = ${id}`))[0]?.value ?? null,
    setNote: async ({ req, id, value, at }) => {
      const db = await handleOf(req)
      await db.run(sql`INSERT INTO view_notes (id, value, at) VALUES (${id}, ${value}, ${at}) ON CONFLICT (id) DO UPDATE SET value = excluded.value, at = excluded.at`)
    },
    dropNotes: async ({ req, prefix, before }) => {
      const db = await handleOf(req)
      await db.run(sql`DELETE FROM view_notes WHERE ${beginning(prefix)} AND at < ${before}`)
    },
    notes: async (prefix) => {
      const found = await reading().all<{ id: string; value: string }>(sql`SELECT id, value FROM view_notes WHERE ${beginning(prefix)}`)
      return new Map(found.map(({ id, value }) => [id, value]))
    },
  }
}
