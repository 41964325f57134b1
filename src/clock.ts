import { type Day, hanoiDay } from './ocop/day.ts'

/** What moves the clock in tests: `now` sets it (null: back to real time), `advance` moves it on by milliseconds. */
export type ClockMessage = { now?: string | null; advance?: number }

// Next bundles its own copy of this module: the shift has to be one for the whole process.
const shared = globalThis as typeof globalThis & { __ocopPressClockShift?: number }

/** The present instant in milliseconds since the epoch, as all rules see it. */
export const nowMs = (): number => Date.now() + (shared.__ocopPressClockShift ?? 0)

/** The present instant, as all rules see it. */
export const now = (): Date => new Date(nowMs())

/** The present day in Hanoi. */
export const today = (): Day => hanoiDay(nowMs())

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
