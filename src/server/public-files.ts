import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { moment } from '../published/moment.ts'
import type { Store } from '../published/store.ts'

/** Which rows of the store make a file public, by the collection that holds it. */
const holders: readonly { collection: CollectionSlug; kinds: readonly Kind[] }[] = [
  { collection: 'media', kinds: ['image'] },
  { collection: 'documents', kinds: ['legalDocument', 'certificate'] },
]

const folderOf = ({ payload, collection }: { payload: Payload; collection: CollectionSlug }): string => {
  const folder = payload.collections[collection]?.config.upload.staticDir
  if (!folder) throw new Error(`The collection ${collection} names no folder for its files`)
  return path.resolve(folder)
}

/**
 * Finds the folder of an uploaded file by its name, as long as something visible shows it: an image by its own row, a PDF
 * by the legal document or certificate it belongs to. Gives undefined otherwise.
 */
export const publicFiles = ({ payload, store }: { payload: Payload; store: Pick<Store, 'find'> }) => {
  const places = holders.map(({ collection, kinds }) => ({ kinds, folder: folderOf({ payload, collection }) }))
  return async (filename: string): Promise<string | undefined> => {
    for (const { kinds, folder } of places) {
      for (const kind of kinds) {
        const rows = await store.find({ kind, by: { facet: `file:${filename}` }, moment: moment() })
        if (rows.length > 0) return folder
      }
    }
    return undefined
  }
}
