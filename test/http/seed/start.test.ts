import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rmSync } from 'node:fs'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { type Client, login } from '../../support/staff.ts'
import { emptyPlace, type Place, runSeed } from './seeded.ts'

let place: Place
let server: TestServer | undefined

beforeAll(() => { place = emptyPlace() })
afterAll(async () => {
  await server?.stop()
  rmSync(place.dataDir, { recursive: true, force: true })
})

const passwordIn = (output: string): string | undefined => /password: (\S+)/.exec(output)?.[1]

describe('the reference data', () => {
  let admin: Client
  let first: { output: string; code: number | null }

  it('is given to an empty database, with one administrator whose password is shown once and not logged', async () => {
    first = await runSeed({ place, env: { SEED: 'reference' } })
    expect(first.code).toBe(0)
    const password = passwordIn(first.output)
    expect(password).toMatch(/^[A-Za-z2-9]{6}(-[A-Za-z2-9]{6}){3}$/)
    expect(first.output.split(String(password))).toHaveLength(2)
    const logged = first.output.split('\n').filter((line) => line.startsWith('{'))
    expect(logged.length).toBeGreaterThan(5)
    expect(logged.filter((line) => line.includes(String(password)))).toEqual([])
  }, 120_000)

  it('is given once: a second run changes nothing and says so', async () => {
    const second = await runSeed({ place, env: { SEED: 'reference' } })
    expect(second.code).toBe(0)
    expect(second.output).toContain('not empty')
    expect(passwordIn(second.output)).toBeUndefined()
  }, 60_000)

  it('is not added to at the start of the server, and the administrator can log in', async () => {
    server = await startServer({ on: place, env: { SEED: 'demo', ADMIN_PASSWORD: '' } })
    admin = await login({ server, email: administrator.email, password: String(passwordIn(first.output)) })
    const { body: articles } = await admin.get('/articles?limit=0')
    expect(articles.totalDocs).toBe(0)
    const { body: users } = await admin.get('/users')
    expect(users.totalDocs).toBe(1)
    expect(users.docs[0].roles).toEqual(['administrator'])
  }, 120_000)

  it('holds all 90 provinces with what they became', async () => {
    const { body } = await admin.get('/administrative-units?limit=100&depth=1')
    expect(body.totalDocs).toBe(90)
    const bacKan = body.docs.find(({ key }: { key: string }) => key === 'bac-kan-2019')
    expect(bacKan.slug).toBe('bac-kan-2025')
    expect(bacKan.successors.map(({ unit }: { unit: { slug: string } }) => unit.slug)).toEqual(['thai-nguyen'])
    expect(body.docs.filter(({ validTo }: { validTo: string | null }) => !validTo)).toHaveLength(34)
  })

  it('holds both classifications of products, the old one mapped', async () => {
    const { body } = await admin.get('/product-groups?limit=100&depth=1')
    const of = (classification: string, level: string) => body.docs.filter((group: Record<string, string>) => group.classification === classification && group.level === level)
    expect([of('26-2026', 'group').length, of('26-2026', 'set').length, of('26-2026', 'leaf').length]).toEqual([6, 17, 26])
    expect([of('1048-2019', 'group').length, of('1048-2019', 'leaf').length]).toEqual([6, 26])
    const herbs = of('1048-2019', 'group').find(({ name }: { name: string }) => name === 'Thảo dược')
    expect(herbs.mapsTo.map(({ name }: { name: string }) => name)).toEqual(['Dược liệu và sản phẩm từ dược liệu'])
  })

  it('holds the decisions on OCOP', async () => {
    const { body } = await admin.get(`/legal-documents?where[number][equals]=${encodeURIComponent('26/2026/QĐ-TTg')}`)
    expect(body.docs.map(({ date, level }: { date: string; level: string }) => [date, level])).toEqual([['2026-05-22', 'national']])
  })
})
