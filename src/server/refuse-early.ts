import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Gate } from './gate.ts'
import type { Metrics } from './metrics.ts'
import { routeArea } from './route-area.ts'
import { sendProblem } from './send-problem.ts'

/** Areas whose answers are made through the gate. */
const gated: ReadonlySet<string> = new Set(['graphql', 'rest', 'feeds', 'embed'])
const reading: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'POST'])

/** Takes views and makes no answer. */
const VIEWS = '/v1/views'

type Options = {
  gate: Pick<Gate, 'refusal'>
  /** Whether the answer under a key is being made for others already: then this request costs nothing more. */
  isAwaited: (key: string) => boolean
  metrics: Pick<Metrics, 'requests'>
}

/**
 * Refuses what the gate would refuse, before anything else is done for the request: with three times as many requests as can be answered,
 * two of three cost a look at the queue, and not the way through Express. Such answers are counted and not logged. Tells whether it has.
 */
export const refuseEarly = ({ gate, isAwaited, metrics }: Options) => (req: IncomingMessage, res: ServerResponse, key: string | null): boolean => {
  const path = (req.url ?? '').split('?', 1)[0] ?? ''
  const area = routeArea(path)
  if (!gated.has(area) || !reading.has(req.method) || path === VIEWS || (key !== null && isAwaited(key))) return false
  const error = gate.refusal(area)
  if (!error) return false
  res.setHeader('access-control-allow-origin', '*')
  res.setHeader('access-control-expose-headers', 'Retry-After')
  res.setHeader('x-content-type-options', 'nosniff')
  sendProblem({ res, error })
  metrics.requests.inc({ area, method: String(req.method), status: error.problem.status })
  return true
}
