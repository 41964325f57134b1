import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Router } from 'express'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { ProblemError, problemCodes } from '../../../src/api/problem.ts'
import { readSettings } from '../../../src/env.ts'
import { createApp } from '../../../src/server/create-app.ts'
import { createMetrics } from '../../../src/server/metrics.ts'
import { allowedHosts } from '../../../src/server/middleware/host-pin.ts'
import type { Readiness } from '../../../src/server/routes/health.ts'
import { mediaRoute } from '../../../src/server/routes/media.ts'

const folder = mkdtempSync(join(tmpdir(), 'ocop-press-app-'))
const lines: Record<string, any>[] = []
const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) })
const readiness: Readiness = { stopping: false, check: async () => 'ready' }

let server: Server
let port: number

beforeAll(async () => {
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'files', 'chợ phiên.webp'), '0123456789')
  writeFileSync(join(folder, 'files', 'hidden.webp'), 'geheim')
  writeFileSync(join(folder, 'files', 'decision.pdf'), '%PDF-1.7')
  writeFileSync(join(folder, 'secret'), 'geheim')
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  const isPublic = (name: string) => !name.startsWith('hidden')
  const routes = Router()
  routes.get('/v1/fails', () => { throw new Error('geheim') })
  routes.get('/v1/refuses', () => { throw new ProblemError({ code: 'RATE_LIMITED', detail: 'Slowly.', headers: { 'retry-after': '7' }, extensions: { limit: 3 } }) })
  server.on('request', createApp({
    env: readSettings({ NODE_ENV: 'test', EXTRA_ORIGINS: 'https://press.example.vn', METRICS_TOKEN: 'a-token-for-metrics' }),
    log,
    metrics: createMetrics(),
    readiness,
    hosts: allowedHosts({ origins: ['http://localhost:3000', 'https://press.example.vn'], isLocal: true, port }),
    publicSide: { routers: [routes], media: mediaRoute({ find: async (name) => (isPublic(name) ? { folder: join(folder, 'files'), isStale: name.startsWith('decision') } : undefined) }) },
    staffSide: {
      api: (req, res) => void res.json({ api: req.originalUrl, forwarded: req.headers['x-forwarded-host'] ?? null }),
      admin: (req, res) => void res.end(`admin ${req.url}`),
    },
  }))
})
afterAll(() => new Promise((done) => server.close(done)))

const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })

/** A request whose Host and path are not made neat by a client. */
const raw = async (path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> => {
  const request = httpRequest({ port, host: '127.0.0.1', path, headers })
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response) body += chunk
  return { status: response.statusCode ?? 0, headers: response.headers, body }
}

