import { compareDays, type Day } from './day.ts'
import { bareUnitSlug, type UnitRecord, unitSlug } from './unit-slug.ts'

/** Whether a unit exists on a Hanoi day. */
export const unitExistsOn = ({ validFrom, validTo }: Pick<UnitRecord, 'validFrom' | 'validTo'>, day: Day): boolean =>
  (!validFrom || validFrom <= day) && (!validTo || day < validTo)

/**
 * The unit that a slug means, or null. In this order: the unit of that bare name which exists on `day` (`thai-nguyen`);
 * the unit with exactly this slug (`bac-kan-2025`); the unit of that bare name which ended last (`bac-kan`).
 */
export const resolveProvinceSlug = <U extends UnitRecord>({ slug, units, day }: {
  slug: string
  units: readonly U[]
  day: Day
}): U | null => {
  const wanted = slug.trim().toLowerCase()
  const namesakes = units.filter((unit) => bareUnitSlug(unit) === wanted)
  return (
    namesakes.find((unit) => unitExistsOn(unit, day)) ??
    units.find((unit) => unitSlug(unit) === wanted) ??
    namesakes.filter(({ validTo }) => validTo).sort((a, b) => compareDays(b.validTo ?? '', a.validTo ?? ''))[0] ??
    null
  )
}
