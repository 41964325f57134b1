import Database from 'libsql'

type Row = Record<string, unknown>

const opened = <T>(file: string, use: (db: InstanceType<typeof Database>) => T): T => {
  const db = new Database(file)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

/** Whether someone holds the write lock of a SQLite file: whether a transaction that writes is open. */
export const isWriteLocked = (file: string): boolean =>
  opened(file, (db) => {
    try {
      db.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return true
      throw error
    }
    db.exec('ROLLBACK')
    return false
  })

/** What SQLite itself finds wrong with a file: damage, or rows that refer to nothing. */
export const damagesOf = (file: string): string[] =>
  opened(file, (db) => [
    ...(db.prepare('PRAGMA integrity_check').all() as Row[]).map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok'),
    ...(db.prepare('PRAGMA foreign_key_check').all() as Row[]).map((row) => `${String(row['table'])} row ${String(row['rowid'])} refers to nothing`),
  ])

export const rowsOf = <T>(file: string, sql: string): T[] => opened(file, (db) => db.prepare(sql).all() as T[])
