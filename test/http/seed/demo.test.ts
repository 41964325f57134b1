import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { type Client, login } from '../../support/staff.ts'
import { articlePage, type ArticlePage } from '../../../src/api/read/article-page.ts'
import { latest } from '../../../src/api/read/latest.ts'
import { ocopStatistics } from '../../../src/api/read/ocop-statistics.ts'
import { createReader, type Reader } from '../../../src/api/read/reader.ts'
import { moment } from '../../../src/published/moment.ts'
import type { PublishedRow } from '../../../src/published/store.ts'
import { partnerBrands } from '../../../src/seed/content/partner-brands.ts'
import { demoOverRest } from '../api/demo-over-rest.ts'
import { openPayload, type Opened } from '../published/open-payload.ts'
import { documentedOverHttp } from './documented.ts'
import { feedsOfDemo } from './feeds-of-demo.ts'
import { emptyPlace, type Place, runSeed } from './seeded.ts'
import { noServices } from '../../support/no-services.ts'

let place: Place
let server: TestServer
let admin: Client

// The long form of the tests that kill kills at each of these.
const interruptions = process.env.KILL_ROUNDS ? ['Drawing pictures 10/', 'Seeding certificates 60/', 'Seeding articles 12/'] : ['Seeding certificates 60/']

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

describe('a seeding that was killed', () => {
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
    // The versions of the component for partner pages stand beside the uploads, in a folder.
    const files = readdirSync(join(place.dataDir, 'uploads'), { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(files.filter((file) => !known.has(file))).toEqual([])
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

// Before the next block, which stops the server to read its database in this process.
demoOverRest(() => server)
documentedOverHttp(() => server)
feedsOfDemo(() => server)

describe('what the public reads of the demo', () => {
  let opened: Opened
  let reader: Reader
  let page: ArticlePage

  const nameOf = ({ data }: PublishedRow): string => String(data['title'] ?? data['name'])

  beforeAll(async () => {
    await server.stop({ keep: true })
    opened = await openPayload({ url: place.databaseUrl })
    reader = createReader({ services: noServices, store: opened.store, moment: moment(), siteUrl: 'https://reader.example', origin: 'https://reader.example' })
    const at = await articlePage({ reader, slug: 'bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop' })
    if (at?.kind !== 'page') throw new Error(`The lead story is ${at?.kind ?? 'not there'}`)
    page = at
  }, 120_000)
  afterAll(() => opened?.close())

  it('is a whole page around the lead story, no box empty and no item twice', () => {
    const { article, breadcrumbs, related, youMayLike, sameCategory, latest: mixed } = page
    expect(breadcrumbs.map(nameOf)).toEqual(['Kinh tế', 'Nông thôn mới'])
    expect([related.length, youMayLike.length, sameCategory.length, mixed.rows.length]).toEqual([3, 5, 5, 25])
    expect(related.map(nameOf)[0]).toBe('Ba sao, bốn sao, năm sao: Mỗi hạng OCOP ứng với bao nhiêu điểm?')
    expect(new Set(sameCategory.map(({ data }) => data['category']))).toEqual(new Set([article.data['category']]))
    const ids = [article, ...related, ...youMayLike, ...sameCategory, ...mixed.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('begins its mixed list with two news items and 23 products and goes on after them', async () => {
    const { rows, next, hasNext, without } = page.latest
    expect(rows.filter(({ kind }) => kind === 'article').map(nameOf)).toEqual(['Chợ phiên OCOP trên TikTok sau một năm: 1,4 tỷ lượt xem', 'Hội chợ “Tôn vinh sản phẩm Việt” 2024: Đưa hàng Việt về giữa lòng Cần Thơ'])
    expect(rows.filter(({ kind }) => kind === 'product')).toHaveLength(23)
    expect(hasNext).toBe(true)
    const more = await latest({ reader, first: 25, after: next, without })
    expect(more.rows).toHaveLength(25)
    const shown = new Set([...rows.map(({ id }) => id), ...without])
    expect(more.rows.filter(({ id }) => shown.has(id)).map(nameOf)).toEqual([])
  })

  it('shows the 22 brands in their order, each with a logo', async () => {
    expect(page.featuredBrands.map(nameOf)).toEqual(partnerBrands.map(({ name }) => name))
    expect(page.featuredBrands.filter(({ data }) => !data['logo'])).toEqual([])
  })

  it('counts 16 recognised again, 39 new and one of four stars for Bắc Kạn in 2021, and one of five', async () => {
    for (const province of ['bac-kan', 'bac-kan-2025', 'thai-nguyen']) {
      const { total, lines } = await ocopStatistics({ reader, issuedIn: 2021, province, by: ['stars', 'kind'] })
      expect([total, lines]).toEqual([57, [{ stars: 5, kind: 'new', count: 1 }, { stars: 4, kind: 'new', count: 1 }, { stars: 3, kind: 'new', count: 39 }, { stars: 3, kind: 're-recognised', count: 16 }]])
    }
  })
})
