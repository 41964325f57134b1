import type { Ref } from '../published/store.ts'
import type { ViewKind } from './windows.ts'

export type Viewed = Ref & { kind: ViewKind }

export interface Counted {
  ref: Viewed
  views: number
}

/** How often what was read since the last flush, in memory. */
export interface Tally {
  /** False when it holds as many different things as it may, and this is another one. */
  add: (counted: Counted) => boolean
  /** Takes out up to `most` of the things, those first that came first. */
  take: (most: number) => Counted[]
  readonly size: number
}

/** Holds at most `most` different things: what anybody may send must not fill the memory. */
export const createTally = ({ most }: { most: number }): Tally => {
  const held = new Map<string, Counted>()
  return {
    add: ({ ref, views }) => {
      const name = `${ref.kind}:${ref.id}`
      const known = held.get(name)
      if (known) known.views += views
      else if (held.size < most) held.set(name, { ref, views })
      else return false
      return true
    },
    take: (count) => {
      const taken: Counted[] = []
      for (const [name, counted] of held) {
        if (taken.length >= count) break
        held.delete(name)
        taken.push(counted)
      }
      return taken
    },
    get size() {
      return held.size
    },
  }
}
