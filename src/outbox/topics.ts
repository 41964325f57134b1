import type { Payload } from 'payload'
import type { OutboxRow } from './row.ts'
import type { Schedule } from './schedule.ts'

/**
 * What a handler says of a delivery: nothing when it has arrived, when to try again if not by the schedule, or that no further attempt
 * makes sense. An error it throws means: again by the schedule.
 */
export type Outcome = void | { retryAfterMs: number; reason: string } | { giveUp: string }

/** How the rows of one topic are delivered. */
export interface Topic {
  topic: string
  /**
   * Delivers rows of one key, the oldest first; just one unless the topic merges. It may be called again with rows that have arrived
   * already: a process may end before it could note that. The signal ends it when its time is over or the process stops.
   */
  deliver: (delivery: { rows: readonly OutboxRow[]; signal: AbortSignal }) => Promise<Outcome>
  schedule: Schedule
  /** How long a delivery may take, in milliseconds. */
  timeLimitMs: number
  /** Merges: one delivery takes up to so many rows of a key, those that wait for another attempt included. */
  mergesUpTo?: number
  /** How long delivered rows are kept, in milliseconds; 0, the default: not at all. */
  keepMs?: number
}

interface Outbox {
  topics: Map<string, Topic>
  bells: Set<() => void>
}

const key = Symbol.for('ocop-press.outbox')

/** Kept on the Payload instance, since Next bundles a second copy of this module. */
const outboxOf = (payload: Payload): Outbox => {
  const holder = payload as unknown as Record<symbol, Outbox | undefined>
  const known = holder[key]
  if (known) return known
  const made: Outbox = { topics: new Map(), bells: new Set() }
  Object.defineProperty(payload, key, { value: made, enumerable: false })
  return made
}

/** Says how rows of a topic are delivered. The worker delivers those of the topics that are known when it begins; the others wait. */
export const registerDelivery = ({ payload, ...topic }: { payload: Payload } & Topic): void => void outboxOf(payload).topics.set(topic.topic, topic)

export const topicsOf = (payload: Payload): ReadonlyMap<string, Topic> => outboxOf(payload).topics

/** Lets a worker in this process look at once. */
export const wakeOutbox = (payload: Payload): void => outboxOf(payload).bells.forEach((ring) => ring())

/** Is told when there may be something to deliver; gives the function that ends it. */
export const onWake = (payload: Payload, ring: () => void): (() => void) => {
  const { bells } = outboxOf(payload)
  bells.add(ring)
  return () => void bells.delete(ring)
}
