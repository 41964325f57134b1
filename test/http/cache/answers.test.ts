import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, idOf, product } from '../access/samples.ts'
import { makeNewspaper, type Newspaper } from '../api/newspaper.ts'

let server: TestServer
let admin: Client
let paper: Newspaper

beforeAll(async () => {
  server = await startServer({ env: { CDN_TAGS: '1' } })
  admin = await staff(server).as('administrator')
  paper = await makeNewspaper(admin)
}, 180_000)
afterAll(() => server?.stop())

type Raw = { status: number; headers: Record<string, string>; body: Buffer }

/** A request as it is on the wire: nothing is decoded, added or followed. */
const raw = (path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Raw> =>
  new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers: { ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string>, body: Buffer.concat(chunks) }))
    })
    asked.on('error', fail).end(body)
  })
const hits = async (): Promise<number> => {
  const text = await (await server.fetch('/metrics')).text()
  return ['cache_hits_total', 'cache_not_modified_total'].reduce((sum, name) => sum + Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0), 0)
}
/** Whether an answer to this comes from the cache. */
const isStored = async (ask: () => Promise<unknown>): Promise<boolean> => {
  await ask()
  const before = await hits()
  await ask()
  return (await hits()) > before
}
const titles = async (): Promise<string[]> => ((await (await server.fetch('/v1/articles?first=20&fields=title')).json()) as { items: { title: string }[] }).items.map(({ title }) => title)
const query = (text: string) => `/graphql?${new URLSearchParams({ query: text })}`

