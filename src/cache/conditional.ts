import { type Entry, etagOf, modifiedSecond } from './entry.ts'
import type { Encoding } from './encoding.ts'

type Conditions = { 'if-none-match'?: string | undefined; 'if-modified-since'?: string | undefined }

const tagsIn = (header: string): string[] => header.match(/"[^"]*"/g) ?? []

/**
 * Whether the client has the answer already: `If-None-Match` by weak comparison (RFC 9110 §13.1.2), which is alone decisive when it is
 * there, else `If-Modified-Since` (§13.1.3).
 */
export const isNotModified = ({ entry, encoding, conditions, nowMs }: { entry: Entry; encoding: Encoding; conditions: Conditions; nowMs: number }): boolean => {
  if (entry.status !== 200 || entry.isPassing) return false
  const wanted = conditions['if-none-match']
  if (wanted !== undefined) {
    const etag = etagOf(entry, encoding)
    return wanted === etag || wanted.trim() === '*' || tagsIn(wanted).includes(etag)
  }
  const since = conditions['if-modified-since']
  if (since === undefined) return false
  const modified = modifiedSecond(entry)
  const sinceMs = Date.parse(since)
  return modified * 1000 <= nowMs && sinceMs >= modified * 1000
}
