import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, idOf, makeSamples, product, richText, type Samples } from '../access/samples.ts'

type Json = Record<string, any>
type Viewed = { kind: 'article' | 'product'; id: string }

const published = { _status: 'published' }
// Everything that takes a minute takes a third of a second; ten of them pass between two looks at "youMayLike". Nobody is exempt from the limit.
const env = { VIEWS_FLUSH: '300ms', RATE_LIMIT_VIEWS: '60', RATE_LIMIT_EXEMPT: '192.0.2.0/24', TRUST_PROXY: '1' }
const CLOCK = '2026-06-10T08:20:00.000Z'

let server: TestServer
let admin: Client
let samples: Samples
/** The oldest first, a day apart. */
const articles: string[] = []
const products: string[] = []

let clients = 0
/** Reports a view, as often as asked, each time from another client. */
const view = async (viewed: Viewed, times = 1): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    clients += 1
    const answer = await post(JSON.stringify(viewed), { 'x-forwarded-for': `198.51.${clients >> 8}.${clients & 255}` })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
  }
}
const post = (body: string, headers: Record<string, string> = {}, on: TestServer = server): Promise<Response> =>
  on.fetch('/v1/views', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

const mostRead = async (query = '', on: TestServer = server): Promise<string[]> => {
  const response = await on.fetch(`/v1/most-read${query}`)
  const { items } = await response.json() as Json
  expect(response.status).toBe(200)
  return items.map(({ id }: Json) => id)
}

/** Asks until the answer is as wanted; the last answer, when it never is. */
const eventually = async <T>(ask: () => Promise<T>, wanted: T, timeMs = 20_000): Promise<void> => {
  const until = performance.now() + timeMs
  for (;;) {
    const answer = await ask()
    if (JSON.stringify(answer) === JSON.stringify(wanted) || performance.now() > until) return expect(answer).toEqual(wanted)
    await sleep(50)
  }
}

beforeAll(async () => {
  server = await startServer({ env })
  await server.setClock(CLOCK)
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  const other = idOf(await admin.post('/categories', { name: 'Văn hóa', description: 'Tin văn hóa.' }))
  for (let n = 1; n <= 14; n += 1) {
    articles.push(idOf(await admin.post('/articles', article(samples, { ...published, title: `Tin số ${n}`, slug: `tin-so-${n}`, publishedAt: `2026-05-${String(n).padStart(2, '0')}T01:00:00.000Z`, ...(n > 12 ? { category: other } : {}), body: richText('Một đoạn.') }))))
  }
  for (const n of [1, 2]) products.push(idOf(await admin.post('/products', product(samples, { ...published, name: `Miến dong ${n}`, slug: `mien-dong-${n}`, publishedAt: `2026-05-0${n}T00:00:00.000Z` }))))
}, 180_000)
afterAll(() => server?.stop())

describe('POST /v1/views', () => {
  it('takes what was read from any page, without cookies, as JSON and as sendBeacon sends it', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'text/plain;charset=UTF-8', 'Text/Plain']) {
      const answer = await post(JSON.stringify({ kind: 'article', id: 'unknown-1' }), { 'content-type': type, origin: 'https://bao.example.vn', cookie: 'payload-token=abc', 'x-forwarded-for': '203.0.113.7' })
      expect([type, answer.status, await answer.text(), answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-credentials'), answer.headers.get('set-cookie'), answer.headers.get('cache-control')])
        .toEqual([type, 204, '', '*', null, null, 'no-store'])
    }
    const preflight = await server.fetch('/v1/views', { method: 'OPTIONS', headers: { origin: 'https://bao.example.vn', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods'), preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'POST, OPTIONS', 'content-type'])
  })

  it('refuses what it does not take, and says why', async () => {
    const good = JSON.stringify({ kind: 'article', id: articles[0] })
    const cases: [number, string, Promise<Response>][] = [
      [400, 'BAD_REQUEST', post('{')], [400, 'BAD_REQUEST', post('{"kind":"author","id":"a"}')], [400, 'BAD_REQUEST', post(`{"kind":"article","id":"${'a'.repeat(80)}"}`)],
      [400, 'BAD_REQUEST', post('{"kind":"article","id":"a","n":5}')], [413, 'LIMIT', post(`{"kind":"article","id":"${'a'.repeat(600)}"}`)],
      [415, 'BAD_REQUEST', post(good, { 'content-type': 'application/x-www-form-urlencoded' })], [415, 'BAD_REQUEST', post(good, { 'content-type': 'application/jsonp' })], [415, 'BAD_REQUEST', post(good, { 'content-encoding': 'gzip' })],
      [405, 'BAD_REQUEST', server.fetch('/v1/views')], [405, 'BAD_REQUEST', server.fetch('/v1/views', { method: 'DELETE' })],
      [400, 'BAD_REQUEST', server.fetch('/v1/views?kind=article', { method: 'POST', body: good, headers: { 'content-type': 'application/json' } })],
    ]
    for (const [n, [status, code, asked]] of cases.entries()) {
      const answer = await asked
      expect([n, answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin'), (await answer.json() as Json)['code']]).toEqual([n, status, 'application/problem+json', '*', code])
    }
  })

  it('answers a client that reports too much 429 with Retry-After, by address and by IPv6 network', async () => {
    const report = (client: string) => post(JSON.stringify({ kind: 'article', id: 'unknown-2' }), { 'x-forwarded-for': client })
    for (const [from, neighbour, stranger] of [['203.0.113.9', '203.0.113.9', '203.0.113.10'], ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1']] as const) {
      for (let n = 0; n < 60; n += 1) expect((await report(from)).status).toBe(204)
      const refused = await report(neighbour)
      expect([refused.status, (await refused.json() as Json)['code'], refused.headers.get('access-control-allow-origin')]).toEqual([429, 'RATE_LIMITED', '*'])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      expect((await report(stranger)).status).toBe(204)
    }
    for (let n = 0; n < 65; n += 1) expect((await report('192.0.2.1')).status).toBe(204)
  }, 60_000)
})

describe('most read', () => {
  it('is in the order of the views, then the newest, of one kind or mixed', async () => {
    expect(await mostRead()).toEqual([])
    const [a1, a2, a3] = articles as [string, string, string]
    const [p1, p2] = products as [string, string]
    await view({ kind: 'article', id: a1 }, 5)
    await view({ kind: 'product', id: p2 }, 4)
    await view({ kind: 'article', id: a2 }, 2)
    await view({ kind: 'article', id: a3 }, 2)
    await view({ kind: 'product', id: p1 }, 1)
    // Of the wrong kind, and of nothing there ever was: not counted, and not told.
    await view({ kind: 'article', id: p1 }, 9)
    await view({ kind: 'product', id: 'ffffffffffffffffffffffff' }, 9)
    await eventually(() => mostRead('?window=day'), [a1, p2, a3, a2, p1])
    await eventually(() => mostRead('?window=month'), [a1, p2, a3, a2, p1])
    await eventually(() => mostRead('?kinds=article&window=week'), [a1, a3, a2])
    await eventually(() => mostRead('?kinds=product'), [p2, p1])
    await eventually(() => mostRead('?first=2'), [a1, p2])
  }, 60_000)

  it('is the same over GraphQL, with what else is asked of it', async () => {
    const ask = async (query: string): Promise<Json> => (await server.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json() as Promise<Json>
    const { data } = await ask('{ mostRead(window: WEEK, first: 3) { __typename ... on Article { id title url category { name } } ... on Product { id name } } articles: mostRead(kinds: [ARTICLE]) { ... on Article { id } } }')
    expect(data.mostRead.map(({ id, __typename }: Json) => [__typename, id])).toEqual([['Article', articles[0]], ['Product', products[1]], ['Article', articles[2]]])
    expect(data.mostRead[0]).toMatchObject({ title: 'Tin số 1', category: { name: expect.any(String) } })
    expect(data.articles.map(({ id }: Json) => id)).toEqual([articles[0], articles[2], articles[1]])
    expect((await ask('{ mostRead(first: 51) { __typename } }')).errors[0].extensions).toMatchObject({ code: 'LIMIT' })
    expect((await ask('{ mostRead(first: 0) { __typename } }')).errors[0].extensions).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('is what the examples of the documentation make it', async () => {
    const text = readFileSync('docs/api.md', 'utf8').replaceAll('http://localhost:3000', server.origin)
    const [, script] = /<script>\n([\s\S]*?)<\/script>/.exec(text) ?? []
    const sent: Promise<Response>[] = []
    // As the browser's: a string goes out as text/plain, which is what fetch makes of one, too.
    const navigator = { sendBeacon: (url: string, body: string) => sent.push(fetch(url, { method: 'POST', body })) }
    new Function('navigator', String(script).replace('<id>', articles[10] as string))(navigator)
    const [, address, type, body] = /curl \S+ \S+ (\S+\/v1\/views) -H 'content-type: (\S+)' -d '(.*)'/.exec(text) ?? []
    sent.push(fetch(String(address), { method: 'POST', headers: { 'content-type': String(type) }, body: String(body).replace('<id>', products[0] as string) }))
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([204, 204])
    await eventually(async () => (await mostRead()).includes(articles[10] as string), true)
    const [, example] = /curl -s '\S+(\/v1\/most-read\S+)'/.exec(text) ?? []
    const { items } = await (await server.fetch(String(example))).json() as Json
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(item).toEqual({ kind: 'article', title: expect.any(String), url: expect.any(String) })
    const [, query] = /```graphql\n([^`]*mostRead[^`]*)```/.exec(text) ?? []
    const answer = await server.fetch(`/graphql?query=${encodeURIComponent(String(query))}`, { headers: { accept: 'application/graphql-response+json' } })
    expect([answer.status, (await answer.json() as Json)['data'].mostRead.length > 0]).toEqual([200, true])
  }, 60_000)

  it('refuses what it does not know', async () => {
    for (const [query, parameter] of [['window=year', 'window'], ['kinds=author', 'kinds'], ['first=0', 'first'], ['first=51', 'first'], ['after=x', 'after']]) {
      const answer = await server.fetch(`/v1/most-read?${query}`)
      expect([query, answer.status, (await answer.json() as Json)['parameter']]).toEqual([query, 400, parameter])
    }
  })

  it('is answered from the cache until its order changes, and then at once differently', async () => {
    const etag = async (): Promise<string> => String((await server.fetch('/v1/most-read?window=week&first=4')).headers.get('etag'))
    const before = await etag()
    // The order stays: the same answer, although there are more views.
    await view({ kind: 'article', id: articles[0] as string })
    await sleep(900)
    expect(await etag()).toBe(before)
    await view({ kind: 'article', id: articles[1] as string }, 9)
    await eventually(() => mostRead('?window=week&first=2'), [articles[1], articles[0]] as string[])
    expect(await etag()).not.toBe(before)
  }, 60_000)

  it('loses what is withdrawn with the save, and has it again when it is back', async () => {
    const whole = await mostRead('?window=week')
    expect(whole).toContain(articles[0])
    const withdrawn = await admin.patch(`/articles/${articles[0]}`, { _status: 'draft' })
    expect(withdrawn.status).toBe(200)
    expect(await mostRead('?window=week')).toEqual(whole.filter((id) => id !== articles[0]))
    expect((await admin.patch(`/articles/${articles[0]}`, published)).status).toBe(200)
    await eventually(() => mostRead('?window=week'), whole)
  }, 60_000)
})

describe('"Có thể bạn quan tâm" on the page of an article', () => {
  const box = async (): Promise<string[]> => {
    const { youMayLike } = await (await server.fetch('/v1/pages/articles/tin-so-14')).json() as Json
    return youMayLike.map(({ slug }: Json) => slug)
  }

  it('follows the ranking in its own time, goes on as without it, and takes nothing that another box has', async () => {
    // Of 14 articles and 2 products the mixed list takes all: more are needed for this box to have something.
    const old: string[] = []
    for (let n = 1; n <= 40; n += 1) old.push(idOf(await admin.post('/articles', article(samples, { ...published, title: `Bài cũ ${n}`, slug: `bai-cu-${n}`, publishedAt: `2026-03-${String((n % 28) + 1).padStart(2, '0')}T0${n % 3}:00:00.000Z`, body: richText('Một đoạn.') }))))
    const { items } = await (await server.fetch('/v1/articles?first=100&fields=id,slug')).json() as Json
    const fallback = await box()
    expect(fallback).toHaveLength(5)
    // Nothing read: the newest that no other box has.
    const slugs: string[] = items.map(({ slug }: Json) => slug)
    const oldest = slugs.slice(-3)
    for (const [n, slug] of oldest.entries()) await view({ kind: 'article', id: items.find((item: Json) => item['slug'] === slug).id }, 20 + n)
    await eventually(box, [...oldest].reverse().concat(fallback.slice(0, 2)), 30_000)
    const { article: own, related, sameCategory, latest, youMayLike } = await (await server.fetch('/v1/pages/articles/tin-so-14')).json() as Json
    const ids = [own, ...related, ...sameCategory, ...latest.items, ...youMayLike].map(({ id }: Json) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }, 120_000)
})

describe('windows', () => {
  it('end: the day, the week, then the month', async () => {
    const read = await mostRead('?window=month&first=50')
    await server.setClock('2026-06-11T08:20:00.000Z')
    await sleep(700)
    expect(await mostRead('?window=day&first=50')).not.toEqual([])
    await server.setClock('2026-06-11T10:00:00.000Z')
    await eventually(() => mostRead('?window=day'), [])
    expect(await mostRead('?window=week&first=50')).toHaveLength(read.length)
    await view({ kind: 'article', id: articles[3] as string })
    await eventually(() => mostRead('?window=day'), [articles[3]] as string[])
    await server.setClock('2026-06-18T12:00:00.000Z')
    await eventually(() => mostRead('?window=week'), [articles[3]] as string[])
    await server.setClock('2026-07-11T12:00:00.000Z')
    await eventually(() => mostRead('?window=month'), [articles[3]] as string[])
    await server.setClock('2026-07-13T12:00:00.000Z')
    await eventually(() => mostRead('?window=month'), [])
  }, 120_000)
})

describe('a server that stops', () => {
  it('writes what was read until then, and the next one knows it', async () => {
    // What is started anew begins with the time of the machine.
    await server.setClock(null)
    await view({ kind: 'product', id: products[1] as string }, 2)
    await eventually(() => mostRead(), [products[1]] as string[])
    // Less than a flush before the end.
    await view({ kind: 'product', id: products[0] as string }, 3)
    expect(await server.stop({ keep: true })).toBe(0)
    expect(server.logs()).not.toMatch(/could not be (written|ranked)/)
    server = await startServer({ env, on: server })
    await eventually(() => mostRead(), [products[0], products[1]] as string[])
  }, 180_000)
})
