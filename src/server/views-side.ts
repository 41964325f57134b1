import type { Router } from 'express'
import type { Payload } from 'payload'
import type { ResponseCache } from '../cache/response-cache.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { countViews } from '../views/count-views.ts'
import { followMostRead } from '../views/follow-most-read.ts'
import type { MostRead } from '../views/most-read.ts'
import { limitReads } from './limit-reads.ts'
import type { Metrics } from './metrics.ts'
import { createRateLimit } from './rate-limits.ts'
import { viewsRoute } from './routes/views.ts'

/** What counts readers in a public process, and knows what they read most. */
export const viewsSide = async ({ payload, cache, env, metrics, log }: { payload: Payload; cache: Pick<ResponseCache, 'bump'>; env: Env; metrics: Metrics; log: Log }): Promise<{
  route: Router
  mostRead: MostRead
  /** Writes what was counted last. */
  stop: () => Promise<void>
}> => {
  const views = countViews({ payload, everyMs: env.VIEWS_FLUSH, rate: env.VIEWS_SAMPLE })
  const mostRead = await followMostRead({ payload, everyMs: env.VIEWS_FLUSH, bump: cache.bump })
  const limit = createRateLimit({ name: 'views', points: env.RATE_LIMIT_VIEWS, windowMs: env.RATE_LIMIT_VIEWS_WINDOW, onRefused: (name) => metrics.limited.inc({ limit: name }) })
  return {
    route: viewsRoute({ views, limit: limitReads({ limit, exempt: env.RATE_LIMIT_EXEMPT, believesProxies: env.TRUST_PROXY !== false, log }) }),
    mostRead,
    stop: async () => {
      mostRead.stop()
      await views.stop()
    },
  }
}
