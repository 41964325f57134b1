import type { Payload, PayloadRequest } from 'payload'
import { recomputeStars } from '../../collections/shared/recompute-stars.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { findDocuments } from '../published/documents.ts'
import { definitions } from '../published/kinds.ts'
import { settle, settleGlobal } from '../published/settle.ts'
import { type Moment, type Ref, storeOf } from '../published/store.ts'
import { tellOfCertificates } from '../webhooks/tell-of-certificates.ts'

// Small, so that editors never wait long for their turn.
const BATCH = 20

type Step = { name: string; due: () => Promise<Ref[]>; pass: (req: PayloadRequest, ref: Ref) => Promise<unknown> }

const settleRef = (req: PayloadRequest, { kind, id }: Ref) => {
  const { source } = definitions[kind]
  return 'collection' in source ? settle({ req, collection: source.collection, id }) : settleGlobal({ req, slug: source.global })
}

/** The products whose certificates say something else from today on, published or not. */
const changedStars = async ({ payload, today }: { payload: Payload; today: string }): Promise<Ref[]> => {
  const docs = await findDocuments({ payload, collection: 'products', where: { starsChangeOn: { less_than_equal: today } }, sort: 'starsChangeOn', limit: BATCH, idsOnly: true })
  return docs.map(({ id }) => ({ kind: 'product', id: String(id) }))
}

/**
 * Does what time has brought and nobody has done yet: stars that begin or end, projections that depend on the day, rows whose window has
 * opened or closed, partners that want to hear of certificates. What readers see asks for the time by itself; here follows what has to be told of it. Each batch is a transaction
 * that leaves nothing due, so being killed anywhere, or done by two at once, does no harm. Gives the number of things done.
 */
export const sweep = async ({ payload, moment, signal }: { payload: Payload; moment: Moment; signal?: AbortSignal }): Promise<number> => {
  const store = await storeOf(payload)
  const steps: Step[] = [
    {
      name: 'stars',
      due: () => changedStars({ payload, today: moment.today }),
      pass: async (req, ref) => {
        await recomputeStars({ req, productId: ref.id })
        await settleRef(req, ref)
      },
    },
    { name: 'projections', due: async () => (await store.due({ moment, limit: BATCH })).projections, pass: settleRef },
    { name: 'edges', due: async () => (await store.due({ moment, limit: BATCH })).edges, pass: (req, ref) => store.passEdges({ req, refs: [ref], now: moment.now }) },
  ]
  let done = 0
  for (const { name, due, pass } of steps) {
    let before = ''
    while (!signal?.aborted) {
      const refs = await due()
      const batch = JSON.stringify(refs)
      if (refs.length === 0) break
      if (batch === before) throw new Error(`The sweep does not get on with ${name}: ${batch.slice(0, 200)} stays due`)
      before = batch
      await replayOnWriteConflict({
        tries: 10,
        attempt: () => inTransaction({ payload, work: async (req) => { for (const ref of refs) await pass(req, ref) } }),
      })
      done += refs.length
    }
  }
  // Once products say what holds today.
  return done + (await tellOfCertificates({ payload, moment, ...(signal ? { signal } : {}) }))
}
