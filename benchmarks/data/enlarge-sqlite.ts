// Makes a small SQLite database a large one, past the hooks: rows, facets and references as the store writes them. `enlarge-sqlite.ts <file>`
import Database from 'libsql'
import { hashOf, type RowContent } from '../../src/published/row.ts'
import { furtherRows, type Template } from './multiply.ts'

const [, , file = ''] = process.argv
const db = new Database(file)
db.exec('PRAGMA synchronous = OFF')
// Indexes are made at once when all is there: sooner done, and the same in the end.
db.exec('PRAGMA journal_mode = OFF')
const indexes = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('published', 'published_facets', 'published_refs')").all() as { name: string; sql: string }[]
db.exec('PRAGMA cache_size = -1000000')

type Stored = Pick<RowContent, 'id' | 'kind' | 'slug' | 'number' | 'rank' | 'stars' | 'gone' | 'data' | 'heavy'> &
  { doc_id: string; facets: string; refs: string } & Record<'visible_from' | 'visible_until' | 'sort_key' | 'stars_through' | 'changes_on', string | null>

const templateFrom = (stored: Stored): Template<Stored> => ({ ...content(stored), stored })

const content = ({ doc_id: docId, facets: carried, refs: needed, visible_from: visibleFrom, visible_until: visibleUntil, sort_key: sortKey, stars_through: starsThrough, changes_on: changesOn, id, kind, slug, number, rank, stars, gone, data, heavy }: Stored): RowContent => ({
  id, kind, docId, slug, number, visibleFrom, visibleUntil, sortKey, rank, stars, starsThrough, changesOn, gone, facets: JSON.parse(carried) as string[], refs: JSON.parse(needed) as string[], data, heavy,
})
const templates = (kind: string): Template<Stored>[] => (db.prepare('SELECT * FROM published WHERE kind = ? ORDER BY visible_from').all(kind) as Stored[]).map(templateFrom)

const { articles, products } = { articles: templates('article'), products: templates('product') }
const columns = Object.keys(articles[0]?.stored ?? {})
const row = db.prepare(`INSERT INTO published (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
const facets = db.prepare(`INSERT INTO published_facets (kind, facet, visible_from, doc_id, sort_key, rank, visible_until, stars, stars_through)
  SELECT ?, value, ?, ?, ?, ?, ?, ?, ? FROM json_each(?)`)
const refs = db.prepare('INSERT INTO published_refs (target, id) SELECT value, ? FROM json_each(?)')

for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)

let seq = (db.prepare('SELECT value FROM published_seq').get() as { value: number }).value
const idOf = (count: number): string => `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
db.exec('BEGIN')
let written = 0
for (const { stored, ...r } of furtherRows({ articles, products, makeId: idOf })) {
  const values: Record<string, unknown> = { ...stored, id: r.id, doc_id: r.docId, slug: r.slug, number: r.number, visible_from: r.visibleFrom, sort_key: r.sortKey, rank: r.rank, data: r.data, hash: hashOf(r), seq: ++seq }
  row.run(...columns.map((column) => values[column]))
  facets.run(r.kind, r.visibleFrom, r.docId, r.sortKey, r.rank, r.visibleUntil, r.stars, r.starsThrough, JSON.stringify(r.facets))
  refs.run(r.id, JSON.stringify(r.refs))
  if (++written % 10_000 === 0) {
    db.exec('COMMIT')
    db.exec('BEGIN')
    console.log(`${written} rows …`)
  }
}
db.prepare('UPDATE published_seq SET value = ?').run(seq)
db.exec('COMMIT')
for (const { sql } of indexes) db.exec(sql)
db.exec('PRAGMA journal_mode = WAL')
db.close()
