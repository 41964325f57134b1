import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { iframeTag, productsTag, scriptTag } from '../../src/embed/snippets.ts'
import { makeNewspaper, type Newspaper } from '../http/api/newspaper.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Client, staff } from '../support/staff.ts'

let server: TestServer
let admin: Client
let paper: Newspaper
type Parsed = Record<string, any>

beforeAll(async () => {
  server = await startServer({ env: { SITE_URL: 'https://bao.test' } })
  admin = await staff(server).as('administrator')
  paper = await makeNewspaper(admin)
}, 180_000)
afterAll(() => server?.stop())

const get = async (path: string, init?: RequestInit) => {
  const response = await server.fetch(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const json = async (path: string): Promise<Parsed> => JSON.parse((await get(path)).text)
const headersOf = (headers: Headers, ...names: string[]) => names.map((name) => headers.get(name))
const oembed = (url: string, more: Record<string, string> = {}) => get(`/oembed?${new URLSearchParams({ url, ...more })}`)
const url = async (kind: string, id: string): Promise<string> => (await json(`/v1/${kind}/id:${id}`)).url

describe('the component', () => {
  it('weighs at most 12 kB, is open to every page, and says its hash', async () => {
    const asked = await server.fetch('/embed/v1.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(headersOf(asked.headers, 'content-type', 'content-encoding', 'access-control-allow-origin', 'cross-origin-resource-policy', 'cache-control', 'set-cookie'))
      .toEqual(['text/javascript; charset=utf-8', 'gzip', '*', 'cross-origin', 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400', null])
    const bytes = Buffer.from(await asked.arrayBuffer())
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024)
    expect(bytes.toString()).not.toMatch(/\beval\b|new Function|innerHTML|document\.cookie|localStorage/)
    const { url: address, integrity } = await json('/embed/v1.json')
    expect(integrity).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
    const fixed = await get(new URL(address).pathname)
    expect([fixed.text, ...headersOf(fixed.headers, 'cache-control', 'access-control-allow-origin', 'cross-origin-resource-policy')]).toEqual([bytes.toString(), 'public, max-age=31536000, immutable', '*', 'cross-origin'])
    const again = await get('/embed/v1.js', { headers: { 'if-none-match': asked.headers.get('etag') ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await get('/embed/v1-0000000000000000.js')).status).toBe(404)
  })

  it('is given cards, whatever formats a feed is had in', async () => {
    const { name, source, items } = await json('/embed/products.json?limit=2')
    expect([name, source]).toEqual(['Sản phẩm OCOP', { name: 'Báo Thử', url: 'https://bao.test/' }])
    expect(items.map(({ kind, title, stars }: Parsed) => [kind, title, stars])).toEqual([['product', 'Miến dong 3', null], ['product', 'Miến dong 2', 3]])
    expect(items[1].image.srcset).toMatch(/^http:\/\/localhost:3000\/media\/\S+ \d+w/)
    expect((await json('/embed/article/tin-so-2.json')).items.map(({ kind, title }: Parsed) => [kind, title])).toEqual([['article', 'Tin số 2']])
    const { status, headers } = await get('/embed/products.json?limit=2', { headers: { origin: 'https://doi-tac.test' } })
    expect([status, ...headersOf(headers, 'content-type', 'access-control-allow-origin', 'access-control-allow-credentials')]).toEqual([200, 'application/json; charset=utf-8', '*', null])
    expect((await get('/embed/products.json?limit=51')).status).toBe(400)
    expect((await get('/embed/nothing.json')).status).toBe(404)
  })

  it('loses its stars when they end, and what was taken away', async () => {
    const starsOf = async () => (await json('/embed/products.json')).items.map(({ stars }: Parsed) => stars)
    expect(await starsOf()).toEqual([null, 3, 4])
    await server.setClock('2031-01-01T00:00:00+07:00')
    expect(await starsOf()).toEqual([null, null, null])
    await server.setClock(null)
    expect((await get(`/embed/article/${paper.retracted}.json`)).status).toBe(404)
  })
})

describe('the page for an iframe', () => {
  it('is finished without JavaScript, and may be framed', async () => {
    const { status, headers, text } = await get('/embed/products?heading=true&theme=dark')
    expect([status, ...headersOf(headers, 'content-type', 'x-frame-options', 'cross-origin-resource-policy', 'set-cookie')]).toEqual([200, 'text/html; charset=utf-8', null, 'cross-origin', null])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src http:\/\/localhost:3000; base-uri 'none'; form-action 'none'; frame-ancestors \*$/)
    expect(text).toMatch(/<html lang="vi" data-theme="dark">[^]*<h2 class="heading">Sản phẩm OCOP<\/h2>[^]*OCOP 4 sao, có hiệu lực đến \d\d\/\d{4}/)
    expect(headers.get('link')).toContain(`<http://localhost:3000/oembed?url=http%3A%2F%2Flocalhost%3A3000%2Fembed%2Fproducts&format=json>; rel="alternate"; type="application/json+oembed"`)
    expect(text).toContain('<link rel="alternate" type="application/json+oembed" href="http://localhost:3000/oembed?url=')
  })

  it('goes out of the cache the same, and follows what is published', async () => {
    const first = await get('/embed/articles')
    const second = await get('/embed/articles')
    expect([second.text, second.headers.get('x-frame-options'), second.headers.get('content-security-policy')]).toEqual([first.text, null, first.headers.get('content-security-policy')])
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    const changed = await admin.patch(`/articles/${paper.articles[4]}`, { _status: 'published', title: 'Tin số 5 <b>đã sửa</b>' })
    expect(changed.status).toBe(200)
    const after = (await get('/embed/articles')).text
    expect([after.includes('Tin số 5 &lt;b&gt;đã sửa&lt;/b&gt;'), after.includes('<b>đã')]).toEqual([true, false])
  })

  it('shows one thing too, and says so where there is nothing', async () => {
    expect((await get(`/embed/product/${paper.products[0]}`)).text).toContain('Miến dong 1</a>')
    const { status, headers, text } = await get('/embed/nothing?lang=en')
    expect([status, headers.get('content-type'), headers.get('x-frame-options')]).toEqual([404, 'text/html; charset=utf-8', null])
    expect(text).toContain('This is not here any more.')
    expect((await get('/embed/products?layout=spiral')).status).toBe(400)
    expect((await get('/embed/products', { method: 'POST' })).status).toBe(405)
  })

  it('leaves everything else unframed', async () => {
    expect(headersOf((await get('/v1/articles')).headers, 'x-frame-options')).toEqual(['DENY'])
    const demo = await get('/embed/demo')
    expect([demo.status, demo.headers.get('x-frame-options')]).toEqual([200, 'DENY'])
    const { url: address, integrity } = await json('/embed/v1.json')
    expect(demo.text).toContain(`<script src="${address}" integrity="${integrity}" crossorigin="anonymous" async></script>`)
  })
})

describe('oEmbed', () => {
  it('answers for articles, products, categories and feeds', async () => {
    const answers = await Promise.all([
      oembed(await url('articles', paper.articles[1] as string)), oembed(`${await url('products', paper.products[0] as string)}?utm_source=x#y`), oembed(await url('categories', paper.child)), oembed('http://localhost:3000/feeds/products.rss'), oembed('http://localhost:3000/embed/products'),
    ])
    expect(answers.map(({ status, headers, text }) => [status, headers.get('content-type'), (JSON.parse(text) as Parsed).title])).toEqual(
      ['Tin số 2', 'Miến dong 1', 'Nông thôn mới', 'Sản phẩm OCOP', 'Sản phẩm OCOP'].map((title) => [200, 'application/json; charset=utf-8', title]))
    const { html, thumbnail_url, ...rest } = JSON.parse(answers[1]?.text ?? '') as Parsed
    expect(rest).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Báo Thử', provider_url: 'https://bao.test/', width: 560, height: 240 })
    expect([typeof thumbnail_url, typeof rest['thumbnail_width'], typeof rest['thumbnail_height']]).toEqual(['string', 'number', 'number'])
    const [, src = ''] = /^<iframe src="([^"]+)" title="Miến dong 1" width="560" height="240" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"/.exec(html) ?? []
    expect((await get(new URL(src).pathname)).status).toBe(200)
  })

  it('follows a former address, and tells of nothing that is not public', async () => {
    const now = await url('articles', paper.articles[0] as string)
    expect(JSON.parse((await oembed(now.replace('tin-so-1', 'ten-cu'))).text)).toMatchObject({ title: 'Tin số 1' })
    const nothing = ['https://bao.test/khong-co-9999.html', 'https://bao.test/', 'https://khac.test/tin-so-2.html', 'nonsense', 'https://bao.test/%E0%A4%A', 'javascript:alert(1)', `http://localhost:3000/embed/article/${paper.draft}`, `http://localhost:3000/embed/article/${paper.retracted}`]
    expect(await Promise.all(nothing.map(async (one) => (await oembed(one)).status))).toEqual(nothing.map(() => 404))
  })

  it('keeps within maxwidth and maxheight, passes over what it does not know, and says what is wrong', async () => {
    const feed = 'http://localhost:3000/embed/products'
    expect(JSON.parse((await oembed(feed, { maxwidth: '320', maxheight: '200', dnt: '1' })).text)).toMatchObject({ width: 320, height: 200 })
    const statuses = await Promise.all([oembed(feed, { format: 'yaml' }), oembed(feed, { maxwidth: 'x' }), get('/oembed'), get('/oembed', { method: 'POST' })])
    expect(statuses.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([501, 400, 400, 405].map((status) => [status, expect.stringMatching(/^application\/problem\+json/)]))
  })

  it('is the same as XML', async () => {
    const feed = 'http://localhost:3000/embed/category-nong-thon-moi'
    const { status, headers, text } = await oembed(feed, { format: 'xml' })
    expect([status, headers.get('content-type'), XMLValidator.validate(text)]).toEqual([200, 'text/xml; charset=utf-8', true])
    expect((new XMLParser({ parseTagValue: false, htmlEntities: true }).parse(text) as Parsed)['oembed'].html).toBe((JSON.parse((await oembed(feed)).text) as Parsed).html)
  })
})

describe('the documentation', () => {
  const docs = readFileSync('docs/feeds.md', 'utf8')

  it('shows requests that are answered as it says', async () => {
    const shown = [...docs.matchAll(/^curl -s 'http:\/\/localhost:3000(\/o?embed[^']*)'$/gm)].map(([, path]) => String(path))
    expect(shown.length).toBeGreaterThanOrEqual(7)
    expect(await Promise.all(shown.map(async (path) => [path, (await get(path)).status]))).toEqual(shown.map((path) => [path, 200]))
  })

  it('shows the snippets that the admin gives, and every attribute there is', async () => {
    const blocks = [...docs.matchAll(/```html\n([^]*?)\n```/g)].map(([, text]) => text)
    expect(blocks).toEqual([
      `${scriptTag({ url: 'https://ocop.example/embed/v1-0123456789abcdef.js', integrity: 'sha384-…' })}\n${productsTag({ feed: 'products', name: 'Sản phẩm OCOP', siteUrl: 'https://bao.example/', layout: 'grid', limit: 8 })}`,
      iframeTag({ src: 'https://ocop.example/embed/products?layout=grid&limit=8', title: 'Sản phẩm OCOP', height: 640 }),
    ])
    const script = (await get('/embed/v1.js')).text
    const [, observed = ''] = /observedAttributes=\[\w+,([^\]]+)\]/.exec(script) ?? []
    const attributes = observed.replaceAll('"', '').split(',')
    expect(attributes).toEqual(['layout', 'theme', 'lang', 'limit', 'heading', 'heading-level', 'key'])
    expect(attributes.filter((name) => !docs.includes(`\`${name}\``))).toEqual([])
    const properties = new Set([...script.matchAll(/var\((--ocop-[a-z-]+)/g)].map(([, name]) => name))
    expect([...properties].filter((name) => !docs.includes(`\`${name}\``))).toEqual([])
  })
})
