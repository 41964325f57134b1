import { LRUCache } from 'lru-cache'
import { type Entry, sizeOf } from './entry.ts'
import type { Tag } from './tags.ts'

/** What a fill hands over: the entry, or that what it was made from must not be kept. */
export interface Filled {
  entry: Entry
  isKept: boolean
}

export interface CacheStats {
  entries: number
  bytes: number
  /** Fills whose answer was not kept, since something it was made from changed meanwhile. */
  overtaken: number
  /** Requests that waited for a fill that was under way. */
  joined: number
  evicted: number
  bumped: number
}

export interface ResponseCache {
  /** The entry under a key, if it is right at an instant (milliseconds since the epoch). */
  get: (key: string, nowMs: number) => Entry | undefined
  /** Makes the answer under a key; those that ask for the same meanwhile wait for this one. With null it is made for one alone. */
  fill: (key: string | null, make: () => Promise<Filled>) => Promise<Entry>
  /** Whether the answer under a key is being made. */
  isUnderWay: (key: string) => boolean
  /** Throws away what follows from any of these tags, and lets no fill be kept that began before. */
  bump: (tags: readonly Tag[]) => void
  /** The same for everything: nobody knows what has changed. */
  flush: () => void
  /** The number of changes so far: what was found out before one may be wrong after it. */
  readonly generation: number
  stats: () => CacheStats
}

/** More tags than this are not remembered one by one while fills are under way. */
const REMEMBERED = 10_000

/**
 * Finished answers by key, bounded by bytes; `maxBytes` 0 keeps none. An answer is found until it is bumped or its time is over. What a
 * fill has read before a change is committed never outlives that change: the bump comes after the commit, and fills that began before it are not kept.
 */
export const createResponseCache = ({ maxBytes }: { maxBytes: number }): ResponseCache => {
  const keysOf = new Map<Tag, Set<string>>()
  const counts = { overtaken: 0, joined: 0, evicted: 0, bumped: 0 }
  let generation = 0
  let forgottenAt = 0
  const bumpedAt = new Map<Tag, number>()
  const underWay = new Map<string, Promise<Entry>>()
  let fills = 0

  const forget = (entry: Entry, key: string): void => {
    for (const tag of entry.tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }
  const entries = maxBytes > 0
    ? new LRUCache<string, Entry>({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: sizeOf,
      dispose: (entry, key, reason) => {
        if (reason === 'evict') counts.evicted += 1
        forget(entry, key)
      },
    })
    : null

  const keep = (key: string, entry: Entry): void => {
    if (!entries) return
    entries.set(key, entry)
    // One that is too large on its own is not taken, and must not be looked for under its tags.
    if (!entries.has(key)) return
    for (const tag of entry.tags) {
      const keys = keysOf.get(tag)
      if (keys) keys.add(key)
      else keysOf.set(tag, new Set([key]))
    }
  }
  const isOvertaken = (entry: Entry, begun: number): boolean => {
    if (forgottenAt > begun) return true
    if (generation === begun) return false
    for (const tag of entry.tags) if ((bumpedAt.get(tag) ?? 0) > begun) return true
    return false
  }
  const run = async (key: string | null, make: () => Promise<Filled>): Promise<Entry> => {
    const begun = generation
    fills += 1
    try {
      const { entry, isKept } = await make()
      const overtaken = isOvertaken(entry, begun)
      if (overtaken) counts.overtaken += 1
      if (key !== null && isKept && !overtaken) keep(key, entry)
      else entry.isPassing = true
      return entry
    } finally {
      fills -= 1
      // Nobody is under way who could have read before these.
      if (fills === 0) bumpedAt.clear()
    }
  }

  return {
    get: (key, nowMs) => {
      const entry = entries?.get(key)
      if (!entry || (nowMs < entry.untilMs && nowMs >= entry.madeMs)) return entry
      entries?.delete(key)
      return undefined
    },
    fill: (key, make) => {
      if (key === null) return run(key, make)
      const known = underWay.get(key)
      if (known) {
        counts.joined += 1
        return known
      }
      const filling = run(key, make).finally(() => {
        if (underWay.get(key) === filling) underWay.delete(key)
      })
      underWay.set(key, filling)
      return filling
    },
    isUnderWay: (key) => underWay.has(key),
    bump: (tags) => {
      generation += 1
      counts.bumped += 1
      // Who asks after a change must not be given what was read before it.
      underWay.clear()
      if (fills > 0) for (const tag of tags) bumpedAt.set(tag, generation)
      if (bumpedAt.size > REMEMBERED) {
        bumpedAt.clear()
        forgottenAt = generation
      }
      for (const tag of tags) for (const key of [...(keysOf.get(tag) ?? [])]) entries?.delete(key)
    },
    flush: () => {
      generation += 1
      forgottenAt = generation
      underWay.clear()
      bumpedAt.clear()
      entries?.clear()
    },
    get generation() {
      return generation
    },
    stats: () => ({ ...counts, entries: entries?.size ?? 0, bytes: entries?.calculatedSize ?? 0 }),
  }
}
