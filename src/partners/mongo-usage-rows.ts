import type { AnyBulkWriteOperation, ClientSession, Collection } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { transactionHandle } from '../db/transaction-handle.ts'
import { mongoDb } from '../published/mongo-write.ts'
import { usageTable } from './collections.ts'
import { type Usage, usageId, type UsageRows } from './usage-rows.ts'

type Row = Usage & { _id: string }

const sessionOf = async (req: PayloadRequest): Promise<ClientSession> => {
  const handle = await transactionHandle(req)
  if (handle.kind !== 'mongodb') throw new Error('The usage on MongoDB was asked to be written in a transaction of another database')
  return handle.session
}

const added = (usage: Usage): AnyBulkWriteOperation<Row> => {
  const { requests, errors, lastSeen, ...told } = usage
  return { updateOne: { filter: { _id: usageId(usage) }, update: { $inc: { requests, errors }, $max: { lastSeen }, $setOnInsert: told }, upsert: true } }
}

/** The rows on MongoDB: one command, however many rows it is about. */
export const mongoUsageRows = (payload: Payload): UsageRows => {
  const all = (): Collection<Row> => mongoDb(payload).collection(usageTable)
  return {
    add: async ({ req, usage }) => {
      await all().bulkWrite(usage.map(added), { session: await sessionOf(req) })
    },
    dropBefore: async ({ req, day }) => {
      await all().deleteMany({ day: { $lt: day } }, { session: await sessionOf(req) })
    },
    since: async ({ partner, day }) => (await all().find({ partner, day: { $gte: day } }, { sort: { day: -1 } }).toArray()).map(({ _id, ...usage }) => usage),
    requestsOf: (day) =>
      all().aggregate<{ partner: string; shown: string; requests: number }>([
        { $match: { day } },
        { $group: { _id: { partner: '$partner', shown: '$shown' }, requests: { $sum: '$requests' } } },
        { $project: { _id: 0, partner: '$_id.partner', shown: '$_id.shown', requests: 1 } },
      ]).toArray(),
  }
}
