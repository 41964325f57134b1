import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite'
import type { TransactionState } from '../transaction-state.ts'
import type { Writer } from './writer.ts'

/** What `migrations/sqlite/index.ts` exports: generated, in order. */
export type Migrations = Array<{
  name: string
  up: (args: MigrateUpArgs) => Promise<void>
  down: (args: MigrateDownArgs) => Promise<void>
}>

const countDone = async (writer: Writer): Promise<number> => {
  const tables = await writer.run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
  if (tables.rows.length === 0) return 0
  const { rows } = await writer.run('SELECT count(*) AS done FROM payload_migrations')
  return Number(rows[0]?.['done'])
}

/**
 * Runs migrations as SQLite's documentation demands it: a changed table is made anew and the old one dropped, which with foreign
 * keys on would delete every row that refers to it. Keys are off meanwhile (they cannot be switched inside the transaction), and checked afterwards.
 * @throws Error when a migration left rows that refer to nothing.
 */
export const migrateSafely = async ({ writer, state, run }: { writer: Writer; state: TransactionState; run: () => Promise<void> }): Promise<void> => {
  const before = await countDone(writer)
  state.withoutLimit = true
  await writer.run('PRAGMA foreign_keys = OFF')
  try {
    await run()
  } finally {
    await writer.run('PRAGMA foreign_keys = ON')
    state.withoutLimit = false
  }
  if ((await countDone(writer)) === before) return
  const { rows } = await writer.run('PRAGMA foreign_key_check')
  if (rows.length > 0) throw new Error(`A migration left ${rows.length} rows that refer to nothing, first in table ${String(rows[0]?.['table'])}: restore the backup and repair the migration`)
}

const sources = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')

/** Lets Payload write a migration, then marks its type imports as types: bundlers that keep every import would look for them at run time. */
export const typedMigrationFiles = async ({ folder, write }: { folder: string; write: () => Promise<void> | void }): Promise<void> => {
  await write()
  for (const name of sources(folder)) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    const typed = text.replace(/import \{ MigrateUpArgs, MigrateDownArgs, sql \}/, 'import { type MigrateUpArgs, type MigrateDownArgs, sql }')
    if (typed !== text) writeFileSync(path, typed)
  }
}
