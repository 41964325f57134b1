import rows from './data/provinces.json' with { type: 'json' }
import type { Day } from './day.ts'

/** One province-level unit in one period of its life. A merger, a new code or a new kind makes a new record. */
export type Province = {
  /** The identity: its name as a slug and the first year in which this register knows it, such as `bac-kan-2019`. */
  key: string
  /** The official code of that period. Codes are reused with another meaning: never an identity. */
  code: string
  /** The name as newsrooms spell it, without the kind: `Bắc Kạn`. */
  name: string
  /** The name with the kind: `Tỉnh Bắc Kạn`. */
  fullName: string
  kind: 'province' | 'municipality'
  /** First day; null: since before 2019. */
  validFrom: Day | null
  /** First day on which the unit is no more; null: in force. */
  validTo: Day | null
  /** Keys of the units that took its place. */
  successors: readonly string[]
  /** Socio-economic region, by the division of the unit's own time. */
  region: string
  /** The name as data sets write it, where the tone mark stands elsewhere: `Hoà Bình`. */
  datasetName?: string
  /** Number of the resolution that made the unit. */
  basis?: string
}

/** All province-level units since 2019: the 63 of the beginning, then those made since, oldest first. */
export const provinces = rows as readonly unknown[] as readonly Province[]
