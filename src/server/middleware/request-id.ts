import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { withRequestId } from '../../log.ts'

const acceptable = /^[\w.-]{8,64}$/

/** Gives every request an id: the one that a proxy has given, else a new one. It is in the answer and in every line of the log. */
export const requestId = (): RequestHandler => (req, res, next) => {
  const given = req.get('x-request-id')
  const id = given && acceptable.test(given) ? given : randomUUID()
  res.locals.requestId = id
  res.setHeader('x-request-id', id)
  withRequestId({ requestId: id, run: next })
}
