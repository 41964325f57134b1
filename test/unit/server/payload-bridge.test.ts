import { afterEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { noteWriteConflict } from '../../../src/db/write-conflict.ts'
import { type BridgeOptions, payloadBridge } from '../../../src/server/bridge/payload-bridge.ts'
import { errorHandler } from '../../../src/server/middleware/error-handler.ts'

const log = pino({ level: 'silent' })
const config = {
  collections: [
    { slug: 'articles', endpoints: [] },
    { slug: 'users', auth: {}, endpoints: [] },
    { slug: 'published', endpoints: false },
    { slug: 'payload-kv', endpoints: [] },
    { slug: 'payload-preferences', endpoints: [] },
  ],
  globals: [{ slug: 'site-settings', endpoints: [] }],
  endpoints: [{ path: '/access', method: 'get' }],
} as unknown as BridgeOptions['config']

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server whose Payload is a function of the test. */
const bridged = async (handle: BridgeOptions['handle'], options: Partial<BridgeOptions> = {}) => {
  const seen: Request[] = []
  let replays = 0
  const app = express()
  app.use(/^\/api(?=\/|$)/, payloadBridge({
    config,
    handle: (request) => {
      seen.push(request)
      return handle(request)
    },
    onReplay: () => { replays += 1 },
    jsonLimit: 1000,
    multipartLimit: 100_000,
    timeoutMs: 2000,
    log,
    ...options,
  }))
  app.use(errorHandler({ log }))
  const server = createServer(app).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, seen, replays: () => replays, fetch: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) }
}

const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return (await response.json()) as Record<string, unknown>
}

const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('paths', () => {
  it.each(['/api/constructor', '/api/toString', '/api/__proto__', '/api/hasOwnProperty/x', '/api', '/api/', '/api/nothing', '/api/graphql', '/api/published', '/api/payload-kv', '/api/payload-jobs/run', '/api/globals', '/api/globals/constructor', '/api/users/first-register', '/api/users/First-Register', '/api/%61rticles'])(
    '%s is 404 before Payload is asked',
    async (path) => {
      const { fetch, seen } = await bridged(async () => Response.json({}))
      const response = await fetch(path)
      expect(response.status).toBe(404)
      expect(await problem(response)).toMatchObject({ type: '/problems/NOT_FOUND', code: 'NOT_FOUND', status: 404 })
      expect(seen).toHaveLength(0)
    },
  )

  it.each(['/api/articles', '/api/articles/1?depth=0', '/api/users/login', '/api/access', '/api/globals/site-settings', '/api/payload-preferences/x'])('%s reaches Payload as it is', async (path) => {
    const { fetch, seen, port } = await bridged(async () => Response.json({ good: true }))
    expect(await (await fetch(path)).json()).toEqual({ good: true })
    expect(seen[0]?.url).toBe(`http://127.0.0.1:${port}${path}`)
  })

  it('refuses methods that Payload does not know', async () => {
    const { fetch, seen } = await bridged(async () => Response.json({}))
    const response = await fetch('/api/articles', { method: 'PROPFIND' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toContain('PATCH')
    expect((await problem(response)).code).toBe('BAD_REQUEST')
    expect(seen).toHaveLength(0)
  })
})

describe('answers', () => {
  it('come with status, headers, body, several cookies, and are private', async () => {
    const headers = new Headers({ 'x-own': 'yes' })
    headers.append('set-cookie', 'a=1; Path=/')
    headers.append('set-cookie', 'b=2; Path=/')
    const { fetch } = await bridged(async () => Response.json({ made: 1 }, { status: 201, headers }))
    const response = await fetch('/api/articles', json({}))
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(response.headers.get('x-own')).toBe('yes')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.json()).toEqual({ made: 1 })
  })

  it('to HEAD are those to GET without a body', async () => {
    const { fetch, seen } = await bridged(async () => Response.json({ long: 'x'.repeat(100) }, { headers: { 'x-own': 'yes' } }))
    const response = await fetch('/api/articles', { method: 'HEAD' })
    expect(seen[0]?.method).toBe('GET')
    expect(response.headers.get('x-own')).toBe('yes')
    expect(await response.text()).toBe('')
  })

  it('are streamed with back-pressure: a client that does not read stops the source', async () => {
    let pulled = 0
    const chunk = new Uint8Array(64 * 1024)
    const { port } = await bridged(async () => new Response(new ReadableStream({ pull: (controller) => { pulled += 1; controller.enqueue(chunk) } })))
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /api/articles HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'readable')
    await new Promise((done) => setTimeout(done, 300))
    const reached = pulled
    await new Promise((done) => setTimeout(done, 200))
    expect(pulled).toBe(reached)
    expect(pulled).toBeLessThan(1000)
    socket.destroy()
  })

  it('that fail are a 500 that says nothing of the inside', async () => {
    const { fetch } = await bridged(async () => { throw new TypeError('geheim') })
    const response = await fetch('/api/articles')
    expect(response.status).toBe(500)
    expect(JSON.stringify(await problem(response))).not.toContain('geheim')
  })

  it('that do not come in time are 503', async () => {
    const { fetch } = await bridged(() => new Promise(() => undefined), { timeoutMs: 100 })
    const response = await fetch('/api/articles')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect((await problem(response)).code).toBe('UNAVAILABLE')
  })
})

