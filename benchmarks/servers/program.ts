import { openSync, closeSync } from 'node:fs'
import { type Child, freePort, startChild, untilReady } from './child.ts'

export const administrator = { email: 'admin@example.test', password: 'mot-mat-khau-chi-dung-de-do' }

/** What the program is started with, beside its defaults; also the loader, so that the administrator is the same. */
export const programEnv = ({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }): Record<string, string> => ({
  DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SEED: 'none', ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password,
  PAYLOAD_SECRET: 'nJ2rV8kQ4xW7zL1mB6tY9dF3gH5sK0pR', LOG_FORMAT: 'json',
})

export interface Program extends Child { port: number; readyMs: number }

/** Without a response cache, and without the limits that protect it: every request is worked on. */
export const uncached: Record<string, string> = { CACHE_SIZE: '0b', GATE_WAIT: '60s', GATE_LATE: '0s', RATE_LIMIT_READS: '0' }

// `PROGRAM=<file>`: another build than the one of this folder.
const build = process.env.PROGRAM ?? 'dist/main.js'
// `PROGRAM_ENV=<JSON>`: further settings, over those of a stage.
const settings = JSON.parse(process.env.PROGRAM_ENV ?? '{}') as Record<string, string>
// `PROFILE=<folder>`: where time goes, for the inspector of a browser.
const profiling = process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : []

/** The built server, as `npm start` starts it, on the core of servers. */
export const startProgram = async ({ databaseUrl, dataDir, logFile, env = {} }: { databaseUrl: string; dataDir: string; logFile: string; env?: Record<string, string> }): Promise<Program> => {
  const port = await freePort()
  closeSync(openSync(logFile, 'a'))
  const child = startChild({
    command: process.execPath, args: [...profiling, '-C', 'production', '--enable-source-maps', build], core: 'server', logFile,
    env: { ...programEnv({ databaseUrl, dataDir }), PORT: String(port), HOST: '127.0.0.1', ...env, ...settings },
  })
  return { ...child, port, readyMs: await untilReady({ child, port, path: '/readyz', logFile }) }
}

/** A token of the administrator. */
export const tokenOf = async ({ port }: { port: number }): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(administrator) })
  const { token } = await response.json() as { token?: string }
  if (!token) throw new Error(`The administrator could not log in (${response.status})`)
  return token
}
