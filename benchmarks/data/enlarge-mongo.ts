// Makes a small MongoDB database a large one, past the hooks: rows as the store writes them. `enlarge-mongo.ts <url>`
import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { hashOf, type RowContent } from '../../src/published/row.ts'
import { furtherRows } from './multiply.ts'

const BATCH = 1000
const [, , url = ''] = process.argv
const client = await new MongoClient(url).connect()
type Stored = Omit<RowContent, 'id'> & { _id: string }
const rows = client.db().collection<Stored & Record<string, unknown>>('published')

const templates = async (kind: 'article' | 'product'): Promise<RowContent[]> => {
  const found = await rows.find({ kind }, { projection: { hash: 0, announced: 0, edge: 0, mark: 0, decision: 0 } }).sort({ visibleFrom: 1 }).toArray()
  return found.map(({ _id: id, ...rest }) => ({ id, ...rest }) as unknown as RowContent)
}

let batch: (Stored & Record<string, unknown>)[] = []
let written = 0
const flush = async (): Promise<void> => {
  await rows.insertMany(batch, { ordered: false })
  written += batch.length
  batch = []
  if (written % 10_000 === 0) console.log(`${written} rows …`)
}
const idOf = (count: number): string => `670000000000${count.toString(16).padStart(12, '0')}`
for (const row of furtherRows({ articles: await templates('article'), products: await templates('product'), makeId: idOf })) {
  const { id: _id, ...rest } = row
  const decision = randomUUID()
  batch.push({ _id, ...rest, hash: hashOf(row), announced: true, edge: null, mark: decision, decision })
  if (batch.length === BATCH) await flush()
}
if (batch.length > 0) await flush()
await client.close()
