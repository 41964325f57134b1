import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'
import type { CommitEvent } from './after-commit.ts'

/** What a driver gives for one open transaction. */
export type OpenTransaction = {
  /** What Payload finds in `db.sessions[id]` while the transaction is open. */
  session: unknown
  /**
   * Makes the database know the transaction, where its first statement does that: what is asked in parallel afterwards may arrive in
   * any order. Called once, when the operation may begin.
   */
  start?: () => Promise<void>
  /** What it finds there afterwards; any use throws `error`. */
  tombstone: (error: Error) => unknown
  commit: () => Promise<void>
  rollback: () => Promise<void>
  /** Lets the next writer go on. Called once, after the commit or rollback. */
  release: () => void
}

export type Transaction = OpenTransaction & {
  id: string
  events: CommitEvent[]
  /** Why it is over; empty while it is open. */
  ended: string
  /** Whether an operation has begun in it. Only the first may still wait for other writers. */
  entered: boolean
  /** Further things to let go of at the end. */
  onEnd: Array<() => void>
  timer?: NodeJS.Timeout
}

export type TransactionState = {
  transactions: Map<string, Transaction>
  /** The transaction that this asynchronous flow has begun. */
  current: AsyncLocalStorage<{ id: string }>
  listeners: Set<(events: CommitEvent[]) => void>
  /** Set while migrations run: they may take as long as they need. */
  withoutLimit: boolean
}

const key = Symbol.for('ocop-press.transactions')

/** The transactions of a Payload instance. Kept on the instance, since Next bundles a second copy of this module. */
export const transactionState = (payload: Payload): TransactionState => {
  const holder = payload as unknown as Record<symbol, TransactionState | undefined>
  const known = holder[key]
  if (known) return known
  const made: TransactionState = { transactions: new Map(), current: new AsyncLocalStorage(), listeners: new Set(), withoutLimit: false }
  Object.defineProperty(payload, key, { value: made, enumerable: false })
  return made
}

/** The open transaction that this asynchronous flow has begun, if any. */
export const currentTransaction = (state: TransactionState): Transaction | undefined => {
  const transaction = state.transactions.get(state.current.getStore()?.id ?? '')
  return transaction && !transaction.ended ? transaction : undefined
}
