import { nowMs } from '../clock.ts'

/** Without a proof that this process hears of every change for so long, it vouches for nothing. Milliseconds. */
export const PROOF_MS = 5_000

/** What the watch has found out. */
export interface AvailabilityMark {
  /** Whether the database answers reads. */
  reachable?: boolean
  /** Whether every change up to `asOf` has been heard of. */
  hearing?: boolean
  /** The instant that is proven by `hearing: true`, as monotonic milliseconds (`performance.now()`); now when left out. */
  asOf?: number
}

/** What a process knows of its database. */
export interface Availability {
  /** Since when (milliseconds since the epoch, by the project's clock) stored answers can not be vouched for; null while they can. */
  readonly staleSince: number | null
  /** Whether the database answers reads. */
  readonly reachable: boolean
  /** Whether every change is heard of in time: false in a process that is cut off from what others write. */
  readonly hearing: boolean
  /** Monotonic milliseconds: every change that was committed before has been heard of. */
  readonly heardUntil: number
  mark: (mark: AvailabilityMark) => void
}

interface AvailabilityOptions {
  /** How long a proof holds, in milliseconds; Infinity for a process that shares its database with nobody. */
  proofMs?: number
  monotonic?: () => number
  clock?: () => number
}

/**
 * The state that answers from the cache are vouched for by. Proofs age by the monotonic clock: neither a corrected clock nor a moved one
 * makes a process deaf or lets it hear, and a process that stood still knows so at its first request. `staleSince` is an instant of the
 * project's clock, as the age of an answer is: it is the last proven instant, not the one at which the silence was noticed.
 */
export const createAvailability = ({ proofMs = PROOF_MS, monotonic = () => performance.now(), clock = nowMs }: AvailabilityOptions = {}): Availability => {
  let reachable = true
  let told = true
  let provenAt = monotonic()
  let since: number | null = null

  const hearing = (): boolean => told && monotonic() - provenAt <= proofMs
  const staleSince = (): number | null => {
    if (reachable && hearing()) return (since = null)
    return (since ??= clock() - (monotonic() - provenAt))
  }
  return {
    get staleSince() {
      return staleSince()
    },
    get reachable() {
      return reachable
    },
    get hearing() {
      return hearing()
    },
    get heardUntil() {
      return proofMs === Infinity ? monotonic() : provenAt
    },
    mark: (mark) => {
      if (mark.hearing === true) provenAt = Math.max(provenAt, mark.asOf ?? monotonic())
      if (mark.hearing !== undefined) told = mark.hearing
      if (mark.reachable !== undefined) reachable = mark.reachable
      staleSince()
    },
  }
}
