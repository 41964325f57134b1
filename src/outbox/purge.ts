import type { Payload } from 'payload'
import { type Tag, tagsOfChange } from '../cache/tags.ts'
import { nowMs } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { consequencesOf } from '../published/consequences.ts'
import { enqueue } from './enqueue.ts'
import { purgeBatches } from './purge-batches.ts'
import { registerDelivery, type Topic } from './topics.ts'

/** The address that is called with the tags of what has changed, and a header that lets it be called. */
export interface PurgeTarget {
  url: string
  header: { name: string; value: string } | null
}

const topic = 'purge'
const keys = { first: 'first', again: 'again' }
const CALL_MS = 5_000
const ROWS = 1000
const LONGEST_WAIT_MS = 3_600_000

interface Body {
  tags: readonly Tag[]
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3); null when there is none. */
export const retryAfterOf = ({ text, now }: { text: string | null; now: number }): number | null => {
  if (!text) return null
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** Calls the address once; gives what it asks for, if it asks to wait. A redirection is a failure: the header is for this address only. */
const call = async ({ target: { url, header }, tags, signal }: { target: PurgeTarget; tags: readonly Tag[]; signal: AbortSignal }): Promise<{ retryAfterMs: number; reason: string } | null> => {
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
    if (response.ok) return null
    const reason = `PURGE_URL answered ${response.status}`
    const retryAfterMs = retryAfterOf({ text: response.headers.get('retry-after'), now: nowMs() })
    if (retryAfterMs === null) throw new Error(reason)
    return { retryAfterMs: Math.min(retryAfterMs, LONGEST_WAIT_MS), reason }
  } catch (error) {
    if (ending.signal.aborted) throw new Error(`PURGE_URL did not answer within ${CALL_MS / 1000} s`, { cause: error })
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}

// How long a process may not know that it hears of no changes (`src/cache/availability.ts`), and something for the ways between.
const DEAF_MS = 5_000
const MARGIN_MS = 1_000

/**
 * When a purge is repeated, in milliseconds after it. An answer that was on its way when its purge arrived may be stored by the network
 * afterwards, and on MongoDB another process may hear of a change some milliseconds after the network has asked it again. So it is told once more soon
 * after, and once more when neither can be any more.
 */
const repetitions = ({ answersWithinMs }: { answersWithinMs: number }): number[] => [1_000, DEAF_MS + answersWithinMs + MARGIN_MS]

/**
 * Tells a content delivery network which stored answers are out of date: every committed change of the store, whoever makes it, with the tags
 * that answers carry in `Surrogate-Key`. What is due together goes in few calls. Tried again for as long as one of its copies could be served.
 */
export const purgeOnChange = ({ payload, target, answersWithinMs }: {
  payload: Payload
  target: PurgeTarget
  /** The longest time in which an answer is made, in milliseconds. */
  answersWithinMs: number
}): void => {
  const again = repetitions({ answersWithinMs })
  consequencesOf(payload).add(({ req, kind, id }) => enqueue({ req, topic, key: keys.first, body: { tags: tagsOfChange({ kind, id }) } satisfies Body }))

  const tellAgain = (tags: readonly Tag[]) => inTransaction({
    payload,
    work: async (req) => {
      for (const ms of again) await enqueue({ req, topic, key: keys.again, body: { tags } satisfies Body, notBefore: new Date(nowMs() + ms) })
    },
  })

  // Not called before, whatever changes meanwhile, as it has asked for that.
  let quietUntil = 0
  const deliver: Topic['deliver'] = async ({ rows, signal }) => {
    const quietMs = quietUntil - performance.now()
    if (quietMs > 0) return { retryAfterMs: quietMs, reason: 'PURGE_URL has asked to wait' }
    const tags = new Set(rows.flatMap(({ body }) => (body as Body).tags))
    for (const batch of purgeBatches(tags)) {
      const outcome = await call({ target, tags: batch, signal })
      if (!outcome) continue
      quietUntil = performance.now() + outcome.retryAfterMs
      return outcome
    }
    const youngest = Math.max(...rows.map(({ created }) => Date.parse(created)))
    // Before the rows are noted as delivered: ended in between, they are told of anew. Told very late, everybody has heard of it long ago.
    if (rows.some(({ key }) => key === keys.first) && nowMs() - youngest < 2 * Math.max(...again)) await tellAgain([...tags])
  }
  registerDelivery({
    payload,
    topic,
    schedule: { delays: [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000], forMs: 26 * 3_600_000, jitter: 0.2 },
    timeLimitMs: 10 * CALL_MS,
    mergesUpTo: ROWS,
    deliver,
  })
}