describe('the greeting', () => {
  it('is a page of its own that says what this is and leads on, in Vietnamese first', async () => {
    const response = await get('/')
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('Mỗi xã một sản phẩm')
    for (const path of ['/admin', '/graphql', '/docs', '/v1/openapi.json']) expect(page).toContain(`href="${path}"`)
    expect(page).not.toMatch(/(src|href)="https?:/)
  })

  it('allows its own style by its hash and nothing else', async () => {
    const response = await get('/')
    const style = /<style>([\s\S]*)<\/style>/.exec(await response.text())?.[1] ?? ''
    const { createHash } = await import('node:crypto')
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('hosts', () => {
  it.each([['localhost'], ['127.0.0.1'], ['[::1]']])('%s with the port in use is this server', async (name) => {
    expect((await raw('/', { host: `${name}:${port}` })).status).toBe(200)
  })

  it('named in the settings are this server, whatever the case', async () => {
    expect((await raw('/', { host: 'press.example.vn' })).status).toBe(200)
    expect((await raw('/', { host: 'Press.Example.VN' })).status).toBe(200)
    expect((await raw('/', { host: 'localhost:3000' })).status).toBe(200)
  })

  it.each(['evil.example', 'localhost:1', 'press.example.vn.evil.example', 'press.example.vn:8443'])('%s is not: 421 before anything else', async (host) => {
    for (const path of ['/', '/admin', '/api/users/me', '/v1/refuses']) {
      const { status, body } = await raw(path, { host })
      expect(status).toBe(421)
      expect(JSON.parse(body)).toMatchObject({ type: '/problems/BAD_REQUEST', code: 'BAD_REQUEST' })
    }
  })

  it('that a proxy claims are not believed', async () => {
    expect(JSON.parse((await raw('/api/x', { 'x-forwarded-host': 'evil.example' })).body).forwarded).toBeNull()
  })

  it('do not matter to probes', async () => {
    expect((await raw('/livez', { host: '10.0.0.7:3000' })).status).toBe(200)
  })
})

describe('health', () => {
  it('says alive and ready', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'alive' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
  })

  it('is not ready while the database is away, but alive', async () => {
    const { check } = readiness
    const checks: Readiness['check'][] = [async () => 'away', async () => { throw new Error('no') }, () => new Promise(() => undefined)]
    for (const away of checks) {
      readiness.check = away
      const response = await get('/readyz')
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({ code: 'UNAVAILABLE' })
      expect((await get('/livez')).status).toBe(200)
    }
    readiness.check = check
  })

  it('is ready, and says that something is wrong, while there are stored answers to give', async () => {
    const { check } = readiness
    readiness.check = async () => 'degraded'
    const response = await get('/readyz')
    readiness.check = check
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', degraded: true }])
  })

  it('is not ready while it stops, and ends connections', async () => {
    readiness.stopping = true
    const response = await get('/readyz')
    readiness.stopping = false
    expect(response.status).toBe(503)
    expect(response.headers.get('connection')).toBe('close')
  })

  it('counts requests by area, for who has the token', async () => {
    expect((await get('/metrics')).status).toBe(401)
    expect((await get('/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    await get('/v1/refuses')
    const text = await (await get('/metrics', { headers: { authorization: 'Bearer a-token-for-metrics' } })).text()
    expect(text).toMatch(/http_requests_total\{area="rest",method="GET",status="429"\} \d/)
    expect(text).toContain('http_request_duration_seconds_bucket{le="0.005",area="health",method="GET"}')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  })
})

describe('files', () => {
  it('are sent with what a browser needs to trust nothing in them', async () => {
    const response = await get('/media/ch%E1%BB%A3%20phi%C3%AAn.webp')
    expect(await response.text()).toBe('0123456789')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'accept-ranges': 'bytes',
      'content-disposition': 'inline',
    })
  })

  it('are for good under an address with a version, and answer conditional requests', async () => {
    const response = await get('/media/ch%E1%BB%A3%20phi%C3%AAn.webp?v=1')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const again = await raw('/media/ch%E1%BB%A3%20phi%C3%AAn.webp?v=1', { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('are sent in ranges', async () => {
    const part = await get('/media/ch%E1%BB%A3%20phi%C3%AAn.webp', { headers: { range: 'bytes=2-4' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(await part.text()).toBe('234')
    const beyond = await get('/media/ch%E1%BB%A3%20phi%C3%AAn.webp', { headers: { range: 'bytes=50-' } })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe('bytes */10')
    expect(await beyond.json()).toMatchObject({ code: 'BAD_REQUEST', status: 416 })
  })

  it('that are no images are saved, not shown', async () => {
    const decision = await get('/media/decision.pdf?v=1')
    expect(decision.headers.get('content-disposition')).toBe('attachment')
    // The store could not be asked about this one.
    expect([decision.headers.get('cache-control'), decision.headers.get('cache-status')]).toEqual(['public, max-age=0', 'OCOP-Press; hit; detail=stale'])
  })

  it.each(['/media/hidden.webp', '/media/missing.webp', '/media/..%2Fsecret', '/media/%2e%2e%2fsecret', '/media/..%5Csecret', '/media/../secret', '/media/a%00.webp', '/media/.hidden', '/media/'])('%s is 404', async (path) => {
    const { status, body } = await raw(path)
    expect(status).toBe(404)
    expect(body).not.toContain('geheim')
  })
})

describe('problems', () => {
  it('have a shape, a type with an address, the id of the request, and are not cached', async () => {
    const response = await get('/nothing', { headers: { 'x-request-id': 'from-a-proxy-1' } })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-request-id')).toBe('from-a-proxy-1')
    expect(await response.json()).toEqual({ type: '/problems/NOT_FOUND', title: problemCodes.NOT_FOUND.title, status: 404, code: 'NOT_FOUND', detail: 'There is nothing at /nothing.', requestId: 'from-a-proxy-1' })
  })

  it('carry headers and extensions', async () => {
    const response = await get('/v1/refuses')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await response.json()).toMatchObject({ code: 'RATE_LIMITED', detail: 'Slowly.', limit: 3 })
  })

  it('of the inside tell nothing, and are logged', async () => {
    const response = await get('/v1/fails')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('geheim')
    expect(lines.some(({ err }) => err?.message === 'geheim')).toBe(true)
  })

  it('of a malformed address are 400', async () => {
    expect((await raw('/media/%E0%A4%A')).status).toBe(400)
  })

  it.each(Object.keys(problemCodes))('%s is explained at its address, to people and to programs', async (code) => {
    const page = await get(`/problems/${code}`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`<code>${code}</code>`)
    const data = await get(`/problems/${code}`)
    expect(await data.json()).toMatchObject({ type: `/problems/${code}`, code, status: expect.any(Number) })
    expect((await get(`/problems/${code.toLowerCase().replaceAll('_', '-')}`)).status).toBe(200)
  })

  it('that do not exist are not explained', async () => {
    expect((await get('/problems/constructor')).status).toBe(404)
  })
})

describe('the two sides', () => {
  it('get their requests with the whole address', async () => {
    expect(await (await get('/api/articles?limit=1')).json()).toMatchObject({ api: '/api/articles?limit=1' })
    expect(await (await get('/admin/collections/articles?x=1')).text()).toBe('admin /admin/collections/articles?x=1')
    expect(await (await get('/_next/static/a.js')).text()).toBe('admin /_next/static/a.js')
  })

  it.each(['/apis', '/administration', '/_nextfoo', '/API/users'])('do not get %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('have headers of their own', async () => {
    const admin = await get('/admin')
    expect(admin.headers.get('content-security-policy')).toContain("script-src 'self' 'unsafe-inline'")
    expect(admin.headers.get('content-security-policy')).not.toContain('unsafe-eval')
    expect(admin.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(admin.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect((await get('/api/x')).headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const data = await get('/v1/refuses')
    expect(data.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none';form-action 'none';base-uri 'none'")
    expect(data.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const { headers } of [admin, data]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.has('x-powered-by')).toBe(false)
      expect(headers.has('strict-transport-security')).toBe(false)
    }
  })
})

describe('the log of requests', () => {
  it('has one line for each, without the query and without tokens in the path', async () => {
    await get('/admin/reset/geheim?email=geheim', { headers: { 'x-request-id': 'request-log-1' } })
    const line = lines.find(({ msg, path }) => msg === 'request' && String(path).startsWith('/admin/reset'))
    expect(line).toMatchObject({ method: 'GET', path: '/admin/reset/[redacted]', status: 200, ms: expect.any(Number) })
    expect(JSON.stringify(lines.filter(({ msg }) => msg === 'request'))).not.toContain('geheim')
  })
})
