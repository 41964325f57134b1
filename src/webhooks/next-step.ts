const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** From one attempt to the next (Standard Webhooks 1.0, "deliverability and reliability"): ten attempts in about 75.6 hours. */
export const delays: readonly number[] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]
export const ATTEMPTS = delays.length + 1
const JITTER = 0.1
const LONGEST_WISH_MS = 24 * HOUR
const LONGEST_PAUSE_MS = 5 * MINUTE

/** What came of an attempt: the answer's status, or null when there was none; and how long the receiver asks to wait. */
export interface Reply {
  status: number | null
  retryAfterMs: number | null
}

export type Step = { state: 'delivered' } | { state: 'gone' } | { state: 'failed' } | { state: 'waiting'; afterMs: number }

/**
 * What follows from an attempt, the `tries`-th of this delivery. 2xx alone is success; a redirection is not followed and a failure; 410
 * says that the receiver is gone for good. The receiver's `Retry-After` can make the wait longer, up to a day, not shorter.
 */
export const nextStep = ({ reply: { status, retryAfterMs }, tries, random = Math.random }: { reply: Reply; tries: number; random?: () => number }): Step => {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' }
  if (status === 410) return { state: 'gone' }
  const delay = delays[tries - 1]
  if (delay === undefined) return { state: 'failed' }
  const scheduled = delay * (1 + JITTER * (2 * random() - 1))
  return { state: 'waiting', afterMs: Math.round(Math.max(scheduled, Math.min(retryAfterMs ?? 0, LONGEST_WISH_MS))) }
}

const slowing = new Set([429, 502, 504])

/**
 * For how long a receiver is left alone altogether, in milliseconds: when it says that it is overloaded (429, 502, 504) or asks to wait, and
 * when it has failed three times in a row. `failures` in a row, this one included.
 */
export const pauseAfter = ({ reply: { status, retryAfterMs }, failures }: { reply: Reply; failures: number }): number => {
  const isAsked = retryAfterMs !== null || (status !== null && slowing.has(status))
  if (!isAsked && failures < 3) return 0
  const growing = Math.min(LONGEST_PAUSE_MS, SECOND * 2 ** Math.min(failures, 20))
  return Math.max(growing, Math.min(retryAfterMs ?? 0, LONGEST_WISH_MS))
}
