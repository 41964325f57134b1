import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { databaseKind, freshDatabaseUrl } from '../../support/database.ts'
import { administrator } from '../../support/server.ts'

export type Place = { dataDir: string; databaseUrl: string }

/** A place for data with nothing in it, not even the administrator of the template. */
export const emptyPlace = (): Place => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-seed-'))
  return { dataDir, databaseUrl: databaseKind === 'sqlite' ? `file:${join(dataDir, 'fresh.db')}` : freshDatabaseUrl({ dataDir }) }
}

/** Runs the seeding command; with `killAt` it is killed as soon as it says that. Gives what it printed, and the exit code (null when killed). */
export const runSeed = async ({ place, killAt, env = {} }: { place: Place; killAt?: string; env?: Record<string, string> }): Promise<{ output: string; code: number | null }> => {
  const child = spawn(process.execPath, ['-C', 'production', '--enable-source-maps', resolve('dist/seed.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NODE_OPTIONS: '', NODE_ENV: 'test', SEED: 'demo', LOG_FORMAT: 'json',
      DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl, PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough-0123456789',
      ADMIN_EMAIL: administrator.email, ...env,
    },
  })
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk
    if (killAt && output.includes(killAt)) child.kill('SIGKILL')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [code] = (await once(child, 'close')) as [number | null]
  return { output, code }
}
