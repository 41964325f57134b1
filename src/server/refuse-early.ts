import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ProblemError, problemMediaType } from '../api/problem.ts'
import type { Gate } from './gate.ts'
import type { Metrics } from './metrics.ts'
import { routeArea } from './route-area.ts'

/** Areas whose answers are made through the gate. */
const gated: ReadonlySet<string> = new Set(['graphql', 'rest', 'feeds', 'embed', 'sitemaps'])
const reading: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'POST'])

/** Takes views and makes no answer. */
const VIEWS = '/v1/views'

type Options = {
  gate: Pick<Gate, 'refusal'>
  /** Whether the answer under a key is being made for others already: then this request costs nothing more. */
  isAwaited: (key: string) => boolean
  metrics: Pick<Metrics, 'requests'>
}

/** A refusal as it is sent. The gate has one for each reason, so that these are made once. */
const written = ({ problem, headers }: ProblemError) => {
  // A string, not bytes: Node sends it together with the head, in one write.
  const body = JSON.stringify(problem)
  const all = {
    ...headers,
    'content-type': problemMediaType,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
    'x-content-type-options': 'nosniff',
  }
  return { status: problem.status, headers: Object.entries(all).flat(), body }
}

/**
 * Refuses what the gate would refuse, before anything else is done for the request: with three times as many requests as can be answered,
 * two of three cost a look at the queue, and not the way through Express. Such answers are counted and not logged. Tells whether it has.
 */
export const refuseEarly = ({ gate, isAwaited, metrics }: Options) => {
  const known = new WeakMap<ProblemError, ReturnType<typeof written>>()
  return (req: IncomingMessage, res: ServerResponse, key: string | null): boolean => {
    const path = (req.url ?? '').split('?', 1)[0] ?? ''
    const area = routeArea(path)
    if (!gated.has(area) || !reading.has(req.method) || path === VIEWS || (key !== null && isAwaited(key))) return false
    const error = gate.refusal(area)
    if (!error) return false
    const { status, headers, body } = known.get(error) ?? written(error)
    known.set(error, { status, headers, body })
    res.writeHead(status, headers).end(req.method === 'HEAD' ? undefined : body)
    metrics.requests.inc({ area, method: String(req.method), status })
    return true
  }
}
