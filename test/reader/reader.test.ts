import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe, { type AxeResults } from 'axe-core'
import { request } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, type Client, staff } from '../support/staff.ts'
import { type Site, startReader, startSite, stopReader } from './site.ts'

const SEED = '/bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop-1019.html'
const PRODUCT = '/ocop/san-pham/mien-dong-tai-hoan-1024.html'
const pages: readonly [name: string, path: string, heading: string, title: string][] = [
  ['home', '/', 'Trang chủ', 'OCOP Press'],
  ['the seed page', SEED, 'Bắc Kạn: Thêm 6 xã đạt chuẩn nông thôn mới và 73 sản phẩm OCOP', 'Bắc Kạn: Thêm 6 xã đạt chuẩn nông thôn mới và 73 sản phẩm OCOP | OCOP Press'],
  ['a product', PRODUCT, 'Miến dong Tài Hoan', 'Miến dong Tài Hoan | OCOP Press'],
  ['a category', '/ocop', 'OCOP', 'OCOP | OCOP Press'],
  ['the catalogue', '/ocop/san-pham', 'Sản phẩm OCOP', 'Sản phẩm OCOP | OCOP Press'],
  ['what is new', '/tin-moi', 'Tin mới', 'Tin mới | OCOP Press'],
  ['a search', '/tim-kiem?q=mien+dong', 'Tìm “mien dong”', 'Tìm “mien dong” | OCOP Press'],
  ['a topic', '/chu-de/ocop-2026', 'Bộ tiêu chí OCOP 2026', 'Bộ tiêu chí OCOP 2026 | OCOP Press'],
  ['a province that is no more', '/dia-phuong/bac-kan-2025', 'Tỉnh Bắc Kạn', 'Tỉnh Bắc Kạn | OCOP Press'],
  ['a decision', '/van-ban/263-qd-ttg-2022-02-22', 'Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ', ''],
]
const devices = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

let site: Site
let browser: Browser
let admin: Client

beforeAll(async () => {
  site = await startSite()
  admin = await staff(site.platform).as('administrator')
  browser = await launchBrowser()
  // The index of the search is made after the start.
  while ((await site.fetch('/tim-kiem?q=ocop')).status === 503) await new Promise((done) => setTimeout(done, 200))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const window = async ({ device = 'desktop', javaScriptEnabled = false }: { device?: keyof typeof devices; javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  (await browser.newContext({ viewport: devices[device], javaScriptEnabled })).newPage()
const questions = () => site.asked.filter(({ url }) => url.startsWith('/graphql'))
const ok = ({ status, body }: Answer): Record<string, any> => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body.doc ?? body
}
const findOne = async (collection: string, slug: string): Promise<Record<string, any>> => (await admin.get(`/${collection}?where[slug][equals]=${slug}&limit=1`)).body.docs[0]
const textOf = async (path: string): Promise<string> => (await site.fetch(path)).text()
const titlesIn = (page: Page, heading: string): Promise<string[]> => page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true, level: 2 }) }).locator('h3 a').allInnerTexts()

describe.each(Object.keys(devices) as (keyof typeof devices)[])('on a %s, without JavaScript', (device) => {
  it.each(pages)('%s: one question, one heading, nothing wider than the window, nothing that failed', async (_name, path, heading, title) => {
    const page = await window({ device })
    const complaints: string[] = []
    page.on('requestfailed', (request) => complaints.push(request.url()))
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
    const before = questions().length
    const response = await page.goto(site.origin + path)
    expect([response?.status(), questions().length - before]).toEqual([200, 1])
    expect(await page.locator('h1').allInnerTexts()).toEqual([heading])
    if (title) expect(await page.title()).toBe(path === '/' ? 'Trang chủ | OCOP Press' : title)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.context().close()
  }, 60_000)
})

it('tells on the pages of articles and products where their oEmbed answers are', async () => {
  for (const path of [SEED, PRODUCT]) {
    const links = [...(await textOf(path)).matchAll(/<link rel="alternate" type="(application\/json|text\/xml)\+oembed" href="([^"]+)"/g)].map(([, type, href]) => [type, href?.replaceAll('&amp;', '&')] as const)
    expect(links.map(([type]) => type)).toEqual(['application/json', 'text/xml'])
    for (const [type, href] of links) {
      const answer = await fetch(String(href))
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
    }
  }
})

