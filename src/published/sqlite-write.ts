import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { LibSQLDatabase } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { PayloadRequest } from 'payload'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { now as clock } from '../clock.ts'
import { recordCommitEvent } from '../db/after-commit.ts'
import { transactionHandle } from '../db/transaction-handle.ts'
import { haveConsequences } from './consequences.ts'
import { type Announcement, announcementAt, hashOf, rowId, type RowContent, timesOf } from './row.ts'
import type { PutOutcome, Ref } from './store.ts'

const handleOf = async (req: PayloadRequest): Promise<LibSQLDatabase> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'sqlite') throw new Error('The store of SQLite was asked to write in a transaction of another database')
  return handle.db
}

type Known = { hash: string | null; announced: number | null; edge: string | null; seq: number | null; modified_at: string | null; withdrawn_at: string | null }

const nextSeq = sql`INSERT INTO published_seq (one, value) VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET value = value + 1 RETURNING value`

/** The number of this change: from a row in the same transaction, so that numbers follow commits and none is lost. */
const numberChange = async (db: LibSQLDatabase): Promise<number> => (await db.all<{ value: number }>(nextSeq))[0]?.value ?? 0

const writeFacets = async (db: LibSQLDatabase, row: RowContent): Promise<void> => {
  await db.run(sql`DELETE FROM published_facets WHERE doc_id = ${row.docId} AND kind = ${row.kind}`)
  await db.run(sql`DELETE FROM published_refs WHERE id = ${row.id}`)
  if (row.visibleFrom === null) return
  await db.run(sql`INSERT INTO published_facets (kind, facet, visible_from, doc_id, sort_key, rank, visible_until, stars, stars_through)
    SELECT ${row.kind}, value, ${row.visibleFrom}, ${row.docId}, ${row.sortKey}, ${row.rank}, ${row.visibleUntil}, ${row.stars}, ${row.starsThrough} FROM json_each(${JSON.stringify(row.facets)})`)
  await db.run(sql`INSERT INTO published_refs (target, id) SELECT value, ${row.id} FROM json_each(${JSON.stringify(row.refs)})`)
}

// Not INSERT OR REPLACE: that deletes the row first.
const writeRow = (db: LibSQLDatabase, { row, hash, announced, edge, seq, modifiedAt, withdrawnAt }: { row: RowContent; hash: string; seq: number } & Announcement & ReturnType<typeof timesOf>) =>
  db.run(sql`INSERT INTO published (id, kind, doc_id, slug, number, visible_from, visible_until, sort_key, rank, stars, stars_through, changes_on, gone, facets, refs, data, heavy, hash, announced, edge, seq, modified_at, withdrawn_at)
    VALUES (${row.id}, ${row.kind}, ${row.docId}, ${row.slug}, ${row.number}, ${row.visibleFrom}, ${row.visibleUntil}, ${row.sortKey}, ${row.rank}, ${row.stars}, ${row.starsThrough}, ${row.changesOn},
      ${row.gone}, ${JSON.stringify(row.facets)}, ${JSON.stringify(row.refs)}, ${row.data}, ${row.heavy}, ${hash}, ${announced ? 1 : 0}, ${edge}, ${seq}, ${modifiedAt}, ${withdrawnAt})
    ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, number = excluded.number, visible_from = excluded.visible_from, visible_until = excluded.visible_until, sort_key = excluded.sort_key,
      rank = excluded.rank, stars = excluded.stars, stars_through = excluded.stars_through, changes_on = excluded.changes_on, gone = excluded.gone, facets = excluded.facets, refs = excluded.refs,
      data = excluded.data, heavy = excluded.heavy, hash = excluded.hash, announced = excluded.announced, edge = excluded.edge, seq = excluded.seq,
      modified_at = excluded.modified_at, withdrawn_at = excluded.withdrawn_at`)

/** Writes row, facets, references and number of one decision in the transaction of the change; nothing when all is as it was. */
export const putSqlite = async ({ req, row, rebuild = false }: { req: PayloadRequest; row: RowContent; rebuild?: boolean }): Promise<PutOutcome> => {
  const db = await handleOf(req)
  const [known] = await db.all<Known>(sql`SELECT hash, announced, edge, seq, modified_at, withdrawn_at FROM published WHERE id = ${row.id}`)
  const hash = hashOf(row)
  const now = clock().toISOString()
  const { announced, edge } = announcementAt(row, now)
  const was = known?.announced === 1
  if (known?.hash === hash && was === announced && known.edge === edge) return 'same'
  // Only what followers know or are to know has a number: a scheduled thing is not told of before its time.
  const seq = announced || was ? await numberChange(db) : (known?.seq ?? 0)
  // A rebuild says the same in another form: what is told of the last change stays.
  const times = timesOf({ known: known ? { announced: was, modifiedAt: known.modified_at, withdrawnAt: known.withdrawn_at } : null, isSame: rebuild || known?.hash === hash, announced, now })
  await writeRow(db, { row, hash, announced, edge, seq, ...times })
  await writeFacets(db, row)
  // A draft that never was public: its row is there, and nobody has to hear of it.
  if (!known && row.visibleFrom === null && row.gone === null) return 'same'
  const change = row.visibleFrom === null ? 'withdraw' : 'put'
  await haveConsequences({ req, kind: row.kind, id: row.docId, change, wasPublic: was, isPublic: announced, isRebuild: rebuild, row })
  await recordCommitEvent({ req, event: { kind: row.kind, id: row.docId, change } })
  return change
}

/** Enters rows anew whose window has opened or closed since they were last told of. */
export const passEdgesSqlite = async ({ req, refs, now }: { req: PayloadRequest; refs: readonly Ref[]; now: string }): Promise<void> => {
  const db = await handleOf(req)
  for (const ref of refs) {
    const id = rowId(ref)
    const [row] = await db.all<{ visible_from: string | null; visible_until: string | null; announced: number; edge: string | null }>(
      sql`SELECT visible_from, visible_until, announced, edge FROM published WHERE id = ${id}`)
    if (!row || row.edge === null || row.edge > now) continue
    const { announced, edge } = announcementAt({ visibleFrom: row.visible_from, visibleUntil: row.visible_until }, now)
    if (announced || row.announced === 1) await db.run(sql`UPDATE published SET announced = ${announced ? 1 : 0}, edge = ${edge}, seq = ${await numberChange(db)}, withdrawn_at = ${announced ? null : now} WHERE id = ${id}`)
    else await db.run(sql`UPDATE published SET edge = ${edge} WHERE id = ${id}`)
    const change = announced ? 'put' : 'withdraw'
    await haveConsequences({ req, kind: ref.kind, id: ref.id, change, wasPublic: row.announced === 1, isPublic: announced, isRebuild: false, row: null })
    await recordCommitEvent({ req, event: { kind: ref.kind, id: ref.id, change } })
  }
}

/** Who needs these rows, as the transaction sees it. */
export const referrersSqlite = async ({ req, refs, limit }: { req: PayloadRequest; refs: readonly Ref[]; limit: number }): Promise<Ref[]> => {
  const db = await handleOf(req)
  const rows = await db.all<{ kind: Kind; doc_id: string }>(
    sql`SELECT DISTINCT p.kind, p.doc_id FROM published_refs r JOIN published p ON p.id = r.id WHERE r.target IN (SELECT value FROM json_each(${JSON.stringify(refs.map(rowId))})) ORDER BY r.id LIMIT ${limit}`)
  return rows.map(({ kind, doc_id: id }) => ({ kind, id }))
}
