import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import RssParser from 'rss-parser'
import { article, idOf, product } from '../http/access/samples.ts'
import { makeNewspaper, type Newspaper } from '../http/api/newspaper.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Client, staff } from '../support/staff.ts'

let server: TestServer
let admin: Client
let paper: Newspaper
type Parsed = Record<string, any>

beforeAll(async () => {
  server = await startServer({ env: { SITE_URL: 'https://bao.test', WEBSUB_HUB: 'https://hub.test/' } })
  admin = await staff(server).as('administrator')
  paper = await makeNewspaper(admin)
  const [first, second] = paper.products
  for (const [id, data] of [[first, { price: { amount: 45_000, day: '2026-01-01' }, purchaseLinks: [{ label: 'Sàn', url: 'https://ban.test/mien?a=1&b=2' }] }], [second, { price: { amount: 30_000, day: '2026-01-01' } }]] as const) {
    const answer = await admin.patch(`/products/${id}`, { ...data, _status: 'published' })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
}, 180_000)
afterAll(() => server?.stop())

const get = async (path: string, init?: RequestInit) => {
  const response = await server.fetch(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const rss = async (path: string): Promise<Parsed> => new RssParser<Parsed, Parsed>().parseString((await get(path)).text)
const json = async (path: string): Promise<Parsed> => JSON.parse((await get(path)).text)
const titles = async (path: string): Promise<string[]> => (await json(path)).items.map(({ title }: Parsed) => title)

describe('what is always there', () => {
  it('is listed with its addresses', async () => {
    const { feeds } = await json('/feeds')
    expect(feeds.slice(0, 2).map(({ slug, urls }: Parsed) => [slug, urls.rss.endsWith(`/feeds/${slug}.rss`)])).toEqual([['products', true], ['articles', true]])
    expect(feeds.map(({ slug }: Parsed) => slug)).toContain('category-nong-thon-moi')
  })

  it.each([['rss', 'application/rss+xml'], ['atom', 'application/atom+xml'], ['json', 'application/feed+json'], ['ninjs.json', 'application/json'], ['csv', 'text/csv'], ['xml', 'application/xml']])('is had as .%s, stored or written once, and asked for conditionally', async (format, mediaType) => {
    const answer = await get(`/feeds/products.${format}`)
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0], answer.headers.get('access-control-allow-origin')]).toEqual([200, mediaType, '*'])
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+, s-maxage=\d+/)
    const again = await get(`/feeds/products.${format}`, { headers: { 'if-none-match': String(answer.headers.get('etag')) } })
    expect([again.status, again.text]).toEqual([304, ''])
    const head = await get(`/feeds/products.${format}`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.status, Number(head.headers.get('content-length')) > 100, head.text]).toEqual([200, true, ''])
  })

  it('has articles with their texts, authors, pictures and permanent names', async () => {
    const { title, items } = await rss('/feeds/articles.rss')
    expect(title).toBe('Tin bài')
    const item = items.find(({ title: name }: Parsed) => name === 'Tin số 2')
    expect(item).toMatchObject({ link: expect.stringMatching(/^https:\/\/bao\.test\/tin-so-2-\d+\.html$/), guid: `tag:bao.test,2026:article/${paper.articles[1]}`, creator: 'Hồng Ánh', isoDate: '2026-03-02T01:00:00.000Z' })
    expect(item['content:encoded']).toContain('Đoạn hai của bài.')
  })

  it('has products with their stars in words, and the articles of a category with those below it', async () => {
    const { items } = await json('/feeds/products.json')
    expect(items.map(({ title, _ocop }: Parsed) => [title, _ocop.stars, _ocop.certification, _ocop.price?.amount ?? null])).toEqual([['Miến dong 3', null, 'none', null], ['Miến dong 2', 3, 'certified', 30_000], ['Miến dong 1', 4, 'certified', 45_000]])
    expect(items[2]._ocop.starsText).toMatch(/^OCOP 4 sao, có hiệu lực đến \d\d\/\d{4}$/)
    expect(await titles('/feeds/category-nong-thon-moi.json')).toEqual(['Tin số 5'])
  })

  it('tells followers of its hub and of itself', async () => {
    const { headers, text } = await get('/feeds/articles.atom')
    expect(headers.get('link')).toMatch(/^<[^>]+\/feeds\/articles\.atom>; rel="self", <[^>]+>; rel="first", <https:\/\/hub\.test\/>; rel="hub"$/)
    expect(text).toMatch(/rel="hub"/)
  })

  it('refuses what it does not know by saying what there is', async () => {
    for (const [path, status, says] of [['/feeds/nichts.rss', 404, '/feeds lists'], ['/feeds/products.pdf', 404, 'formats are'], ['/feeds/products.rss?first=3', 400, 'after'], ['/feeds/products.csv?after=x', 400, 'no parameters'], ['/feeds/products.rss?after=x', 400, 'cursor']] as const) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, status])
      expect(JSON.parse(answer.text).detail).toContain(says)
    }
    expect((await get('/feeds/products.rss', { method: 'POST' })).status).toBe(405)
  })
})

