import type { AnyBulkWriteOperation, ClientSession, Collection, Filter } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { mongoDb } from '../published/mongo-write.ts'
import { viewTables } from './collections.ts'
import type { Total, TotalChange, ViewRows } from './view-rows.ts'
import type { Bucket, ViewWindow } from './windows.ts'

type BucketRow = Omit<Bucket, 'id'> & { _id: string }
type TotalRow = Omit<Total, 'views'> & Record<ViewWindow, number> & { _id: string }
type NoteRow = { _id: string; value: string; at: string }

const sessionOf = async (req: PayloadRequest): Promise<ClientSession> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'mongodb') throw new Error('The views of MongoDB were asked to be written in a transaction of another database')
  return handle.session
}

const beginning = (prefix: string): Filter<NoteRow> => ({ _id: { $gte: prefix, $lt: `${prefix}\uffff` } })

const addBucket = ({ id: _id, views, ...told }: Bucket): AnyBulkWriteOperation<BucketRow> => ({ updateOne: { filter: { _id }, update: { $inc: { views }, $setOnInsert: told }, upsert: true } })

const addTotal = ({ kind, docId, newest, day = 0, week = 0, month = 0 }: TotalChange): AnyBulkWriteOperation<TotalRow> => ({
  updateOne: {
    filter: { _id: `${kind}:${docId}` },
    update: { $inc: { day, week, month }, $setOnInsert: { kind, docId }, ...(newest === undefined ? {} : { $set: { newest } }) },
    upsert: true,
  },
})

/** The rows on MongoDB: each kind of change is one command, however many rows it is about. */
export const mongoViewRows = (payload: Payload): ViewRows => {
  const buckets = (): Collection<BucketRow> => mongoDb(payload).collection(viewTables.buckets)
  const allTotals = (): Collection<TotalRow> => mongoDb(payload).collection(viewTables.totals)
  const allNotes = (): Collection<NoteRow> => mongoDb(payload).collection(viewTables.notes)
  return {
    write: async ({ req, drop = [], add, totals }) => {
      const session = await sessionOf(req)
      if (drop.length > 0) await buckets().deleteMany({ _id: { $in: [...drop] } }, { session })
      if (add.length > 0) await buckets().bulkWrite(add.map(addBucket), { session })
      if (totals.length === 0) return
      await allTotals().bulkWrite(totals.map(addTotal), { session })
      const ended = totals.filter(({ month = 0 }) => month < 0).map(({ kind, docId }) => `${kind}:${docId}`)
      if (ended.length > 0) await allTotals().deleteMany({ _id: { $in: ended }, month: { $lte: 0 } }, { session })
    },
    due: async ({ req, now, limit }) => {
      const found = await buckets().find({ leaves: { $lte: now } }, { ...(req ? { session: await sessionOf(req) } : {}), sort: { leaves: 1 }, limit }).toArray()
      return found.map(({ _id: id, ...told }) => ({ id, ...told }))
    },
    top: async ({ kind, window, first }) => {
      const found = await allTotals().find({ kind, [window]: { $gt: 0 } }, { sort: { [window]: -1, newest: -1, docId: -1 }, limit: first }).toArray()
      return found.map(({ docId, newest, [window]: views }) => ({ kind, docId, newest, views }))
    },
    note: async ({ req, id }) => (await allNotes().findOne({ _id: id }, { session: await sessionOf(req) }))?.value ?? null,
    setNote: async ({ req, id, value, at }) => {
      await allNotes().updateOne({ _id: id }, { $set: { value, at } }, { session: await sessionOf(req), upsert: true })
    },
    dropNotes: async ({ req, prefix, before }) => {
      await allNotes().deleteMany({ ...beginning(prefix), at: { $lt: before } }, { session: await sessionOf(req) })
    },
    notes: async (prefix) => new Map((await allNotes().find(beginning(prefix)).toArray()).map(({ _id, value }) => [_id, value])),
  }
}
