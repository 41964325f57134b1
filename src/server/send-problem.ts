import type { ServerResponse } from 'node:http'
import { type ProblemError, problemMediaType } from '../api/problem.ts'

type Answer = ServerResponse & { locals?: { requestId?: string } }

/** Writes a problem as the whole answer. Problems are never cached. */
export const sendProblem = ({ res, error }: { res: Answer; error: ProblemError }): void => {
  const requestId = res.locals?.requestId
  const body = JSON.stringify(requestId ? { ...error.problem, requestId } : error.problem)
  res.statusCode = error.problem.status
  for (const [name, value] of Object.entries(error.headers)) res.setHeader(name, value)
  res.setHeader('content-type', problemMediaType)
  res.setHeader('cache-control', 'no-store')
  res.setHeader('content-length', Buffer.byteLength(body))
  res.end(res.req?.method === 'HEAD' ? undefined : body)
}
