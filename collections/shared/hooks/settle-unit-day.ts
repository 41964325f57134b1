import type { CollectionBeforeValidateHook } from 'payload'
import { today } from '../../../src/clock.ts'
import { asSystem } from '../../../src/db/local-api.ts'
import { addDays, isDay } from '../../../src/ocop/day.ts'
import { unitExistsOn } from '../../../src/ocop/resolve-province-slug.ts'
import { formatDay } from '../../../src/text/format-day.ts'
import { refuse } from '../problem.ts'
import { refOf, textOf } from '../public-read.ts'
import { writeOf } from './remember-write.ts'

/**
 * Keeps `unit` and `unitAsOf` together: a unit is named as of a day on which it existed. An empty day becomes today, or the
 * last day of a unit that is no more. Drafts may be wrong for a while.
 */
export const settleUnitDay: CollectionBeforeValidateHook = async ({ collection, context, data, originalDoc, req }) => {
  if (!data) return data
  const merged = { ...originalDoc, ...data }
  const unitId = refOf(merged, 'unit')
  if (!unitId) return data
  const { docs: [unit] } = await asSystem(req).find({ collection: 'administrative-units', where: { id: { equals: unitId } }, limit: 1 })
  if (!unit) return data

  const life = { validFrom: unit.validFrom ?? null, validTo: unit.validTo ?? null }
  const stated = textOf(merged, 'unitAsOf')
  if (!stated) {
    return { ...data, unitAsOf: life.validTo && !unitExistsOn(life, today()) ? addDays(life.validTo, -1) : today() }
  }
  if (writeOf({ context, collection: collection.slug })?.draft || !isDay(stated) || unitExistsOn(life, stated)) return data
  const begins = life.validFrom ? formatDay(life.validFrom) : null
  const ends = life.validTo ? formatDay(addDays(life.validTo, -1)) : null
  refuse({
    req,
    collection: collection.slug,
    id: originalDoc?.id,
    problems: [{
      path: 'unitAsOf',
      message: {
        vi: `${unit.title} không tồn tại vào ngày ${formatDay(stated)}${begins ? `; có từ ${begins}` : ''}${ends ? `; còn đến hết ${ends}` : ''}. Hãy chọn đơn vị của thời điểm đó, hoặc sửa ngày.`,
        en: `${unit.title} did not exist on ${stated}${life.validFrom ? `; it began on ${life.validFrom}` : ''}${life.validTo ? `; it ended before ${life.validTo}` : ''}. Choose the unit of that time, or another day.`,
      },
    }],
  })
  return data
}
