import type { Payload } from 'payload'
import type { Ref } from '../published/store.ts'
import { type MostRead, rankingTag, STEADY_PARTS, steadyTagOf } from './most-read.ts'
import { rankingPrefix } from './rank-views.ts'
import { viewRowsOf } from './view-rows.ts'
import { type ViewWindow, viewWindowNames } from './windows.ts'

/** How often the rows are looked at: three small ones. Milliseconds. */
const LOOK_MS = 5_000

const asRef = (name: string): Ref => ({ kind: name.slice(0, name.indexOf(':')) as Ref['kind'], id: name.slice(name.indexOf(':') + 1) })

/**
 * Follows the rankings that the worker writes, wherever it runs. `bump` is told which tags have changed, after readers are given the new
 * ranking. Without the database the last ranking stays. `everyMs` is the interval of the flush, in milliseconds.
 */
export const followMostRead = async ({ payload, everyMs, bump }: { payload: Payload; everyMs: number; bump: (tags: readonly string[]) => void }): Promise<MostRead & { stop: () => void }> => {
  const rows = await viewRowsOf(payload)
  const rankings = new Map<ViewWindow, { value: string; refs: readonly Ref[] }>()
  let version = 0
  const told = new Map<number, number>()
  let turn = 0
  let isLooking = false
  let isStopped = false

  const look = async (): Promise<void> => {
    const notes = await rows.notes(rankingPrefix)
    const changed = viewWindowNames.filter((window) => (notes.get(`${rankingPrefix}${window}`) ?? '[]') !== (rankings.get(window)?.value ?? '[]'))
    for (const window of changed) {
      const value = notes.get(`${rankingPrefix}${window}`) ?? '[]'
      rankings.set(window, { value, refs: (JSON.parse(value) as string[]).map(asRef) })
    }
    if (changed.includes('week')) version += 1
    if (changed.length > 0) bump(changed.map(rankingTag))
  }
  const lookQuietly = async (): Promise<void> => {
    if (isLooking || isStopped) return
    isLooking = true
    await look().catch((error: unknown) => payload.logger.debug({ err: error, msg: 'The ranking of what is read most could not be looked at' }))
    isLooking = false
  }
  const takeTurn = (): void => {
    const part = turn++ % STEADY_PARTS
    if ((told.get(part) ?? 0) === version) return
    told.set(part, version)
    bump([steadyTagOf(part)])
  }

  await lookQuietly()
  const timers = [setInterval(() => void lookQuietly(), Math.min(LOOK_MS, everyMs)), setInterval(takeTurn, everyMs)]
  for (const timer of timers) timer.unref()
  return {
    ranking: (window) => rankings.get(window)?.refs ?? [],
    stop: () => {
      isStopped = true
      timers.forEach(clearInterval)
    },
  }
}
