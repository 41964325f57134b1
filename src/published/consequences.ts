import type { Payload, PayloadRequest } from 'payload'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import type { RowContent } from './row.ts'

/** One decision about a row of the store, as it was written in a transaction that is still open. */
export interface Decision {
  req: PayloadRequest
  kind: Kind
  id: string
  change: 'put' | 'withdraw'
  /** Whether followers had been told before that it is there: whether the public saw it. */
  wasPublic: boolean
  /** Whether the public sees it from now on. False as well for what is scheduled. */
  isPublic: boolean
  /** Whether it only brings the row in line with how documents are projected: the document has not changed. */
  isRebuild: boolean
  /** What was written; null when only an edge of its window was passed. */
  row: RowContent | null
}

/** What follows from a decision and has to be written with it. Passes `req` to all that it calls; what it throws fails the save. */
export type Consequence = (decision: Decision) => Promise<void>

const key = Symbol.for('ocop-press.consequences')

const holderOf = (payload: Payload) => payload as unknown as Record<symbol, Set<Consequence> | undefined>

/**
 * What is done in the transaction of every decision that can alter an answer, after its row is written. A transaction that MongoDB has
 * repeated does it again, since the first time was rolled back with the rest. Kept on the Payload instance, since Next bundles a second copy of
 * this module. `add` gives the function that takes it away.
 */
export const consequencesOf = (payload: Payload) => ({
  add: (consequence: Consequence): (() => void) => {
    const holder = holderOf(payload)
    if (!holder[key]) Object.defineProperty(payload, key, { value: new Set<Consequence>(), enumerable: false })
    holder[key]?.add(consequence)
    return () => void holder[key]?.delete(consequence)
  },
})

/** Does what follows from a decision, one after the other, as they share a transaction. */
export const haveConsequences = async (decision: Decision): Promise<void> => {
  const consequences = holderOf(decision.req.payload)[key]
  if (!consequences) return
  for (const consequence of consequences) await consequence(decision)
}
