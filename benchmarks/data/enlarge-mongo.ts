// Makes a small MongoDB database a large one, past the hooks: rows as the store writes them. `enlarge-mongo.ts <url>`
import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { hashOf, type RowContent } from '../../src/published/row.ts'
import { furtherRows, type Template } from './multiply.ts'

const BATCH = 1000
const [, , url = ''] = process.argv
const client = await new MongoClient(url).connect()
type Stored = Omit<RowContent, 'id'> & { _id: string } & Record<string, unknown>
const rows = client.db().collection<Stored>('published')

const contentOf = ({ _id: id, kind, docId, slug, number, visibleFrom, visibleUntil, sortKey, rank, stars, starsThrough, changesOn, gone, facets, refs, data, heavy }: Stored): RowContent =>
  ({ id, kind, docId, slug, number, visibleFrom, visibleUntil, sortKey, rank, stars, starsThrough, changesOn, gone, facets, refs, data, heavy })

const templates = async (kind: 'article' | 'product'): Promise<Template<Stored>[]> => {
  const found = await rows.find({ kind }).sort({ visibleFrom: 1 }).toArray()
  return found.map((stored) => ({ ...contentOf(stored), stored }))
}

let batch: Stored[] = []
let written = 0
const flush = async (): Promise<void> => {
  await rows.insertMany(batch, { ordered: false })
  written += batch.length
  batch = []
  if (written % 10_000 === 0) console.log(`${written} rows …`)
}
const idOf = (count: number): string => `670000000000${count.toString(16).padStart(12, '0')}`
for (const { stored, ...row } of furtherRows({ articles: await templates('article'), products: await templates('product'), makeId: idOf })) {
  const { id: _id, ...content } = row
  const decision = randomUUID()
  batch.push({ ...stored, ...content, _id, hash: hashOf(row), mark: decision, decision })
  if (batch.length === BATCH) await flush()
}
if (batch.length > 0) await flush()
await client.close()
