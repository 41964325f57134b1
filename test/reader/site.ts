import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type TestServer } from '../support/server.ts'

/** What passed from the reader, or a browser, to the platform. */
export interface Asked { method: string; url: string; headers: IncomingHttpHeaders; cacheControl?: string | undefined }

export interface Site {
  platform: TestServer
  /** The reader's own address. */
  origin: string
  asked: Asked[]
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  logs: () => string
  stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Stands between the reader and the platform, and writes down what is asked. */
const startWitness = async ({ port, asked }: { port: number; asked: Asked[] }): Promise<{ server: Server; origin: string }> => {
  const server = createServer((req, res) => {
    const entry: Asked = { method: req.method ?? '', url: req.url ?? '', headers: { ...req.headers } }
    asked.push(entry)
    const onward = request({ host: '127.0.0.1', port, method: req.method, path: req.url, headers: { ...req.headers, host: `127.0.0.1:${port}` } }, (answer) => {
      entry.cacheControl = answer.headers['cache-control']
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.on('error', () => res.destroy())
    req.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Starts the reader as its README says, and waits until it listens. */
export const startReader = async (env: Record<string, string>): Promise<{ child: ChildProcess; logs: () => string }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/reader/src/main.ts'], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_OPTIONS: '', NODE_ENV: 'production', TZ: 'America/New_York', ...env } })
  let output = ''
  await new Promise<void>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('Reader: http')) ready()
      })
    }
    child.once('exit', (code) => failed(new Error(`The reader ended with ${code}:\n${output}`)))
  })
  return { child, logs: () => output }
}

export const stopReader = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** The platform with the example newspaper, the reader beside it, and a witness of what they say to each other. */
export const startSite = async (): Promise<Site> => {
  const [port, readerPort] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${readerPort}`
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-reader-'))
  // Not the template of other tests: that one counts as filled.
  const on = { dataDir, databaseUrl: `file:${join(dataDir, 'demo.db')}` }
  const platform = await startServer({ on, env: { PORT: String(port), PUBLIC_ORIGIN: `http://127.0.0.1:${port}`, SITE_URL: origin, SEED: 'demo' }, startTimeoutMs: 240_000 })
  const asked: Asked[] = []
  const witness = await startWitness({ port, asked })
  const reader = await startReader({ PORT: String(readerPort), API_URL: witness.origin })
  return {
    platform, origin, asked, logs: reader.logs,
    fetch: (path, init) => fetch(new URL(path, origin), { redirect: 'manual', ...init }),
    stop: async () => {
      await stopReader(reader.child)
      witness.server.closeAllConnections()
      witness.server.close()
      await platform.stop()
    },
  }
}
