import type { Payload } from 'payload'
import { type Tag, tagsOfChange } from '../cache/tags.ts'
import { nowMs } from '../clock.ts'
import { consequencesOf } from '../published/consequences.ts'
import { enqueue } from './enqueue.ts'
import { purgeBatches } from './purge-batches.ts'
import { type Outcome, registerDelivery } from './topics.ts'

/** The address that is called with the tags of what has changed, and a header that lets it be called. */
export interface PurgeTarget {
  url: string
  header: { name: string; value: string } | null
}

const topic = 'purge'
const CALL_MS = 5_000
const ROWS = 1000

interface Body {
  tags: Tag[]
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3); null when there is none. */
export const retryAfterOf = ({ text, now }: { text: string | null; now: number }): number | null => {
  if (!text) return null
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** Calls the address once. A redirection is a failure: the header is for this address only. */
const call = async ({ target: { url, header }, tags, signal }: { target: PurgeTarget; tags: readonly Tag[]; signal: AbortSignal }): Promise<Outcome> => {
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, CALL_MS)
  signal.addEventListener('abort', end, { once: true })
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: ending.signal,
      headers: { 'content-type': 'application/json', 'surrogate-key': tags.join(' '), ...(header ? { [header.name]: header.value } : {}) },
      body: JSON.stringify({ surrogate_keys: tags }),
    })
    await response.body?.cancel()
    if (response.ok) return
    const reason = `PURGE_URL answered ${response.status}`
    const retryAfterMs = retryAfterOf({ text: response.headers.get('retry-after'), now: nowMs() })
    if (retryAfterMs === null) throw new Error(reason)
    return { retryAfterMs, reason }
  } catch (error) {
    if (ending.signal.aborted) throw new Error(`PURGE_URL did not answer within ${CALL_MS / 1000} s`, { cause: error })
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}

/**
 * Tells a content delivery network which stored answers are out of date: every committed change of the store, whoever makes it, with the tags
 * that answers carry in `Surrogate-Key`. What is due together goes in few calls. Tried again for as long as one of its copies could be served.
 */
export const purgeOnChange = ({ payload, target }: { payload: Payload; target: PurgeTarget }): void => {
  consequencesOf(payload).add(({ req, kind, id }) => enqueue({ req, topic, key: 'all', body: { tags: tagsOfChange({ kind, id }) } satisfies Body }))
  registerDelivery({
    payload,
    topic,
    schedule: { delays: [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000], forMs: 26 * 3_600_000, jitter: 0.2 },
    timeLimitMs: 10 * CALL_MS,
    mergesUpTo: ROWS,
    deliver: async ({ rows, signal }) => {
      for (const tags of purgeBatches(rows.flatMap(({ body }) => (body as Body).tags))) {
        const outcome = await call({ target, tags, signal })
        if (outcome) return outcome
      }
    },
  })
}
