import { createEngine, type Engine, type SearchAsked, type SearchFound } from './engine.ts'
import { type IndexOrigin, loadIndex, saveIndex } from './index-file.ts'
import type { IndexedDocument, NamedThing } from './indexed.ts'

/** What can be asked of the index where it lives. */
export interface IndexCalls {
  /** Begins with the saved index, or with an empty one. Gives up to which change the saved one knows everything, or null. */
  open: (args: { file: string; origin: IndexOrigin }) => Promise<number | null>
  /** Begins anew with an empty one. */
  clear: () => void
  put: (documents: readonly IndexedDocument[]) => void
  remove: (refs: readonly string[]) => void
  putThings: (things: readonly NamedThing[]) => void
  removeThings: (refs: readonly string[]) => void
  /** Documents whose window opens or closes after an instant. */
  scheduledAfter: (now: number) => string[]
  count: () => number
  search: (asked: SearchAsked) => SearchFound
  save: (args: { file: string; origin: IndexOrigin; since: number }) => Promise<void>
}

/** The index behind its calls. */
export const createCalls = (): IndexCalls => {
  let engine: Engine = createEngine()
  return {
    open: async (from) => {
      const saved = await loadIndex(from)
      engine = saved?.engine ?? createEngine()
      return saved?.since ?? null
    },
    clear: () => { engine = createEngine() },
    put: (documents) => engine.put(documents),
    remove: (refs) => engine.remove(refs),
    putThings: (things) => engine.putThings(things),
    removeThings: (refs) => engine.removeThings(refs),
    scheduledAfter: (now) => engine.scheduledAfter(now),
    count: () => engine.count(),
    search: (asked) => engine.search(asked),
    save: (to) => saveIndex({ engine, ...to }),
  }
}
