import { startOfDayMs } from '../clock.ts'
import type { Published } from './content/types.ts'

const HOUR_MS = 60 * 60 * 1000

/** The instant of publication in ISO 8601; a stated day means half past seven in the morning in Hanoi. */
export const publishedInstant = ({ published: { hoursAgo, on }, nowMs }: { published: Published; nowMs: number }): string => {
  const relative = nowMs - hoursAgo * HOUR_MS
  return new Date(on ? Math.min(relative, startOfDayMs(on) + 7.5 * HOUR_MS) : relative).toISOString()
}
