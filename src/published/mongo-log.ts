import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeStream, Collection, Db, ResumeToken, Timestamp } from 'mongodb'
import type { Payload } from 'payload'
import { publishedSlug } from './collection.ts'
import { mongoDb, mongoRows } from './mongo-write.ts'

/**
 * The changes of `published`, numbered in the order of their commits. `token` or `at` say where in the database's own stream of
 * changes this entry stands; an entry without either belongs to a beginning that was not finished.
 */
interface LogEntry {
  _id: number
  of: string
  token?: ResumeToken
  at?: Timestamp
}

export const publishedLog = (db: Db): Collection<LogEntry> =>
  db.collection<LogEntry>('published_log', { readConcern: { level: 'majority' }, writeConcern: { w: 'majority' } })

const BATCH = 500
const HISTORY_LOST = [280, 286]

const lastEntry = (log: Collection<LogEntry>): Promise<LogEntry | null> => log.findOne({}, { sort: { _id: -1 } })

/** Numbers what happened, in order. What an entry says anew needs no older one. A number that exists already means that another process numbers too. */
const append = async ({ log, seq, entries }: { log: Collection<LogEntry>; seq: number; entries: readonly Omit<LogEntry, '_id'>[] }): Promise<number> => {
  const lastOf = new Map(entries.map((entry, index) => [entry.of, index]))
  const kept = entries.filter((entry, index) => lastOf.get(entry.of) === index)
  if (kept.length === 0) return seq
  await log.insertMany(kept.map((entry, index) => ({ _id: seq + 1 + index, ...entry })), { ordered: true })
  await log.deleteMany({ of: { $in: kept.map(({ of }) => of) }, _id: { $lte: seq } })
  return seq + kept.length
}

/** The first start, or one after too long a pause: every row that was ever told of is entered, then the stream is followed from before. */
const begin = async ({ payload, log, seq }: { payload: Payload; log: Collection<LogEntry>; seq: number }): Promise<{ seq: number; at: Timestamp }> => {
  const { operationTime: at } = (await mongoDb(payload).command({ hello: 1 })) as unknown as { operationTime: Timestamp }
  let reached = seq
  let batch: string[] = []
  for await (const { _id } of mongoRows(payload).find({ mark: { $type: 'string' } }, { projection: { _id: 1 } })) {
    batch.push(_id)
    if (batch.length < BATCH) continue
    reached = await append({ log, seq: reached, entries: batch.map((of) => ({ of })) })
    batch = []
  }
  return { seq: await append({ log, seq: reached, entries: batch.map((of, index) => (index === batch.length - 1 ? { of, at } : { of })) }), at }
}

/** Only what followers are to hear of: a decision that changed nothing for them leaves `mark` as it is. */
const pipeline = [
  { $match: { $or: [{ operationType: { $in: ['insert', 'replace'] }, 'fullDocument.mark': { $type: 'string' } }, { operationType: 'update', 'updateDescription.updatedFields.mark': { $type: 'string' } }] } },
  { $project: { documentKey: 1 } },
]

type Event = { _id: ResumeToken; documentKey: { _id: string } }

/** Follows the stream until it fails or is ended; numbers in batches, since one at a time falls behind. */
const follow = async ({ stream, log, seq, signal }: { stream: ChangeStream; log: Collection<LogEntry>; seq: number; signal: AbortSignal }): Promise<void> => {
  const waiting: Event[] = []
  let wake = () => {}
  let failure: unknown
  stream.on('change', (event) => { waiting.push(event as unknown as Event); wake() })
  stream.on('error', (error) => { failure = error; wake() })
  signal.addEventListener('abort', () => wake(), { once: true })
  let reached = seq
  while (!signal.aborted) {
    if (failure) throw failure
    const batch = waiting.splice(0, BATCH)
    if (batch.length > 0) reached = await append({ log, seq: reached, entries: batch.map(({ _id: token, documentKey }) => ({ of: documentKey._id, token })) })
    else await new Promise<void>((done) => { wake = done })
  }
}

/**
 * Numbers the changes of `published` until the signal ends it. One process at a time does this, under a lease; were there two, the
 * second would stop at the first number that exists. Killed at any point, the next one goes on where the log ends.
 */
export const numberChanges = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  const log = publishedLog(mongoDb(payload))
  await log.createIndex({ of: 1 })
  let forgetful = false
  while (!signal.aborted) {
    const last = await lastEntry(log)
    const known = !forgetful && last && (last.token || last.at) ? last : null
    const from = known ? { seq: known._id, at: known.at } : await begin({ payload, log, seq: last?._id ?? 0 })
    const stream = mongoDb(payload).collection(publishedSlug).watch(pipeline, known?.token ? { resumeAfter: known.token } : { startAtOperationTime: from.at as Timestamp })
    try {
      await follow({ stream, log, seq: from.seq, signal })
    } catch (error) {
      const { code } = error as { code?: number }
      forgetful = HISTORY_LOST.includes(code ?? 0)
      // Another process numbers: it has the lease now.
      if (code === 11000) throw error
      payload.logger.warn({ err: error, msg: 'The stream of published changes was interrupted and is taken up again' })
      await sleep(500, undefined, { signal }).catch(() => undefined)
    } finally {
      await stream.close().catch(() => undefined)
    }
  }
}
