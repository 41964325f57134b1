import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

const KEY = 'database-mark'

/** A mark that only this database has, made when it is first asked for: what is kept beside a database can say which one it belongs to. */
export const databaseMark = async (payload: Payload): Promise<string> => {
  const stored = (await payload.kv.get(KEY)) as { mark?: string } | null
  if (stored?.mark) return stored.mark
  const mark = randomUUID()
  await payload.kv.set(KEY, { mark })
  return mark
}
