import type { Payload, PayloadRequest, Where } from 'payload'
import { type CertificateData, termOf } from '../../collections/certificates/public-certificate.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { asSystem } from '../db/local-api.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import type { Day } from '../ocop/day.ts'
import { findDocuments } from '../published/documents.ts'
import { type Moment, type PublishedRow, storeOf } from '../published/store.ts'
import { lastDaysDue, noticeOf } from './certificate-notice.ts'
import { activeReceivers } from './receivers.ts'
import { tellReceivers } from './tell-receivers.ts'
import { thingOf } from './tell-of-changes.ts'

/** Up to which Hanoi day everything was told, and what was told already of the days after it. */
interface Mark {
  through: Day
  told: readonly string[]
}

// Small, so that editors never wait long for their turn.
const BATCH = 20
const note = { collection: 'webhook-notes', id: 'certificates' } as const

const readMark = async (req: PayloadRequest): Promise<Mark | null> => {
  const { docs: [found] } = await asSystem(req).find({ collection: note.collection, where: { id: { equals: note.id } }, limit: 1 })
  return found ? (JSON.parse(found.value) as Mark) : null
}

const writeMark = async ({ req, mark, isNew }: { req: PayloadRequest; mark: Mark; isNew: boolean }): Promise<void> => {
  const value = JSON.stringify(mark)
  if (isNew) await asSystem(req).create({ collection: note.collection, data: { id: note.id, value } })
  else await asSystem(req).update({ ...note, data: { value } })
}

const candidates = async ({ payload, after, through }: { payload: Payload; after: Day; through: Day }): Promise<{ id: string; product: string }[]> => {
  const ranges = lastDaysDue({ after, through }).flatMap(({ from, to }): Where[] => ['lastDay', 'extendedUntil'].map((field) => ({ and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than_equal: to } }] })))
  const docs = await findDocuments({ payload, collection: 'certificates', where: { or: ranges } })
  return docs.map(({ id, product }) => ({ id, product: String(product) }))
}

/** The events of one certificate, written for all who want them. */
const tellOfOne = async ({ req, id, row, after, through }: { req: PayloadRequest; id: string; row: PublishedRow | undefined; after: Day; through: Day }): Promise<void> => {
  if (!row) return
  const terms = (row.data['certificates'] as CertificateData[]).map(termOf)
  const term = terms.find((one) => one.id === id)
  const notice = term && noticeOf({ term, terms, after, through })
  if (!notice) return
  const { type, lastDay, daysLeft } = notice
  const event = { type, thing: thingOf(row), changed: [], certificate: { id, stars: term.stars, lastDay, daysLeft } }
  await tellReceivers({ req, event, receivers: await activeReceivers(req) })
}

// So that a day on which all is told costs no statement.
const done = new WeakMap<Payload, Day>()

/**
 * Tells receivers of certificates whose end is near or has come, on the Hanoi day on which it is so, or the first one after it on which a
 * worker runs; each once, since what was told is noted in the transaction that tells it. The first run only notes the day. Gives how
 * many certificates were looked at.
 */
export const tellOfCertificates = async ({ payload, moment, signal }: { payload: Payload; moment: Moment; signal?: AbortSignal }): Promise<number> => {
  const { today } = moment
  if ((done.get(payload) ?? '') >= today) return 0
  const write = <T>(work: (req: PayloadRequest) => Promise<T>) => replayOnWriteConflict({ tries: 10, attempt: () => inTransaction({ payload, work }) })
  const { result: mark } = await write(async (req) => {
    const known = await readMark(req)
    if (!known) await writeMark({ req, mark: { through: today, told: [] }, isNew: true })
    return known ?? { through: today, told: [] }
  })
  const { through: after } = mark
  const due = after >= today ? [] : await candidates({ payload, after, through: today })
  const store = await storeOf(payload)
  for (let at = 0; at < due.length && !signal?.aborted; at += BATCH) {
    const batch = due.slice(at, at + BATCH)
    const rows = await store.many({ refs: batch.map(({ product: id }) => ({ kind: 'product', id })), moment })
    await write(async (req) => {
      const now = await readMark(req)
      if (!now || now.through !== after) return
      const open = batch.filter(({ id }) => !now.told.includes(id))
      for (const { id, product } of open) await tellOfOne({ req, id, row: rows.get(`product:${product}`), after, through: today })
      await writeMark({ req, mark: { through: after, told: [...now.told, ...open.map(({ id }) => id)] }, isNew: false })
    })
  }
  if (signal?.aborted) return 0
  if (after < today) await write(async (req) => ((await readMark(req))?.through === after ? writeMark({ req, mark: { through: today, told: [] }, isNew: false }) : undefined))
  done.set(payload, today)
  return due.length
}
