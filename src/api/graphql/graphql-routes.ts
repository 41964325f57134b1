import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express'
import { type GraphQLSchema, specifiedRules } from 'graphql'
import { createHandler } from 'graphql-http'
import type { Delivery, Made, Reading } from '../../cache/delivery.ts'
import { openToAll, preflight } from '../open-to-all.ts'
import { ProblemError } from '../problem.ts'
import { createReader } from '../read/reader.ts'
import type { Services } from '../read/services.ts'
import { answerTypeOf } from './answer-type.ts'
import type { Context } from './context.ts'
import { costGuard } from './cost-guard.ts'
import { documentCache } from './document-cache.ts'
import { graphiqlAssets, graphiqlPage } from './graphiql/graphiql-routes.ts'
import { validationRules } from './guards.ts'
import { BODY_LIMIT, operationKey } from './operation-key.ts'
import { persistedQueries } from './persisted-queries.ts'
import { readRequest } from './read-request.ts'
import { createSchema } from './schema.ts'
import { tellError } from './tell-error.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'
const EXPOSED = 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'

const bodyTooLarge: ErrorRequestHandler = (error: { type?: string }, _req, _res, next) => {
  next(error.type === 'entity.too.large' ? new ProblemError({ code: 'LIMIT', status: 413, detail: `The body of a request may have at most ${BODY_LIMIT} bytes.` }) : error)
}

/** What is wrong with a request before there is any GraphQL in it. graphql-http answers these with a status alone. */
const refusals: Readonly<Record<number, { detail: string; headers?: Record<string, string> }>> = {
  405: { detail: 'This address is read-only: queries, by GET or POST.', headers: { Allow: METHODS } },
  406: { detail: 'Answers are application/graphql-response+json or application/json: "Accept" has to take one of them.' },
  415: { detail: 'The body of a request is application/json in UTF-8: {"query": "…", "variables": {…}}.' },
}

/** What is known of an operation while it is answered. */
interface Course {
  reading: Reading
  /** It was refused as a whole, before any field. */
  isRefused: boolean
  /** The answer has data, and no errors beside them. */
  isWhole: boolean
}

type Surroundings = { delivery: Delivery; services: Services; siteUrl: string; origin: string; report: (error: unknown) => void }

/** What reads and checks operations before anything is answered, each text once. */
const operations = (schema: GraphQLSchema) => {
  const documents = documentCache()
  const { execute, refusal } = costGuard()
  const registry = persistedQueries({
    isSound: ({ query, operationName, variables }) => {
      try {
        const document = documents.parse(query)
        return documents.validate(schema, document, [...specifiedRules, ...validationRules]).length === 0 && refusal({ schema, document, operationName, variableValues: variables }) === null
      } catch {
        return false
      }
    },
  })
  return { schema, validationRules, execute, parseRequestParams: readRequest(registry), ...documents }
}

const answering = ({ delivery, services, siteUrl, origin, report }: Surroundings): RequestHandler => {
  const handle = createHandler<Request, Course, Context>({
    ...operations(createSchema()),
    context: ({ context: { reading } }) => ({ reader: createReader({ ...reading, services, siteUrl, origin }) }),
    formatError: tellError(report),
    onOperation: ({ context }, _args, result) => {
      const errors = 'errors' in result ? result.errors : undefined
      // Wrong variables, and mutations, are found when the operation is executed, and are as wrong as a wrong text: such errors have no path.
      context.isRefused = errors?.every(({ path }) => path === undefined) === true
      context.isWhole = errors === undefined
    },
  })
  const make = async (req: Request, reading: Reading): Promise<Made> => {
    const course: Course = { reading, isRefused: false, isWhole: false }
    const [body, { status, headers = {} }] = await handle({
      method: req.method === 'HEAD' ? 'GET' : req.method, url: req.originalUrl, headers: req.headers, body: () => (typeof req.body === 'string' ? req.body : ''), raw: req, context: course,
    })
    const refusal = refusals[status]
    if (refusal) throw new ProblemError({ code: 'BAD_REQUEST', status, ...refusal })
    const saysStatus = headers['content-type']?.startsWith('application/graphql-response+json')
    return { status: course.isRefused && saysStatus ? 400 : status, headers, body: body ?? '', kind: 'page', isKept: course.isWhole && status === 200 }
  }
  return async (req, res) => {
    const key = operationKey({ req: { method: req.method, url: req.originalUrl, headers: req.headers }, body: typeof req.body === 'string' ? req.body : '' })
    await delivery.answer({ req, res, area: 'graphql', key, make: (reading) => make(req, reading) })
  }
}

/**
 * The public GraphQL API at `/graphql`, by GET and POST, and GraphiQL for browsers. Read-only, and blind to cookies.
 * `report` is given what nobody foresaw; the client is told that the server failed.
 */
export const graphqlRoutes = (surroundings: Surroundings): Router => {
  const router = Router({ caseSensitive: true })
  const answer = answering(surroundings)
  const pageOrAnswer: RequestHandler = (req, res, next) => {
    const wantsPage = (req.method === 'GET' || req.method === 'HEAD') && answerTypeOf({ accept: req.headers.accept, method: req.method }) === 'text/html'
    return wantsPage ? graphiqlPage(req, res, next) : answer(req, res, next)
  }
  router.use('/graphql', openToAll({ exposed: EXPOSED, vary: 'Accept' }))
  router.use(graphiqlAssets.path, graphiqlAssets.files)
  router.options('/graphql', preflight(METHODS))
  router.all('/graphql', express.text({ type: () => true, limit: BODY_LIMIT }), bodyTooLarge, pageOrAnswer)
  return router
}
