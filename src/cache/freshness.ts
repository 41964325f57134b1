/** How long the caches of others may keep an answer: seconds. */
interface Freshness {
  /** In browsers, which nobody can tell of a change. */
  maxAge: number
  /** In shared caches that are not told of changes. */
  sharedAge: number
  /** In shared caches that are told of changes by their tags. */
  purgedAge: number
  /** Older answers while a new one is fetched. */
  staleWhileRevalidate: number
  /** Older answers when this server does not answer. */
  staleIfError: number
}

/** By kind of answer. An answer is told to be good for less when a window opens or closes, or the day in Hanoi ends, before. */
export const freshness = {
  /** One thing. */
  item: { maxAge: 30, sharedAge: 60, purgedAge: 3600, staleWhileRevalidate: 60, staleIfError: 3600 },
  list: { maxAge: 15, sharedAge: 60, purgedAge: 600, staleWhileRevalidate: 30, staleIfError: 3600 },
  /** All that a page shows, and whatever GraphQL is asked. */
  page: { maxAge: 15, sharedAge: 60, purgedAge: 600, staleWhileRevalidate: 30, staleIfError: 3600 },
  search: { maxAge: 30, sharedAge: 60, purgedAge: 300, staleWhileRevalidate: 30, staleIfError: 600 },
  feed: { maxAge: 60, sharedAge: 120, purgedAge: 3600, staleWhileRevalidate: 120, staleIfError: 86_400 },
  /** What changes with the program only. */
  document: { maxAge: 300, sharedAge: 3600, purgedAge: 3600, staleWhileRevalidate: 3600, staleIfError: 86_400 },
  /** That there is nothing. */
  absent: { maxAge: 5, sharedAge: 10, purgedAge: 10, staleWhileRevalidate: 0, staleIfError: 0 },
} as const satisfies Record<string, Freshness>

export type AnswerKind = keyof typeof freshness

/** That there is nothing is kept for this long, since anything may come to be there. */
export const ABSENT_MS = 10_000

/**
 * The value of `Cache-Control` (RFC 9111 §5.2, RFC 5861) of an answer that is right for `leftMs` milliseconds more. Nothing in it, the
 * allowances to serve it stale included, reaches beyond.
 */
export const cacheControl = ({ kind, leftMs, purged }: { kind: AnswerKind; leftMs: number; purged: boolean }): string => {
  const { maxAge, sharedAge, purgedAge, staleWhileRevalidate, staleIfError }: Freshness = freshness[kind]
  const left = Math.max(0, Math.floor(leftMs / 1000))
  const own = Math.min(maxAge, left)
  const shared = Math.min(purged ? purgedAge : sharedAge, left)
  const beyond = left - Math.max(own, shared)
  const stale = Object.entries({ 'stale-while-revalidate': Math.min(staleWhileRevalidate, beyond), 'stale-if-error': Math.min(staleIfError, beyond) })
  return ['public', `max-age=${own}`, `s-maxage=${shared}`, ...stale.filter(([, seconds]) => seconds > 0).map(([name, seconds]) => `${name}=${seconds}`)].join(', ')
}
