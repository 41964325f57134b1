import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeDeleteHook, CollectionConfig, GlobalAfterChangeHook, GlobalConfig } from 'payload'
import type { StoredDocument } from '../../collections/shared/public-definition.ts'
import { kindOfSource } from './kinds.ts'
import { refuseReferenced } from './refuse-referenced.ts'
import { settle, settleDependents, settleGlobal } from './settle.ts'

type Changed = { req: Parameters<CollectionAfterChangeHook>[0]['req']; collection: string; states: readonly StoredDocument[] }

const publish = async ({ req, collection, states: [now, ...before] }: Changed): Promise<void> => {
  if (!now) return
  const outcome = await settle({ req, collection, id: String(now.id) })
  // What shows this document shows its row's content: an equal row leaves the others as they are.
  if (outcome !== 'same') await settleDependents({ req, collection, states: [now, ...before] })
}

const isDocument = (value: unknown): value is StoredDocument => typeof value === 'object' && value !== null && 'id' in value

const afterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, collection, req }) => {
  await publish({ req, collection: collection.slug, states: [doc as StoredDocument, previousDoc].filter(isDocument) })
}

const afterDelete: CollectionAfterDeleteHook = async ({ doc, id, collection, req }) => {
  await publish({ req, collection: collection.slug, states: [{ ...(doc as StoredDocument), id: String(id) }] })
}

const beforeDelete: CollectionBeforeDeleteHook = async ({ id, collection, req }) => refuseReferenced({ req, collection: collection.slug, id: String(id) })

/**
 * Publishes a collection: after every change and every deletion of a document, on whatever path, the store is brought in line in the
 * same transaction. Put it around a collection last, so that its hooks see what the others wrote.
 */
export const withPublication = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), beforeDelete],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
  },
})

const afterGlobalChange: GlobalAfterChangeHook = async ({ global, req }) => {
  await settleGlobal({ req, slug: global.slug })
}

/** The same for a global. */
export const withGlobalPublication = (global: GlobalConfig): GlobalConfig => (kindOfSource(global.slug)
  ? { ...global, hooks: { ...global.hooks, afterChange: [...(global.hooks?.afterChange ?? []), afterGlobalChange] } }
  : global)
