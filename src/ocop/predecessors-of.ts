import type { Day } from './day.ts'
import { unitExistsOn } from './resolve-province-slug.ts'
import type { UnitRecord } from './unit-slug.ts'

/** All units that went into a unit, directly or by way of others, without the unit itself; the nearest first. */
export const predecessorsOf = <U extends UnitRecord>({ unit, units }: { unit: Pick<U, 'key'>; units: readonly U[] }): U[] => {
  const found: U[] = []
  const seen = new Set([unit.key])
  let keys = [unit.key]
  while (keys.length > 0) {
    const nearest = units.filter(({ key, successors }) => !seen.has(key) && successors.some((successor) => keys.includes(successor)))
    nearest.forEach(({ key }) => seen.add(key))
    found.push(...nearest)
    keys = nearest.map(({ key }) => key)
  }
  return found
}

/**
 * The units whose things belong to a unit in lists and counts: one that exists on `day` includes its predecessors, a
 * former one only itself.
 */
export const unitsCovered = <U extends UnitRecord>({ unit, units, day }: { unit: U; units: readonly U[]; day: Day }): U[] =>
  unitExistsOn(unit, day) ? [unit, ...predecessorsOf({ unit, units })] : [unit]
