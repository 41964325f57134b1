import type { Payload, PayloadRequest } from 'payload'
import type { StoredDocument } from '../../collections/shared/public-definition.ts'
import { findDocument, findDocuments } from '../published/documents.ts'
import { expandIds } from '../published/expand.ts'
import { moment } from '../published/moment.ts'
import { storeOf } from '../published/store.ts'
import type { SealedSecret } from './secrets.ts'
import type { Wish } from './wanted.ts'

/** Who is sent messages, as the newsroom has written it down. */
export interface Receiver {
  id: string
  name: string
  url: string
  active: boolean
  secrets: readonly SealedSecret[]
  events: readonly string[]
  filters: { group: string | null; province: string | null; category: string | null }
}

const collection = 'webhook-endpoints'

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const receiverOf = (doc: StoredDocument): Receiver => {
  const filters = (doc['filters'] ?? {}) as Record<string, unknown>
  return {
    id: doc.id, name: String(doc['name']), url: String(doc['url']), active: doc['active'] === true, secrets: (doc['secrets'] ?? []) as SealedSecret[], events: (doc['events'] ?? []) as string[],
    filters: { group: idOf(filters['group']), province: idOf(filters['province']), category: idOf(filters['category']) },
  }
}

export const receiverById = async ({ payload, req, id }: { payload: Payload; req?: PayloadRequest; id: string }): Promise<Receiver | null> => {
  const doc = await findDocument({ payload, ...(req ? { req } : {}), collection, id })
  return doc && receiverOf(doc)
}

/** Those that are to be told of changes, as the transaction of the request sees them. */
export const activeReceivers = async (req: PayloadRequest): Promise<Receiver[]> =>
  (await findDocuments({ payload: req.payload, req, collection, where: { active: { equals: true } } })).map(receiverOf)

/** What a receiver wants to hear of, its filters with all that they take in. */
export const wishOf = async ({ payload, receiver: { events, filters } }: { payload: Payload; receiver: Receiver }): Promise<Wish> => {
  const reading = { store: await storeOf(payload), moment: moment() }
  const taking = async (id: string | null, expand: 'group-tree' | 'unit-history' | 'category-tree') => (id === null ? null : new Set(await expandIds({ ...reading, expand, id })))
  return { events, groups: await taking(filters.group, 'group-tree'), provinces: await taking(filters.province, 'unit-history'), categories: await taking(filters.category, 'category-tree') }
}
