import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { staff } from '../../support/staff.ts'
import { answerSchemas } from './answer-schemas.ts'
import { makeNewspaper, type Newspaper } from './newspaper.ts'

type Json = Record<string, any>

let server: TestServer
let paper: Newspaper
let described: Json
let wrong: ReturnType<typeof answerSchemas>

beforeAll(async () => {
  server = await startServer()
  paper = await makeNewspaper(await staff(server).as('administrator'))
  described = await (await server.fetch('/v1/openapi.json')).json() as Json
  wrong = answerSchemas(described)
}, 120_000)
afterAll(() => server?.stop())

/** The path of the description that a path of a request belongs to. */
const describedPath = (path: string): string => {
  const wanted = path.split('?')[0] as string
  const match = Object.keys(described['paths']).find((known) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(wanted))
  return match ?? wanted
}

/** An answer, checked against the description. With `fields` the schema promises nothing but the form of what is there. */
const get = async (path: string, init?: RequestInit): Promise<{ status: number; body: Json; headers: Headers }> => {
  const response = await server.fetch(path, init)
  const body = await response.json() as Json
  if (!/[?&]fields=/.test(path) || response.status !== 200) expect({ path, wrong: wrong({ path: describedPath(path), status: response.status, body }) }).toEqual({ path, wrong: [] })
  return { status: response.status, body, headers: response.headers }
}

const slugs = (body: Json): string[] => body['items'].map(({ slug }: Json) => slug)

