import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Asked, signInGuard, signInOperation } from '../../../src/server/bridge/sign-in-guard.ts'
import { createRateLimit } from '../../../src/server/rate-limits.ts'

const slugs = new Set(['users'])

describe('the operation of a path', () => {
  it.each(['/api/users/login', '/api/users/login/', '/api/users/LOGIN', '/api/users/%6Cogin', '/api//users/login//'])('%s is a login', (path) => {
    expect(signInOperation({ method: 'POST', path, slugs })).toBe('login')
  })

  it.each(['/api/users/login/1', '/api/articles/login', '/api/users/me', '/api/users/constructor', '/api/users', '/login', '/api/users/%zz'])('%s is none', (path) => {
    expect(signInOperation({ method: 'POST', path, slugs })).toBeUndefined()
  })

  it('is found in any case', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (upper) => {
      const path = [...'/api/users/forgot-password'].map((letter, index) => (upper[index] ? letter.toUpperCase() : letter)).join('')
      expect(signInOperation({ method: 'POST', path, slugs })).toBe('forgot-password')
    }))
  })

  it('is none by another method', () => {
    expect(signInOperation({ method: 'GET', path: '/api/users/login', slugs })).toBeUndefined()
  })
})

const limit = (name: string, points: number) => createRateLimit({ name, points, windowMs: 60_000 })
const guarding = ({ login = 2, address = 4, reset = 1, failureTimeMs = 0 } = {}) =>
  signInGuard({ slugs: ['users'], failureTimeMs, limits: { login: limit('login', login), 'login-address': limit('login-address', address), reset: limit('reset', reset), 'reset-address': limit('reset-address', 10) } })

type Given = { email?: string; address?: string; operation?: string; body?: Buffer; type?: string }
const asked = ({ email = 'a@example.vn', address = '192.0.2.1', operation = 'login', body = Buffer.from(JSON.stringify({ email, password: 'x' })), type = 'application/json' }: Given = {}): Asked =>
  ({ method: 'POST', path: `/api/users/${operation}`, headers: new Headers({ 'content-type': type }), bytes: body, address })
const answer = (status: number) => async () => new Response(null, { status })

describe('the guard', () => {
  it('refuses further guesses for an account from a client, not those for another account or from another client', async () => {
    const guard = guarding()
    for (let wrong = 0; wrong < 2; wrong += 1) expect((await guard(asked(), answer(401))).status).toBe(401)
    let asks = 0
    const refused = await guard(asked(), async () => { asks += 1; return new Response() })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', limit: 'login', errors: [{ message: expect.stringContaining('xin thử lại sau 1 phút') }] })
    expect(asks).toBe(0)
    expect((await guard(asked({ email: 'b@example.vn' }), answer(200))).status).toBe(200)
    expect((await guard(asked({ address: '192.0.2.2' }), answer(200))).status).toBe(200)
  })

  it('is not led astray by the spelling of the account or by forms', async () => {
    const spellings: Given[] = [{ email: 'É@example.vn' }, { email: ' é@EXAMPLE.vn ' }, { email: 'e\u0301@example.vn' }]
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email: 'é@Example.vn', password: 'x' }))
    const multipart = new Response(form)
    const inForm: Given = { type: multipart.headers.get('content-type') ?? '', body: Buffer.from(await multipart.arrayBuffer()) }
    for (const spelling of [...spellings.slice(1), inForm]) {
      const guard = guarding({ login: 1 })
      await guard(asked(spellings[0]), answer(401))
      expect((await guard(asked(spelling), answer(200))).status).toBe(429)
    }
  })

  it('counts what it cannot read as one account', async () => {
    const guard = guarding()
    for (const body of ['{', '[]', 'null', '{"email":1}']) await guard(asked({ body: Buffer.from(body) }), answer(401))
    expect((await guard(asked({ body: Buffer.from('"') }), answer(200))).status).toBe(429)
  })

  it('lets an office log in as often as it likes, and begins anew after a right password', async () => {
    const guard = guarding()
    for (let many = 0; many < 30; many += 1) expect((await guard(asked({ email: `${many % 3}@example.vn` }), answer(200))).status).toBe(200)
    for (let again = 0; again < 3; again += 1) {
      expect((await guard(asked(), answer(401))).status).toBe(401)
      expect((await guard(asked(), answer(200))).status).toBe(200)
    }
  })

  it('counts guesses by address, whatever the account; a refused one costs the others nothing', async () => {
    const guard = guarding()
    for (const email of ['a', 'a', 'a', 'a', 'b', 'c']) await guard(asked({ email }), answer(401))
    expect(await (await guard(asked({ email: 'd' }), answer(200))).json()).toMatchObject({ limit: 'login-address' })
  })

  it('counts guesses that are under way', async () => {
    const guard = guarding()
    let asks = 0
    await Promise.all(Array.from({ length: 20 }, () => guard(asked(), async () => { asks += 1; return new Response(null, { status: 401 }) })))
    expect(asks).toBe(2)
  })

  it('does not count what the server did wrong', async () => {
    const guard = guarding({ login: 1 })
    for (let many = 0; many < 3; many += 1) await guard(asked(), answer(500))
    await expect(guard(asked(), async () => { throw new Error('broken') })).rejects.toThrow('broken')
    expect((await guard(asked(), answer(200))).status).toBe(200)
  })

  it('counts every request for a new password', async () => {
    const guard = guarding()
    expect((await guard(asked({ operation: 'forgot-password' }), answer(200))).status).toBe(200)
    expect((await guard(asked({ operation: 'forgot-password' }), answer(200))).status).toBe(429)
  })

  it('answers failures, and all requests for a new password, after a whole multiple of the time', async () => {
    const guard = guarding({ failureTimeMs: 60 })
    const timed = async (given: Given, status: number, worksMs = 0) => {
      const begun = performance.now()
      await guard(asked(given), async () => {
        await new Promise((done) => setTimeout(done, worksMs))
        return new Response(null, { status })
      })
      return performance.now() - begun
    }
    expect(await timed({ email: 'a' }, 401)).toBeGreaterThan(58)
    expect(await timed({ email: 'b' }, 401, 70)).toBeGreaterThan(118)
    expect(await timed({ operation: 'forgot-password' }, 200)).toBeGreaterThan(58)
    expect(await timed({ email: 'c' }, 200)).toBeLessThan(50)
  })
})