describe('one answer for all who ask', () => {
  const list = '/v1/articles?first=20'

  it('is the same from the cache as when it is made, whatever its encoding', async () => {
    const made = await raw(list)
    const [plain, br, gzip] = [await raw(list), await raw(list, { headers: { 'accept-encoding': 'gzip, deflate, br' } }), await raw(list, { headers: { 'accept-encoding': 'gzip' } })]
    expect([plain.body, brotliDecompressSync(br.body), gunzipSync(gzip.body)]).toEqual([made.body, made.body, made.body])
    expect([br.headers['content-encoding'], gzip.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['br', 'gzip', undefined])
    expect(new Set([made, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
    const { date: _date, 'x-request-id': _id, 'last-modified': _at, 'cache-control': _cc, ...first } = made.headers
    const { date: _date2, 'last-modified': _at2, 'cache-control': _cc2, ...second } = plain.headers
    expect(second).toEqual(first)
    expect([first.vary, first['access-control-allow-origin'], first['access-control-allow-credentials'], first['set-cookie']]).toEqual(['Accept-Encoding', '*', undefined, undefined])
  })

  it('is stored for REST, for GraphQL by GET and by POST', async () => {
    const body = JSON.stringify({ query: '{ articles { nodes { slug } } }' })
    const post = () => raw('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    for (const ask of [() => raw(list), () => raw('/v1/articles/tin-so-2'), () => raw(query('{ articles { nodes { title } } }')), post, () => raw('/v1/openapi.json'), () => raw('/v1/pages/articles/tin-so-2')]) expect(await isStored(ask)).toBe(true)
    expect((await raw(query('{ articles { nodes { title } } }'))).headers.vary).toBe('Accept, Accept-Encoding')
    expect(JSON.parse(String((await post()).body)).data.articles.nodes.length).toBeGreaterThan(4)
  })

  it('is not sent again to those who have it', async () => {
    const { headers } = await raw(list)
    const [same, weak, other, head] = [
      await raw(list, { headers: { 'if-none-match': String(headers.etag) } }), await raw(list, { headers: { 'if-none-match': `"x", W/${headers.etag}` } }),
      await raw(list, { headers: { 'if-none-match': '"x"' } }), await raw(list, { method: 'HEAD' }),
    ]
    expect([same.status, same.body.length, weak.status, other.status]).toEqual([304, 0, 304, 200])
    expect([same.headers.etag, same.headers.vary, same.headers['cache-control'], same.headers['access-control-allow-origin']]).toEqual([headers.etag, 'Accept-Encoding', expect.stringMatching(/^public, /), '*'])
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 100, head.headers.etag]).toEqual([200, 0, true, headers.etag])
    const future = new Date(Date.now() + 5_000).toUTCString()
    await new Promise((done) => setTimeout(done, 1_100))
    const dated = await raw(list)
    expect([(await raw(list, { headers: { 'if-modified-since': String(dated.headers['last-modified']) } })).status, (await raw(list, { headers: { 'if-modified-since': future } })).status]).toEqual([304, 304])
  })

  it('says how long it is good, by what it is', async () => {
    const ages = async (path: string) => /max-age=(\d+), s-maxage=(\d+)/.exec(String((await raw(path)).headers['cache-control']))?.slice(1).map(Number)
    expect(await ages('/v1/articles/tin-so-2')).toEqual([30, 60])
    expect(await ages(list)).toEqual([15, 60])
    expect(await ages('/v1/articles/khong-co')).toEqual([5, 10].map((seconds) => expect.closeTo(seconds, -1)))
  })

  it('names what it follows from, when networks are to be told of changes', async () => {
    const keys = String((await raw('/v1/articles/tin-so-2?fields=title,cover')).headers['surrogate-key']).split(' ')
    expect(keys).toEqual(expect.arrayContaining([`article:${paper.articles[1]}`, `image:${paper.samples.media}`]))
  })

  it('knows nothing of who asks, and of no header that could change it', async () => {
    const plain = await raw(list)
    const headers = { cookie: 'payload-token=x', authorization: 'Bearer x', 'x-forwarded-host': 'evil.example', 'x-original-url': '/v1/products', 'x-http-method-override': 'DELETE', 'x-payload-http-method-override': 'GET', 'accept-language': 'en', origin: 'https://evil.example', 'cache-control': 'no-cache', range: 'bytes=0-3' }
    const asked = await raw(list, { headers })
    expect([asked.status, asked.body, asked.headers.etag, asked.headers['access-control-allow-origin']]).toEqual([200, plain.body, plain.headers.etag, '*'])
    // A GET with a body, and one for another host.
    expect((await raw(list, { body: '{"query":"{ x }"}', headers: { 'content-type': 'application/json' } })).body).toEqual(plain.body)
    expect([(await raw(list, { headers: { host: 'evil.example' } })).status, (await raw(`${list}.css`)).status]).toEqual([421, 400])
  })
})

describe('nothing that is wrong', () => {
  it('is stored: neither what was refused nor an answer with errors in it', async () => {
    for (const path of ['/v1/articles?first=0', '/v1/articles?depth=2', query('{ nothing }'), query('{ articles(after: "x") { nodes { title } } }')]) {
      expect(await isStored(() => raw(path))).toBe(false)
      expect((await raw(path)).headers['cache-control']).toMatch(/no-store$/)
    }
  })

  it('stays: a page that comes to be is there at once', async () => {
    expect(await isStored(() => raw('/v1/articles/sap-co'))).toBe(true)
    expect((await raw('/v1/articles/sap-co')).status).toBe(404)
    idOf(await admin.post('/articles', article(paper.samples, { title: 'Sắp có', slug: 'sap-co', publishedAt: '2026-04-01T00:00:00.000Z', _status: 'published' })))
    expect((await raw('/v1/articles/sap-co')).status).toBe(200)
  })

  it('is kept of a session: the staff is never answered from here', async () => {
    const path = '/articles?limit=1'
    await admin.get(path)
    const before = await hits()
    expect((await admin.get(path)).status).toBe(200)
    expect([await hits(), (await server.fetch(`/api${path}`)).status]).toEqual([before, 403])
  })
})

describe('a change', () => {
  it('is seen by the next who asks: of a text, of what others show of it, of what leaves and comes back', async () => {
    const [id] = paper.articles
    const ask = async () => ({ one: (await raw('/v1/articles/tin-so-1?fields=title')).body.toString(), all: await titles(), byGraphql: (await raw(query('{ article(slug: "tin-so-2") { related { title } } }'))).body.toString() })
    for (const title of ['Đổi lần một', 'Đổi lần hai']) {
      await ask()
      expect((await admin.patch(`/articles/${id}`, { title, _status: 'published' })).status).toBe(200)
      const seen = await ask()
      expect([seen.one.includes(title), seen.all.includes(title), seen.byGraphql.includes(title)]).toEqual([true, true, true])
    }
    await admin.patch(`/articles/${id}`, { _status: 'draft' })
    const hidden = await ask()
    expect([hidden.one.includes('Đổi lần hai'), hidden.all.includes('Đổi lần hai'), hidden.byGraphql.includes('Đổi lần hai')]).toEqual([false, false, false])
    await admin.patch(`/articles/${id}`, { _status: 'published' })
    expect((await ask()).all).toContain('Đổi lần hai')
  })

  it('of something else leaves an answer where it is', async () => {
    await raw('/v1/articles/tin-so-3?fields=title')
    const before = await hits()
    idOf(await admin.post('/topics', { name: 'Một chủ đề mới' }))
    await raw('/v1/articles/tin-so-3?fields=title')
    expect(await hits()).toBe(before + 1)
  })

  it('of a draft beside what is published throws nothing away', async () => {
    await raw('/v1/articles/tin-so-3?fields=title')
    const before = await hits()
    expect((await admin.patch(`/articles/${paper.articles[2]}?draft=true`, { title: 'Nháp' })).status).toBe(200)
    await raw('/v1/articles/tin-so-3?fields=title')
    expect(await hits()).toBe(before + 1)
  })
})

describe('time', () => {
  const secondsOf = (answer: Raw): Record<string, number> => Object.fromEntries([...String(answer.headers['cache-control']).matchAll(/([a-z-]+)=(\d+)/g)].map(([, name, seconds]) => [name as string, Number(seconds)]))
  const names = async (): Promise<string[]> => JSON.parse(String((await raw('/v1/products?first=20&fields=name')).body)).items.map(({ name }: { name: string }) => name)

  afterAll(() => server.setClock(null))

  it('ends every answer at the next edge of a window: a product that is to come enters its lists by itself', async () => {
    await server.setClock('2027-03-01T05:00:00.000Z')
    idOf(await admin.post('/products', product(paper.samples, { name: 'Trà hẹn giờ', images: [{ image: paper.samples.media }], publishedAt: '2027-03-01T05:00:20.000Z', _status: 'published' })))
    expect(await names()).not.toContain('Trà hẹn giờ')
    const { 'max-age': own = 99, 's-maxage': shared = 99, 'stale-if-error': failing = 0 } = secondsOf(await raw('/v1/products?first=20&fields=name'))
    expect([own <= 20, shared <= 20, shared + failing <= 20]).toEqual([true, true, true])
    await server.setClock('2027-03-01T05:00:20.000Z')
    expect(await names()).toContain('Trà hẹn giờ')
  })

  it('ends every answer at midnight in Hanoi', async () => {
    await server.setClock('2027-03-02T16:59:50.000Z')
    expect(secondsOf(await raw('/v1/articles/tin-so-2'))['s-maxage']).toBeLessThanOrEqual(10)
    const before = await hits()
    await server.setClock('2027-03-02T17:00:00.000Z')
    await raw('/v1/articles/tin-so-2')
    expect(await hits()).toBe(before)
  })

  it('ends the home page where one of its places opens', async () => {
    await server.setClock('2027-03-03T05:00:00.000Z')
    expect((await admin.post('/globals/home-page', { slots: [{ position: 'lead', mode: 'curated', count: 1, articles: [paper.articles[1]], from: '2027-03-03T05:00:12.000Z' }] })).status).toBe(200)
    const slots = async () => JSON.parse(String((await raw('/v1/home-page')).body)).slots.length
    expect([await slots(), Number(secondsOf(await raw('/v1/home-page'))['s-maxage']) <= 12]).toEqual([0, true])
    await server.setClock('2027-03-03T05:00:12.000Z')
    expect(await slots()).toBe(1)
  })
})

it('keeps nothing when it has no room, and answers all the same', async () => {
  const none = await startServer({ env: { CACHE_SIZE: '0b' } })
  const ask = () => none.fetch('/v1/articles')
  await ask()
  const text = await (await none.fetch('/metrics')).text()
  expect([(await ask()).status, (await ask()).headers.get('etag') !== null, /^cache_hits_total 0$/m.test(text), /^cache_entries 0$/m.test(text)]).toEqual([200, true, true, true])
  await none.stop()
})
