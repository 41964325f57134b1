import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ProblemError } from '../api/problem.ts'

/** What one limit allows: so many, in each window of so many milliseconds that begins with the first. */
export type Allowance = {
  /** Stands in the headers, so that a client can tell its limits apart. */
  name: string
  /** 0: no limit. */
  points: number
  windowMs: number
}

/** Counts by key, in the memory of this process. */
export interface RateLimit {
  /** Counts one. @throws ProblemError RATE_LIMITED (429) with `Retry-After` when that is one too many. */
  take: (key: string) => Promise<void>
  /** Takes one back: it was none of those that are limited. */
  giveBack: (key: string) => Promise<void>
  /** Begins anew for this key. */
  forget: (key: string) => Promise<void>
}

/** So many keys are remembered per limit, about 10 MB; beyond that those that have been quiet longest begin anew. */
const REMEMBERED = 50_000

const seconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)))

/** The headers of a refusal: RFC 9110 §10.2.3, and draft-ietf-httpapi-ratelimit-headers-10 §3 and §4. */
export const refusalHeaders = ({ name, points, windowMs, leftMs }: Allowance & { leftMs: number }): Record<string, string> => ({
  'retry-after': seconds(leftMs),
  'ratelimit-policy': `"${name}";q=${points};w=${seconds(windowMs)}`,
  ratelimit: `"${name}";r=0;t=${seconds(leftMs)}`,
})

/** The refusal of what is one too many. */
export const tooMany = (allowance: Allowance, leftMs: number): ProblemError =>
  new ProblemError({
    code: 'RATE_LIMITED',
    detail: `More than ${allowance.points} in ${seconds(allowance.windowMs)} s (limit "${allowance.name}"): wait ${seconds(leftMs)} s.`,
    headers: refusalHeaders({ ...allowance, leftMs }),
    extensions: { limit: allowance.name },
  })

const unlimited: RateLimit = { take: async () => undefined, giveBack: async () => undefined, forget: async () => undefined }

/** Makes the counter of one limit. `onRefused` is told of each refusal. */
export const createRateLimit = ({ remembered = REMEMBERED, onRefused, ...allowance }: Allowance & { remembered?: number; onRefused?: (name: string) => void }): RateLimit => {
  if (allowance.points === 0) return unlimited
  const limiter = new RateLimiterMemory({ points: allowance.points, duration: allowance.windowMs / 1000 })
  // The library keeps every key until its window ends, however many come: this forgets the oldest in its stead.
  const keys = new LRUCache<string, true>({ max: remembered, ttl: allowance.windowMs, dispose: (_, key, reason) => { if (reason === 'evict') void limiter.delete(key) } })
  return {
    take: async (key) => {
      keys.set(key, true)
      try {
        await limiter.consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        onRefused?.(allowance.name)
        throw tooMany(allowance, refusal.msBeforeNext)
      }
    },
    giveBack: async (key) => {
      const counted = await limiter.get(key)
      if (counted && counted.consumedPoints > 0) await limiter.reward(key)
    },
    forget: async (key) => {
      keys.delete(key)
      await limiter.delete(key)
    },
  }
}
