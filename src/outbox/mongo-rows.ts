import type { ClientSession, Collection, Filter } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { mongoDb } from '../published/mongo-write.ts'
import { outboxSlug } from './collection.ts'
import { AT_ONCE, type OutboxRow, type OutboxRows } from './row.ts'

interface Stored {
  _id: string
  topic: string
  key: string
  body: string
  created: string
  attempts: number
  due: string | null
  holder: string | null
  state: string
  error: string | null
  removeAt: string | null
}

const sessionOf = async (req: PayloadRequest): Promise<ClientSession> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'mongodb') throw new Error('The outbox of MongoDB was asked to write in a transaction of another database')
  return handle.session
}

const delivered = ({ _id: id, topic, key, body, attempts, created }: Stored): OutboxRow => ({ id, topic, key, body: JSON.parse(body) as unknown, attempts: attempts + 1, created })

/** The outbox on MongoDB. Rows that are due at the same instant come in the order in which they were written, as their index has them. */
export const mongoOutboxRows = (payload: Payload): OutboxRows => {
  const rows = (): Collection<Stored> => mongoDb(payload).collection<Stored>(outboxSlug)
  const removeSome = async (filter: Filter<Stored>, { limit, session }: { limit: number; session: ClientSession }): Promise<number> => {
    const found = await rows().find(filter, { projection: { _id: 1 }, limit, session }).toArray()
    if (found.length === 0) return 0
    return (await rows().deleteMany({ _id: { $in: found.map(({ _id }) => _id) } }, { session })).deletedCount
  }

  return {
    insert: async ({ req, row: { id: _id, ...row } }) => {
      await rows().insertOne({ _id, ...row, attempts: 0, holder: null, state: 'waiting', error: null, removeAt: null }, { session: await sessionOf(req) })
    },
    dueKeys: async ({ topic, now, except, limit }) => {
      const found = await rows().find({ topic, due: { $lte: now }, key: { $nin: [...except] } }, { projection: { key: 1 }, sort: { due: 1 }, limit }).toArray()
      return [...new Set(found.map(({ key }) => key))]
    },
    claim: async ({ req, topic, key, limit, merging, holder, now, until }) => {
      const session = await sessionOf(req)
      const due = merging ? { due: { $gt: '' }, $or: [{ due: { $lte: now } }, { holder: null, attempts: { $gt: 0 } }] } : { due: { $lte: now } }
      const found = await rows().find({ topic, key, ...due }, { sort: { due: 1 }, limit, session }).toArray()
      if (found.length === 0) return []
      await rows().updateMany({ _id: { $in: found.map(({ _id }) => _id) } }, { $set: { holder, due: until }, $inc: { attempts: 1 } }, { session })
      return found.map(delivered)
    },
    change: async ({ req, holder, ids, change }) => {
      await rows().updateMany({ _id: { $in: [...ids] }, holder }, { $set: { ...change, holder: null } }, { session: await sessionOf(req) })
    },
    remove: async ({ req, holder, ids }) => {
      await rows().deleteMany({ _id: { $in: [...ids] }, holder }, { session: await sessionOf(req) })
    },
    release: async ({ req }) => (await rows().updateMany({ holder: { $type: 'string' } }, { $set: { holder: null, due: AT_ONCE } }, { session: await sessionOf(req) })).modifiedCount,
    clean: async ({ req, now, topics, unknownBefore, limit }) => {
      const session = await sessionOf(req)
      const done = await removeSome({ removeAt: { $lte: now } }, { limit, session })
      return done + (await removeSome({ topic: { $nin: [...topics] }, created: { $lte: unknownBefore } }, { limit, session }))
    },
  }
}
