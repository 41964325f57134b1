import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ATTEMPTS, delays, nextStep, pauseAfter } from '../../../src/webhooks/next-step.ts'
import { createPace } from '../../../src/webhooks/pace.ts'
import { ForbiddenTargetError, post, publicLookup } from '../../../src/webhooks/post.ts'
import { makeSecret, OLD_SECRET_MS, rotated, seal, standing, unseal, UnreadableSecretError } from '../../../src/webhooks/secrets.ts'
import { isPublicAddress, targetProblem } from '../../../src/webhooks/target.ts'

const none = { status: null, retryAfterMs: null }

describe('the schedule', () => {
  it('is ten attempts in about 75.6 hours', () => {
    expect(ATTEMPTS).toBe(10)
    expect(delays.reduce((sum, ms) => sum + ms, 0) / 3_600_000).toBeCloseTo(75.58, 1)
  })

  it('takes 2xx alone for success, 410 for the end, and everything else for another attempt until there have been ten', () => {
    fc.assert(fc.property(fc.option(fc.integer({ min: 100, max: 599 }), { nil: null }), fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (status, tries, drawn) => {
      const step = nextStep({ reply: { status, retryAfterMs: null }, tries, random: () => drawn })
      if (status !== null && status >= 200 && status < 300) return expect(step.state).toBe('delivered')
      if (status === 410) return expect(step.state).toBe('gone')
      if (tries >= ATTEMPTS) return expect(step.state).toBe('failed')
      const delay = delays[tries - 1] as number
      if (step.state !== 'waiting') throw new Error(step.state)
      expect(step.afterMs).toBeGreaterThanOrEqual(Math.floor(delay * 0.9))
      expect(step.afterMs).toBeLessThanOrEqual(Math.ceil(delay * 1.1))
    }))
  })

  it('waits as long as the receiver asks, at most a day, never shorter than planned', () => {
    const after = (retryAfterMs: number, tries = 1) => nextStep({ reply: { status: 503, retryAfterMs }, tries, random: () => 0.5 })
    expect(after(60_000)).toEqual({ state: 'waiting', afterMs: 60_000 })
    expect(after(1)).toEqual({ state: 'waiting', afterMs: 5_000 })
    expect(after(9e9)).toEqual({ state: 'waiting', afterMs: 86_400_000 })
  })

  it('leaves a receiver alone that is overloaded, that asks for it, or that fails again and again', () => {
    for (const status of [429, 502, 504]) expect(pauseAfter({ reply: { status, retryAfterMs: null }, failures: 1 })).toBe(2_000)
    expect(pauseAfter({ reply: { status: 500, retryAfterMs: null }, failures: 2 })).toBe(0)
    expect(pauseAfter({ reply: { status: 503, retryAfterMs: 90_000 }, failures: 1 })).toBe(90_000)
    expect(pauseAfter({ reply: none, failures: 3 })).toBe(8_000)
    expect(pauseAfter({ reply: none, failures: 99 })).toBe(300_000)
    const pace = createPace()
    pace.note({ endpoint: 'a', now: 1_000, reply: { status: 429, retryAfterMs: null }, succeeded: false })
    expect([pace.pauseMs({ endpoint: 'a', now: 1_500 }), pace.pauseMs({ endpoint: 'b', now: 1_500 })]).toEqual([1_500, 0])
    pace.note({ endpoint: 'a', now: 3_000, reply: { status: 200, retryAfterMs: null }, succeeded: true })
    expect(pace.pauseMs({ endpoint: 'a', now: 3_000 })).toBe(0)
  })
})

describe('where messages are sent', () => {
  it.each([
    ['https://doi-tac.vn/hook', null], ['https://doi-tac.vn:8443/hook?a=1', null], ['https://93.184.216.34/', null],
    ['http://doi-tac.vn/hook', 'NOT_HTTPS'], ['ftp://doi-tac.vn', 'MALFORMED'], ['hook', 'MALFORMED'], ['https://a:b@doi-tac.vn', 'CREDENTIALS'], ['https://doi-tac.vn:22/', 'PORT'],
    ['https://127.0.0.1/', 'PRIVATE'], ['https://2130706433/', 'PRIVATE'], ['https://0x7f.1/', 'PRIVATE'], ['https://10.0.0.8/', 'PRIVATE'], ['https://169.254.169.254/latest', 'PRIVATE'], ['https://100.64.0.1/', 'PRIVATE'],
    ['https://[::1]/', 'PRIVATE'], ['https://[::ffff:10.0.0.1]/', 'PRIVATE'], ['https://[fd00::1]/', 'PRIVATE'], ['https://[fe80::1]/', 'PRIVATE'], ['https://[64:ff9b::a00:1]/', 'PRIVATE'],
    ['https://localhost/', 'PRIVATE'], ['https://a.localhost/', 'PRIVATE'], ['https://metadata.google.internal/', 'PRIVATE'], ['https://may-in/', 'PRIVATE'],
  ])('%s: %s', (text, expected) => {
    expect(targetProblem({ text, allow: [] })).toBe(expected)
  })

  it('takes what WEBHOOK_ALLOW names with this very port, and nothing beside it', () => {
    const allow = ['127.0.0.1:8080']
    expect(targetProblem({ text: 'http://127.0.0.1:8080/x', allow })).toBeNull()
    expect(targetProblem({ text: 'http://127.0.0.1:8081/x', allow })).toBe('NOT_HTTPS')
    expect(targetProblem({ text: 'https://127.0.0.1/x', allow })).toBe('PRIVATE')
  })

  it('never takes an address of a private range for public, plain or inside IPv6', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const inPrivate = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet), fc.tuple(fc.constant(127), octet, octet, octet), fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet), fc.tuple(fc.constant(169), fc.constant(254), octet, octet), fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
    )
    fc.assert(fc.property(inPrivate, (parts) => {
      const address = parts.join('.')
      for (const one of [address, `::ffff:${address}`]) expect(isPublicAddress(one)).toBe(false)
    }))
    expect(isPublicAddress('93.184.216.34') && isPublicAddress('2606:2800:220:1::1')).toBe(true)
    expect(isPublicAddress('không phải địa chỉ')).toBe(false)
  })
})

