import { createHash } from 'node:crypto'
import { compress, COMPRESSED_FROM, type Encoding } from './encoding.ts'
import { type AnswerKind, cacheControl } from './freshness.ts'
import type { Tag } from './tags.ts'

export type HeaderPairs = readonly (readonly [name: string, value: string])[]

/** Headers as `writeHead` takes them without looking at them again: name, value, name, value … */
type FlatHeaders = string[]

interface Prepared {
  /** The second for which these headers say how long the answer is good. */
  second: number
  full: FlatHeaders
  notModified: FlatHeaders
}

/** A finished answer. Its bodies are made once and written as they are. */
export interface Entry {
  status: number
  kind: AnswerKind
  headers: HeaderPairs
  tags: ReadonlySet<Tag>
  /** Milliseconds since the epoch at which it was finished, and at which it stops being right by itself. */
  madeMs: number
  untilMs: number
  /** What `Cache-Control` may promise follows from whether shared caches are told of changes. */
  purged: boolean
  /** Nobody may keep it: it has errors in it, or was overtaken by a change while it was made. */
  isPassing: boolean
  /** The hash of the plain body; each encoding adds its name, since their bytes differ. */
  hash: string
  body: Buffer
  encoded: Map<Encoding, Buffer>
  prepared: Map<Encoding, Prepared>
}

type EntryInput = Pick<Entry, 'status' | 'kind' | 'headers' | 'tags' | 'madeMs' | 'untilMs' | 'purged'> & { body: string | Buffer }

export const createEntry = ({ body, ...rest }: EntryInput): Entry => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return { ...rest, isPassing: false, body: bytes, hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 27), encoded: new Map(), prepared: new Map() }
}

// An encoding that does not halve the body is not kept, so that body and encodings take at most twice the body.
const WORTH = 0.5

/** What an entry takes at most, in bytes, with what is kept of it beside its bodies. */
export const sizeOf = ({ body, tags, headers }: Entry, key: string): number => 2 * body.length + 2 * key.length + 100 * tags.size + 200 * headers.length + 1024

/** The body in an encoding, if it is there already; the plain body where compression is not worth it. */
export const bodyIn = ({ body, encoded }: Entry, encoding: Encoding): { encoding: Encoding; bytes: Buffer } | null => {
  if (encoding === 'identity' || body.length < COMPRESSED_FROM) return { encoding: 'identity', bytes: body }
  const bytes = encoded.get(encoding)
  if (!bytes) return null
  return bytes === body ? { encoding: 'identity', bytes } : { encoding, bytes }
}

/** Makes the body in an encoding. */
export const encodeEntry = async (entry: Entry, encoding: 'gzip' | 'br'): Promise<void> => {
  const bytes = await compress({ body: entry.body, encoding })
  entry.encoded.set(encoding, bytes.length <= entry.body.length * WORTH ? bytes : entry.body)
}

export const etagOf = ({ hash }: Entry, encoding: Encoding): string => (encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`)

/** The second from which `Last-Modified` may be told: before it is over, the answer could change again within it (RFC 9110 §8.8.2.2). */
export const modifiedSecond = ({ madeMs }: Entry): number => Math.ceil(madeMs / 1000)

const flat = (pairs: HeaderPairs): FlatHeaders => pairs.flat()

// What a 304 repeats of the headers of the answer (RFC 9110 §15.4.5), and what a browser must see to give it to a page.
const repeated = new Set(['vary', 'access-control-allow-origin', 'access-control-expose-headers', 'surrogate-key'])

/** The headers of an entry in an encoding, as of now. They are made anew once a second. */
export const headersOf = ({ entry, encoding, bytes, nowMs }: { entry: Entry; encoding: Encoding; bytes: Buffer; nowMs: number }): Prepared => {
  const second = Math.floor(nowMs / 1000)
  const known = entry.prepared.get(encoding)
  if (known?.second === second) return known
  const modified = modifiedSecond(entry)
  const validators: HeaderPairs = entry.isPassing ? [['cache-control', 'private, no-store']] : [
    ['etag', etagOf(entry, encoding)],
    ...(modified <= second ? [['last-modified', new Date(modified * 1000).toUTCString()] as const] : []),
    ['cache-control', cacheControl({ kind: entry.kind, leftMs: entry.untilMs - nowMs, purged: entry.purged })],
  ]
  const prepared: Prepared = {
    second,
    full: flat([...entry.headers, ...validators, ...(encoding === 'identity' ? [] : [['content-encoding', encoding] as const]), ['content-length', String(bytes.length)]]),
    notModified: flat([...entry.headers.filter(([name]) => repeated.has(name)), ...validators]),
  }
  entry.prepared.set(encoding, prepared)
  return prepared
}