const inspected = [...pages.slice(0, 7), ['nothing', '/khong-co'] as const]

it.each(inspected.flatMap(([name, path]) => (Object.keys(devices) as (keyof typeof devices)[]).map((device) => [name, device, path] as const)))('%s on a %s has nothing that axe finds fault with', async (_name, device, path) => {
  const page = await window({ device, javaScriptEnabled: true })
  await page.goto(site.origin + path)
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(passes.length).toBeGreaterThan(20)
  await page.context().close()
}, 60_000)

describe('the seed page', () => {
  it('shows all its boxes, nothing twice, and goes on below without repeating itself', async () => {
    const page = await window()
    await page.goto(site.origin + SEED)
    const boxes = await Promise.all(['Tin liên quan', 'Có thể bạn quan tâm', 'Cùng chuyên mục', 'Tin khác'].map((heading) => titlesIn(page, heading)))
    expect(boxes.map(({ length }) => length)).toEqual([3, 5, 5, 25])
    const shown = boxes.flat()
    expect(new Set(shown).size).toBe(shown.length)
    expect(await page.locator('.brands li').count()).toBe(22)
    expect(await page.locator('.byline').innerText()).toBe('Hồng Ánh')
    expect(await page.locator('.story header time').innerText()).toBe('Thứ Tư, 09/03/2022, 07:30')
    expect(await page.locator('nav[aria-label="Vị trí trang"] a').allInnerTexts()).toEqual(['Kinh tế', 'Nông thôn mới'])

    await page.getByRole('link', { name: 'Xem thêm' }).click()
    expect(new URL(page.url()).pathname).toBe('/tin-moi')
    const next = await page.locator('main .card a').allInnerTexts()
    expect(next.length).toBe(25)
    expect(next.filter((title) => shown.includes(title))).toEqual([])
    await page.context().close()
  })

  it('marks a paid link of a brand', async () => {
    const { id } = await findOne('partner-brands', 'ecopark')
    ok(await admin.patch(`/partner-brands/${id}`, { website: 'https://example.org/?a=1&b=2', rel: 'sponsored' }))
    expect(await textOf(SEED)).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noopener sponsored"><img')
  })

  it('says in its head what it is', async () => {
    const text = await textOf(SEED)
    const image = /<meta property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(image).toMatch(/-1200x630\.webp/)
    expect((await fetch(image)).status).toBe(200)
    for (const said of [`<html lang="vi">`, `<link rel="canonical" href="${site.origin}${SEED}">`, `<meta property="og:url" content="${site.origin}${SEED}">`, '<meta property="og:type" content="article">', '<meta property="og:locale" content="vi_VN">']) expect(text).toContain(said)
    expect(text).toMatch(/<meta name="description" content="Năm 2021, Bắc Kạn [^"]+">/)
  })

  it('carries what search engines read of it, printed so that no text ends the script', async () => {
    const [, script = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await textOf(SEED)) ?? []
    const { '@graph': [news, way] } = JSON.parse(script)
    expect([news['@type'], news.url, way['@type'], way.itemListElement.at(-1).item]).toEqual(['NewsArticle', site.origin + SEED, 'BreadcrumbList', site.origin + SEED])
    expect(script).not.toContain('<')
  })

  it('links within itself by paths, in the text too', async () => {
    const text = (await textOf(SEED)).replace(/<head>.*<\/head>/s, '')
    expect(text).toContain(`class="op-product" href="${PRODUCT}"`)
    expect(text).not.toContain(`href="${site.origin}`)
  })

  it('can be walked by keyboard: first to the content', async () => {
    const page = await window({ javaScriptEnabled: true })
    await page.goto(site.origin + SEED)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Đến nội dung chính')
    expect(await page.locator(':focus').boundingBox()).toMatchObject({ x: 0, y: 0 })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await page.context().close()
  })

  it('tells the platform of a view, where there is JavaScript, and nothing else runs', async () => {
    const page = await window({ javaScriptEnabled: true })
    const errors: string[] = []
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
    page.on('pageerror', (error) => errors.push(error.message))
    const told = page.waitForRequest((sent) => sent.method() === 'POST')
    await page.goto(site.origin + SEED)
    const sent = await told
    const { id } = await findOne('articles', 'bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop')
    expect([new URL(sent.url()).pathname, JSON.parse(sent.postData() ?? '')]).toEqual(['/v1/views', { kind: 'article', id: String(id) }])
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(1)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

it('the page of a product says its stars in words, how long they hold, and all its certificates', async () => {
  const page = await window()
  await page.goto(site.origin + PRODUCT)
  // The days of the example newspaper count from the day it was made.
  const { certification: { through } } = await (await site.platform.fetch('/v1/products/mien-dong-tai-hoan')).json() as { certification: { through: string } }
  expect(await page.locator('.sheet .stars').ariaSnapshot()).toContain('OCOP 5 sao')
  expect(await page.locator('.meaning').innerText()).toBe(`Được hội đồng chấm từ 90 đến 100 điểm, hạng cao nhất. Có giá trị đến hết ngày ${through.split('-').reverse().join('/')}.`)
  const facts = await page.locator('.sheet .facts').innerText()
  for (const said of ['60.000', 'Hợp tác xã Tài Hoan', 'huyện Na Rì, Tỉnh Bắc Kạn', 'nay thuộc Tỉnh Thái Nguyên', '500 g']) expect(facts).toContain(said)
  expect(await page.locator('.certificates h3').allInnerTexts()).toEqual(['5 sao · Đang có hiệu lực', '5 sao · Đã hết hạn'])
  expect(await page.locator('.sheet img').first().getAttribute('alt')).toBe('Minh họa những bó miến dong buộc đai đỏ')
  await page.getByRole('link', { name: 'Hợp tác xã Tài Hoan' }).click()
  expect([await page.locator('h1').innerText(), await page.locator('.card h3').allInnerTexts()]).toEqual(['Hợp tác xã Tài Hoan', ['Miến dong Tài Hoan']])
  await page.context().close()
})

it('hands on the sitemaps and robots.txt of the platform, whose addresses are its own', async () => {
  const robots = await site.fetch('/robots.txt')
  expect([robots.status, await robots.text()]).toEqual([200, `User-agent: *\nAllow: /\n\nSitemap: ${site.origin}/sitemap.xml\n`])
  const index = await (await site.fetch('/sitemap.xml')).text()
  expect(index).toContain(`<loc>${site.origin}/sitemaps/articles-1.xml</loc>`)
  const articles = await site.fetch('/sitemaps/articles-1.xml')
  expect(await articles.text()).toContain(`<loc>${site.origin}${SEED}</loc>`)
  expect((await site.fetch('/sitemaps/articles-1.xml', { headers: { 'if-none-match': articles.headers.get('etag') ?? '' } })).status).toBe(304)
  expect((await site.fetch('/sitemaps/articles-9.xml')).status).toBe(404)
})

it('a product whose certificate has ended shows no stars', async () => {
  const page = await window()
  await page.goto(`${site.origin}/ocop/san-pham`)
  const names: string[] = []
  for (;;) {
    names.push(...await page.locator('main .card a').allInnerTexts())
    const next = page.getByRole('link', { name: 'Xem thêm' })
    if (await next.count() === 0) break
    await next.click()
  }
  expect([names.length, new Set(names).size]).toEqual([80, 80])
  const ended = page.locator('.card', { has: page.locator('.stars.ended') }).first()
  expect(await ended.locator('.stars').innerText()).toMatch(/^Đã hết hạn chứng nhận [345] sao$/)
  await ended.locator('a').click()
  expect(await page.locator('.sheet .stars').innerText()).not.toContain('★')
  expect(await page.locator('.meaning').count()).toBe(0)
  await page.context().close()
})

describe('the search', () => {
  it('finds without accents, marks what it found, and narrows by kind', async () => {
    const page = await window()
    await page.goto(site.origin)
    await page.getByRole('searchbox').fill('mien dong')
    await page.getByRole('button', { name: 'Tìm' }).click()
    expect(new URL(page.url()).search).toBe('?q=mien+dong')
    expect(await page.getByRole('searchbox').inputValue()).toBe('mien dong')
    expect(await page.locator('mark').first().innerText()).toBe('Miến dong')
    const all = await page.locator('main .card').count()
    await page.getByRole('link', { name: /^Sản phẩm \(\d+\)$/ }).click()
    expect(await page.getByRole('link', { name: /^Sản phẩm \(\d+\)$/ }).getAttribute('aria-current')).toBe('true')
    const products = await page.locator('main .card').count()
    expect(products).toBe(await page.locator('main .card.product').count())
    expect(products).toBeLessThan(all)
    await page.context().close()
  })

  it('leads from page to page without repeating', async () => {
    const page = await window()
    await page.goto(`${site.origin}/tim-kiem?q=b%E1%BA%AFc%20k%E1%BA%A1n`)
    const total = Number(/\d+/.exec(await page.locator('.results').first().innerText())?.[0])
    const found: (string | null)[] = []
    for (;;) {
      found.push(...await page.locator('main .card').evaluateAll((cards) => cards.map((card) => card.querySelector('a')?.getAttribute('href') ?? null)))
      const next = page.getByRole('link', { name: 'Xem thêm' })
      if (await next.count() === 0) break
      await next.click()
    }
    expect(total).toBeGreaterThan(20)
    expect([found.length, new Set(found).size]).toEqual([total, total])
    await page.context().close()
  })

  it.each(['', '?q=', '?q=%20%3F!'])('asks for a word at /tim-kiem%s', async (query) => {
    const response = await site.fetch(`/tim-kiem${query}`)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Nhập từ cần tìm')])
  })

  it('prints what was asked as text', async () => {
    const text = await textOf(`/tim-kiem?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(text).toContain('Không tìm thấy kết quả nào.')
  })
})

describe('what stands elsewhere, or no more', () => {
  const at = async (path: string): Promise<[number, string | null]> => {
    const response = await site.fetch(path)
    await response.text()
    return [response.status, response.headers.get('location')]
  }

  it('301 to the one address of a thing, the query kept', async () => {
    expect(await at('/bac-kan-1019.html?utm=x')).toEqual([301, `${SEED}?utm=x`])
    expect(await at('/ocop/san-pham/ten-cu-1024.html')).toEqual([301, PRODUCT])
    expect(await at('/nong-thon-moi')).toEqual([301, '/kinh-te/nong-thon-moi'])
    expect(await at('/ocop/')).toEqual([301, '/ocop'])
  })

  it('301 from a former slug, 410 and 451 from what was retracted, each with its note', async () => {
    const made = await findOne('articles', 'vong-doi-36-thang-cua-mot-giay-chung-nhan-ocop')
    const old = `/${made.slug}-${made.number}.html`
    ok(await admin.patch(`/articles/${made.id}`, { slug: 'ba-muoi-sau-thang', title: 'Giá < 5 & "ngon" <b>thật</b>', _status: 'published' }))
    expect(await at(old)).toEqual([301, `/ba-muoi-sau-thang-${made.number}.html`])
    const text = await textOf(`/ba-muoi-sau-thang-${made.number}.html`)
    expect(text).toContain('<h1>Giá &lt; 5 &amp; &quot;ngon&quot; &lt;b&gt;thật&lt;/b&gt;</h1>')
    expect(text).not.toContain('<b>thật')

    for (const [reason, status] of [['retracted', 410], ['legal', 451]] as const) {
      ok(await admin.patch(`/articles/${made.id}`, { retraction: { at: '2026-01-01T00:00:00.000Z', reason, note: 'Gỡ <theo> yêu cầu.' }, _status: 'published' }))
      const response = await site.fetch(`/ba-muoi-sau-thang-${made.number}.html`)
      expect([response.status, await response.text()]).toEqual([status, expect.stringContaining('<p>Gỡ &lt;theo&gt; yêu cầu.</p>')])
    }
  })

  it('where the editors’ redirects say', async () => {
    for (const redirect of [{ from: '/cu/trang-301', type: '301', to: '/ocop' }, { from: '/cu-302.html', type: '302', to: 'https://example.org/moi' }, { from: '/cu-410', type: '410' }]) ok(await admin.post('/redirects', redirect))
    expect(await at('/cu/trang-301')).toEqual([301, '/ocop'])
    expect(await at('/cu-302.html')).toEqual([302, 'https://example.org/moi'])
    expect(await at('/cu-410')).toEqual([410, null])
  })

  it.each(['/khong-co', '/khong-co-12345.html', '/ocop/san-pham/khong-co-99999.html', '/chu-de/khong-co', '/a/b/c', '/favicon.ico'])('404 for %s, with the newspaper around it', async (path) => {
    const response = await site.fetch(path)
    expect([response.status, response.headers.get('etag')]).toEqual([404, null])
    const text = await response.text()
    expect(text).toContain('Không tìm thấy trang')
    expect(text).toContain('Thời sự')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })

  it('400 for an address that means nothing, 405 for what is no reading', async () => {
    expect((await at('/%E0%A4%A'))[0]).toBe(400)
    expect((await at('/tin-moi?after=khong-phai-con-tro'))[0]).toBe(400)
    expect((await site.fetch('/', { method: 'POST', body: 'x' })).status).toBe(405)
  })
})

describe('delivery', () => {
  it('hands on how long the platform vouches for an answer, and answers 304 when it has not changed', async () => {
    const first = await site.fetch(PRODUCT)
    await first.text()
    const etag = first.headers.get('etag') ?? ''
    expect([first.headers.get('cache-control'), etag]).toEqual([questions().at(-1)?.cacheControl, expect.stringMatching(/^W\/"/)])
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    const again = await site.fetch(PRODUCT, { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])

    const { id } = await findOne('products', 'mien-dong-tai-hoan')
    ok(await admin.patch(`/products/${id}`, { netWeight: '350 g', _status: 'published' }))
    const changed = await site.fetch(PRODUCT, { headers: { 'if-none-match': etag } })
    expect([changed.status, await changed.text()]).toEqual([200, expect.stringContaining('350 g')])
    ok(await admin.patch(`/products/${id}`, { netWeight: '500 g', _status: 'published' }))
  })

  it('asks by GET and tells the platform nothing of the visitor', async () => {
    await textOf(SEED)
    const plain = questions().at(-1)
    const response = await site.fetch(SEED, { headers: { cookie: 'a=1', 'user-agent': 'visitor', authorization: 'Basic eA==', 'x-forwarded-for': '10.1.2.3', referer: 'https://example.org/', 'accept-language': 'de' } })
    await response.text()
    const asked = questions().at(-1)
    expect([asked?.method, asked?.url, asked?.headers]).toEqual(['GET', plain?.url, plain?.headers])
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('answers HEAD without a body, compressed where that is taken, under a policy that lets nothing else run', async () => {
    const head = await site.fetch(SEED, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; .*script-src 'sha256-[^']+'; /)
    const encoding = await new Promise((done, failed) => request(site.origin + SEED, { headers: { 'accept-encoding': 'gzip' } }, (res) => {
      done(res.headers['content-encoding'])
      res.resume()
    }).on('error', failed).end())
    expect([encoding, head.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
  })

  it('says so when the platform cannot be reached', async () => {
    const alone = await startReader({ PORT: '0', API_URL: 'http://127.0.0.1:9' })
    try {
      const origin = /Reader: (http:\/\/localhost:\d+)/.exec(alone.logs())?.[1] ?? ''
      const response = await fetch(`${origin}/`)
      expect([response.status, response.headers.get('retry-after'), response.headers.get('cache-control')]).toEqual([503, '5', 'no-store'])
      expect(await response.text()).toContain('Tạm thời chưa tải được trang')
      expect(alone.logs()).toContain('The platform at http://127.0.0.1:9 does not answer')
    } finally {
      await stopReader(alone.child)
    }
  })
})
