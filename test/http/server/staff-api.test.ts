import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { staff } from '../../support/staff.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.stop()
})

const login = (body: unknown = administrator, headers: Record<string, string> = {}) =>
  server.fetch('/api/users/login', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

describe('/api through the bridge', () => {
  it('logs in with a cookie that works on http, is closed to scripts, and is private', async () => {
    const response = await login()
    expect(response.status).toBe(200)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^payload-token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i)
    expect(cookie).not.toMatch(/Secure/i)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const me = await server.fetch('/api/users/me', { headers: { cookie: cookie.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' } })
    expect(((await me.json()) as any).user.email).toBe(administrator.email)
    const foreign = await server.fetch('/api/users/me', { headers: { cookie: cookie.split(';')[0] ?? '', origin: 'https://evil.example' } })
    expect(((await foreign.json()) as any).user).toBeNull()
  })

  it('answers HEAD as GET without a body', async () => {
    const [get, head] = [await server.fetch('/api/users/me'), await server.fetch('/api/users/me', { method: 'HEAD' })]
    expect(head.status).toBe(get.status)
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    expect(await head.text()).toBe('')
  })

  it.each(['/api/constructor', '/api/toString', '/api/__proto__', '/api/valueOf/1', '/api/graphql', '/api/graphql-playground', '/api/payload-kv', '/api/payload-jobs/run', '/api/users/first-register', '/api/published', '/api/globals/constructor', '/api/nothing'])('%s is 404 as a problem', async (path) => {
    for (const method of ['GET', 'POST']) {
      const response = await server.fetch(path, { method })
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ type: '/problems/NOT_FOUND', code: 'NOT_FOUND' })
    }
  })

  it('refuses a JSON body beyond 1 MB with 413 and takes one below it', async () => {
    const large = await login({ ...administrator, padding: 'x'.repeat(1_100_000) })
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ code: 'LIMIT', limit: 1_048_576 })
    expect((await login({ ...administrator, padding: 'x'.repeat(900_000) })).status).toBe(200)
  })

  it('passes on what Payload says about a body that is no JSON', async () => {
    const response = await server.fetch('/api/users/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })
    expect(response.status).toBe(400)
  })

  it('takes a long query as a form, as the admin sends it', async () => {
    const { token } = await staff(server).as('administrator')
    const response = await server.fetch('/api/users', {
      method: 'POST',
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/x-www-form-urlencoded', 'x-payload-http-method-override': 'GET' },
      body: new URLSearchParams({ 'where[email][equals]': administrator.email, limit: '1' }).toString(),
    })
    expect(response.status).toBe(200)
    expect(((await response.json()) as any).docs).toHaveLength(1)
  })

  it('lets nobody in without an account', async () => {
    for (const path of ['/api/users', '/api/articles', '/api/media']) expect((await server.fetch(path)).status).toBe(403)
  })

  it('writes no secret into the log', async () => {
    const response = await login()
    const { token } = (await response.json()) as any
    await login({ email: administrator.email, password: 'wrong-password-0123' })
    await server.fetch('/api/users/me', { headers: { authorization: `JWT ${token}` } })
    const logs = server.logs()
    expect(logs).toContain('/api/users/login')
    expect(logs).not.toContain(token)
    expect(logs).not.toContain(administrator.password)
    expect(logs).not.toContain('wrong-password-0123')
  })
})
