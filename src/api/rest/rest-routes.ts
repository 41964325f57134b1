import { type RequestHandler, Router } from 'express'
import type { Delivery, Made } from '../../cache/delivery.ts'
import { openToAll, preflight } from '../open-to-all.ts'
import { ProblemError } from '../problem.ts'
import { createReader } from '../read/reader.ts'
import { asProblems } from '../read/refuse.ts'
import type { Services } from '../read/services.ts'
import { docsPage, docsPolicy } from './docs-page.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoints, restDocument } from './endpoints.ts'
import { readParameters } from './read-parameters.ts'

const METHODS = 'GET, HEAD, OPTIONS'
const EXPOSED = 'ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'

const otherMethods: RequestHandler = (req) => {
  throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `This address is read-only and does not take ${req.method}.`, headers: { Allow: METHODS }, extensions: { allowed: METHODS.split(', ') } })
}

type Surroundings = { delivery: Delivery; services: Services; siteUrl: string; origin: string }

const asJson = (body: unknown): Pick<Made, 'headers' | 'body'> => ({ headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) })

const answering = ({ endpoint, delivery, ...surroundings }: Surroundings & { endpoint: Endpoint }): RequestHandler => async (req, res) => {
  const url = new URL(req.originalUrl.replace(/^\/+/, '/'), 'http://localhost')
  const values = readParameters({ parameters: endpoint.parameters, query: url.searchParams })
  const segment = endpoint.segment ? String(req.params[endpoint.segment.name] ?? '').normalize('NFC') : ''
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const { before, isFresh } = endpoint
  await delivery.answer({
    req, res, area: 'rest', ...(isFresh ? { key: null } : {}),
    ...(before ? { before: () => before({ services: surroundings.services, values, client: req.ip ?? '', signal: gone.signal }) } : {}),
    make: async (reading) => {
      const reader = createReader({ ...reading, ...surroundings })
      const { body, status = 200, headers = {} } = await asProblems(() => endpoint.answer({ reader, answers: reader.answers, values, segment, url }))
      const json = asJson(body)
      return { status, body: json.body, headers: { ...json.headers, ...headers }, kind: endpoint.kind ?? (endpoint.segment ? 'item' : 'list') }
    },
  })
}

/** What follows from the program alone. */
const fixed = ({ delivery, made }: { delivery: Delivery; made: Pick<Made, 'headers' | 'body'> }): RequestHandler => async (req, res) => {
  await delivery.answer({ req, res, area: 'docs', key: req.path, make: async () => ({ status: 200, kind: 'document', ...made }) })
}

/**
 * REST at `/v1`, its description at `/v1/openapi.json` and the reference page at `/docs`. Read-only, and blind to cookies.
 */
export const restRoutes = (surroundings: Surroundings): Router => {
  const router = Router({ caseSensitive: true })
  const { delivery } = surroundings
  const index = { openapi: '/v1/openapi.json', reference: '/docs', graphql: '/graphql', addresses: Object.keys(restDocument.paths) }
  const page = { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': docsPolicy }, body: docsPage(restDocument) }
  const served: { path: string; handler: RequestHandler }[] = [
    { path: '/v1', handler: fixed({ delivery, made: asJson(index) }) },
    { path: '/v1/openapi.json', handler: fixed({ delivery, made: asJson(restDocument) }) },
    ...endpoints.map((endpoint) => ({ path: endpoint.path.replace(/\{(\w+)\}/g, ':$1'), handler: answering({ endpoint, ...surroundings }) })),
  ]
  router.use('/v1', openToAll({ exposed: EXPOSED }))
  for (const { path, handler } of served) router.route(path).get(handler).options(preflight(METHODS)).all(otherMethods)
  router.use('/v1', (req) => {
    throw new ProblemError({ code: 'NOT_FOUND', detail: `There is nothing at ${req.originalUrl.split('?')[0]}: /v1 lists the addresses there are.` })
  })
  router.get('/docs', fixed({ delivery, made: page }))
  return router
}
