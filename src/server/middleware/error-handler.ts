import type { ErrorRequestHandler, RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'
import type { Log } from '../../log.ts'
import { isDatabaseAway } from '../../published/database-away.ts'
import { sendProblem } from '../send-problem.ts'

/** The answer to an address that nobody has taken. */
export const notFound = (): RequestHandler => (req) => {
  throw new ProblemError({ code: 'NOT_FOUND', detail: `There is nothing at ${req.path}.` })
}

const problemFrom = (error: unknown): ProblemError | undefined => {
  if (error instanceof ProblemError) return error
  if (isDatabaseAway(error)) return new ProblemError({ code: 'UNAVAILABLE', detail: 'The database does not answer at the moment.', headers: { 'retry-after': '5' } })
  // What Express and its libraries throw about a request carries a status: a malformed % in the path, a range that is none.
  const status = (error as { status?: unknown } | null)?.status
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  if (status === 404) return new ProblemError({ code: 'NOT_FOUND' })
  return new ProblemError({ code: status === 413 ? 'LIMIT' : 'BAD_REQUEST', status, headers: (error as { headers?: Record<string, string> }).headers ?? {} })
}

/** Writes every error as a problem; what went wrong inside is logged and not told. */
export const errorHandler = ({ log }: { log: Log }): ErrorRequestHandler => (error, _req, res, _next) => {
  const problem = problemFrom(error)
  if (!problem) log.error({ err: error }, 'a request failed')
  if (res.headersSent) {
    res.destroy()
    return
  }
  sendProblem({ res, error: problem ?? new ProblemError({ code: 'INTERNAL' }) })
}
