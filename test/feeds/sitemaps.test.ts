import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../support/server.ts'
import { sitemapProblems, textsOf } from '../support/sitemap-problems.ts'
import { type Answer, type Client, staff } from '../support/staff.ts'
import { article, idOf, makeSamples, product, type Samples } from '../http/access/samples.ts'

const site = 'https://bao.example.vn'
const HOUR = 3_600_000
const now = Date.parse('2026-10-05T03:00:00.000Z')
const at = (hours: number): string => new Date(now + hours * HOUR).toISOString()

let server: TestServer
let admin: Client
let samples: Samples
const address: Record<string, string> = {}
const ids: Record<string, string> = {}

const get = async (path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; text: string }> => {
  const response = await server.fetch(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const valid = async (path: string): Promise<string> => {
  const { status, headers, text } = await get(path)
  expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'application/xml; charset=utf-8'])
  expect({ path, problems: await sitemapProblems(text) }).toEqual({ path, problems: [] })
  return text
}

const HOSTILE = '</news:title><script>alert(1)</script> ]]> & "dấu" <!-- Hồng Lũy'

beforeAll(async () => {
  server = await startServer({ env: { SITE_URL: site } })
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  const articles: Record<string, Record<string, unknown>> = {
    fresh: { publishedAt: at(-1), title: HOSTILE }, leaving: { publishedAt: at(-47.9) }, old: { publishedAt: at(-48) }, hidden: { publishedAt: at(-2), seo: { noindex: true } },
    paid: { publishedAt: at(-3), sponsored: true }, coming: { publishedAt: at(5) }, ending: { publishedAt: at(-4), unpublishAt: at(3) },
  }
  // Only forwards from here: what a window has passed is remembered.
  await server.setClock(at(0))
  const keep = (name: string, made: Answer, before = '') => {
    ids[name] = idOf(made)
    address[name] = `${site}${before}/${made.body.doc.slug}-${made.body.doc.number}.html`
  }
  for (const [name, more] of Object.entries(articles)) keep(name, await admin.post('/articles', { ...article(samples, more), _status: 'published' }))
  keep('product', await admin.post('/products', { ...product(samples, { images: [{ image: samples.media }] }), _status: 'published', publishedAt: at(-100) }), '/ocop/san-pham')
}, 180_000)
afterAll(() => server?.stop())

describe('the index', () => {
  it('lists a file for each kind that has pages, at the reader site, and each of them is valid', async () => {
    const listed = textsOf(await valid('/sitemap.xml'), 'loc')
    expect(listed).toEqual(['articles-1', 'products-1', 'categories-1', 'producers-1', 'news'].map((name) => `${site}/sitemaps/${name}.xml`))
    for (const place of listed) for (const loc of textsOf(await valid(place.slice(site.length)), 'loc')) expect(loc.startsWith(`${site}/`)).toBe(true)
  })

  it('is where robots.txt sends search engines', async () => {
    const { status, headers, text } = await get('/robots.txt')
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/plain; charset=utf-8', `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`])
  })
})

describe('a file of pages', () => {
  it('holds what is public now, the oldest first, with its picture and when it changed', async () => {
    const text = await valid('/sitemaps/articles-1.xml')
    expect(textsOf(text, 'loc')).toEqual(['old', 'leaving', 'ending', 'paid', 'fresh'].map((name) => address[name]))
    expect(textsOf(text, 'image:loc')).toHaveLength(5)
    expect((await server.fetch(new URL(textsOf(text, 'image:loc')[0] ?? '').pathname)).status).toBe(200)
    for (const lastmod of textsOf(text, 'lastmod')) expect(Number.isNaN(Date.parse(lastmod))).toBe(false)
    const products = await valid('/sitemaps/products-1.xml')
    expect([textsOf(products, 'loc'), textsOf(products, 'image:loc').length]).toEqual([[address['product']], 1])
  })

  it('is answered as all public answers are: by tag, by headers alone, and not in other ways', async () => {
    const { headers } = await get('/sitemaps/articles-1.xml')
    expect(headers.get('cache-control')).toContain('public')
    expect((await get('/sitemaps/articles-1.xml', { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status).toBe(304)
    const head = await get('/sitemaps/articles-1.xml', { method: 'HEAD' })
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', headers.get('etag')])
    expect((await get('/sitemap.xml', { method: 'POST' })).status).toBe(405)
    for (const name of ['articles-2', 'articles-0', 'articles', 'images-1', 'constructor-1', 'news-1']) expect([name, (await get(`/sitemaps/${name}.xml`)).status]).toEqual([name, 404])
  })

  it('changes with a save that is acknowledged', async () => {
    await valid('/sitemaps/articles-1.xml')
    expect((await admin.patch(`/articles/${ids['paid']}`, { _status: 'draft' })).status).toBe(200)
    expect(textsOf(await valid('/sitemaps/articles-1.xml'), 'loc')).not.toContain(address['paid'])
    expect((await admin.patch(`/articles/${ids['paid']}`, { _status: 'published' })).status).toBe(200)
    expect(textsOf(await valid('/sitemaps/articles-1.xml'), 'loc')).toContain(address['paid'])
  })
})

describe('the news sitemap', () => {
  it('holds the articles of two days, as text, with the name of the paper, and nothing that is paid for', async () => {
    const text = await valid('/sitemaps/news.xml')
    expect(textsOf(text, 'loc')).toEqual(['fresh', 'ending', 'leaving'].map((name) => address[name]))
    expect(textsOf(text, 'news:title')[0]).toBe(HOSTILE)
    expect(textsOf(text, 'news:publication_date')).toEqual([at(-1), at(-4), at(-47.9)])
    const { siteName } = (await (await server.fetch('/v1/site-settings')).json()) as { siteName?: string }
    expect([new Set(textsOf(text, 'news:name')), new Set(textsOf(text, 'news:language'))]).toEqual([new Set([siteName ?? 'OCOP Press']), new Set(['vi'])])
  })

  it('is right at every edge of time, though nothing is saved', async () => {
    const shown = async () => textsOf((await get('/sitemaps/news.xml')).text, 'loc')
    const names = (...of: string[]) => of.map((name) => address[name])
    await shown()
    await server.setClock(at(0.1))
    expect(await shown()).toEqual(names('fresh', 'ending'))
    await server.setClock(at(3))
    expect(await shown()).toEqual(names('fresh'))
    await server.setClock(at(5))
    expect(await shown()).toEqual(names('coming', 'fresh'))
    await server.setClock(at(53))
    expect(await shown()).toEqual([])
    expect(textsOf((await get('/sitemaps/articles-1.xml')).text, 'loc')).toEqual(names('old', 'leaving', 'paid', 'fresh', 'coming'))
    await server.setClock(null)
  })
})
