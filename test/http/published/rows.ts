import Database from 'libsql'
import { MongoClient } from 'mongodb'

export type Row = {
  id: string; slug: string | null; number: number | null; visible_from: string | null; visible_until: string | null; stars: number | null; stars_through: string | null
  changes_on: string | null; gone: string | null; hash: string; announced: boolean; edge: string | null; seq: number | null; data: Record<string, any>; facets: string[]
}

export type Rows = {
  row: (kind: string, id: string) => Promise<Row | null>
  all: () => Promise<Row[]>
  close: () => Promise<void>
}

const parse = (text: unknown) => (typeof text === 'string' ? JSON.parse(text) : (text ?? null))
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const columns = ['slug', 'number', 'visible_from', 'visible_until', 'stars', 'stars_through', 'changes_on', 'gone', 'hash', 'edge', 'seq'] as const

const shaped = (id: string, value: (name: string) => unknown): Row => ({
  id,
  ...(Object.fromEntries(columns.map((name) => [name, value(name) ?? null])) as Pick<Row, (typeof columns)[number]>),
  announced: Boolean(value('announced')),
  data: parse(value('data')),
  facets: parse(value('facets')),
})

/** Reads the rows of the store from outside, past the program, on either database. */
export const openRows = async (databaseUrl: string): Promise<Rows> => {
  if (databaseUrl.startsWith('file:')) {
    const database = new Database(databaseUrl.slice('file:'.length))
    database.exec('PRAGMA query_only = ON')
    const all = async () => (database.prepare('SELECT * FROM published ORDER BY id').all() as Record<string, unknown>[]).map((found) => shaped(String(found['id']), (name) => found[name]))
    return { all, row: async (kind, id) => (await all()).find((row) => row.id === `${kind}:${id}`) ?? null, close: async () => void database.close() }
  }
  const client = await new MongoClient(databaseUrl).connect()
  const rows = client.db().collection<{ _id: string } & Record<string, unknown>>('published')
  const all = async () => (await rows.find({}, { sort: { _id: 1 } }).toArray()).map((found) => shaped(found._id, (name) => found[camel(name)]))
  return { all, row: async (kind, id) => (await all()).find((row) => row.id === `${kind}:${id}`) ?? null, close: () => client.close() }
}