describe('a message on its way', () => {
  let server: Server
  let port: number
  let calls = 0
  beforeAll(async () => {
    server = createServer((req, res) => {
      calls += 1
      if (req.url === '/redirect') res.writeHead(302, { location: '/ok' }).end()
      else if (req.url === '/slow') return
      else if (req.url === '/long') res.writeHead(200).end('x'.repeat(1_000_000))
      else res.writeHead(500, { 'retry-after': '7' }).end('tạm\u0000nghỉ')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const send = (path: string, more: Partial<Parameters<typeof post>[0]> = {}) =>
    post({ address: `http://127.0.0.1:${port}${path}`, headers: {}, body: '{}', allow: [`127.0.0.1:${port}`], signal: new AbortController().signal, ...more })

  it('gives status, Retry-After and the beginning of the body, and follows no redirection', async () => {
    expect(await send('/')).toEqual({ status: 500, retryAfter: '7', excerpt: 'tạm nghỉ' })
    expect((await send('/long')).excerpt).toBe('x'.repeat(1000))
    const before = calls
    expect((await send('/redirect')).status).toBe(302)
    expect(calls).toBe(before + 1)
  })

  it('ends when the time is over', async () => {
    await expect(send('/slow', { answerMs: 200 })).rejects.toThrow('No answer within 0.2 s')
  })

  it('is not sent to a private address', async () => {
    const before = calls
    await expect(send('/', { allow: [] })).rejects.toThrow(ForbiddenTargetError)
    expect(calls).toBe(before)
  })

  it.each([true, false])('goes to the very addresses that were looked at, and to none when one of them is private (all: %s)', async (all) => {
    const look = (name: string) => new Promise<unknown>((done, fail) => publicLookup(name, { all }, (error, found) => (error ? fail(error) : done(found))))
    await expect(look('localhost')).rejects.toThrow(ForbiddenTargetError)
    await expect(look('10.1.2.3')).rejects.toThrow(ForbiddenTargetError)
    expect(await look('93.184.216.34')).toEqual(all ? [{ address: '93.184.216.34', family: 4 }] : '93.184.216.34')
  })
})

describe('secrets', () => {
  const installation = 'mot-bi-mat-cua-may-chu-0123456789-abcdef'
  it('are 32 random bytes, and can be read under the secret of the installation alone', () => {
    const secret = makeSecret()
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
    const sealed = seal({ secret, installation })
    expect(sealed).not.toContain(secret.slice(6))
    expect(seal({ secret, installation })).not.toBe(sealed)
    expect(unseal({ sealed, installation })).toBe(secret)
    expect(() => unseal({ sealed, installation: `${installation}x` })).toThrow(UnreadableSecretError)
    expect(() => unseal({ sealed: `A${sealed.slice(1)}B`, installation })).toThrow(UnreadableSecretError)
  })

  it('go on for a day beside their successor', () => {
    const first = rotated({ secrets: [], sealed: 'a', now: 0 })
    const second = rotated({ secrets: first, sealed: 'b', now: 1_000 })
    const at = (now: number) => standing({ secrets: second, now }).map(({ sealed }) => sealed)
    expect([at(1_000), at(1_000 + OLD_SECRET_MS - 1), at(1_000 + OLD_SECRET_MS)]).toEqual([['b', 'a'], ['b', 'a'], ['b']])
    expect(rotated({ secrets: second, sealed: 'c', now: 2_000 }).map(({ until }) => until && Date.parse(until))).toEqual([null, 2_000 + OLD_SECRET_MS, 1_000 + OLD_SECRET_MS])
  })
})
