import type { RequestListener } from 'node:http'
import express, { type Express, type RequestHandler, type Router } from 'express'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import type { Metrics } from './metrics.ts'
import { errorHandler, notFound } from './middleware/error-handler.ts'
import { hostPin } from './middleware/host-pin.ts'
import { requestId } from './middleware/request-id.ts'
import { requestLog } from './middleware/request-log.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { health, type Readiness } from './routes/health.ts'
import { adminPlaces, home, publicPlaces } from './routes/home.ts'
import { metricsRoute } from './routes/metrics.ts'
import { problems } from './routes/problems.ts'

export type AppOptions = {
  env: Env
  log: Log
  metrics: Metrics
  readiness: Readiness
  /** The values of `Host` that mean this server. */
  hosts: ReadonlySet<string>
  /** The public side, in a process with the api role: GraphQL, REST, uploaded files. */
  publicSide?: { routers: readonly Router[]; media: RequestHandler<{ filename: string }> }
  /** The editing side, in a process with the admin role: Payload's REST for staff, and Next for the admin. */
  staffSide?: { api: RequestHandler; admin: RequestListener }
}

/** Everything that is answered over HTTP, in the order in which it is asked. */
export const createApp = ({ env, log, metrics, readiness, hosts, publicSide, staffSide }: AppOptions): Express => {
  const app = express()
  app.set('trust proxy', env.TRUST_PROXY)
  app.enable('case sensitive routing')

  app.use(requestId())
  app.use(requestLog({ log, metrics }))
  app.use(securityHeaders({ secure: env.secureCookies, isDevelopment: env.NODE_ENV === 'development' }))
  app.use(closeWhenStopping(readiness))

  // Probes and collectors ask by address, not by name: they come before the host pin.
  app.use(health({ readiness }))
  app.get('/metrics', metricsRoute({ metrics, token: env.METRICS_TOKEN }))
  app.use(hostPin({ hosts }))

  app.use(problems())
  if (publicSide) {
    app.get('/media/:filename', publicSide.media)
    for (const router of publicSide.routers) app.use(router)
  }
  if (staffSide) {
    app.use(/^\/api(?=\/|$)/, staffSide.api)
    app.use(env.NODE_ENV === 'development' ? /^\/(admin|_next|__nextjs_\w+)(?=\/|$)/ : /^\/(admin|_next)(?=\/|$)/, atFullAddress(staffSide.admin))
  }
  if (publicSide || staffSide) app.get('/', home({ places: [...(staffSide ? adminPlaces : []), ...(publicSide ? publicPlaces : [])] }))

  app.use(notFound())
  app.use(errorHandler({ log }))
  return app
}

// Asked when the answer goes out, not when the request came in: a client that is told reconnects elsewhere.
const closeWhenStopping = (readiness: Readiness): RequestHandler => (_req, res, next) => {
  const writeHead = res.writeHead.bind(res) as (...given: unknown[]) => typeof res
  res.writeHead = (...given: unknown[]) => {
    if (readiness.stopping && !res.headersSent) res.setHeader('connection', 'close')
    return writeHead(...given)
  }
  next()
}

// Express cuts the prefix off a mounted path; Next wants the whole.
const atFullAddress = (listener: RequestListener): RequestHandler => async (req, res) => {
  req.url = req.originalUrl
  await listener(req, res)
}