it('is had as the documentation shows it', async () => {
  const shown = [...readFileSync('docs/feeds.md', 'utf8').matchAll(/curl -s(I?) '?http:\/\/localhost:3000(\/feeds[^'\s<]*)'?\n/g)]
  expect(shown.length).toBeGreaterThanOrEqual(8)
  for (const [, isHead, path] of shown) expect([path, (await get(String(path), { method: isHead ? 'HEAD' : 'GET' })).status]).toEqual([path, 200])
})

describe('feeds of the newsroom', () => {
  it('show what their filters let in, in their order and with their links', async () => {
    const made = await admin.post('/feeds', {
      name: 'Sản phẩm 4 sao Thái Nguyên', what: 'products', filters: { stars: '4', province: paper.samples.unit }, order: 'name', size: 1, formats: ['json', 'rss'], fields: ['summary', 'stars'],
      linkTemplate: 'https://cho.test/ocop?sp={slug}', utm: { source: 'cho', campaign: 'ocop' },
    })
    expect([made.status, made.body.doc?.slug]).toEqual([201, 'san-pham-4-sao-thai-nguyen'])
    const { items } = await json('/feeds/san-pham-4-sao-thai-nguyen.json')
    expect(items.map(({ title, url, _ocop }: Parsed) => [title, url, _ocop.producer])).toEqual([['Miến dong 1', 'https://cho.test/ocop?sp=mien-dong-1&utm_source=cho&utm_campaign=ocop', null]])
    expect((await get('/feeds/san-pham-4-sao-thai-nguyen.csv')).status).toBe(404)
    expect((await json('/feeds')).feeds.map(({ slug }: Parsed) => slug)).toContain('san-pham-4-sao-thai-nguyen')
    // Ended, it is gone at once.
    expect((await admin.patch(`/feeds/${made.body.doc.id}`, { active: false })).status).toBe(200)
    expect((await get('/feeds/san-pham-4-sao-thai-nguyen.json')).status).toBe(404)
  })

  it('are turned over page by page, each item once', async () => {
    idOf(await admin.post('/feeds', { name: 'Từng trang', what: 'both', order: 'newest', size: 2, formats: ['json', 'rss'], fields: ['summary'] }))
    const seen: string[] = []
    for (let next: string | undefined = `${server.origin}/feeds/tung-trang.json`; next;) {
      const page: Parsed = await json(new URL(next).pathname + new URL(next).search)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(({ id }: Parsed) => id))
      next = page.next_url
    }
    expect([seen.length, new Set(seen).size]).toEqual([8, 8])
    const links = (await get('/feeds/tung-trang.rss')).headers.get('link')
    expect(links).toMatch(/rel="next"/)
  })

  it('refuse names that are taken, links that lead nowhere and sizes beyond the limit, at the field', async () => {
    const errors = async (data: Record<string, unknown>) => (await admin.post('/feeds', { name: 'X', what: 'products', formats: ['rss'], fields: ['summary'], ...data })).body.errors?.[0]?.data?.errors?.map(({ path }: Parsed) => path)
    expect([await errors({ slug: 'products' }), await errors({ slug: 'category-x' }), await errors({ linkTemplate: 'javascript:alert(1)' }), await errors({ linkTemplate: 'https://a.test/{nichts}' }), await errors({ size: 500 }), await errors({ utm: { source: 'a b' } })])
      .toEqual([['slug'], ['slug'], ['linkTemplate'], ['linkTemplate'], ['size'], ['utm.source']])
  })
})

