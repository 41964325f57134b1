export const MINUTE_MS = 60_000

/** Counts by name in windows of a minute, which begin with the first request; `take` gives the milliseconds to wait, or null when it may be. */
export const ratePerMinute = (): { take: (args: { name: string; points: number; nowMs: number }) => number | null } => {
  const windows = new Map<string, { beganMs: number; count: number }>()
  return {
    take: ({ name, points, nowMs }) => {
      const known = windows.get(name)
      const isOpen = known !== undefined && nowMs >= known.beganMs && nowMs < known.beganMs + MINUTE_MS
      if (!isOpen) windows.set(name, { beganMs: nowMs, count: 1 })
      else if (known.count < points) known.count += 1
      else return known.beganMs + MINUTE_MS - nowMs
      return null
    },
  }
}
