import { lookup as resolve, type LookupAddress } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type LookupFunction } from 'node:net'
import { hostOf, isAllowedTarget, isPublicAddress, targetProblem } from './target.ts'

/** How long a receiver may take from the first connection to its answer. */
export const ANSWER_MS = 15_000
const EXCERPT_BYTES = 1_000

/** What a receiver answered. */
export interface Answer {
  status: number
  retryAfter: string | null
  /** The beginning of its body. */
  excerpt: string
}

/** An address that nothing is sent to. */
export class ForbiddenTargetError extends Error {
  constructor(what: string) {
    super(`Nothing is sent there: ${what}`)
    this.name = 'ForbiddenTargetError'
  }
}

/** Looks a name up, and gives only addresses of the public Internet: the connection goes to exactly what was checked. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses: LookupAddress[] = found ?? []
    if (error) return callback(error, [])
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return callback(new ForbiddenTargetError('its name leads to an address that is not public'), [])
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

const excerptOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= EXCERPT_BYTES) break
    }
  } catch {
    // The status has come: what the body lacks does not matter.
  }
  return Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString('utf8').replace(/[\p{Cc}\uFFFD]+/gu, ' ').trim()
}

/**
 * Posts a message once, over a connection of its own. Redirections are not followed. Names are looked up here and the addresses found are
 * those connected to. `allow`: `host:port` of receivers that may be anywhere and without TLS.
 * @throws ForbiddenTargetError for an address that nothing is sent to; Error when there was no answer in time.
 */
export const post = async ({ address, headers, body, allow, signal, answerMs = ANSWER_MS }: {
  address: string
  headers: Readonly<Record<string, string>>
  body: string
  allow: readonly string[]
  signal: AbortSignal
  answerMs?: number
}): Promise<Answer> => {
  const problem = targetProblem({ text: address, allow })
  if (problem) throw new ForbiddenTargetError(problem)
  const url = new URL(address)
  const time = AbortSignal.timeout(answerMs)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const ending = AbortSignal.any([signal, time])
  try {
    const response = await new Promise<IncomingMessage>((done, fail) => {
      const sent = request({
        protocol: url.protocol, host: hostOf(url), port: url.port, path: `${url.pathname}${url.search}`, method: 'POST', agent: false, signal: ending,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(isAllowedTarget({ url, allow }) ? {} : { lookup: publicLookup }),
      })
      sent.once('response', done).once('error', fail).end(body)
    })
    const excerpt = await excerptOf(response)
    response.destroy()
    return { status: Number(response.statusCode), retryAfter: response.headers['retry-after'] ?? null, excerpt }
  } catch (error) {
    if (time.aborted) throw new Error(`No answer within ${answerMs / 1000} s`, { cause: error })
    throw error
  }
}
