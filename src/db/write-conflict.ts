import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

type Watch = { seen: boolean }

// One for the process: Next bundles a second copy of this module.
const shared = globalThis as typeof globalThis & { __ocopPressWriteConflicts?: AsyncLocalStorage<Watch> }
const watches = (shared.__ocopPressWriteConflicts ??= new AsyncLocalStorage<Watch>())

// MongoDB's WriteConflict; the label says that nothing was written and the whole transaction may be tried again.
const WRITE_CONFLICT = 112
const RETRIABLE = 'TransientTransactionError'

type MongoError = { code?: unknown; hasErrorLabel?: (label: string) => boolean; cause?: unknown }

/**
 * Whether an error means that another transaction wrote the same document at the same time, so that nothing of this one was written.
 * Only MongoDB knows such errors; on SQLite writers stand in line.
 */
export const isWriteConflict = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  const { code, hasErrorLabel, cause } = error as MongoError
  if (code === WRITE_CONFLICT || (typeof hasErrorLabel === 'function' && hasErrorLabel.call(error, RETRIABLE))) return true
  return cause !== undefined && cause !== error && isWriteConflict(cause)
}

/** Tells whoever replays on write conflicts in this flow that one was seen. Other errors are ignored. */
export const noteWriteConflict = (error: unknown): void => {
  const watch = watches.getStore()
  if (watch && isWriteConflict(error)) watch.seen = true
}

/** Random, so that those who met do not meet again; at most 20, 40, 80, 160, 320 ms … */
const pause = (attempt: number): Promise<void> => sleep(Math.random() * Math.min(20 * 2 ** attempt, 500))

/**
 * Tries something again, `tries` times at most, as long as it fails by a write conflict. `failed` says whether a result is a failure:
 * a result after a conflict that was overcome on the way is not repeated. An error of the attempt counts as a failure.
 *
 * For a server: `attempt` answers the request from a copy of its body, `failed` is `({ status }) => status >= 500`
 * what cannot be sent twice (uploads, large bodies) gets `tries: 1`. `conflicted` means: it failed by a conflict to the end, answer 409.
 */
export const replayOnWriteConflict = async <T>({ attempt, failed = () => false, tries }: {
  attempt: () => Promise<T>
  failed?: (result: T) => boolean
  tries: number
}): Promise<{ result: T; conflicted: boolean }> => {
  for (let tried = 1; ; tried++) {
    const watch: Watch = { seen: false }
    try {
      const result = await watches.run(watch, attempt)
      const conflicted = watch.seen && failed(result)
      if (!conflicted || tried >= tries) return { result, conflicted }
    } catch (error) {
      if (!(watch.seen || isWriteConflict(error)) || tried >= tries) throw error
    }
    await pause(tried)
  }
}
