import type { OutboxRow } from './row.ts'
import type { Outcome, Topic } from './topics.ts'

/** What became of one delivery: it arrived; it failed, with a wish when to try again; it is hopeless; or it was ended before it could say. */
export type Attempted = { end: 'delivered' } | { end: 'cut' } | { end: 'failed'; reason: string; retryAfterMs?: number } | { end: 'hopeless'; reason: string }

const LONGEST_REASON = 500

/** An error and its cause in a line. Handlers put no secrets into their errors. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_REASON)
  const { message, cause } = error
  return (cause instanceof Error && cause.message ? `${message}: ${cause.message}` : message).slice(0, LONGEST_REASON)
}

const attemptedOf = (outcome: Outcome): Attempted => {
  if (!outcome) return { end: 'delivered' }
  return 'giveUp' in outcome ? { end: 'hopeless', reason: outcome.giveUp } : { end: 'failed', ...outcome }
}

/** One delivery by the handler of a topic, within its time. `cut` ends it from outside. Never throws. */
export const attempt = async ({ topic: { deliver, timeLimitMs }, rows, cut }: { topic: Topic; rows: readonly OutboxRow[]; cut: AbortSignal }): Promise<Attempted> => {
  if (cut.aborted) return { end: 'cut' }
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, timeLimitMs)
  cut.addEventListener('abort', end, { once: true })
  // Not held up by a handler that does not mind its signal.
  const ended = new Promise<Attempted>((done) => {
    const tell = () => done(cut.aborted ? { end: 'cut' } : { end: 'failed', reason: `It took longer than ${timeLimitMs / 1000} s` })
    ending.signal.addEventListener('abort', tell, { once: true })
  })
  const delivering = async (): Promise<Attempted> => attemptedOf(await deliver({ rows, signal: ending.signal }))
  try {
    return await Promise.race([ended, delivering().catch((error: unknown): Attempted => ({ end: 'failed', reason: reasonOf(error) }))])
  } finally {
    clearTimeout(timer)
    cut.removeEventListener('abort', end)
  }
}
