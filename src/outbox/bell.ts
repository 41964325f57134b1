/** Something to wait for that can be rung before, too. */
export interface Bell {
  ring: () => void
  /** Resolves when it was rung since the last waiting, or is rung, or the time in milliseconds is over. */
  wait: (ms: number) => Promise<void>
}

export const createBell = (): Bell => {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    wait: async (ms) => {
      if (!rung) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
        wake = null
      }
      rung = false
    },
  }
}
