import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'

const settings = {
  TRUST_PROXY: 'loopback',
  GATE_CONCURRENCY: '1',
  GATE_QUEUE: '1',
  GATE_WAIT: '2s',
  RATE_LIMIT_READS: '4',
  RATE_LIMIT_READS_WINDOW: '10m',
  RATE_LIMIT_EXEMPT: '10.0.0.0/8',
  RATE_LIMIT_LOGIN: '3',
  RATE_LIMIT_LOGIN_ADDRESS: '6',
  RATE_LIMIT_LOGIN_WINDOW: '6s',
  RATE_LIMIT_RESET: '2',
  RATE_LIMIT_RESET_ADDRESS: '100',
  LOGIN_FAILURE_TIME: '300ms',
}

let server: TestServer
let admin: Client

beforeAll(async () => {
  server = await startServer({ env: settings })
  admin = await staff(server).as('administrator')
})
afterAll(async () => {
  await server.stop()
})

type Init = { from?: string; body?: unknown; at?: TestServer }

const ask = (path: string, { from = '10.0.0.1', body, at = server }: Init = {}): Promise<Response> =>
  at.fetch(path, {
    headers: { 'x-forwarded-for': from, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

let texts = 0
/** A query that nobody has asked before. */
const fresh = () => ({ query: `query Q${(texts += 1)} { ${Array.from({ length: 8 }, (_, index) => `a${index}: articles(first: 20) { nodes { title url category { name url } author { name } } }`).join(' ')} }` })

describe('with more to make than can be made', () => {
  it('the surplus is refused with Retry-After, while stored answers, health and a save of the staff are served', async () => {
    const stored = '/v1/articles?first=3'
    expect((await ask(stored)).status).toBe(200)

    let ends = false
    const seen: { status: number; ms: number; retryAfter: string | null; body: any }[] = []
    const client = async () => {
      while (!ends) {
        const begun = performance.now()
        const response = await ask('/graphql', { body: fresh() })
        seen.push({ status: response.status, ms: performance.now() - begun, retryAfter: response.headers.get('retry-after'), body: await response.json() })
      }
    }
    const clients = Array.from({ length: 24 }, client)
    const served: number[] = []
    for (let again = 0; again < 10; again += 1) {
      served.push((await ask(stored)).status, (await ask('/livez')).status, (await ask('/readyz')).status)
    }
    const saved = await admin.post('/topics', { name: 'Lưu lúc đông khách' })
    ends = true
    await Promise.all(clients)

    expect(served.filter((status) => status !== 200)).toEqual([])
    expect(saved.status).toBe(201)
    const refused = seen.filter(({ status }) => status === 503)
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200, 503]))
    for (const { retryAfter, body } of refused) {
      expect(Number(retryAfter)).toBeGreaterThanOrEqual(1)
      expect(body).toMatchObject({ type: '/problems/UNAVAILABLE', code: 'UNAVAILABLE' })
    }
    expect(refused.map(({ ms }) => ms).sort((one, two) => one - two)[Math.floor(refused.length / 2)]).toBeLessThan(500)
  })

  it('what was refused is in the metrics, and everything is served again afterwards', async () => {
    const response = await ask('/graphql', { body: fresh() })
    expect(response.status).toBe(200)
    const metrics = await (await ask('/metrics')).text()
    expect(Number(/^uncached_shed_total\{area="graphql",reason="full"\} (\d+)/m.exec(metrics)?.[1])).toBeGreaterThan(0)
    expect(metrics).toMatch(/^uncached_in_flight 0$/m)
    expect(metrics).toMatch(/^uncached_queued 0$/m)
  })
})

const uncached = (number: number) => `/v1/articles?first=${number}&sort=-publishedAt`

describe('reads of one client', () => {
  it('are refused beyond the limit with RateLimit headers, those of others and stored answers are not', async () => {
    const from = '198.51.100.7'
    for (let number = 1; number <= 4; number += 1) expect((await ask(uncached(number), { from })).status).toBe(200)
    const refused = await ask(uncached(5), { from })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(refused.headers.get('ratelimit-policy')).toBe('"reads";q=4;w=600')
    expect(refused.headers.get('ratelimit')).toMatch(/^"reads";r=0;t=\d+$/)
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 })
    expect((await ask('/graphql', { from, body: fresh() })).status).toBe(429)

    expect((await ask(uncached(1), { from })).status).toBe(200)
    expect((await ask('/livez', { from })).status).toBe(200)
    expect((await ask(uncached(5), { from: '198.51.100.8' })).status).toBe(200)
  })

  it('are counted by the network that a household is given', async () => {
    for (let number = 1; number <= 4; number += 1) await ask('/graphql', { from: `2001:db8:1:2::${number}`, body: fresh() })
    expect((await ask('/graphql', { from: '2001:db8:1:2:ffff::', body: fresh() })).status).toBe(429)
    expect((await ask('/graphql', { from: '2001:db8:1:3::1', body: fresh() })).status).toBe(200)
  })

  it('are not counted for our own front ends', async () => {
    for (let number = 0; number < 8; number += 1) expect((await ask('/graphql', { from: '10.1.2.3', body: fresh() })).status).toBe(200)
  })
})

