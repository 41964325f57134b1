import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Migration } from 'payload'
import { governTransactions } from '../govern-transactions.ts'
import { keepSessions } from '../keep-sessions.ts'
import { type OpenTransaction, transactionState } from '../transaction-state.ts'
import { createQueue, type Queue } from '../turn-queue.ts'
import { wrapBareWrites } from './bare-writes.ts'
import { type Migrations, migrateSafely, typedMigrationFiles } from './migrations.ts'
import { createWriter, type Writer } from './writer.ts'

type SqliteArgs = Parameters<typeof sqliteAdapter>[0]
type SqliteAdapter = BaseDatabaseAdapter & {
  client?: { close: () => void }
  schema: Record<string, unknown>
}

export type SqliteSettings = {
  url: string
  loadMigrations: () => Promise<Migrations>
  afterSchemaInit?: SqliteArgs['afterSchemaInit']
  timeLimitMs: number
  waitLimitMs: number
  isMigrating: () => boolean
}

/** An object each use of which throws. Awaiting it throws, too. */
const unusable = (error: Error): object => new Proxy({}, { get: () => { throw error } })

const openWith = ({ queue, writer }: { queue: Queue; writer: () => Writer }) => async (): Promise<OpenTransaction> => {
  const release = await queue.acquire()
  try {
    await writer().begin()
  } catch (error) {
    release()
    throw error
  }
  // Payload's own ways of ending a session; ours go through the adapter.
  const unused = () => Promise.resolve()
  return {
    session: { db: writer().db, resolve: unused, reject: unused },
    tombstone: (error) => ({ db: unusable(error), resolve: unused, reject: unused }),
    commit: () => writer().commit(),
    rollback: () => writer().rollback(),
    release,
  }
}

/**
 * Payload's SQLite adapter, made sound for many writers: SQLite has room for one at a time, and Payload alone answers
 * that with errors or half-written documents. Every write is in a transaction, in turn, on one connection; reads go beside them.
 * An empty or older file is brought up to date when connecting, in every environment.
 */
export const sqliteDatabase = ({ url, loadMigrations, afterSchemaInit, timeLimitMs, waitLimitMs, isMigrating }: SqliteSettings): DatabaseAdapterObj => {
  const stock = sqliteAdapter({
    client: { url },
    idType: 'uuidv7',
    wal: true,
    push: false,
    migrationDir: 'migrations/sqlite',
    transactionOptions: {},
    ...(afterSchemaInit ? { afterSchemaInit } : {}),
  })

  const decorate = (db: SqliteAdapter): BaseDatabaseAdapter => {
    const { connect, destroy, migrate, createMigration } = db
    const state = transactionState(db.payload)
    const queue = createQueue({ waitLimitMs })
    let writer: Writer | undefined
    const openWriter = (): Writer => {
      if (!writer) throw new Error('The database is not connected')
      return writer
    }

    governTransactions({ db, begin: openWith({ queue, writer: openWriter }), timeLimitMs })
    keepSessions(db)
    wrapBareWrites({ db, state })

    db.migrate = (args) => migrateSafely({ writer: openWriter(), state, run: () => migrate.call(db, args) })
    db.createMigration = (args) => typedMigrationFiles({ folder: db.migrationDir, write: () => createMigration.call(db, args) })
    db.connect = async (args) => {
      mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
      await connect?.call(db, args)
      writer ??= createWriter({ url, schema: db.schema, waitLimitMs })
      if (!args?.hotReload && !isMigrating()) await db.migrate({ migrations: (await loadMigrations()) as unknown as Migration[] })
    }
    db.destroy = async () => {
      // Those who write now finish first. The log is folded into the file by name: a closed connection lives on in its prepared
      // statements until they are collected, so none of them counts as the last.
      const release = await queue.acquire()
      await writer?.run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined)
      writer?.close()
      writer = undefined
      db.client?.close()
      delete db.client
      await destroy?.call(db)
      release()
    }
    return db
  }

  return { ...stock, init: (args) => decorate(stock.init(args) as unknown as SqliteAdapter) } as DatabaseAdapterObj
}
