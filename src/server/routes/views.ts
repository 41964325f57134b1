import { type Request, type RequestHandler, Router } from 'express'
import { ProblemError } from '../../api/problem.ts'
import type { Views } from '../../views/count-views.ts'
import { type ViewKind, viewKinds } from '../../views/windows.ts'
import { readBody } from '../bridge/request-body.ts'

/** Bytes of the body: an id and the name of a kind. */
const BODY_LIMIT = 512
const PATH = '/v1/views'
const METHODS = 'POST, OPTIONS'
/** `text/plain` is what `navigator.sendBeacon` sends without asking first (Fetch, CORS-safelisted request header). */
const MEDIA_TYPES = ['application/json', 'text/plain']

const members = ['kind', 'id']
const idForm = /^[A-Za-z0-9_-]{1,64}$/

const wrong = ({ detail, ...more }: { detail: string; parameter?: string; allowed?: readonly string[] }): ProblemError => new ProblemError({ code: 'BAD_REQUEST', detail, extensions: more })

/** Reads what was viewed. @throws ProblemError 400 naming what is wrong. */
export const viewedIn = (text: string): { kind: ViewKind; id: string } => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw wrong({ detail: 'The body is not JSON: send {"kind":"article","id":"…"}.' })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong({ detail: 'The body is not an object: send {"kind":"article","id":"…"}.' })
  const unknown = Object.keys(body).find((name) => !members.includes(name))
  if (unknown !== undefined) throw wrong({ parameter: unknown, allowed: members, detail: `The body takes "kind" and "id", and not "${unknown}".` })
  const { kind, id } = body as { kind?: unknown; id?: unknown }
  if (!(viewKinds as readonly unknown[]).includes(kind)) throw wrong({ parameter: 'kind', allowed: viewKinds, detail: '"kind" has to be "article" or "product".' })
  if (typeof id !== 'string' || !idForm.test(id)) throw wrong({ parameter: 'id', detail: '"id" has to be the id of an article or a product, as its field `id` says it.' })
  return { kind: kind as ViewKind, id }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Buffer): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw wrong({ detail: 'The body is not UTF-8.' })
  }
}

// Answers are for any page, and nothing here knows who asks.
const open: RequestHandler = (_req, res, next) => {
  res.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After, X-Request-Id', 'cache-control': 'no-store' })
  next()
}

const preflight: RequestHandler = (_req, res) => {
  res.set({ allow: METHODS, 'access-control-allow-methods': METHODS, 'access-control-allow-headers': 'content-type', 'access-control-max-age': '86400' }).status(204).end()
}

const otherMethods: RequestHandler = (req) => {
  throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `This address takes what was read, by POST, and not ${req.method}.`, headers: { Allow: METHODS }, extensions: { allowed: METHODS.split(', ') } })
}

const unsupported = (detail: string): ProblemError => new ProblemError({ code: 'BAD_REQUEST', status: 415, detail, extensions: { allowed: MEDIA_TYPES } })

/**
 * Takes what was read, from anyone: the one anonymous write. `limit` rejects what a client sends too much of. What is unknown or not public is answered like everything else, so that nothing can
 * be found out here; it is passed over when the counts are written.
 */
export const viewsRoute = ({ views, limit }: { views: Pick<Views, 'count'>; limit: (req: Request) => Promise<void> }): Router => {
  const take: RequestHandler = async (req, res) => {
    await limit(req)
    const [, query] = req.originalUrl.split('?', 2)
    if (query) throw wrong({ parameter: query.split(/[=&]/)[0] ?? '', allowed: [], detail: 'This address takes no parameters: "kind" and "id" stand in the body.' })
    const mediaType = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!MEDIA_TYPES.includes(mediaType)) throw unsupported('The body is JSON, sent as application/json or text/plain.')
    if (req.headers['content-encoding'] !== undefined) throw unsupported('The body is sent as it is, without Content-Encoding.')
    views.count(viewedIn(textOf(await readBody({ req, limit: BODY_LIMIT }))))
    res.status(204).end()
  }
  const router = Router({ caseSensitive: true })
  router.route(PATH).all(open).post(take).options(preflight).all(otherMethods)
  return router
}
