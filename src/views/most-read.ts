import type { Ref } from '../published/store.ts'
import type { ViewWindow } from './windows.ts'

/** What is read most, from memory. */
export interface MostRead {
  /** Articles and products mixed, at most a hundred of each, the most read first. Some of them may not be public any more: the store says. */
  ranking: (window: ViewWindow) => readonly Ref[]
}

/** Where nothing is counted. */
export const nothingRead: MostRead = { ranking: () => [] }

/** The tag of an answer that has to follow the ranking of a window. */
export const rankingTag = (window: ViewWindow): string => `mostRead:${window}`

/** In how many parts the answers with a steady tag are made anew. */
export const STEADY_PARTS = 10

const partOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % STEADY_PARTS

/** The tag of one part. */
export const steadyTagOf = (part: number): string => `mostRead:steady-${part}`

/**
 * The tag of an answer of which the ranking of the week is a small part: one in ten of such answers is thrown away per flush interval,
 * so that each is at most ten intervals behind, and never all are made anew at once. `id` is what the answer is about.
 */
export const steadyTag = (id: string): string => steadyTagOf(partOf(id))
