import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { type Client, login } from '../../support/staff.ts'
import { emptyPlace, type Place, runSeed } from './seeded.ts'

let place: Place
let server: TestServer
let admin: Client

const interruptions = ['Drawing pictures 10/', 'Seeding certificates 60/', 'Seeding articles 12/']

beforeAll(async () => {
  place = emptyPlace()
  for (const killAt of interruptions) {
    const { output, code } = await runSeed({ place, killAt })
    if (code !== null) throw new Error(`The seeding was not killed at “${killAt}”:\n${output.slice(-2000)}`)
  }
  server = await startServer({ on: place, env: { SEED: 'demo' }, startTimeoutMs: 240_000 })
  admin = await login({ server, ...administrator })
}, 480_000)
afterAll(async () => {
  await server?.stop()
  rmSync(place.dataDir, { recursive: true, force: true })
})

describe('a seeding that was killed three times', () => {
  it('is completed by the next start of the server', () => {
    expect(server.logs()).toContain('Completing a seeding')
  })

  it.each([
    ['users', 1], ['administrative-units', 90], ['product-groups', 81], ['media', 77], ['authors', 6], ['categories', 9], ['topics', 5],
    ['partner-brands', 22], ['producers', 43], ['products', 80], ['certificates', 121], ['articles', 19],
  ])('has made %s once: %i', async (collection, count) => {
    const { body } = await admin.get(`/${collection}?limit=1`)
    expect(body.totalDocs).toBe(count)
  })

  it('has left no picture without a document', async () => {
    const { body } = await admin.get('/media?limit=100')
    const known = new Set<string>(body.docs.flatMap(({ filename, sizes }: { filename: string; sizes: Record<string, { filename?: string | null }> }) => [filename, ...Object.values(sizes).map((size) => size.filename)]))
    expect(readdirSync(join(place.dataDir, 'uploads')).filter((file) => !known.has(file))).toEqual([])
  })

  it('has marked what is an example, and nothing else', async () => {
    const { body: examples } = await admin.get('/legal-documents?limit=100')
    const isExample = Object.fromEntries(examples.docs.map(({ number, date, demo }: Record<string, unknown>) => [`${number} ${date}`, demo]))
    expect(isExample['26/2026/QĐ-TTg 2026-05-22']).toBe(false)
    expect(isExample['386/QĐ-UBND 2021-03-19']).toBe(false)
    expect(isExample['1712/QĐ-UBND 2021-09-16']).toBe(true)
    const { body: certificates } = await admin.get('/certificates?where[demo][equals]=false&limit=1')
    expect(certificates.totalDocs).toBe(0)
  })

  it('is not repeated by a further start', async () => {
    await server.stop({ keep: true })
    const started = Date.now()
    server = await startServer({ on: place, env: { SEED: 'demo' } })
    expect(server.logs()).not.toContain('Seeding')
    expect(Date.now() - started).toBeLessThan(45_000)
    admin = await login({ server, ...administrator })
    const { body } = await admin.get('/articles?limit=1')
    expect(body.totalDocs).toBe(19)
  }, 120_000)
})