describe('whole feeds', () => {
  const rows = async (): Promise<Parsed[]> => Papa.parse<Parsed>((await get('/feeds/products.csv')).text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

  it('are tables with every product, right after each save', async () => {
    expect((await get('/feeds/products.csv')).headers.get('content-disposition')).toBe('attachment; filename="products.csv"')
    expect((await rows()).map(({ title, stars, price_vnd }) => [title, stars, price_vnd])).toEqual([['Miến dong 3', '', ''], ['Miến dong 2', '3', '30000'], ['Miến dong 1', '4', '45000']])
    for (const name of ['=Miến một', 'Miến hai']) {
      expect((await admin.patch(`/products/${paper.products[2]}`, { name, _status: 'published' })).status).toBe(200)
      expect((await rows())[0]?.title).toBe(name.startsWith('=') ? `'${name}` : name)
    }
  })

  it('hold for Google what can be bought, and say of the rest why it cannot', async () => {
    const { text } = await get('/feeds/products.xml')
    expect([...text.matchAll(/<g:id>([^<]+)</g)].map(([, id]) => id)).toEqual([paper.products[0]])
    expect(text).toContain('<g:link>https://ban.test/mien?a=1&amp;b=2</g:link>')
    const { entered, excludedCount, excluded } = await json('/feeds/products/report')
    expect([entered, excludedCount, excluded.map(({ title, reasons }: Parsed) => [title, reasons.map(({ code }: Parsed) => code)])]).toEqual([1, 2, [['Miến hai', ['price', 'purchaseUrl']], ['Miến dong 2', ['purchaseUrl']]]])
  })
})

describe('time and change', () => {
  afterAll(() => server.setClock(null))

  it('withdraw an item everywhere at once, and tell who has it', async () => {
    const id = idOf(await admin.post('/articles', article(paper.samples, { title: 'Sẽ rút', slug: 'se-rut', publishedAt: '2026-05-01T00:00:00.000Z', _status: 'published' })))
    expect(await titles('/feeds/articles.json')).toContain('Sẽ rút')
    expect((await admin.patch(`/articles/${id}`, { retraction: { at: '2026-05-02T00:00:00.000Z', reason: 'retracted', note: 'Sai.' }, _status: 'published' })).status).toBe(200)
    expect(await titles('/feeds/articles.json')).not.toContain('Sẽ rút')
    expect((await get('/feeds/articles.atom')).text).toMatch(new RegExp(`<at:deleted-entry [^>]*ref="tag:bao\\.test,2026:article/${id}"`))
    expect((await json('/feeds/articles.ninjs.json')).associations.find(({ uri }: Parsed) => uri.endsWith(id))).toMatchObject({ pubStatus: 'canceled' })
  })

  it('bring in what is to come, and take stars away with their last day', async () => {
    await server.setClock('2027-01-10T05:00:00.000Z')
    idOf(await admin.post('/products', product(paper.samples, { name: 'Trà hẹn giờ', images: [{ image: paper.samples.media }], publishedAt: '2027-01-10T05:00:30.000Z', _status: 'published' })))
    const both = async () => [(await titles('/feeds/products.json')).includes('Trà hẹn giờ'), (await get('/feeds/products.csv')).text.includes('Trà hẹn giờ')]
    expect(await both()).toEqual([false, false])
    await server.setClock('2027-01-10T05:00:30.000Z')
    expect(await both()).toEqual([true, true])
    const stars = async () => (await json('/feeds/products.json')).items.find(({ title }: Parsed) => title === 'Miến dong 1')._ocop.stars
    expect(await stars()).toBe(4)
    await server.setClock('2032-01-10T05:00:00.000Z')
    expect(await stars()).toBeNull()
    expect((await get('/feeds/products.csv')).text).toMatch(/Miến dong 1.*expired/)
  })
})
