import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProblemError } from '../../../src/api/problem.ts'
import { createMetrics } from '../../../src/server/metrics.ts'
import { refuseEarly } from '../../../src/server/refuse-early.ts'

const refusing = async (ask: (origin: string) => Promise<void>) => {
  const asked: string[] = []
  const metrics = createMetrics()
  const error = new ProblemError({ code: 'UNAVAILABLE', detail: 'Too much.', headers: { 'retry-after': '1' } })
  const refuse = refuseEarly({
    gate: { refusal: (area) => { asked.push(area); return error } },
    isAwaited: (key) => key === '/v1/articles?first=1',
    metrics,
  })
  const server = createServer((req, res) => {
    if (!refuse(req, res, req.url ?? null)) res.writeHead(200).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return { asked, metrics }
}

describe('an early refusal', () => {
  it('is a whole problem that any page may read, and is counted', async () => {
    const { metrics } = await refusing(async (origin) => {
      const response = await fetch(`${origin}/v1/articles?first=2`)
      expect(response.status).toBe(503)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'retry-after': '1', 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff',
      })
      expect(await response.json()).toMatchObject({ code: 'UNAVAILABLE', status: 503, detail: 'Too much.' })
    })
    expect(await metrics.registry.getSingleMetricAsString('http_requests_total')).toMatch(/area="rest",method="GET",status="503"\} 1/)
  })

  it('meets only what the gate would make', async () => {
    const { asked } = await refusing(async (origin) => {
      const status = async (path: string, method = 'GET') => (await fetch(`${origin}${path}`, { method })).status
      for (const path of ['/livez', '/readyz', '/metrics', '/api/users/me', '/api/articles', '/admin', '/_next/x.js', '/media/a.jpg', '/problems/LIMIT', '/', '/v1/articles?first=1', '/v10']) expect([path, await status(path)]).toEqual([path, 200])
      expect(await status('/v1/views', 'POST')).toBe(200)
      expect(await status('/graphql', 'OPTIONS')).toBe(200)
      for (const path of ['/v1/articles', '/graphql?query=%7Ba%7D', '/feeds/x.xml', '/embed/x']) expect([path, await status(path)]).toEqual([path, 503])
      expect(await status('/graphql', 'POST')).toBe(503)
    })
    expect(asked).toEqual(['rest', 'graphql', 'feeds', 'embed', 'graphql'])
  })
})
