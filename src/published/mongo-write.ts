import { randomUUID } from 'node:crypto'
import type { ClientSession, Collection, CollectionOptions, Db } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { now as clock } from '../clock.ts'
import { recordCommitEvent } from '../db/after-commit.ts'
import { transactionHandle } from '../db/transaction-handle.ts'
import { publishedSlug } from './collection.ts'
import { haveConsequences } from './consequences.ts'
import type { MongoRow } from './mongo-query.ts'
import { announcementAt, hashOf, rowId, type RowContent, timesOf } from './row.ts'
import type { PutOutcome, Ref } from './store.ts'

/** The driver's database of a Payload instance. */
export const mongoDb = (payload: Payload): Db => {
  const { connection } = payload.db as unknown as { connection: { db?: Db } }
  if (!connection.db) throw new Error('MongoDB is not connected')
  return connection.db
}

/** A read that the public waits for ends after so many milliseconds: a database that does not answer must not hold a request up. */
export const READ_LIMIT_MS = 2_000

export const mongoRows = (payload: Payload, options: CollectionOptions = {}): Collection<MongoRow> => mongoDb(payload).collection<MongoRow>(publishedSlug, options)

const sessionOf = async (req: PayloadRequest): Promise<ClientSession> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'mongodb') throw new Error('The store of MongoDB was asked to write in a transaction of another database')
  return handle.session
}

/**
 * Writes the row of one decision in the transaction of the change. Also when nothing differs: `decision` is new each time, so
 * that two decisions on one row meet, the later one is repeated and decides on what the earlier one wrote.
 */
export const putMongo = async ({ req, row, rebuild = false }: { req: PayloadRequest; row: RowContent; rebuild?: boolean }): Promise<PutOutcome> => {
  const session = await sessionOf(req)
  const rows = mongoRows(req.payload)
  const { id: _id, ...content } = row
  const known = await rows.findOne({ _id }, { session, projection: { hash: 1, announced: 1, edge: 1, mark: 1, modifiedAt: 1, withdrawnAt: 1 } })
  const hash = hashOf(row)
  const now = clock().toISOString()
  const { announced, edge } = announcementAt(row, now)
  const was = known?.announced === true
  const decision = randomUUID()
  if (known?.hash === hash && was === announced && (known.edge ?? null) === edge) {
    if (!rebuild) await rows.updateOne({ _id }, { $set: { decision } }, { session })
    return 'same'
  }
  const mark = announced || was ? decision : (known?.mark ?? null)
  // A rebuild says the same in another form: what is told of the last change stays.
  const times = timesOf({ known: known ? { announced: was, modifiedAt: known.modifiedAt ?? null, withdrawnAt: known.withdrawnAt ?? null } : null, isSame: rebuild || known?.hash === hash, announced, now })
  await rows.updateOne({ _id }, { $set: { ...content, ...times, hash, announced, edge, mark, decision } }, { session, upsert: true })
  if (!known && row.visibleFrom === null && row.gone === null) return 'same'
  const change = row.visibleFrom === null ? 'withdraw' : 'put'
  await haveConsequences({ req, kind: row.kind, id: row.docId, change, wasPublic: was, isPublic: announced, isRebuild: rebuild, row })
  await recordCommitEvent({ req, event: { kind: row.kind, id: row.docId, change } })
  return change
}

/** Enters rows anew whose window has opened or closed since they were last told of. */
export const passEdgesMongo = async ({ req, refs, now }: { req: PayloadRequest; refs: readonly Ref[]; now: string }): Promise<void> => {
  const session = await sessionOf(req)
  const rows = mongoRows(req.payload)
  for (const ref of refs) {
    const _id = rowId(ref)
    const row = await rows.findOne({ _id }, { session, projection: { visibleFrom: 1, visibleUntil: 1, announced: 1, edge: 1, mark: 1 } })
    if (!row || row.edge === null || row.edge > now) continue
    const { announced, edge } = announcementAt(row, now)
    const decision = randomUUID()
    await rows.updateOne({ _id }, { $set: { announced, edge, decision, mark: announced || row.announced ? decision : row.mark, ...(announced || row.announced ? { withdrawnAt: announced ? null : now } : {}) } }, { session })
    const change = announced ? 'put' : 'withdraw'
    await haveConsequences({ req, kind: ref.kind, id: ref.id, change, wasPublic: row.announced === true, isPublic: announced, isRebuild: false, row: null })
    await recordCommitEvent({ req, event: { kind: ref.kind, id: ref.id, change } })
  }
}