const password = 'mot-mat-khau-du-dai-0123'
const login = (email: string, given: string, from: string, path = '/api/users/login') => ask(path, { from, body: { email, password: given } })
const account = async (name: string) => {
  const email = `${name}@example.test`
  expect((await admin.post('/users', { email, password, name, roles: ['reporter'] })).status).toBe(201)
  return email
}

describe('logins', () => {
  it('with wrong passwords are refused for the account and the client, in every spelling, until the window is over', async () => {
    const [email, other] = [await account('doan'), await account('khac')]
    const from = '203.0.113.1'
    expect((await Promise.all([1, 2, 3].map((number) => login(email, `sai-mat-khau-${number}`, from)))).map(({ status }) => status)).toEqual([401, 401, 401])
    const refused = await login(email, password, from)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(6)
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', errors: [{ message: expect.stringContaining('Quá nhiều lần thử') }] })
    expect((await login(` ${email.toUpperCase()}`, password, from, '/api/users/LogIn/')).status).toBe(429)
    expect((await login(other, password, from)).status).toBe(200)
    expect((await login(email, password, '203.0.113.2')).status).toBe(200)

    let status = 429
    for (const begun = performance.now(); status === 429 && performance.now() - begun < 30_000; status = (await login(email, password, from)).status) await new Promise((done) => setTimeout(done, 500))
    expect(status).toBe(200)
  })

  it('that succeed lock nobody out, however many people are behind one address', async () => {
    const email = await account('vanphong')
    for (let again = 0; again < 8; again += 1) expect((await login(email, password, '203.0.113.10')).status).toBe(200)
  })

  it('that guess at many accounts are refused by address', async () => {
    const from = '203.0.113.20'
    expect((await Promise.all(Array.from({ length: 6 }, (_, index) => login(`ai-do-${index}@example.test`, password, from)))).map(({ status }) => status)).toEqual(Array(6).fill(401))
    expect(await (await login(administrator.email, administrator.password, from)).json()).toMatchObject({ limit: 'login-address' })
    expect((await login(administrator.email, administrator.password, '203.0.113.21')).status).toBe(200)
  })

  it('do not tell by answer or time whether there is such an account, not even when it is locked', async () => {
    const email = await account('bi-khoa')
    const answers: { status: number; body: unknown; ms: number }[] = []
    const attempt = async (given: string, from: string) => {
      const begun = performance.now()
      const response = await login(given, 'sai-mat-khau-roi', from)
      answers.push({ status: response.status, body: await response.json(), ms: performance.now() - begun })
    }
    await attempt('khong-co-ai@example.test', '203.0.113.30')
    // The account is locked after five, wherever they come from.
    for (let address = 31; address < 38; address += 1) await attempt(email, `203.0.113.${address}`)
    expect((await login(email, password, '203.0.113.39')).status).toBe(401)
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1)
    expect(Math.min(...answers.map(({ ms }) => ms))).toBeGreaterThan(295)
  })
})

describe('requests for a new password', () => {
  it('are refused beyond the limit, and tell nothing about the account', async () => {
    const email = await account('quen')
    const answers = []
    for (const given of [email, 'khong-co@example.test']) {
      for (const path of ['/api/users/forgot-password', '/api/users/Forgot-Password/', '/api/users/forgot-password']) {
        const begun = performance.now()
        const response = await ask(path, { from: '203.0.113.50', body: { email: given } })
        answers.push({ status: response.status, body: await response.json() as any, isTimed: performance.now() - begun > 295 })
      }
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 200, 429])
    expect(answers.slice(0, 2)).toEqual(answers.slice(3, 5))
    expect(answers[0]?.isTimed).toBe(true)
    expect(answers[2]?.body).toMatchObject({ code: 'RATE_LIMITED', limit: 'reset' })
    expect((await ask('/api/users/forgot-password', { from: '203.0.113.51', body: { email } })).status).toBe(200)
  })
})

describe('without a proxy that is believed', () => {
  it('the address of the connection counts, whatever X-Forwarded-For says, and the log says so', async () => {
    const alone = await startServer({ env: { ...settings, TRUST_PROXY: 'none', GATE_QUEUE: '100' } })
    try {
      for (let number = 1; number <= 4; number += 1) expect((await ask(uncached(number), { at: alone, from: `198.51.100.${number}` })).status).toBe(200)
      expect((await ask(uncached(5), { at: alone, from: '198.51.100.5' })).status).toBe(429)
      // Nor is anyone exempt who says so.
      expect((await ask(uncached(6), { at: alone, from: '10.0.0.1' })).status).toBe(429)
      expect(alone.logs()).toContain('TRUST_PROXY=none believes no proxy')
    } finally {
      await alone.stop()
    }
  })
})
