import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, type LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import { DatabaseBusyError } from '../transaction-errors.ts'

type Connected = ReturnType<typeof open>
type Settings = { url: string; schema: Record<string, unknown> }

const open = ({ url, schema }: Settings) => drizzle({ connection: { url }, schema })

// Each connection has its own settings. Waiting for a lock inside SQLite would stop the whole process: busy_timeout stays 0.
const prepare = async ({ $client }: Connected): Promise<void> => {
  await $client.execute('PRAGMA synchronous = FULL')
  await $client.execute('PRAGMA foreign_keys = ON')
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '')
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED')

/**
 * The one connection through which everything is written. It stays open, so its settings hold; nobody but the transactions of
 * `sqlite-database.ts` may use it, one after another. Another process at the file (a backup, a command) is waited for without blocking.
 */
export const createWriter = ({ waitLimitMs, ...settings }: Settings & { waitLimitMs: number }) => {
  let connected = open(settings)
  let prepared = prepare(connected)

  const renew = async (): Promise<void> => {
    connected.$client.close()
    connected = open(settings)
    prepared = prepare(connected)
    await prepared
  }

  const run = (sql: string) => connected.$client.execute(sql)

  return {
    get db(): LibSQLDatabase {
      return connected as unknown as LibSQLDatabase
    },
    run,
    /** Takes the file's write lock. @throws DatabaseBusyError when another process keeps it longer than the wait limit. */
    begin: async (): Promise<void> => {
      await prepared
      const started = performance.now()
      for (;;) {
        try {
          await run('BEGIN IMMEDIATE')
          return
        } catch (error) {
          if (!isBusy(error)) throw error
          // The driver leaves the refused statement unfinished, and with one of those no later COMMIT succeeds.
          await renew()
          if (performance.now() - started > waitLimitMs) throw new DatabaseBusyError(waitLimitMs)
          await sleep(20 + Math.random() * 40)
        }
      }
    },
    commit: async (): Promise<void> => {
      await run('COMMIT')
    },
    /** Afterwards no transaction is open, whatever happened before: if need be, by a new connection. */
    rollback: async (): Promise<void> => {
      try {
        await run('ROLLBACK')
      } catch (error) {
        // SQLite rolls back by itself after some errors, such as a full disk.
        if (!String((error as Error).message).includes('no transaction is active')) await renew()
      }
    },
    close: (): void => connected.$client.close(),
  }
}

export type Writer = ReturnType<typeof createWriter>
