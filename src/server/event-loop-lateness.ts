import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 10
const WINDOW_MS = 500

/**
 * Watches how late the event loop is. The figure is in milliseconds: the 99th percentile of a window of half a second, the
 * smaller of the last two windows, so that a single pause (a page of the admin, the garbage collector) is no alarm, and
 * lateness that lasts is one within a second and over half a second after it ends.
 */
export const eventLoopLateness = (): { read: () => number; stop: () => void } => {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  let before = 0
  let last = 0
  const timer = setInterval(() => {
    before = last
    // The histogram holds the intervals between two ticks of its timer, not what they are too long by.
    last = Math.max(0, histogram.percentile(99) / 1e6 - RESOLUTION_MS)
    histogram.reset()
  }, WINDOW_MS).unref()
  return {
    read: () => Math.min(before, last),
    stop: () => {
      clearInterval(timer)
      histogram.disable()
    },
  }
}
