import { addDays, addMonths, type CriteriaVersion, criteriaVersions, type Day, type Stars } from '../ocop/index.ts'
import type { DecisionSeed, RelativeDay } from './content/types.ts'

/** Offices sign on working days: a Saturday or Sunday becomes the Friday before. */
const workingDay = (day: Day): Day => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0)
}

/** The day that is meant, seen from the day of the seeding. */
export const decisionDay = ({ day, seedingDay }: { day: RelativeDay; seedingDay: Day }): Day => {
  if (typeof day === 'string') return day
  return workingDay('daysAgo' in day ? addDays(seedingDay, -day.daysAgo) : addMonths(addDays(seedingDay, day.endsInDays), -36))
}

/**
 * The newest criteria under which an authority of this level may give these stars on this day. An older version may have
 * ended: files lodged under it are decided by it. The first one where nothing fits.
 */
export const criteriaVersionOf = ({ level, stars, day }: { level: DecisionSeed['level']; stars: Stars; day: Day }): CriteriaVersion => {
  const fitting = criteriaVersions.filter(({ validFrom, authority }) => validFrom <= day && authority[`${stars}`] === level)
  const version = fitting.at(-1) ?? criteriaVersions[0]
  if (!version) throw new Error('There are no OCOP criteria')
  return version
}
