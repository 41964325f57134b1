import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProblemError } from '../api/problem.ts'
import { sendProblem } from './send-problem.ts'

/** Until everything is there the process is alive, and not ready. */
const starting: RequestListener = (req, res) => {
  if (req.url === '/livez') {
    res.setHeader('content-type', 'application/json')
    res.end('{"status":"alive"}')
    return
  }
  sendProblem({ res, error: new ProblemError({ code: 'UNAVAILABLE', detail: 'The server is starting.', headers: { 'retry-after': '5' } }) })
}

export type Listening = {
  server: Server
  port: number
  /** Hands the requests over to the program, once it is there. */
  answerWith: (listener: RequestListener) => void
}

/**
 * Takes the port before anything else: when it is taken one hears so at once, and probes see a process that is alive.
 * @throws NodeJS.ErrnoException such as EADDRINUSE.
 */
export const listen = async ({ port, host }: { port: number; host: string }): Promise<Listening> => {
  let answer = starting
  const server = createServer((req, res) => answer(req, res))
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.off('error', fail)
      done()
    })
  })
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith: (listener) => {
      answer = listener
    },
  }
}
