import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { SanitizedConfig } from 'payload'
import { ProblemError } from '../../api/problem.ts'
import { replayOnWriteConflict } from '../../db/write-conflict.ts'
import type { Log } from '../../log.ts'
import { countedBody, declaredLength, readBody } from './request-body.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import { staffPaths } from './staff-paths.ts'
import { writeWebResponse } from './web-response.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])
const withBody = new Set(['POST', 'PATCH', 'PUT'])
const overrideHeaders = ['x-payload-http-method-override', 'x-http-method-override'] as const

/** How often a save that meets conflicts with other processes is tried in all: with two that save as fast as they can, each try fails half the time. */
const TRIES = 12

export type BridgeOptions = {
  config: SanitizedConfig
  /** Answers one web request, as Payload's `handleEndpoints` does. */
  handle: (request: Request) => Promise<Response>
  /** Stands before what logs in; without it everything is let through. */
  guard?: SignInGuard
  /** Called for every time that a save is tried again. */
  onReplay: () => void
  /** Bytes of a body that is not an upload. */
  jsonLimit: number
  /** Bytes of a multipart body in all. */
  multipartLimit: number
  /** Milliseconds from the end of the request to the beginning of the answer. */
  timeoutMs: number
  log: Log
}

type Body = { bytes?: Buffer; stream?: Readable; tooLong?: Promise<never> }
type Incoming = { url: URL; method: string; headers: Headers; body: Body }

const pathOf = (req: ExpressRequest): URL => {
  const base = `${req.protocol}://${req.headers.host}`
  if (!req.originalUrl.startsWith('/') || !URL.canParse(req.originalUrl, base)) throw new ProblemError({ code: 'BAD_REQUEST', detail: 'The address is malformed.' })
  return new URL(`${base}${req.originalUrl}`)
}

const headersOf = (req: ExpressRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) for (const one of [value ?? []].flat()) headers.append(name, one)
  return headers
}

const mediaTypeOf = (headers: Headers): string => (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/**
 * A list request whose query is too long for an address: a POST that says it means GET, with the query as a form. Payload
 * compares the media type literally and mixes up parameters of the JSON form, so it is undone here.
 */
const undoOverride = async ({ incoming, req, limit }: { incoming: Incoming; req: ExpressRequest; limit: number }): Promise<Incoming> => {
  const { headers, url } = incoming
  const wanted = overrideHeaders.map((name) => headers.get(name)).find((value) => value !== null)
  for (const name of overrideHeaders) headers.delete(name)
  if (wanted === undefined || req.method !== 'POST') return incoming
  if (wanted !== 'GET' || mediaTypeOf(headers) !== 'application/x-www-form-urlencoded') {
    throw new ProblemError({ code: 'BAD_REQUEST', detail: 'A method override takes GET only, on a POST with application/x-www-form-urlencoded.' })
  }
  const query = (await readBody({ req, limit })).toString('utf8')
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name)
  url.search = [url.search.slice(1), query].filter(Boolean).join('&')
  return { ...incoming, method: 'GET', body: {} }
}

const takeBody = async ({ incoming, req, options }: { incoming: Incoming; req: ExpressRequest; options: BridgeOptions }): Promise<Incoming> => {
  if (!withBody.has(incoming.method)) return incoming
  const isMultipart = mediaTypeOf(incoming.headers).startsWith('multipart/')
  const isSmall = (declaredLength(req) ?? Infinity) <= options.jsonLimit
  if (isMultipart && !isSmall) return { ...incoming, body: countedBody({ req, limit: options.multipartLimit }) }
  return { ...incoming, body: { bytes: await readBody({ req, limit: options.jsonLimit }) } }
}

const webRequest = ({ incoming, signal }: { incoming: Incoming; signal: AbortSignal }): Request => {
  const { url, method, headers, body } = incoming
  const init = { method, headers, signal }
  if (body.bytes?.length) return new Request(url, { ...init, body: new Uint8Array(body.bytes) })
  if (body.stream) return new Request(url, { ...init, body: Readable.toWeb(body.stream) as ReadableStream<Uint8Array>, duplex: 'half' } as RequestInit)
  return new Request(url, init)
}

