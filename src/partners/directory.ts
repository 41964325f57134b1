import type { PublishedChanges } from '../published/changes.ts'
import type { Store } from '../published/store.ts'
import type { CheckedKey, PartnerSite } from './partner-site.ts'
import { partnerSiteOf } from './partner-site.ts'

const KIND = 'partnerSite'
const PER_READ = 200

/** The partner sites and their keys, in the memory of this process. */
export interface Directory {
  /** Null when what is known is right; else resolves when it is. Rejects when something has changed and cannot be read. */
  ready: () => Promise<void> | null
  /** The keys that begin so. */
  find: (shown: string) => readonly { site: PartnerSite; key: CheckedKey }[]
  stop: () => void
}

/**
 * Holds all partner sites, and reads anew whichever has changed before it is asked for again: a key that was revoked is refused from the moment
 * its revocation is acknowledged. While nobody vouches that all changes are heard of, it reads everything anew each time, and goes by what it
 * knows when the database does not answer.
 */
export const createDirectory = ({ store, changes, isVouchedFor }: { store: Pick<Store, 'standing'>; changes: PublishedChanges; isVouchedFor: () => boolean }): Directory => {
  const sites = new Map<string, PartnerSite>()
  let byShown = new Map<string, { site: PartnerSite; key: CheckedKey }[]>()
  const changed = new Set<string>()
  let isLost = true
  let refreshing: Promise<void> | null = null
  let rereading: Promise<void> | null = null

  const arrange = (): void => {
    byShown = new Map()
    for (const site of sites.values()) for (const key of site.keys) byShown.set(key.shown, [...(byShown.get(key.shown) ?? []), { site, key }])
  }
  const readAll = async (): Promise<void> => {
    const found: PartnerSite[] = []
    for (let afterId = '', rows; ; afterId = rows.at(-1)?.id ?? '') {
      rows = await store.standing({ kind: KIND, afterId, limit: PER_READ })
      found.push(...rows.map(partnerSiteOf))
      if (rows.length < PER_READ) break
    }
    sites.clear()
    for (const site of found) sites.set(site.id, site)
    arrange()
  }
  const readSome = async (ids: readonly string[]): Promise<void> => {
    const rows = await store.standing({ refs: ids.map((id) => ({ kind: KIND, id })) })
    for (const id of ids) sites.delete(id)
    for (const row of rows) sites.set(row.id, partnerSiteOf(row))
    arrange()
  }
  // What changes while it reads is read in another round.
  const refresh = async (): Promise<void> => {
    while (isLost || changed.size > 0) {
      const [everything, ids] = [isLost, [...changed]]
      isLost = false
      changed.clear()
      try {
        await (everything ? readAll() : readSome(ids))
      } catch (error) {
        isLost ||= everything
        for (const id of ids) changed.add(id)
        throw error
      }
    }
  }
  const ends = [
    changes.on((refs) => {
      for (const { kind, id } of refs) if (kind === KIND) changed.add(id)
    }),
    changes.onLost(() => { isLost = true }),
  ]

  return {
    ready: () => {
      if (refreshing || isLost || changed.size > 0) return (refreshing ??= refresh().finally(() => { refreshing = null }))
      if (isVouchedFor()) return null
      return (rereading ??= readAll().catch(() => undefined).finally(() => { rereading = null }))
    },
    find: (shown) => byShown.get(shown) ?? [],
    stop: () => { for (const end of ends) end() },
  }
}
