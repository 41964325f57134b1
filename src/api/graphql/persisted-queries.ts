import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { RequestParams } from 'graphql-http'
import { LRUCache } from 'lru-cache'
import type { ProblemCode } from '../problem.ts'

const VERSION = 1
const HASH = /^[0-9a-f]{64}$/

/** A request before its text is known. */
export type Asked = Partial<RequestParams>

export interface Registry {
  /**
   * The text that a request asks: its own, or the one registered under its hash. A text that comes with its hash is registered.
   * @throws GraphQLError PERSISTED_QUERY_NOT_FOUND for a hash under which there is nothing (yet), BAD_REQUEST for what is no hash of version 1 or not that of the text.
   */
  textOf: (asked: Asked) => string | undefined
  size: () => number
}

const refused = (code: ProblemCode, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } })

/** The hash in `extensions.persistedQuery`, if it is there. */
const hashIn = (extensions: unknown): string | null => {
  const persisted = (extensions as { persistedQuery?: { version?: unknown; sha256Hash?: unknown } } | null | undefined)?.persistedQuery
  if (persisted === undefined || persisted === null) return null
  const { version, sha256Hash } = persisted
  if (version !== VERSION) throw refused('BAD_REQUEST', `"extensions.persistedQuery.version" has to be ${VERSION}.`)
  if (typeof sha256Hash !== 'string' || !HASH.test(sha256Hash)) throw refused('BAD_REQUEST', '"extensions.persistedQuery.sha256Hash" has to be the SHA-256 of the text of the query, as 64 hexadecimal digits in lower case.')
  return sha256Hash
}

/**
 * Persisted queries by the protocol of Apollo's clients (automatic persisted queries, version 1): a request that carries a hash alone is
 * short enough for an address, so that browsers and CDNs can keep its answer. Whoever asks may register: so only what could be answered
 * is kept (`isSound`), and no more than a bounded number of texts and bytes, the ones used last.
 */
export const persistedQueries = ({ isSound, count = 5_000, bytes = 8 * 1024 * 1024 }: {
  /** Whether a request with its text would be answered: it can be parsed, is valid and within the limits. */
  isSound: (asked: Asked & { query: string }) => boolean
  count?: number
  bytes?: number
}): Registry => {
  const texts = new LRUCache<string, string>({ max: count, maxSize: bytes, maxEntrySize: Math.min(bytes, 64 * 1024), sizeCalculation: (text) => Math.max(1, Buffer.byteLength(text)) })
  return {
    textOf: (asked) => {
      const { query, extensions } = asked
      const hash = hashIn(extensions)
      if (hash === null) return query
      if (typeof query !== 'string') {
        const text = texts.get(hash)
        // The words are the protocol's: clients send the text after them.
        if (text === undefined) throw refused('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
        return text
      }
      if (texts.get(hash) === query) return query
      if (createHash('sha256').update(query).digest('hex') !== hash) throw refused('BAD_REQUEST', '"extensions.persistedQuery.sha256Hash" is not the SHA-256 of "query".')
      if (isSound({ ...asked, query })) texts.set(hash, query)
      return query
    },
    size: () => texts.size,
  }
}
