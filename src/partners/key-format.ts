import { createHash, randomBytes } from 'node:crypto'

/** Publishable keys stand in pages and work from the partner's origins only; secret keys stay on its servers. */
export const keyTypes = ['publishable', 'secret'] as const
export type KeyType = (typeof keyTypes)[number]

/** What a key is good for: feeds and embeds, or the log of changes. */
export const keyScopes = ['feeds', 'changes'] as const
export type KeyScope = (typeof keyScopes)[number]

const prefixes: Readonly<Record<KeyType, string>> = { publishable: 'pk_', secret: 'sk_' }
const BYTES = 32
/** Characters behind the prefix by which people tell keys apart: 48 of 256 bits. */
const SHOWN = 8

/** A new key: its prefix and 32 random bytes in base64url (RFC 4648 §5). */
export const createKey = (type: KeyType): string => prefixes[type] + randomBytes(BYTES).toString('base64url')

/** What type of key a text is, or null when it is none. */
export const keyTypeOf = (text: string): KeyType | null =>
  (/^[ps]k_[\w-]{43}$/.test(text) ? keyTypes.find((type) => text.startsWith(prefixes[type])) : undefined) ?? null

/** The beginning of a key, which may be shown and stored. */
export const shownPart = (key: string): string => key.slice(0, prefixes.secret.length + SHOWN)

/** The type of a key whose beginning this is. */
export const typeOfShown = (shown: string): KeyType => (shown.startsWith(prefixes.publishable) ? 'publishable' : 'secret')

/** What is stored of a key. It has 256 random bits, so that a plain hash can not be turned round. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url')
