import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Delivery } from './delivery.ts'
import { writeEntry } from './write-entry.ts'

/** How many answers have been given from the cache. */
export interface HitCounts {
  whole: number
  notModified: number
  stale: number
}

type Options = {
  delivery: Pick<Delivery, 'lookUp'>
  /** The key of a request; null for what is never stored. */
  keyOf: (req: IncomingMessage) => string | null
  /** The values of `Host` that mean this server: a request for another is not answered from here either. */
  hosts: ReadonlySet<string>
  /** Whether the process has begun to stop, so that clients are told to connect elsewhere. */
  isStopping: () => boolean
}

/**
 * Answers what is stored, before anything else looks at the request; tells whether it has. Nothing of such an answer is made anew, and it is
 * counted and not logged.
 */
export const createHits = ({ delivery, keyOf, hosts, isStopping }: Options) => {
  const counts: HitCounts = { whole: 0, notModified: 0, stale: 0 }
  const answer = (req: IncomingMessage, res: ServerResponse, key: string | null = keyOf(req)): boolean => {
    const found = key === null ? null : delivery.lookUp(key)
    if (!found || !hosts.has(req.headers.host?.toLowerCase() ?? '')) return false
    if (found.isStale) counts.stale += 1
    const { entry, nowMs, isStale } = found
    const written = writeEntry({ req, res, entry, nowMs, isStale, closing: isStopping() })
    if (typeof written !== 'number') void written.then((status) => count(status)).catch(() => res.destroy())
    else count(written)
    return true
  }
  const count = (status: 200 | 304): void => {
    if (status === 304) counts.notModified += 1
    else counts.whole += 1
  }
  return { answer, counts }
}
