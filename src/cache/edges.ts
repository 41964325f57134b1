import { addDays, startOfHanoiDay } from '../ocop/day.ts'
import type { Moment, Store } from '../published/store.ts'

/**
 * Tells until when an answer of a moment is right: the next instant at which a window in the store opens or closes, or midnight in Hanoi,
 * whichever is first, in milliseconds since the epoch. The store is asked again only after a change or once that instant has come.
 */
export const createEdges = ({ store, generation }: { store: Pick<Store, 'nextEdge'>; generation: () => number }) => {
  let known: { edge: string | null; from: string; at: number } | null = null
  const nextEdge = async (now: string): Promise<string | null> => {
    if (known && known.at === generation() && known.from <= now && (known.edge === null || now < known.edge)) return known.edge
    const at = generation()
    const edge = await store.nextEdge(now)
    if (at === generation()) known = { edge, from: now, at }
    return edge
  }
  return async ({ now, today }: Moment): Promise<number> => {
    const edge = await nextEdge(now)
    const midnight = startOfHanoiDay(addDays(today, 1))
    return edge === null ? midnight : Math.min(midnight, Date.parse(edge))
  }
}
