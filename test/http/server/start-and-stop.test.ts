import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onlyOn } from '../../support/database.ts'
import { administrator, startServer, type TestServer } from '../../support/server.ts'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

const until = async (condition: () => boolean, ms = 5000): Promise<void> => {
  for (const end = Date.now() + ms; !condition(); await pause(20)) if (Date.now() > end) throw new Error('It did not happen in time')
}

/** A login of which all but the last byte has been sent. */
const halfLogin = async (server: TestServer) => {
  const body = JSON.stringify({ email: administrator.email, password: administrator.password })
  const socket: Socket = connect(server.port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => { received += chunk })
  socket.on('error', () => undefined)
  socket.write(`POST /api/users/login HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, -1)}`)
  await pause(200)
  return { socket, received: () => received, finish: () => socket.write(body.slice(-1)) }
}

/** Starts the program with settings that it may refuse; gives how it ended and what it said. */
const attempt = async (env: Record<string, string>) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-test-'))
  const child = spawn(process.execPath, ['-C', 'production', '--enable-source-maps', resolve('dist/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_OPTIONS: '', NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', ...env },
  })
  let said = ''
  child.stdout.on('data', (chunk) => { said += chunk })
  child.stderr.on('data', (chunk) => { said += chunk })
  const [code] = await once(child, 'exit')
  return { code, said }
}

describe('start', () => {
  it('says in words which settings are wrong, and ends with 1', async () => {
    const { code, said } = await attempt({ PAYLOAD_SECRET: 'secret', ROLE: 'api' })
    expect(code).toBe(1)
    expect(said).toContain('PAYLOAD_SECRET can be guessed')
    expect(said).toContain('ROLE must be all with SQLite')
    expect(said).not.toMatch(/\n\s+at /)
  })

  it('says in one sentence that the port is taken, before it touches the database, and ends with 1', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, said } = await attempt({ PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(said.trim()).toBe(`Port ${port} is taken by another program: stop that one, or choose another port with PORT.`)
  })
})

describe('stop', () => {
  it('after it said where it listens: not ready, the open request is answered, no new one is taken, exit 0, no process left', async () => {
    const server = await startServer({ env: { SHUTDOWN_DELAY: '600ms' } })
    await until(() => server.logs().includes('"msg":"ready"'))
    const ready = server.logs().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)).find(({ msg }) => msg === 'ready')
    expect(ready).toMatchObject({ port: server.port, role: 'all' })
    expect(ready.addresses).toContain('http://localhost:3000/admin')

    const login = await halfLogin(server)
    server.child.kill('SIGTERM')
    await until(() => server.logs().includes('"msg":"stopping"'))
    expect((await server.fetch('/readyz')).status).toBe(503)
    expect((await server.fetch('/livez')).status).toBe(200)
    await pause(800)
    await expect(server.fetch('/livez')).rejects.toThrow('fetch failed')
    expect(isAlive(server.pid)).toBe(true)
    login.finish()
    await once(login.socket, 'close')
    expect(login.received()).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(login.received().toLowerCase()).toContain('connection: close')
    // Waited for, not asked for again: a second signal ends it at once.
    if (server.child.exitCode === null) await once(server.child, 'exit')
    expect(server.child.exitCode).toBe(0)
    expect(server.logs()).toContain('"msg":"stopped"')
    expect(isAlive(server.pid)).toBe(false)
    await server.stop()
  })

  it('on Ctrl-C, which arrives twice through npm, is in order too', async () => {
    const server = await startServer()
    server.child.kill('SIGINT')
    server.child.kill('SIGINT')
    const [code] = await once(server.child, 'exit')
    expect(code).toBe(0)
    expect(await server.stop()).toBe(0)
  })
})

onlyOn('sqlite')('a server whose test has gone', () => {
  it('stops by itself', async () => {
    const server = await startServer()
    server.child.disconnect()
    const [code] = await once(server.child, 'exit')
    expect(code).toBe(0)
    await server.stop()
  })
})
