import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express'
import { createHandler } from 'graphql-http'
import { moment } from '../../published/moment.ts'
import type { Store } from '../../published/store.ts'
import { ProblemError } from '../problem.ts'
import { createReader } from '../read/reader.ts'
import type { Services } from '../read/services.ts'
import type { Context } from './context.ts'
import { documentCache } from './document-cache.ts'
import { graphiqlAssets, graphiqlPage } from './graphiql/graphiql-routes.ts'
import { validationRules } from './guards.ts'
import { createSchema } from './schema.ts'
import { tellError } from './tell-error.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'
const BODY_LIMIT = 100 * 1024

/** Every page may ask; nothing here knows who asks, so that there is nothing to lend. */
const openToAll: RequestHandler = (req, res, next) => {
  // Every answer is made anew: asking for that changes nothing, and fetch asks for it by itself whenever it sends If-None-Match.
  delete req.headers['cache-control']
  res.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id', 'cache-control': 'no-cache', vary: 'Accept' })
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

/** What is wrong with a request before there is any GraphQL in it. graphql-http answers these with a status alone. */
const refusals: Readonly<Record<number, { detail: string; headers?: Record<string, string> }>> = {
  405: { detail: 'This address is read-only: queries, by GET or POST.', headers: { Allow: METHODS } },
  406: { detail: 'Answers are application/graphql-response+json or application/json: "Accept" has to take one of them.' },
  415: { detail: 'The body of a request is application/json in UTF-8: {"query": "…", "variables": {…}}.' },
}

/** What is known of a request while it is answered: whether it was refused as a whole, before any field. */
interface Course { isRefused: boolean }

type Surroundings = { store: Store; services: Services; siteUrl: string; origin: string; report: (error: unknown) => void }

const answering = ({ store, services, siteUrl, origin, report }: Surroundings): RequestHandler => {
  const handle = createHandler<Request, Course, Context>({
    schema: createSchema(),
    context: () => ({ reader: createReader({ store, services, moment: moment(), siteUrl, origin }) }),
    formatError: tellError(report),
    validationRules,
    // Wrong variables, and mutations, are found when the operation is executed, and are as wrong as a wrong text: such errors have no path.
    onOperation: ({ context }, _args, result) => { context.isRefused = 'errors' in result && result.errors?.every(({ path }) => path === undefined) === true },
    ...documentCache(),
  })
  return async (req, res) => {
    const course: Course = { isRefused: false }
    const [body, { status, headers = {} }] = await handle({
      method: req.method === 'HEAD' ? 'GET' : req.method, url: req.originalUrl, headers: req.headers, body: () => (typeof req.body === 'string' ? req.body : ''), raw: req, context: course,
    })
    const refusal = refusals[status]
    if (refusal) throw new ProblemError({ code: 'BAD_REQUEST', status, ...refusal })
    const saysStatus = headers['content-type']?.startsWith('application/graphql-response+json')
    res.status(course.isRefused && saysStatus ? 400 : status).set(headers).send(body)
  }
}

/**
 * The public GraphQL API at `/graphql`, by GET and POST, and GraphiQL for browsers. Read-only, and blind to cookies.
 * `report` is given what nobody foresaw; the client is told that the server failed.
 */
export const graphqlRoutes = (surroundings: Surroundings): Router => {
  const router = Router({ caseSensitive: true })
  const answer = answering(surroundings)
  const pageOrAnswer: RequestHandler = (req, res, next) => (wantsPage(req) ? graphiqlPage(req, res, next) : answer(req, res, next))
  router.use('/graphql', openToAll)
  router.use(graphiqlAssets.path, graphiqlAssets.files)
  router.options('/graphql', preflight)
  router.all('/graphql', express.text({ type: () => true, limit: BODY_LIMIT }), bodyTooLarge, pageOrAnswer)
  return router
}
