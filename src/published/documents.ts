import type { CollectionSlug, FindArgs, Payload, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import type { StoredDocument } from '../../collections/shared/public-definition.ts'

type Reading = { payload: Payload; req?: PayloadRequest; collection: string }

/**
 * Main rows as the database has them, relations as ids and no hook run; in the transaction of `req` when there is one. All of them
 * unless `limit` says otherwise, without what other documents say of them (joins).
 */
export const findDocuments = async ({ payload, req, collection, where, sort = 'id', limit = 0, idsOnly = false }: Reading & {
  where: Where
  sort?: string
  limit?: number
  idsOnly?: boolean
}): Promise<StoredDocument[]> => {
  // Collections are named by data here, so their types say nothing.
  const args = { collection, where, sort, limit, pagination: false, joins: false, ...(idsOnly ? { select: { id: true } } : {}), ...(req ? { req } : {}) } as unknown as FindArgs
  const { docs } = await payload.db.find<StoredDocument>(args)
  return docs
}

/** The main row of one document, or null. */
export const findDocument = async ({ id, ...reading }: Reading & { id: string }): Promise<StoredDocument | null> =>
  (await findDocuments({ ...reading, where: { id: { equals: id } }, limit: 1 }))[0] ?? null

/** The configuration of a collection named by data. */
export const configOf = (payload: Payload, collection: string): SanitizedCollectionConfig | undefined => payload.collections[collection as CollectionSlug]?.config
