import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { pino } from 'pino'
import { stopper } from '../../../src/server/stop.ts'

const log = pino({ level: 'silent' })
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A process that can be stopped, apart from the process. */
const stoppable = async ({ listener = (_req, res) => void res.end('good'), ...options }: { listener?: RequestListener } & Partial<Parameters<typeof stopper>[0]> = {}) => {
  const server = createServer(listener)
  const readiness = { stopping: false }
  const codes: number[] = []
  const closed: string[] = []
  const closers = [async () => void closed.push('worker'), async () => void closed.push('database')]
  const stop = stopper({ server, readiness, closers, delayMs: 0, limitMs: 5000, log, exit: (code) => void codes.push(code), ...options })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { server, port, readiness, codes, closed, stop }
}

describe('stopping', () => {
  it('closes in order and ends with the code it is given', async () => {
    const { stop, readiness, codes, closed } = await stoppable()
    await stop({ reason: 'test', code: 3 })
    expect(readiness.stopping).toBe(true)
    expect(closed).toEqual(['worker', 'database'])
    expect(codes).toEqual([3])
  })

  it('does not wait for connections that are merely kept open, used or not', async () => {
    const { stop, port, codes } = await stoppable()
    const unused = connect(port, '127.0.0.1')
    unused.resume()
    await once(unused, 'connect')
    const used = connect(port, '127.0.0.1')
    used.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(used, 'data')
    const begun = performance.now()
    await stop({ reason: 'test' })
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(codes).toEqual([0])
  })

  it('waits for the request that is open, and closes nothing before it is answered', async () => {
    let finish: () => void = () => undefined
    const { stop, port, closed, codes } = await stoppable({ listener: (_req, res) => { finish = () => void res.end('late') } })
    const client = connect(port, '127.0.0.1')
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await pause(50)
    const stopped = stop({ reason: 'test' })
    await pause(200)
    expect(closed).toEqual([])
    finish()
    const [answer] = await once(client, 'data')
    await stopped
    expect(String(answer)).toContain('late')
    expect(codes).toEqual([0])
  })

  it('has a limit: a request that never ends costs exit code 1', async () => {
    const { stop, port, codes, server } = await stoppable({ listener: () => undefined, limitMs: 200 })
    const client = connect(port, '127.0.0.1')
    client.on('error', () => undefined)
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await pause(50)
    void stop({ reason: 'test' })
    await pause(400)
    expect(codes).toEqual([1])
    server.closeAllConnections()
  })

  it('is at once on a second signal, but the same key press twice is one', async () => {
    const { stop, codes, port, server } = await stoppable({ listener: () => undefined })
    const client = connect(port, '127.0.0.1')
    client.on('error', () => undefined)
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await pause(50)
    void stop({ reason: 'SIGINT' })
    await stop({ reason: 'SIGINT' })
    expect(codes).toEqual([])
    await pause(600)
    await stop({ reason: 'SIGINT' })
    expect(codes).toEqual([1])
    server.closeAllConnections()
  })

  it('that fails on the way ends with 1', async () => {
    const { stop, codes } = await stoppable({ closers: [async () => { throw new Error('the database does not close') }] })
    await stop({ reason: 'test' })
    expect(codes).toEqual([1])
  })
})
