import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './desk.ts'

const TIME = 150_000

let dev: ChildProcess
let origin = ''
let dataDir = ''
let output = ''

const starts = (): number => output.split('"msg":"ready"').length - 1
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) {
    if (dev.exitCode !== null) throw new Error(`npm run dev ended with ${dev.exitCode}:\n${output.slice(-3000)}`)
    await sleep(100)
  }
}

describe('npm run dev', () => {
  beforeAll(async () => {
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-dev-'))
    dev = spawn('npm', ['run', 'dev'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_ENV: 'development', PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), PUBLIC_ORIGIN: origin, DATA_DIR: dataDir, SEED: 'none', LOG_FORMAT: 'json' },
    })
    for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => { output += chunk })
    await until(() => starts() === 1)
  }, TIME)
  afterAll(() => {
    if (dev.exitCode === null && dev.pid) process.kill(-dev.pid, 'SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('serves the admin, made as it is asked for', async () => {
    const answer = await fetch(`${origin}/admin/login`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('OCOP Press')
  }, TIME)

  it('starts anew when a source changes', async () => {
    const now = new Date()
    utimesSync('collections/topics/index.ts', now, now)
    await until(() => starts() === 2)
    expect((await fetch(`${origin}/v1/articles`)).status).toBe(200)
  }, TIME)

  it('leaves no process when it is told to end', async () => {
    process.kill(-Number(dev.pid), 'SIGTERM')
    if (dev.exitCode === null && dev.signalCode === null) await once(dev, 'exit')
    const answers = () => fetch(`${origin}/livez`).then(() => true, () => false)
    while (await answers()) await sleep(100)
  }, TIME)
})
