import { GraphQLError } from 'graphql'
import { type Request as Asking, parseRequestParams, type RequestParams, type Response } from 'graphql-http'
import { answerTypeOf } from './answer-type.ts'
import type { Asked, Registry } from './persisted-queries.ts'

type Reading<Raw, Context> = Asking<Raw, Context>

const parsed = (text: string | null): unknown => (text === null ? undefined : (JSON.parse(text) as unknown))

/** What a request that names a persisted query asks, as far as it is readable; null for all others. */
const askedIn = async <Raw, Context>(req: Reading<Raw, Context>): Promise<Asked | null> => {
  const search = new URLSearchParams(req.url.split('?')[1])
  const body = req.method === 'POST' ? await (typeof req.body === 'function' ? req.body() : req.body) : null
  try {
    if (req.method === 'GET' && search.get('extensions')?.includes('persistedQuery')) {
      return { query: search.get('query') ?? undefined, operationName: search.get('operationName') ?? undefined, variables: parsed(search.get('variables')), extensions: parsed(search.get('extensions')) } as Asked
    }
    return typeof body === 'string' && body.includes('persistedQuery') ? (JSON.parse(body) as Asked | null) : null
  } catch {
    // What is unreadable is told by whoever reads it next.
    return null
  }
}

/** The same request with the text in it. */
const withText = <Raw, Context>({ req, asked, query }: { req: Reading<Raw, Context>; asked: Asked; query: string }): Reading<Raw, Context> => {
  if (req.method === 'POST') return { ...req, body: JSON.stringify({ ...asked, query }) }
  const search = new URLSearchParams(req.url.split('?')[1])
  search.set('query', query)
  return { ...req, url: `${req.url.split('?')[0]}?${search}` }
}

const isUnknown = (error: unknown): error is GraphQLError => error instanceof GraphQLError && error.extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND'

/**
 * Reads the parameters of a request as graphql-http does, with the text of a persisted query put in its place. That a hash is not known
 * is answered with 200 in both media types, as the protocol has it: some clients look no further than at another status.
 * @throws GraphQLError for what is not the hash of a text.
 */
export const readRequest = (registry: Registry) => async <Raw, Context>(req: Reading<Raw, Context>): Promise<RequestParams | Response> => {
  const asked = await askedIn(req)
  try {
    const query = asked ? registry.textOf(asked) : undefined
    return await parseRequestParams(asked && typeof query === 'string' ? withText({ req, asked, query }) : req)
  } catch (error) {
    if (!isUnknown(error)) throw error
    const type = answerTypeOf({ accept: (req.headers as { accept?: string }).accept, method: req.method }) ?? 'application/json'
    return [JSON.stringify({ errors: [error] }), { status: 200, statusText: 'OK', headers: { 'content-type': `${type}; charset=utf-8` } }]
  }
}
