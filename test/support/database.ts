import type { describe as Describe } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

export type DatabaseKind = 'sqlite' | 'mongodb'

/** The database that this run of the file is for: set per Jest project. */
export const databaseKind = (globalThis as { DATABASE_KIND?: DatabaseKind }).DATABASE_KIND ?? 'sqlite'

const required = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the file through Jest, whose global set-up makes it`)
  return value
}

/** The address of a fresh database of the project's kind. SQLite: a copy of the migrated, otherwise empty template, inside `dataDir`. */
export const freshDatabaseUrl = ({ dataDir }: { dataDir: string }): string => {
  if (databaseKind === 'sqlite') {
    const file = join(dataDir, 'ocop-press.db')
    copyFileSync(required('SQLITE_TEMPLATE'), file)
    return `file:${file}`
  }
  const url = new URL(required('MONGODB_TEST_URL'))
  url.pathname = `/t${randomUUID().replaceAll('-', '')}`
  return url.href
}

/** `describe` on the given database; elsewhere the block is left out, by name. For what only one database can show. */
export const onlyOn = (kind: DatabaseKind) => {
  // Jest's global: this file is also loaded by the global set-up, outside any test.
  const { describe } = globalThis as unknown as { describe: typeof Describe }
  return databaseKind === kind ? describe : describe.skip
}
