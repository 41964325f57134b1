import { startOfHanoiDay } from '../ocop/day.ts'
import type { Published } from './content/types.ts'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

/** The instant of publication in ISO 8601, on a whole minute; a stated day means half past seven in the morning in Hanoi. */
export const publishedInstant = ({ published: { hoursAgo, on }, nowMs }: { published: Published; nowMs: number }): string => {
  const relative = Math.floor((nowMs - hoursAgo * HOUR_MS) / MINUTE_MS) * MINUTE_MS
  return new Date(on ? Math.min(relative, startOfHanoiDay(on) + 7.5 * HOUR_MS) : relative).toISOString()
}
