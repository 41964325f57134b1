import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { CollectionSlug, Payload } from 'payload'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { ProblemError } from '../api/problem.ts'
import type { Availability } from '../cache/availability.ts'
import { nowMs } from '../clock.ts'
import { onPublishedChange } from '../published/changes.ts'
import { isDatabaseAway } from '../published/database-away.ts'
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

const kinds: ReadonlySet<string> = new Set(holders.flatMap((holder) => holder.kinds))
const REMEMBERED = 10_000

/** Where a file is. `isStale`: the store could not be asked, and what it said before holds. */
export interface PublicFile {
  folder: string
  isStale: boolean
}

export interface PublicFilesOptions {
  payload: Payload
  store: Pick<Store, 'find'>
  availability: Pick<Availability, 'staleSince' | 'reachable'>
  /** How long what was found before counts when the store cannot be asked: milliseconds. */
  staleMaxMs: number
}

/**
 * Finds the folder of an uploaded file by its name, as long as something visible shows it: an image by its own row, a PDF
 * by the legal document or certificate it belongs to. Gives undefined otherwise. While the database is away, files that were found
 * before are found again, as long as nothing has been published since that could say otherwise.
 * @throws ProblemError UNAVAILABLE when the database is away and the file was not asked for before.
 */
export const publicFiles = ({ payload, store, availability, staleMaxMs }: PublicFilesOptions) => {
  const places = holders.map(({ collection, kinds }) => ({ kinds, folder: folderOf({ payload, collection }) }))
  const known = new LRUCache<string, { folder: string; until: string }>({ max: REMEMBERED })
  // Counted: what was looked for before a change may be wrong after it.
  let changes = 0
  const forget = (): void => {
    changes += 1
    known.clear()
  }
  onPublishedChange(payload).on((changed) => { if (changed.some(({ kind }) => kinds.has(kind))) forget() })
  onPublishedChange(payload).onLost(forget)

  const look = async (filename: string): Promise<PublicFile | undefined> => {
    const begun = changes
    for (const { kinds, folder } of places) {
      for (const kind of kinds) {
        const [row] = await store.find({ kind, by: { facet: `file:${filename}` }, moment: moment() })
        if (!row) continue
        if (begun === changes) known.set(filename, { folder, until: row.visibleUntil })
        return { folder, isStale: false }
      }
    }
    return undefined
  }
  const recall = (filename: string): PublicFile => {
    const found = known.get(filename)
    const since = availability.staleSince ?? nowMs()
    if (found && nowMs() - since <= staleMaxMs && moment().now < found.until) return { folder: found.folder, isStale: true }
    throw new ProblemError({ code: 'UNAVAILABLE', detail: 'The database does not answer at the moment.', headers: { 'retry-after': '5' } })
  }
  return async (filename: string): Promise<PublicFile | undefined> => {
    if (!availability.reachable) return recall(filename)
    try {
      return await look(filename)
    } catch (error) {
      if (isDatabaseAway(error)) return recall(filename)
      throw error
    }
  }
}
