import { DatabaseBusyError } from './transaction-errors.ts'

/** A place in the queue: call it once to let the next one in. */
export type Release = () => void

/**
 * A queue in which one at a time has its turn, first come, first served. `acquire` resolves with the function that ends the turn.
 * @throws DatabaseBusyError (from `acquire`) when the turn has not come within `waitLimitMs`; the place is given up.
 */
export const createQueue = ({ waitLimitMs }: { waitLimitMs: number }) => {
  const waiting: Array<() => void> = []
  let busy = false

  const releaseOnce = (): Release => {
    let released = false
    return () => {
      if (released) return
      released = true
      const next = waiting.shift()
      if (next) next()
      else busy = false
    }
  }

  const acquire = (): Promise<Release> => {
    if (!busy) {
      busy = true
      return Promise.resolve(releaseOnce())
    }
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer)
        resolve(releaseOnce())
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        reject(new DatabaseBusyError(waitLimitMs))
      }, waitLimitMs)
      waiting.push(turn)
    })
  }

  return {
    acquire,
    /** How many are waiting, beside the one whose turn it is. */
    get length() {
      return waiting.length
    },
    get idle() {
      return !busy
    },
  }
}

export type Queue = ReturnType<typeof createQueue>
