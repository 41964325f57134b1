import type { Server } from 'node:http'
import type { Socket } from 'node:net'
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

/** Knows which connections are answering a request. Those that were opened and never used are idle, too, which Node does not see. */
const trackConnections = (server: Server) => {
  const open = new Set<Socket>()
  const busy = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.on('request', ({ socket }, res) => {
    busy.set(socket, (busy.get(socket) ?? 0) + 1)
    res.once('close', () => {
      const left = (busy.get(socket) ?? 1) - 1
      if (left > 0) busy.set(socket, left)
      else busy.delete(socket)
    })
  })
  return { endIdle: () => open.forEach((socket) => busy.has(socket) || socket.destroySoon()) }
}

/** Takes no new connection and waits until every request is answered; connections that are kept open are ended as they fall idle. */
const drain = async ({ server, endIdle }: { server: Server; endIdle: () => void }): Promise<void> => {
  const closed = new Promise<void>((done) => server.close(() => done()))
  const sweep = setInterval(endIdle, SWEEP_MS)
  endIdle()
  await closed
  clearInterval(sweep)
}

/**
 * Makes the function that ends the process in order: not ready, drain, close, exit 0. Called a second time (a second
 * signal) it ends at once. `code` is the exit code when all goes well.
 */
export const stopper = ({ server, readiness, closers, delayMs, limitMs, log, exit }: StopOptions) => {
  const { endIdle } = trackConnections(server)
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
      await drain({ server, endIdle })
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
