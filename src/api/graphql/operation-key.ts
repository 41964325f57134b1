import type { IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import { answerTypeOf } from './answer-type.ts'

/** The largest body of a POST, in bytes. */
export const BODY_LIMIT = 100 * 1024

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => [name, sorted(own)]))
}

const isJson = (contentType: string | undefined): boolean => /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType ?? '')

// The same bodies come again and again, and reading one takes longer than all else that a stored answer takes.
const known = new LRUCache<string, string>({ maxSize: 4 * 1024 * 1024, maxEntrySize: 32 * 1024, sizeCalculation: (operation, body) => operation.length + body.length })

/** The operation in the body of a POST, written one way: what it asks decides, not how its JSON is laid out. Null for what is none. */
const canonical = (body: string): string | null => {
  const found = known.get(body)
  if (found !== undefined) return found
  try {
    const { query, operationName, variables, extensions } = JSON.parse(body) as Record<string, unknown>
    const operation = JSON.stringify([query, operationName ?? null, sorted(variables ?? null), sorted(extensions ?? null)])
    known.set(body, operation)
    return operation
  } catch {
    return null
  }
}

/**
 * What the answer to a request to `/graphql` follows from: the exact URL, or the operation of a POST, and the media type of the answer.
 * Null for what is not answered with data.
 */
export const operationKey = ({ req: { method, url, headers }, body }: { req: Pick<IncomingMessage, 'method' | 'url' | 'headers'>; body?: string }): string | null => {
  const type = answerTypeOf({ accept: headers.accept, method })
  if (type === null || type === 'text/html') return null
  if (method === 'GET' || method === 'HEAD') return `${type} ${url}`
  if (method !== 'POST' || url !== '/graphql' || body === undefined || !isJson(headers['content-type'])) return null
  const operation = canonical(body)
  return operation && `${type} POST ${operation}`
}
