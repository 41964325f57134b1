import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express'
import { createHandler } from 'graphql-http/lib/use/express'
import { moment } from '../../published/moment.ts'
import type { Store } from '../../published/store.ts'
import { ProblemError } from '../problem.ts'
import { createReader } from '../read/reader.ts'
import type { Context } from './context.ts'
import { documentCache } from './document-cache.ts'
import { graphiql } from './graphiql.ts'
import { createSchema } from './schema.ts'
import { tellError } from './tell-error.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'
const BODY_LIMIT = 100 * 1024

/** Every page may ask; nothing here knows who asks, so that there is nothing to lend. */
const openToAll: RequestHandler = (_req, res, next) => {
  res.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Retry-After', 'cache-control': 'no-cache', vary: 'Accept' })
  next()
}

const preflight: RequestHandler = (_req, res) => {
  res.set({ allow: METHODS, 'access-control-allow-methods': METHODS, 'access-control-allow-headers': '*', 'access-control-max-age': '86400' }).status(204).end()
}

/** A browser that opens the address, not a program that asks. */
const wantsPage = (req: Request): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') && req.accepts(['application/json', 'application/graphql-response+json', 'text/html']) === 'text/html'

const bodyTooLarge: ErrorRequestHandler = (error: { type?: string }, _req, _res, next) => {
  next(error.type === 'entity.too.large' ? new ProblemError({ code: 'LIMIT', status: 413, detail: `The body of a request may have at most ${BODY_LIMIT} bytes.` }) : error)
}

/**
 * The public GraphQL API at `/graphql`, by GET and POST, and GraphiQL for browsers. Read-only, and blind to cookies.
 * `report` is given what nobody foresaw; the client is told that the server failed.
 */
export const graphqlRoutes = ({ store, siteUrl, origin, report }: { store: Store; siteUrl: string; origin: string; report: (error: unknown) => void }): Router => {
  const router = Router({ caseSensitive: true })
  const page = graphiql()
  const answer = createHandler<Context>({
    schema: createSchema(),
    context: () => ({ reader: createReader({ store, moment: moment(), siteUrl, origin }) }),
    formatError: tellError(report),
    ...documentCache(),
  })
  router.use('/graphql', openToAll)
  router.options('/graphql', preflight)
  router.use('/graphql', express.text({ type: () => true, limit: BODY_LIMIT }), bodyTooLarge)
  router.all('/graphql', (req, res, next) => (wantsPage(req) ? page(req, res, next) : answer(req, res, next)))
  return router
}
