import type { Payload } from 'payload'
import { nowMs } from '../clock.ts'
import type { Day } from '../ocop/index.ts'

export type SeedMode = 'demo' | 'reference' | 'none'

/** What the database remembers of its seeding, so that an interrupted one is completed and a finished one never repeated. */
export type SeedMarker = {
  readonly state: 'running' | 'done'
  readonly mode: SeedMode
  /** Day and instant that relative dates count from. */
  readonly seedingDay: Day
  readonly startedAtMs: number
  /** The last sign of life of the process that seeds. */
  readonly beatMs: number
  /** Whether the administrator's password has been shown. */
  readonly administratorTold: boolean
}

const KEY = 'seed'

export const readMarker = (payload: Payload): Promise<SeedMarker | null> => payload.kv.get<SeedMarker>(KEY)

/** Writes the marker with a new sign of life. */
export const writeMarker = async ({ payload, marker }: { payload: Payload; marker: Omit<SeedMarker, 'beatMs'> }): Promise<void> =>
  payload.kv.set(KEY, { ...marker, beatMs: nowMs() } satisfies SeedMarker)

const STALE_MS = 20_000

/** Whether a process is seeding right now. One that was killed stops giving signs of life. */
export const beats = (marker: SeedMarker): boolean => marker.state === 'running' && nowMs() - marker.beatMs < STALE_MS
