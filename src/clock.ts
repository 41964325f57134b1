/** A calendar day in Hanoi, `YYYY-MM-DD`. */
export type Day = string

/** What moves the clock in tests: `now` sets it (null: back to real time), `advance` moves it on by milliseconds. */
export type ClockMessage = { now?: string | null; advance?: number }

// Next bundles its own copy of this module: the shift has to be one for the whole process.
const shared = globalThis as typeof globalThis & { __ocopPressClockShift?: number }

// Vietnam has had no daylight saving time since 1975: Asia/Ho_Chi_Minh is UTC+7 all year.
const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000

/** The present instant in milliseconds since the epoch, as all rules see it. */
export const nowMs = (): number => Date.now() + (shared.__ocopPressClockShift ?? 0)

/** The present instant, as all rules see it. */
export const now = (): Date => new Date(nowMs())

/** The Hanoi day of an instant (milliseconds since the epoch, or a Date). */
export const dayOf = (instant: Date | number): Day =>
  new Date(Number(instant) + HANOI_OFFSET_MS).toISOString().slice(0, 10)

/** The present day in Hanoi. */
export const today = (): Day => dayOf(nowMs())

/** The instant at which a Hanoi day begins, in milliseconds since the epoch. */
export const startOfDayMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`) - HANOI_OFFSET_MS

/** The next Hanoi midnight after the present instant, in milliseconds since the epoch. */
export const nextMidnightMs = (): number => startOfDayMs(today()) + 24 * 60 * 60 * 1000

/**
 * Moves the clock; time goes on running from there. Only tests do this.
 * @throws RangeError when `now` is not an instant.
 */
export const moveClock = ({ now: instant, advance = 0 }: ClockMessage): void => {
  if (instant === null) shared.__ocopPressClockShift = 0
  else if (instant !== undefined) {
    const target = Date.parse(instant)
    if (Number.isNaN(target)) throw new RangeError(`"${instant}" is not an instant in ISO 8601`)
    shared.__ocopPressClockShift = target - Date.now()
  }
  shared.__ocopPressClockShift = (shared.__ocopPressClockShift ?? 0) + advance
}