describe('bodies', () => {
  const echo = async (request: Request) => Response.json({ text: await request.text() })

  it('arrive whole', async () => {
    const { fetch } = await bridged(echo)
    expect(await (await fetch('/api/articles', json({ title: 'Miến dong Bắc Kạn' }))).json()).toEqual({ text: '{"title":"Miến dong Bắc Kạn"}' })
  })

  it('beyond the limit are 413 before Payload is asked, by what they declare', async () => {
    const { fetch, seen } = await bridged(echo)
    const response = await fetch('/api/articles', json({ title: 'x'.repeat(2000) }))
    expect(response.status).toBe(413)
    expect(await problem(response)).toMatchObject({ code: 'LIMIT', limit: 1000, status: 413 })
    expect(seen).toHaveLength(0)
  })

  const chunked = (port: number, contentType: string, chunks: Buffer[]): Promise<IncomingMessage> =>
    new Promise((done, fail) => {
      const request = httpRequest({ port, host: '127.0.0.1', path: '/api/articles', method: 'POST', headers: { 'content-type': contentType, 'transfer-encoding': 'chunked' } })
      request.once('response', (response) => {
        response.resume()
        done(response)
      })
      request.on('error', fail)
      for (const chunk of chunks) request.write(chunk)
      request.end()
    })

  it('without a declared length are counted', async () => {
    const { port, seen } = await bridged(echo)
    expect((await chunked(port, 'application/json', [Buffer.alloc(600), Buffer.alloc(600)])).statusCode).toBe(413)
    expect(seen).toHaveLength(0)
    expect((await chunked(port, 'application/json', [Buffer.alloc(400), Buffer.alloc(400)])).statusCode).toBe(200)
  })

  it('of a length that Transfer-Encoding overrides are refused or counted, never believed', async () => {
    const { port, seen } = await bridged(echo)
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST /api/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n${'x'.repeat(2000)}\r\n0\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 4(00|13) /)
    expect(seen).toHaveLength(0)
    socket.destroy()
  })

  it('with a file are streamed, up to their own limit', async () => {
    const lengthOf = async (request: Request) => Response.json({ length: (await request.arrayBuffer()).byteLength })
    const { port, fetch } = await bridged(lengthOf)
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(50_000)]), 'a.png')
    const { length } = (await (await fetch('/api/articles', { method: 'POST', body: form })).json()) as { length: number }
    expect(length).toBeGreaterThan(50_000)
    const tooLong = Array.from({ length: 11 }, () => Buffer.alloc(10_000))
    expect((await chunked(port, 'multipart/form-data; boundary=x', tooLong)).statusCode).toBe(413)
  })

  it('begin to arrive before they have ended', async () => {
    let begun: () => void = () => undefined
    const first = new Promise<void>((done) => { begun = done })
    const { port } = await bridged(async (request) => {
      const reader = request.body?.getReader()
      await reader?.read()
      begun()
      while (!(await reader?.read())?.done);
      return Response.json({})
    })
    const request = httpRequest({ port, host: '127.0.0.1', path: '/api/articles', method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' } })
    request.write(Buffer.alloc(5000))
    await first
    request.end()
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(200)
    response.resume()
  })
})

