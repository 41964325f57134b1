import type { Day } from './day.ts'

/** An administrative unit as far as its address and its life go: `Province` is one. */
export type UnitRecord = {
  /** The identity: a slug of the name, and a year, such as `bac-kan-2019`. */
  key: string
  validFrom: Day | null
  /** First day on which the unit is no more; null: in force. */
  validTo: Day | null
  /** Keys of the units that took its place. */
  successors: readonly string[]
}

/** The bare name of a unit as a slug: `bac-kan` for `bac-kan-2019`. */
export const bareUnitSlug = ({ key }: Pick<UnitRecord, 'key'>): string => key.replace(/-\d{4}$/, '')

/**
 * The slug of a unit: its bare name while it has no end (`thai-nguyen`), with the year of its end once that is known
 * (`bac-kan-2025`), so that the unit which takes its name can have the bare one.
 */
export const unitSlug = (unit: Pick<UnitRecord, 'key' | 'validTo'>): string =>
  unit.validTo ? `${bareUnitSlug(unit)}-${unit.validTo.slice(0, 4)}` : bareUnitSlug(unit)
