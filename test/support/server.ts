import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freshDatabaseUrl } from './database.ts'

export const administrator = { email: 'admin@example.test', password: 'mot-mat-khau-chi-dung-de-thu' }

export type TestServer = {
  origin: string
  port: number
  pid: number
  databaseUrl: string
  dataDir: string
  child: ChildProcess
  logs: () => string
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** Moves the server's clock to an instant; null gives it back to the machine's. */
  setClock: (now: string | null) => Promise<void>
  /** SIGTERM, then waits; gives the exit code. Removes the data folder unless `keep`. */
  stop: (options?: { keep?: boolean }) => Promise<number | null>
  /** Sends the signal at once and waits for the end. Keeps the data folder. */
  kill: (signal?: NodeJS.Signals) => Promise<void>
}

type Options = {
  env?: Record<string, string>
  /** Start on this data folder and database again, as after a crash. */
  on?: Pick<TestServer, 'dataDir' | 'databaseUrl'>
  startTimeoutMs?: number
}

const message = <T extends { type: string }>(child: ChildProcess, type: string): Promise<T> =>
  new Promise((done) => {
    const listen = (received: unknown) => {
      if ((received as { type?: string })?.type !== type) return
      child.off('message', listen)
      done(received as T)
    }
    child.on('message', listen)
  })

/** Starts the built server in a process of its own on a fresh database, as an operator would, and waits until it answers. */
export const startServer = async ({ env = {}, on, startTimeoutMs = 60_000 }: Options = {}): Promise<TestServer> => {
  const dataDir = on?.dataDir ?? mkdtempSync(join(tmpdir(), 'ocop-press-test-'))
  const databaseUrl = on?.databaseUrl ?? env.DATABASE_URL ?? freshDatabaseUrl({ dataDir })
  const child = spawn(process.execPath, ['-C', 'production', '--enable-source-maps', resolve('dist/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'UTC',
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      ROLE: 'all',
      PORT: '0',
      HOST: '127.0.0.1',
      SEED: 'none',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough-0123456789',
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: 'info',
      // Tests ask from one address, fast, on a machine that is busy.
      GATE_WAIT: '30s',
      GATE_LATE: '0s',
      RATE_LIMIT_READS: '0',
      RATE_LIMIT_LOGIN: '0',
      RATE_LIMIT_LOGIN_ADDRESS: '0',
      RATE_LIMIT_RESET: '0',
      RATE_LIMIT_RESET_ADDRESS: '0',
      LOGIN_FAILURE_TIME: '0s',
      ...env,
    },
  })
  let output = ''
  child.stdout?.on('data', (chunk) => { output += chunk })
  child.stderr?.on('data', (chunk) => { output += chunk })

  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs)
  const ready = await Promise.race([
    message<{ type: 'ready'; port: number }>(child, 'ready'),
    once(child, 'exit').then(([code, signal]) => {
      throw new Error(`The server ended before it was ready (code ${code}, signal ${signal}):\n${output.slice(-6000)}`)
    }),
  ]).finally(() => clearTimeout(timer))

  const origin = `http://127.0.0.1:${ready.port}`
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }
  return {
    origin,
    port: ready.port,
    pid: child.pid as number,
    databaseUrl,
    dataDir,
    child,
    logs: () => output,
    fetch: (path, init) => fetch(new URL(path, origin), { redirect: 'manual', ...init }),
    setClock: async (now) => {
      const answered = message(child, 'clock-set')
      child.send({ type: 'clock', now })
      await answered
    },
    stop: async ({ keep = false } = {}) => {
      child.kill('SIGTERM')
      const code = await ended()
      if (!keep) rmSync(dataDir, { recursive: true, force: true })
      return code
    },
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended()
    },
  }
}
