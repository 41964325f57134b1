import type { DatabaseAdapterObj } from 'payload'
import type { SqliteSettings } from './sqlite/sqlite-database.ts'

export type DatabaseSettings = {
  /** `file:…` is SQLite, `mongodb://…?replicaSet=…` is MongoDB. */
  url: string
  /** How long a write may hold its transaction, in milliseconds. Then it is rolled back and the next has its turn. */
  timeLimitMs: number
  /** How long a write may wait for its turn, in milliseconds, before it is refused with 503. */
  waitLimitMs?: number
  /** Refuse to start on a database without transactions, rather than warn. */
  requireTransactions: boolean
} & Pick<SqliteSettings, 'afterSchemaInit' | 'loadMigrations' | 'isMigrating'>

/**
 * The database adapter for `payload.config.ts`. Only the package that the address needs is loaded: each takes over a second.
 * @throws Error when the address names neither database.
 */
export const createDatabase = async ({ url, requireTransactions, waitLimitMs = 30_000, timeLimitMs, ...sqlite }: DatabaseSettings): Promise<DatabaseAdapterObj> => {
  if (url.startsWith('file:')) {
    const { sqliteDatabase } = await import('./sqlite/sqlite-database.ts')
    return sqliteDatabase({ url, timeLimitMs, waitLimitMs, ...sqlite })
  }
  if (/^mongodb(\+srv)?:/.test(url)) {
    const { mongodbDatabase } = await import('./mongodb/mongodb-database.ts')
    return mongodbDatabase({ url, requireTransactions, timeLimitMs, waitLimitMs })
  }
  throw new Error('DATABASE_URL names no database: write file:<path> for SQLite or mongodb://<hosts>/<name>?replicaSet=<set> for MongoDB')
}
