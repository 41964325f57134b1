import { type KeyScope, keyScopes, type KeyType } from './key-format.ts'

/** A key as the document of a partner site holds it. */
export interface StoredKey {
  /** The beginning, by which people know it. */
  shown: string
  hash: string
  type: KeyType
  scopes: readonly KeyScope[]
  createdAt: string
  /** Null: without end. */
  expiresAt: string | null
  revokedAt: string | null
}

/** What may be done with the keys of a partner site. */
export type KeyChange = { add: StoredKey } | { revoke: string; at: string }

/** So many of a type work at once: the one in use, and the one that takes its place. */
export const LIVE_PER_TYPE = 2
/** So many that no longer work are still listed. */
const REMEMBERED = 20

export type KeyRefusal = 'too-many' | 'unknown' | 'revoked'

/** Whether a key works at an instant. */
export const isLive = ({ expiresAt, revokedAt }: Pick<StoredKey, 'expiresAt' | 'revokedAt'>, now: string): boolean => revokedAt === null && (expiresAt === null || now < expiresAt)

/** The keys after a change, the newest first; or why it may not be. */
export const changedKeys = ({ keys, change, now }: { keys: readonly StoredKey[]; change: KeyChange; now: string }): StoredKey[] | KeyRefusal => {
  if ('revoke' in change) {
    const found = keys.find(({ shown }) => shown === change.revoke)
    if (!found) return 'unknown'
    if (found.revokedAt !== null) return 'revoked'
    return keys.map((key) => (key === found ? { ...key, revokedAt: change.at } : key))
  }
  const live = keys.filter((key) => isLive(key, now))
  if (live.filter(({ type }) => type === change.add.type).length >= LIVE_PER_TYPE) return 'too-many'
  const ended = keys.filter((key) => !isLive(key, now)).slice(0, REMEMBERED)
  return [change.add, ...keys.filter((key) => live.includes(key) || ended.includes(key))]
}

const DAY_MS = 86_400_000
/** Keys may be made for so many days at most. */
const DAYS_MAX = 3650

/** What a request for a new key says, or null when that makes no sense. */
export const keyAsked = (body: unknown): { type: KeyType; scopes: KeyScope[]; lifeMs: number | null } | null => {
  const { type, scopes = ['feeds'], days = null } = (body ?? {}) as { type?: unknown; scopes?: unknown; days?: unknown }
  if (type !== 'publishable' && type !== 'secret') return null
  const named = Array.isArray(scopes) ? keyScopes.filter((scope) => scopes.includes(scope)) : []
  if (named.length === 0 || named.length !== (scopes as unknown[]).length) return null
  if (days === null) return { type, scopes: named, lifeMs: null }
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= DAYS_MAX ? { type, scopes: named, lifeMs: days * DAY_MS } : null
}
