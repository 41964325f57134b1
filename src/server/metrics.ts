import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is counted about this process and the requests it answers, for `/metrics`. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['area', 'method', 'status'] as const
  return {
    registry,
    requests: new Counter({ name: 'http_requests_total', help: 'Answered HTTP requests', labelNames, registers: [registry] }),
    aborted: new Counter({ name: 'http_requests_aborted_total', help: 'Requests whose client left before the answer', labelNames: ['area'], registers: [registry] }),
    duration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its answer',
      labelNames: ['area', 'method'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [registry],
    }),
    open: new Gauge({ name: 'http_requests_open', help: 'Requests that are being answered', registers: [registry] }),
    shed: new Counter({ name: 'uncached_shed_total', help: 'Public answers that were refused because there was too much to do', labelNames: ['area', 'reason'], registers: [registry] }),
    limited: new Counter({ name: 'rate_limited_total', help: 'Requests that were refused because their client had too many', labelNames: ['limit'], registers: [registry] }),
    replays: new Counter({ name: 'write_conflict_replays_total', help: 'Saves that were sent to the database again after a conflict with another process', registers: [registry] }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