describe('every address', () => {
  it('is answered as it is described', async () => {
    const asked = [
      ...['articles', 'authors', 'categories', 'topics', 'products', 'producers', 'product-groups', 'administrative-units', 'legal-documents', 'partner-brands', 'images'],
      'home-page', 'navigation', 'latest', 'most-read', 'most-read?window=month&kinds=product&first=5', 'ocop-statistics?issuedIn=2026', 'ocop-statistics?validOn=2026-07-01&by=stars,kind,group,province', 'featured-brands', 'redirects?path=/duong-cu', 'pages/articles/tin-so-2', 'site-settings', `images/${paper.samples.media}`, 'articles/tin-so-2', 'products/mien-dong-1', 'categories/nong-thon-moi', 'partner-brands/bivaco',
    ]
    for (const path of asked) expect({ path, ...(await get(`/v1/${path}`)) }).toMatchObject({ path, status: 200 })
  })

  it('is named at /v1', async () => {
    const { addresses, reference, openapi } = await (await server.fetch('/v1')).json() as Json
    expect(addresses).toEqual(Object.keys(described['paths']))
    expect([reference, openapi]).toEqual(['/docs', '/v1/openapi.json'])
  })

  it('is JSON, open to every page, without cookies, and checked with the server before it is used again', async () => {
    const { headers } = await get('/v1/articles', { headers: { origin: 'https://elsewhere.example' } })
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('access-control-expose-headers')).toContain('Link')
    expect(headers.get('set-cookie')).toBeNull()
    const again = await server.fetch('/v1/articles', { headers: { 'if-none-match': String(headers.get('etag')) } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('takes GET, HEAD and OPTIONS and says so to others', async () => {
    const head = await server.fetch('/v1/articles?first=1', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('link')).toContain('rel="next"')
    const preflight = await server.fetch('/v1/articles', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-anything' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-methods'), preflight.headers.get('access-control-allow-headers')]).toEqual([204, '*', 'GET, HEAD, OPTIONS', '*'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/v1/articles', '/v1/articles/tin-so-2', '/v1/openapi.json']) {
        const response = await server.fetch(path, { method })
        expect([response.status, response.headers.get('allow'), response.headers.get('content-type'), response.headers.get('access-control-allow-origin')]).toEqual([405, 'GET, HEAD, OPTIONS', 'application/problem+json', '*'])
      }
    }
  })

  it('is in the reference, which needs nothing from elsewhere', async () => {
    const response = await server.fetch('/docs')
    const page = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    for (const path of Object.keys(described['paths'])) expect(page).toContain(`<code>${path}</code>`)
  })

  it('that does not exist is a problem like any other', async () => {
    const response = await server.fetch('/v1/nothing')
    expect([response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')]).toEqual([404, 'application/problem+json', '*'])
    expect(await response.json()).toMatchObject({ type: '/problems/NOT_FOUND', code: 'NOT_FOUND', status: 404 })
  })
})

describe('a list', () => {
  it('has the newest first, and nothing that is not public', async () => {
    const { body } = await get('/v1/articles')
    expect(slugs(body)).toEqual(['tin-so-5', 'tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1'])
    expect(body['next']).toBeNull()
  })

  it('goes on by its cursor, to which Link leads too', async () => {
    const seen: string[] = []
    const pages: number[] = []
    for (let path: string | null = '/v1/articles?first=2&sort=title'; path;) {
      const { body, headers }: { body: Json; headers: Headers } = await get(path)
      seen.push(...slugs(body))
      pages.push(body['items'].length)
      const link: string | undefined = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
      expect(link === undefined).toBe(body['next'] === null)
      if (link) expect(new URL(link, server.origin).searchParams.get('after')).toBe(body['next'])
      path = link ?? null
    }
    expect(seen).toEqual(['tin-so-1', 'tin-so-2', 'tin-so-3', 'tin-so-4', 'tin-so-5'])
    expect(pages).toEqual([2, 2, 1])
  })

  it.each<[string, string[]]>([
    ['articles?category=nong-thon-moi', ['tin-so-5']],
    ['articles?category=khong-co', []],
    ['articles?category=nong-thon-moi,khong-co', ['tin-so-5']],
    ['articles?genre=report', ['tin-so-2']],
    ['articles?genre=report,news&first=2', ['tin-so-5', 'tin-so-4']],
    ['articles?featured=true', ['tin-so-2']],
    ['articles?publishedAt.gte=2026-03-04T01:00:00Z', ['tin-so-5', 'tin-so-4']],
    ['articles?publishedAt.gte=2026-03-02T08:00:00%2B07:00&publishedAt.lt=2026-03-03T01:00:00Z', ['tin-so-2']],
    ['articles?product=mien-dong-1', ['tin-so-2']],
    ['articles?province=thai-nguyen&first=1', ['tin-so-5']],
    ['articles?sort=publishedAt&first=1', ['tin-so-1']],
    ['products', ['mien-dong-3', 'mien-dong-2', 'mien-dong-1']],
    ['products?stars.gte=4', ['mien-dong-1']],
    ['products?stars=3', ['mien-dong-2']],
    ['products?sort=-stars', ['mien-dong-1', 'mien-dong-2', 'mien-dong-3']],
    ['products?certifiedIn=2026&sort=name', ['mien-dong-1', 'mien-dong-2']],
  ])('%s', async (query, wanted) => {
    expect(slugs((await get(`/v1/${query}`)).body)).toEqual(wanted)
  })

  it('takes the id of a reference as well as its slug', async () => {
    expect(slugs((await get(`/v1/articles?category=${paper.child}`)).body)).toEqual(['tin-so-5'])
    const all = slugs((await get(`/v1/articles?category=${paper.samples.category}`)).body)
    expect(all).toHaveLength(5)
  })

  it('loses stars with the day on which they end', async () => {
    const { body } = await get('/v1/products/mien-dong-1')
    expect(body['certification']).toMatchObject({ status: 'certified', stars: 4 })
    await server.setClock('2040-01-01T00:00:00.000Z')
    try {
      expect(slugs((await get('/v1/products?stars.gte=3')).body)).toEqual([])
      expect((await get('/v1/products/mien-dong-1')).body['certification']).toMatchObject({ status: 'expired', stars: null, lastStars: 4 })
    } finally {
      await server.setClock(null)
    }
  })
})

describe('one thing', () => {
  it('is found by its slug, its id and its number', async () => {
    const { body } = await get('/v1/articles/tin-so-2')
    expect(body).toMatchObject({ id: paper.articles[1], slug: 'tin-so-2', title: 'Tin số 2', genre: 'report' })
    expect((await get(`/v1/articles/id:${body['id']}`)).body).toEqual(body)
    expect((await get(`/v1/articles/number:${body['number']}`)).body).toEqual(body)
    expect((await get(`/v1/articles/tin-so-2-${body['number']}.html`)).body).toEqual(body)
    expect((await get(`/v1/images/${paper.samples.media}`)).body).toMatchObject({ id: paper.samples.media, alt: 'Một mảng màu xanh' })
    expect((await get('/v1/administrative-units/thai-nguyen')).body).toMatchObject({ key: 'thai-nguyen-2025', current: true })
    expect((await get('/v1/administrative-units/key:thai-nguyen-2025')).body).toMatchObject({ slug: 'thai-nguyen' })
  })

  it('is whole, with cards for what it refers to', async () => {
    const { body } = await get('/v1/articles/tin-so-2')
    expect(body['body']).toMatchObject({ text: 'Đoạn một của bài.\n\nĐoạn hai của bài.', minutes: 1, html: '<p>Đoạn một của bài.</p><p>Đoạn hai của bài.</p>' })
    expect(Object.keys(body['category']).sort()).toEqual(['id', 'name', 'slug', 'url'])
    expect(body['related']).toEqual([{ id: paper.articles[0], slug: 'tin-so-1', number: expect.any(Number), title: 'Tin số 1', url: expect.stringMatching(/^http.*\/tin-so-1-\d+\.html$/) }])
    expect(body['cover']).toMatchObject({ alt: 'Một mảng màu xanh', width: 640, srcset: expect.stringContaining('640w') })
    expect(body['bylines']).toMatchObject([{ name: 'Hồng Ánh', role: 'text', author: { name: 'Hồng Ánh' } }])
  })

  it('that has another slug now leads there', async () => {
    const response = await get('/v1/articles/ten-cu')
    expect([response.status, response.headers.get('location'), response.headers.get('content-type')]).toEqual([301, '/v1/articles/tin-so-1', 'application/json; charset=utf-8'])
    expect(response.body).toEqual({ movedTo: expect.stringMatching(/\/tin-so-1-\d+\.html$/), permanent: true })
    const followed = await server.fetch('/v1/articles/ten-cu', { redirect: 'follow' })
    expect([followed.status, (await followed.json() as Json)['slug']]).toEqual([200, 'tin-so-1'])
  })

  it('that a redirect leads away from is answered by the redirect', async () => {
    const away = await get('/v1/articles/duong-cu')
    expect([away.status, away.headers.get('location'), away.body['permanent']]).toEqual([302, expect.stringMatching(/^http.*\/chuyen-muc-moi$/), false])
    const given = await get('/v1/articles/da-bo')
    expect([given.status, given.body['reason']]).toEqual([410, undefined])
  })

  it('that was retracted says so, and one that the law removed', async () => {
    const retracted = await get('/v1/articles/tin-so-6')
    expect(retracted.body).toMatchObject({ status: 410, code: 'NOT_FOUND', type: '/problems/NOT_FOUND', reason: 'RETRACTED', note: 'Bài có thông tin sai.' })
    expect(retracted.status).toBe(410)
    const removed = await get('/v1/articles/tin-so-7')
    expect(removed.body).toMatchObject({ status: 451, reason: 'LEGAL', note: 'Theo bản án.' })
    expect(removed.status).toBe(451)
  })

  it.each(['articles/khong-co', 'articles/ban-nhap', 'articles/tin-so-8', 'articles/id:khong-co', 'articles/number:999999', 'articles/number:x', 'images/khong-co', 'products/tin-so-1', `articles/${'a'.repeat(300)}`])('%s is not there', async (path) => {
    const { status, body } = await get(`/v1/${path}`)
    expect([status, body['code']]).toEqual([404, 'NOT_FOUND'])
  })

  it('that is a draft is not found by its id either', async () => {
    for (const id of [paper.draft, paper.scheduled]) expect((await get(`/v1/articles/id:${id}`)).status).toBe(404)
  })
})

describe('the page of an article', () => {
  it('has all its boxes, and nothing twice', async () => {
    const { status, body } = await get('/v1/pages/articles/tin-so-2')
    expect(status).toBe(200)
    expect(body['article']).toMatchObject({ slug: 'tin-so-2', body: { minutes: 1 } })
    expect(body['breadcrumbs']).toMatchObject([{ name: expect.stringContaining('Kinh tế') }])
    expect(slugs({ items: body['related'] })[0]).toBe('tin-so-1')
    expect(body['featuredBrands']).toMatchObject([{ name: 'Bivaco', rel: 'sponsored', placements: [{ placement: 'featured', order: 1 }] }])
    const shown = ['related', 'youMayLike', 'sameCategory'].flatMap((name) => body[name] as Json[]).concat(body['article'], body['latest'].items).map(({ id }: Json) => id)
    expect(new Set(shown).size).toBe(shown.length)
    expect(body['latest'].items.map(({ kind }: Json) => kind)).toContain('product')
    expect(body['latest'].items[0]).not.toHaveProperty('body')
  })

  it('takes fields and include for the article', async () => {
    const { body } = await get('/v1/pages/articles/tin-so-2?fields=title&include=category')
    expect(body['article']).toEqual({ title: 'Tin số 2', category: expect.objectContaining({ path: expect.any(String) }) })
    expect(body['related'][0]).toHaveProperty('lead')
  })

  it('is found by the last part of its address and by number', async () => {
    const { body } = await get('/v1/articles/tin-so-2')
    expect((await get(`/v1/pages/articles/tin-so-2-${body['number']}.html`)).body['article'].id).toBe(body['id'])
    expect((await get(`/v1/pages/articles/number:${body['number']}`)).body['article'].id).toBe(body['id'])
  })

  it('has moved, is gone or never was, as the article itself', async () => {
    const there = await get('/v1/pages/articles/ten-cu')
    expect([there.status, there.headers.get('location')]).toEqual([301, '/v1/pages/articles/tin-so-1'])
    const away = await get('/v1/pages/articles/duong-cu')
    expect([away.status, away.headers.get('location')]).toEqual([302, expect.stringMatching(/\/chuyen-muc-moi$/)])
    expect((await get('/v1/pages/articles/tin-so-6')).body).toMatchObject({ status: 410, reason: 'RETRACTED' })
    expect((await get('/v1/pages/articles/tin-so-7')).body).toMatchObject({ status: 451, reason: 'LEGAL' })
    expect((await get('/v1/pages/articles/da-bo')).status).toBe(410)
    for (const name of ['khong-co', 'ban-nhap', 'tin-so-8', 'mien-dong-1']) expect((await get(`/v1/pages/articles/${name}`)).status).toBe(404)
  })
})

describe('the mixed list', () => {
  const all = ['tin-so-5', 'tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1', 'mien-dong-3', 'mien-dong-2', 'mien-dong-1']

  it('has news and products by time, and goes on by its cursor', async () => {
    expect(slugs((await get('/v1/latest')).body)).toEqual(all)
    const first = await get('/v1/latest?first=6')
    const second = await get(`/v1/latest?first=6&after=${first.body['next']}`)
    expect([...slugs(first.body), ...slugs(second.body)]).toEqual(all)
    expect([first.body['items'][0].kind, second.body['items'][0].kind, second.body['next']]).toEqual(['article', 'product', null])
  })

  it.each<[string, string[]]>([
    ['kinds=product', all.slice(5)],
    ['category=nong-thon-moi', ['tin-so-5', ...all.slice(5)]],
    ['category=nong-thon-moi&kinds=article', ['tin-so-5']],
  ])('%s', async (query, wanted) => {
    expect(slugs((await get(`/v1/latest?${query}`)).body)).toEqual(wanted)
  })

  it('leaves out what is shown already', async () => {
    const { body } = await get(`/v1/latest?without=${paper.articles[4]},${paper.products[2]}&first=5`)
    expect(slugs(body)).toEqual(['tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1', 'mien-dong-2'])
  })

  it('takes fields of either kind', async () => {
    expect((await get('/v1/latest?fields=title,name&first=6')).body['items'].slice(4)).toEqual([{ kind: 'article', title: 'Tin số 1' }, { kind: 'product', name: 'Miến dong 3' }])
  })
})

describe('statistics, brands and redirects', () => {
  it('count certificates by year and by day', async () => {
    expect((await get('/v1/ocop-statistics?issuedIn=2026&by=stars,kind')).body).toEqual({ total: 2, lines: [{ stars: 4, kind: 'new', count: 1 }, { stars: 3, kind: 'new', count: 1 }] })
    const { body } = await get('/v1/ocop-statistics?validOn=2026-12-31&province=thai-nguyen&by=province,group')
    expect(body).toMatchObject({ total: 2, lines: [{ province: { slug: 'thai-nguyen' }, group: { name: 'Chế biến từ gạo, ngũ cốc' }, count: 2 }] })
    expect((await get('/v1/ocop-statistics?issuedIn=2025')).body).toEqual({ total: 0, lines: [] })
  })

  it('show brands where they are placed', async () => {
    expect((await get('/v1/featured-brands')).body['items']).toMatchObject([{ name: 'Bivaco', logo: { alt: 'Một mảng màu xanh' } }])
    expect((await get('/v1/featured-brands?placement=footer')).body).toEqual({ items: [], next: null })
  })

  it('tell where a path leads', async () => {
    expect((await get('/v1/redirects?path=/duong-cu')).body).toEqual({ path: '/duong-cu', to: expect.stringMatching(/^http.*\/chuyen-muc-moi$/), status: 302 })
    expect((await get('/v1/redirects?path=/da-bo')).body).toEqual({ path: '/da-bo', to: null, status: 410 })
    expect((await get('/v1/redirects?path=/khong-co')).status).toBe(404)
  })
})

describe('what is answered', () => {
  it('is chosen by fields', async () => {
    expect((await get('/v1/articles?fields=title,category.name&first=1')).body['items']).toEqual([{ title: 'Tin số 5', category: { name: 'Nông thôn mới' } }])
    expect((await get('/v1/articles/tin-so-2?fields=body.minutes,bylines.author.name')).body).toEqual({ body: { minutes: 1 }, bylines: [{ author: { name: 'Hồng Ánh' } }] })
    expect((await get('/v1/home-page?fields=slots.items.title,slots.items.name')).body).toEqual({ slots: [{ items: [{ kind: 'article', title: 'Tin số 2' }] }, { items: [{ kind: 'product', name: 'Miến dong 3' }, { kind: 'product', name: 'Miến dong 2' }] }] })
  })

  it('is made whole by include', async () => {
    const { body } = await get('/v1/articles?category=nong-thon-moi&include=category.parent,body,bylines.author')
    expect(body['items'][0]).toMatchObject({ category: { description: 'Tin về xã và huyện.', parent: { path: expect.any(String), parent: null } }, body: { minutes: 1 }, bylines: [{ author: { bio: null } }] })
    expect((await get('/v1/products/mien-dong-1?include=relatedArticles')).body['relatedArticles']).toMatchObject([{ title: 'Tin số 2' }])
  })

  it('says nothing that is internal', async () => {
    const text = JSON.stringify([(await get('/v1/articles?include=body')).body, (await get('/v1/products/mien-dong-1')).body, (await get('/v1/site-settings')).body, (await get('/v1/home-page')).body])
    expect(text).not.toMatch(/"_\w+":|searchFolded|createdBy|_status/)
  })
})

describe('what is not understood is refused by name', () => {
  it.each<[string, string, string]>([
    ['articles?draft=true', 'draft', 'BAD_REQUEST'],
    ['articles?depth=2', 'depth', 'BAD_REQUEST'],
    ['articles?where[title][equals]=x', 'where[title][equals]', 'BAD_REQUEST'],
    ['articles?limit=5', 'limit', 'BAD_REQUEST'],
    ['articles?stars.gte=4', 'stars.gte', 'BAD_REQUEST'],
    ['products?stars.lt=4', 'stars.lt', 'BAD_REQUEST'],
    ['articles?sort=date', 'sort', 'BAD_REQUEST'],
    ['articles?first=0', 'first', 'BAD_REQUEST'],
    ['articles?first=101', 'first', 'LIMIT'],
    ['articles?first=21&include=body', 'first', 'LIMIT'],
    ['articles?first=1&first=2', 'first', 'BAD_REQUEST'],
    ['articles?after=nonsense', 'after', 'BAD_REQUEST'],
    ['articles?fields=secret', 'fields', 'BAD_REQUEST'],
    ['articles?include=title', 'include', 'BAD_REQUEST'],
    ['articles?genre=NEWS', 'genre', 'BAD_REQUEST'],
    ['articles/tin-so-2?draft=true', 'draft', 'BAD_REQUEST'],
    ['articles/khong-co?fields=secret', 'fields', 'BAD_REQUEST'],
    ['home-page?first=1', 'first', 'BAD_REQUEST'],
    ['pages/articles/tin-so-2?fields=secret', 'fields', 'BAD_REQUEST'],
    ['latest?kinds=author', 'kinds', 'BAD_REQUEST'],
    ['latest?category=khong-co', 'category', 'BAD_REQUEST'],
    ['latest?first=101', 'first', 'LIMIT'],
    ['latest?first=21&include=body', 'first', 'LIMIT'],
    ['latest?after=nonsense', 'after', 'BAD_REQUEST'],
    ['ocop-statistics', 'issuedIn', 'BAD_REQUEST'],
    ['ocop-statistics?issuedIn=2026&validOn=2026-01-01', 'validOn', 'BAD_REQUEST'],
    ['ocop-statistics?issuedIn=1999', 'issuedIn', 'BAD_REQUEST'],
    ['ocop-statistics?issuedIn=2026&by=colour', 'by', 'BAD_REQUEST'],
    ['ocop-statistics?issuedIn=2026&province=khong-co', 'province', 'BAD_REQUEST'],
    ['featured-brands?placement=roof', 'placement', 'BAD_REQUEST'],
    ['redirects', 'path', 'BAD_REQUEST'],
    ['redirects?path=khong', 'path', 'BAD_REQUEST'],
  ])('%s', async (path, parameter, code) => {
    const { status, body, headers } = await get(`/v1/${path}`)
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(body).toMatchObject({ type: `/problems/${code}`, code, parameter, detail: expect.stringContaining(`"${parameter}"`), requestId: expect.any(String) })
  })

  it('also a cursor of another order', async () => {
    const { body } = await get('/v1/articles?first=1&sort=title')
    expect((await get(`/v1/articles?first=1&after=${body['next']}`)).body).toMatchObject({ code: 'BAD_REQUEST', parameter: 'after' })
  })
})
