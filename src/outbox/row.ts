import type { PayloadRequest } from 'payload'

/** Before every instant: a row that is due before all others. */
export const AT_ONCE = '0001-01-01T00:00:00.000Z'

/** A row as a handler gets it. */
export interface OutboxRow {
  id: string
  topic: string
  key: string
  body: unknown
  /** How often its delivery was begun, this time included. */
  attempts: number
  /** Instant in ISO 8601. */
  created: string
}

/** What becomes of a row. `due` null: it is not delivered any more. */
export interface OutboxChange {
  state: 'waiting' | 'delivered' | 'dead'
  due: string | null
  error: string | null
  removeAt: string | null
}

/** The statements on the outbox, each in the transaction of its `req`; `dueKeys` alone reads what is committed. Instants are ISO 8601. */
export interface OutboxRows {
  insert: (args: { req: PayloadRequest; row: Omit<OutboxRow, 'attempts' | 'body'> & { body: string; due: string } }) => Promise<void>
  /** The keys of a topic that have something due, those waiting longest first; `limit` is a bound on rows, so it may be fewer keys. */
  dueKeys: (args: { topic: string; now: string; except: readonly string[]; limit: number }) => Promise<string[]>
  /**
   * Takes due rows of a key, the oldest first, until the lease ends. `merging`: with them those that wait for another attempt.
   */
  claim: (args: { req: PayloadRequest; topic: string; key: string; limit: number; merging: boolean; holder: string; now: string; until: string }) => Promise<OutboxRow[]>
  /** Changes those among the rows that the holder still has. */
  change: (args: { req: PayloadRequest; holder: string; ids: readonly string[]; change: OutboxChange }) => Promise<void>
  /** Removes those among the rows that the holder still has. */
  remove: (args: { req: PayloadRequest; holder: string; ids: readonly string[] }) => Promise<void>
  /** Gives back what a worker had that is gone. */
  release: (args: { req: PayloadRequest }) => Promise<number>
  /** Removes rows whose time has come, and those older than `unknownBefore` of topics that nobody knows; at most `limit` of each. */
  clean: (args: { req: PayloadRequest; now: string; topics: readonly string[]; unknownBefore: string; limit: number }) => Promise<number>
}
