/** A calendar day in Hanoi, written `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

// Vietnam has had no daylight saving time since 1975: Asia/Ho_Chi_Minh is UTC+7 all year.
const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

const utcMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const fromUtcMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** Whether a value is a day that the calendar has, in the form `YYYY-MM-DD` (so not `2023-02-29`). */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const ms = utcMs(value)
  return !Number.isNaN(ms) && fromUtcMs(ms) === value
}

/** The Hanoi day in which an instant lies. `instantMs` is in milliseconds since the epoch. */
export const hanoiDay = (instantMs: number): Day => fromUtcMs(instantMs + HANOI_OFFSET_MS)

/** The instant at which a Hanoi day begins, in milliseconds since the epoch. */
export const startOfHanoiDay = (day: Day): number => utcMs(day) - HANOI_OFFSET_MS

/** The day `days` days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => fromUtcMs(utcMs(day) + days * DAY_MS)

/**
 * The same day of the month `months` calendar months later (earlier when negative), or the last day of that month when
 * it has no such day: 2022-08-31 plus 6 months is 2023-02-28.
 */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))
  return fromUtcMs(lastOfMonth.getTime())
}

/** Negative when `a` is before `b`, 0 when they are the same day, positive when `a` is after `b`: for `sort`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : Number(a > b))
