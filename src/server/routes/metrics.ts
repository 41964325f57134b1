import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'
import type { Metrics } from '../metrics.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** `/metrics` in the text format of Prometheus; with a token only for those who send it. */
export const metricsRoute = ({ metrics, token }: { metrics: Metrics; token: string }): RequestHandler => async (req, res) => {
  if (token && !timingSafeEqual(digest(req.get('authorization') ?? ''), digest(`Bearer ${token}`))) {
    throw new ProblemError({ code: 'BAD_REQUEST', status: 401, detail: 'Send the token of METRICS_TOKEN as Authorization: Bearer.', headers: { 'www-authenticate': 'Bearer' } })
  }
  res.set({ 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' }).send(await metrics.registry.metrics())
}
