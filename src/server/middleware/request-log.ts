import type { RequestHandler } from 'express'
import type { Log } from '../../log.ts'
import type { Metrics } from '../metrics.ts'
import { routeArea } from '../route-area.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

// Tokens that Payload carries in the path of a link sent by e-mail.
const withoutTokens = (path: string): string => path.replace(/\/(reset|verify)\/[^/]+/g, '/$1/[redacted]')

const levelOf = ({ area, status }: { area: string; status: number }) => {
  if (status >= 500) return 'error' as const
  return area === 'health' || area === 'metrics' ? ('debug' as const) : ('info' as const)
}

/** Logs every request when it is over, and counts it. The query is left out: it may hold what a person typed. */
export const requestLog = ({ log, metrics }: { log: Log; metrics: Metrics }): RequestHandler => (req, res, next) => {
  const begun = process.hrtime.bigint()
  const { path } = req
  const area = routeArea(path)
  const method = methods.has(req.method) ? req.method : 'OTHER'
  metrics.open.inc()
  res.once('close', () => {
    metrics.open.dec()
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9
    const entry = { method: req.method, path: withoutTokens(path), ms: Math.round(seconds * 1e4) / 10 }
    if (!res.writableFinished) {
      metrics.aborted.inc({ area })
      log.info(entry, 'client left')
      return
    }
    const status = res.statusCode
    metrics.requests.inc({ area, method, status })
    metrics.duration.observe({ area, method }, seconds)
    const level = levelOf({ area, status })
    const headers = log.isLevelEnabled('debug') ? { headers: req.headers } : {}
    log[level]({ ...entry, status, ...headers }, 'request')
  })
  next()
}
