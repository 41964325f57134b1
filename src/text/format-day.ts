const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const isDay = (day: string): boolean => {
  const instant = new Date(`${day}T00:00:00Z`)
  return DAY.test(day) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)
}

/**
 * A day `YYYY-MM-DD` as Vietnamese readers write it: `05/03/2027`.
 * @throws RangeError when it is not a day of the calendar.
 */
export const formatDay = (day: string): string => {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day of the form YYYY-MM-DD`)
  return day.replace(DAY, '$3/$2/$1')
}

/**
 * The month of a day `YYYY-MM-DD`, or a month `YYYY-MM`: `03/2027`.
 * @throws RangeError when it is neither.
 */
export const formatMonth = (dayOrMonth: string): string => {
  const day = /^\d{4}-\d{2}$/.test(dayOrMonth) ? `${dayOrMonth}-01` : dayOrMonth
  if (!isDay(day)) throw new RangeError(`"${dayOrMonth}" is not of the form YYYY-MM-DD or YYYY-MM`)
  return day.replace(DAY, '$2/$1')
}
