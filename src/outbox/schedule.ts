/** When a delivery that failed is tried again. */
export interface Schedule {
  /** Milliseconds from one attempt to the next, one after the other; at least one. */
  delays: readonly number[]
  /**
   * When given, the last delay is repeated until a row is this old, in milliseconds; then it is given up. Otherwise it is given up when
   * the delays are used up.
   */
  forMs?: number
  /** By which share a delay is shortened or lengthened at most, at random, so that not all come at once: 0.2 is a fifth. */
  jitter: number
}

/** The instant of the next attempt in milliseconds since the epoch, or null when there is to be none. `attempts` were made. */
export const nextAttempt = ({ schedule: { delays, forMs, jitter }, attempts, created, now, random = Math.random }: {
  schedule: Schedule
  attempts: number
  /** When the row was written, in milliseconds since the epoch. */
  created: number
  now: number
  random?: () => number
}): number | null => {
  if (forMs !== undefined && now - created >= forMs) return null
  const delay = delays[attempts - 1] ?? (forMs === undefined ? undefined : delays.at(-1))
  return delay === undefined ? null : Math.round(now + delay * (1 + jitter * (2 * random() - 1)))
}