// A form of the admin without a file is small multipart, too; a file may already be on the disk.
const mayReplay = ({ body, headers }: Incoming): boolean => {
  if (body.stream) return false
  return !(mediaTypeOf(headers).startsWith('multipart/') && body.bytes?.includes('filename="'))
}

const conflict = () => new ProblemError({ code: 'CONFLICT', detail: 'Có người khác vừa lưu cùng tài liệu; xin tải lại rồi lưu lần nữa. (Someone else saved the same document at this moment; load it again and save.)' })

const hasArrived = ({ stream }: Body): Promise<unknown> =>
  stream ? new Promise((done) => stream.once('end', done).once('close', done)) : Promise.resolve()

const orTimeout = async <T>({ work, body, ms }: { work: Promise<T>; body: Body; ms: number }): Promise<T> => {
  const cancel = new AbortController()
  const timeout = hasArrived(body)
    .then(() => wait(ms, undefined, { signal: cancel.signal }))
    .then(() => {
      throw new ProblemError({ code: 'UNAVAILABLE', detail: `No answer within ${Math.round(ms / 1000)} s.`, headers: { 'retry-after': '5' } })
    })
  timeout.catch(() => undefined)
  try {
    return await Promise.race([work, timeout, ...(body.tooLong ? [body.tooLong] : [])])
  } finally {
    cancel.abort()
  }
}

const answer = async ({ incoming, signal, options }: { incoming: Incoming; signal: AbortSignal; options: BridgeOptions }): Promise<Response> => {
  let tried = 0
  const { result, conflicted } = await replayOnWriteConflict({
    attempt: () => {
      tried += 1
      if (tried > 1) options.onReplay()
      return options.handle(webRequest({ incoming, signal }))
    },
    failed: ({ status }) => status >= 500,
    tries: mayReplay(incoming) ? TRIES : 1,
  })
  if (!conflicted) return result
  await result.body?.cancel()
  throw conflict()
}

// An answer that does not wait for the whole body ends the connection; the client is given a moment to read it.
const letGo = ({ req, res }: { req: ExpressRequest; res: ExpressResponse }): void => {
  if (req.complete || res.headersSent) return
  res.setHeader('connection', 'close')
  res.once('finish', () => {
    req.unpipe()
    req.resume()
    setTimeout(() => req.destroy(), 2000).unref()
  })
}

const readIncoming = async ({ req, options, paths }: { req: ExpressRequest; options: BridgeOptions; paths: ReturnType<typeof staffPaths> }): Promise<Incoming> => {
  const url = pathOf(req)
  if (!methods.has(req.method)) {
    throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `${req.method} is not taken here.`, headers: { allow: [...methods].join(', ') } })
  }
  if (!paths.has(url.pathname)) throw new ProblemError({ code: 'NOT_FOUND', detail: `There is nothing at ${url.pathname}.` })
  // Payload has no HEAD: it is a GET whose body is dropped.
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const incoming = await undoOverride({ incoming: { url, method, headers: headersOf(req), body: {} }, req, limit: options.jsonLimit })
  return takeBody({ incoming, req, options })
}

/** Answers `/api/**` through Payload's web handler: Node's request becomes a web one, and the answer comes back as it is. */
export const payloadBridge = (options: BridgeOptions): RequestHandler => {
  const paths = staffPaths(options.config)
  const guard: SignInGuard = options.guard ?? ((_asked, work) => work())
  return async (req, res) => {
    const left = new AbortController()
    res.once('close', () => {
      if (!res.writableFinished) left.abort()
    })
    try {
      const incoming = await readIncoming({ req, options, paths })
      const { method, url, headers, body } = incoming
      const asked = { method, path: url.pathname, headers, bytes: body.bytes, address: req.ip }
      const work = guard(asked, () => answer({ incoming, signal: left.signal, options }))
      const response = await orTimeout({ work, body: incoming.body, ms: options.timeoutMs })
      letGo({ req, res })
      if (!res.destroyed) await writeWebResponse({ response, res, isHead: req.method === 'HEAD' })
    } catch (error) {
      if (left.signal.aborted) {
        options.log.debug({ err: error }, 'the client left before the answer')
        return
      }
      letGo({ req, res })
      throw error
    }
  }
}