describe('a client that leaves', () => {
  it('aborts the request, and the server goes on', async () => {
    let aborted: () => void = () => undefined
    const whenAborted = new Promise<void>((done) => { aborted = done })
    const { fetch, port } = await bridged((request) => new Promise((done) => {
      if (request.url.endsWith('/slow')) request.signal.addEventListener('abort', () => { aborted(); done(Response.json({})) })
      else done(Response.json({ good: true }))
    }))
    const request = httpRequest({ port, host: '127.0.0.1', path: '/api/articles/slow' })
    request.on('error', () => undefined)
    request.end()
    await new Promise((done) => setTimeout(done, 100))
    request.destroy()
    await whenAborted
    expect((await fetch('/api/articles')).status).toBe(200)
  })

  it('in the middle of an upload ends the stream with an error', async () => {
    let failed: (error: unknown) => void = () => undefined
    const failure = new Promise((done) => { failed = done })
    const { port } = await bridged(async (request) => {
      await request.arrayBuffer().catch(failed)
      return Response.json({})
    })
    const request = httpRequest({ port, host: '127.0.0.1', path: '/api/articles', method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' } })
    request.on('error', () => undefined)
    request.write(Buffer.alloc(5000))
    await new Promise((done) => setTimeout(done, 100))
    request.destroy()
    expect(((await failure) as Error).name).toMatch(/Error/)
  })
})

describe('a POST that means GET', () => {
  it('becomes a GET with the form as its query', async () => {
    const { fetch, seen } = await bridged(async () => Response.json({}))
    await fetch('/api/articles?depth=0', { method: 'POST', headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }, body: 'where[title][equals]=x&limit=5' })
    expect(seen[0]?.method).toBe('GET')
    expect(new URL(seen[0]?.url ?? '').searchParams.get('depth')).toBe('0')
    expect(new URL(seen[0]?.url ?? '').searchParams.get('limit')).toBe('5')
    expect(seen[0]?.headers.has('x-payload-http-method-override')).toBe(false)
    expect(seen[0]?.headers.has('content-type')).toBe(false)
  })

  it.each([
    ['DELETE', 'application/x-www-form-urlencoded'],
    ['GET', 'application/json'],
  ])('as %s with %s is refused', async (method, contentType) => {
    const { fetch, seen } = await bridged(async () => Response.json({}))
    const response = await fetch('/api/articles', { method: 'POST', headers: { 'x-http-method-override': method, 'content-type': contentType }, body: '{}' })
    expect(response.status).toBe(400)
    expect((await problem(response)).code).toBe('BAD_REQUEST')
    expect(seen).toHaveLength(0)
  })

  it('is not made of a GET: the header is dropped', async () => {
    const { fetch, seen } = await bridged(async () => Response.json({}))
    await fetch('/api/articles', { headers: { 'x-http-method-override': 'DELETE' } })
    expect(seen[0]?.method).toBe('GET')
    expect(seen[0]?.headers.has('x-http-method-override')).toBe(false)
  })
})

describe('a write conflict with another process', () => {
  /** Fails as Payload does on a conflict, `times` times. */
  const conflicting = (times: number) => {
    let left = times
    return async (request: Request) => {
      const text = await request.text()
      if (left === 0) return Response.json({ text })
      left -= 1
      noteWriteConflict({ code: 112 })
      return Response.json({ errors: [{ message: 'Something went wrong.' }] }, { status: 500 })
    }
  }

  it('is overcome by sending the save again', async () => {
    const { fetch, replays } = await bridged(conflicting(3))
    const response = await fetch('/api/articles/1', { ...json({ title: 'x' }), method: 'PATCH' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ text: '{"title":"x"}' })
    expect(replays()).toBe(3)
  })

  it('that lasts is answered 409', async () => {
    const { fetch, seen } = await bridged(conflicting(Infinity), { timeoutMs: 30_000 })
    const response = await fetch('/api/articles/1', { ...json({}), method: 'PATCH' })
    expect(response.status).toBe(409)
    expect((await problem(response)).code).toBe('CONFLICT')
    expect(seen).toHaveLength(12)
  })

  it('of a form without a file is overcome, of an upload it is answered 409 at once', async () => {
    const form = new FormData()
    form.set('_payload', '{}')
    const first = await bridged(conflicting(1))
    expect((await first.fetch('/api/articles', { method: 'POST', body: form })).status).toBe(200)
    form.set('file', new Blob(['x']), 'a.png')
    const second = await bridged(conflicting(1))
    expect((await second.fetch('/api/articles', { method: 'POST', body: form })).status).toBe(409)
    expect(second.seen).toHaveLength(1)
  })

  it('is not seen in a failure of another kind', async () => {
    const { fetch, seen } = await bridged(async () => Response.json({}, { status: 500 }))
    expect((await fetch('/api/articles', json({}))).status).toBe(500)
    expect(seen).toHaveLength(1)
  })
})
