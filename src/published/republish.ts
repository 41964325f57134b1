import type { Payload, PayloadRequest } from 'payload'
import type { PublicDefinition } from '../../collections/shared/public-definition.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { findDocuments } from './documents.ts'
import { definitions } from './kinds.ts'
import { rowOf } from './row.ts'
import { settle, settleGlobal } from './settle.ts'
import { type PutOutcome, storeOf } from './store.ts'
import { projectionVersion } from './version.ts'

export interface Republished {
  /** Rows that say something else now. */
  rewritten: number
  /** Rows whose document is gone without a trace in the store. */
  withdrawn: number
  untouched: number
}

// Small, so that editors never wait long for their turn.
const BATCH = 20
const VERSION_KEY = 'published-projection-version'

const count = (total: Republished, outcome: PutOutcome | null): void => {
  if (outcome === 'put') total.rewritten += 1
  else if (outcome === 'withdraw') total.withdrawn += 1
  else if (outcome === 'same') total.untouched += 1
}

/** A transaction that is tried again when an editor wrote one of these documents at the same time. */
const together = async (payload: Payload, work: (req: PayloadRequest) => Promise<PutOutcome[]>): Promise<PutOutcome[]> =>
  (await replayOnWriteConflict({ tries: 10, attempt: () => inTransaction({ payload, work }) })).result

const documents = async ({ payload, definition, total, signal }: { payload: Payload; definition: PublicDefinition; total: Republished; signal?: AbortSignal }): Promise<void> => {
  if (!('collection' in definition.source)) return
  const { collection } = definition.source
  for (let after = ''; !signal?.aborted;) {
    const docs = await findDocuments({ payload, collection, where: after ? { id: { greater_than: after } } : {}, limit: BATCH, idsOnly: true })
    const ids = docs.map(({ id }) => String(id))
    if (ids.length === 0) return
    after = ids.at(-1) ?? ''
    const outcomes = await together(payload, async (req) => {
      const made: PutOutcome[] = []
      for (const id of ids) made.push((await settle({ req, collection, id, rebuild: true })) ?? 'same')
      return made
    })
    for (const outcome of outcomes) count(total, outcome)
  }
}

/** Rows whose document was taken away past all hooks become tombstones; tombstones stay. */
const orphans = async ({ payload, definition, total, signal }: { payload: Payload; definition: PublicDefinition; total: Republished; signal?: AbortSignal }): Promise<void> => {
  if (!('collection' in definition.source)) return
  const { collection } = definition.source
  const store = await storeOf(payload)
  for (let afterId = ''; !signal?.aborted;) {
    const rows = await store.inventory({ kind: definition.kind, afterId, limit: 200 })
    if (rows.length === 0) return
    afterId = rows.at(-1)?.docId ?? ''
    const docs = await findDocuments({ payload, collection, where: { id: { in: rows.map(({ docId }) => docId) } }, idsOnly: true })
    const existing = new Set(docs.map(({ id }) => String(id)))
    const missing = rows.filter(({ docId }) => !existing.has(docId))
    if (missing.length === 0) continue
    const outcomes = await together(payload, async (req) => {
      const made: PutOutcome[] = []
      for (const { docId } of missing) made.push(await store.put({ req, row: rowOf({ definition, docId, projection: null }), rebuild: true }))
      return made
    })
    for (const outcome of outcomes) count(total, outcome)
  }
}

/**
 * Makes the store anew from the documents: rewrites the rows that say something else, leaves equal ones untouched and keeps
 * tombstones. Editors go on working meanwhile; interrupted, it is started again from the beginning and finds most rows equal.
 */
export const republish = async ({ payload, signal }: { payload: Payload; signal?: AbortSignal }): Promise<Republished> => {
  const total: Republished = { rewritten: 0, withdrawn: 0, untouched: 0 }
  for (const definition of Object.values(definitions)) {
    const { source } = definition
    if ('global' in source) {
      for (const outcome of await together(payload, async (req) => [(await settleGlobal({ req, slug: source.global, rebuild: true })) ?? 'same'])) count(total, outcome)
      continue
    }
    await documents({ payload, definition, total, signal })
    await orphans({ payload, definition, total, signal })
  }
  if (!signal?.aborted) await payload.kv.set(VERSION_KEY, { version: projectionVersion })
  return total
}

/** Whether the store was made by another version of the projections than this program's. */
export const isOutdated = async (payload: Payload): Promise<boolean> => {
  const stored = (await payload.kv.get(VERSION_KEY)) as { version?: number } | null
  return stored?.version !== projectionVersion
}
