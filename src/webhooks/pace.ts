import { pauseAfter, type Reply } from './next-step.ts'

/** How receivers are doing, in the memory of the worker. */
export interface Pace {
  /** For how many milliseconds from `now` on a receiver is left alone; 0: not at all. */
  pauseMs: (args: { endpoint: string; now: number }) => number
  note: (args: { endpoint: string; now: number; reply: Reply; succeeded: boolean }) => void
}

export const createPace = (): Pace => {
  const known = new Map<string, { failures: number; until: number }>()
  return {
    pauseMs: ({ endpoint, now }) => Math.max(0, (known.get(endpoint)?.until ?? 0) - now),
    note: ({ endpoint, now, reply, succeeded }) => {
      if (succeeded) return void known.delete(endpoint)
      const failures = (known.get(endpoint)?.failures ?? 0) + 1
      known.set(endpoint, { failures, until: now + pauseAfter({ reply, failures }) })
    },
  }
}
