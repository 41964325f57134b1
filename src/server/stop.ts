import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { Readiness } from './routes/health.ts'

type StopOptions = {
  server: Server
  readiness: Pick<Readiness, 'stopping'>
  /** What to close once no request is open any more, in this order. */
  closers: readonly (() => Promise<unknown>)[]
  /** Milliseconds to go on serving after `/readyz` has begun to say no. */
  delayMs: number
  /** Milliseconds after which the process ends all the same, with exit code 1. */
  limitMs: number
  log: Log
  exit: (code: number) => void
}

const SWEEP_MS = 50

// Ctrl-C in a terminal reaches the process twice: from the terminal, and passed on by npm.
const SAME_PRESS_MS = 500

/** Takes no new connection and waits until every request is answered; connections that are kept open are closed as they fall idle. */
const drain = async (server: Server): Promise<void> => {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  await new Promise<void>((done) => server.close(() => done()))
  clearInterval(sweep)
}

/**
 * Makes the function that ends the process in order: not ready, drain, close, exit 0. Called a second time (a second
 * signal) it ends at once. `code` is the exit code when all goes well.
 */
export const stopper = ({ server, readiness, closers, delayMs, limitMs, log, exit }: StopOptions) => {
  let begunAt: number | undefined
  return async ({ reason, code = 0 }: { reason: string; code?: number }): Promise<void> => {
    if (begunAt !== undefined) {
      if (performance.now() - begunAt < SAME_PRESS_MS) return
      log.warn({ reason }, 'stopping at once')
      exit(1)
      return
    }
    begunAt = performance.now()
    readiness.stopping = true
    log.info({ reason }, 'stopping')
    const limit = setTimeout(() => {
      log.error(`not finished after ${Math.round(limitMs / 1000)} s: ending with requests open`)
      exit(1)
    }, limitMs)
    limit.unref()
    try {
      await wait(delayMs)
      await drain(server)
      for (const close of closers) await close()
    } catch (error) {
      log.error({ err: error }, 'could not stop in order')
      exit(1)
      return
    }
    clearTimeout(limit)
    log.info('stopped')
    exit(code)
  }
}
