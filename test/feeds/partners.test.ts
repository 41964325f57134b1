import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { idOf } from '../http/access/samples.ts'
import { makeNewspaper } from '../http/api/newspaper.ts'
import { onlyOn } from '../support/database.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Client, staff } from '../support/staff.ts'

const PORTAL = 'https://cong.example.vn'
const START = '2026-11-24T02:00:00Z'
const minutesLater = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString()

let server: TestServer
let admin: Client
let secretary: Client
let portal = ''
let other = ''
let page = ''
let backend = ''
const keys: string[] = []

type Said = { status: number; headers: Headers; body: Record<string, any>; text: string }
const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Said> => {
  const response = await server.fetch(path, { headers, method })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text || '{}') : {} }
}
const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` })
const code = ({ status, body }: Said) => [status, body['code']]

const partner = async (fields: Record<string, unknown> = {}): Promise<string> => idOf(await admin.post('/partner-sites', { name: 'Cổng tỉnh', origins: [`${PORTAL}/`], ...fields }))
const makeKey = async (id: string, asked: Record<string, unknown>): Promise<string> => {
  const { status, body } = await admin.post(`/partner-sites/${id}/keys`, asked)
  if (status !== 201) throw new Error(JSON.stringify(body))
  keys.push(body.key)
  return body.key
}
const shown = (key: string): string => key.slice(0, 11)
const revoke = (id: string, key: string) => admin.post(`/partner-sites/${id}/keys/${shown(key)}/revoke`)
const usage = async (id: string) => (await admin.get(`/partner-sites/${id}/usage`)).body
const until = async <T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> => {
  for (const end = Date.now() + 20_000; ; await new Promise((done) => setTimeout(done, 100))) {
    const value = await read()
    if (isThere(value) || Date.now() > end) return value
  }
}

beforeAll(async () => {
  server = await startServer({ env: { USAGE_FLUSH: '1s', LOG_LEVEL: 'debug', RATE_LIMIT_READS: '60', RATE_LIMIT_EXEMPT: '192.0.2.0/24' } })
  await server.setClock(START)
  const people = staff(server)
  admin = await people.as('administrator')
  secretary = await people.as('secretary')
  await makeNewspaper(admin)
  portal = await partner()
  other = await partner({ name: 'Sàn khác', origins: ['https://san.example.vn'] })
  page = await makeKey(portal, { type: 'publishable', scopes: ['feeds', 'changes'] })
  backend = await makeKey(portal, { type: 'secret', scopes: ['feeds', 'changes'] })
  idOf(await admin.post('/feeds', { name: 'Riêng cho cổng', slug: 'rieng', what: 'products', formats: ['json', 'rss', 'csv'], fields: ['summary'], audience: 'partners', partners: [portal] }))
}, 180_000)
afterAll(() => server?.stop())

describe('keys', () => {
  it('are a prefix and 32 random bytes, shown once and stored as a hash that nobody is given', async () => {
    expect([page, backend]).toEqual([expect.stringMatching(/^pk_[\w-]{43}$/), expect.stringMatching(/^sk_[\w-]{43}$/)])
    const { status, body } = await admin.get(`/partner-sites/${portal}`)
    expect([status, body.keys.map((key: { shown: string }) => key.shown)]).toEqual([200, [shown(backend), shown(page)]])
    expect(JSON.stringify([body, await usage(portal)])).not.toMatch(/"hash"|[ps]k_[\w-]{20}/)
  })

  it('are made and revoked by those who may change the partner site, and by nobody through the document', async () => {
    expect((await secretary.post(`/partner-sites/${portal}/keys`, { type: 'secret' })).status).toBe(403)
    expect((await staff(server).anonymous.post(`/partner-sites/${portal}/keys`, { type: 'secret' })).status).toBe(403)
    expect((await secretary.post(`/partner-sites/${portal}/keys/${shown(page)}/revoke`)).status).toBe(403)
    expect((await secretary.get(`/partner-sites/${portal}/usage`)).status).toBe(200)
    expect((await admin.patch(`/partner-sites/${portal}`, { keys: [], notes: 'Đã gọi điện' })).status).toBe(200)
    expect((await usage(portal)).keys).toHaveLength(2)
    const smuggled = await partner({ name: 'Tự cấp', keys: [{ shown: 'sk_abcdefgh', hash: 'x', type: 'secret', scopes: ['feeds'], createdAt: START }] })
    expect((await usage(smuggled)).keys).toEqual([])
    expect((await admin.post(`/partner-sites/${portal}/duplicate`)).status).toBe(404)
    expect(code(await ask('/feeds/rieng.json', bearer(backend)))).toEqual([200, undefined])
  })

  it.each([[{}], [{ type: 'master' }], [{ type: 'secret', scopes: [] }], [{ type: 'secret', scopes: ['all'] }], [{ type: 'secret', days: -1 }]])('are not made of %j', async (asked) => {
    expect((await admin.post(`/partner-sites/${portal}/keys`, asked)).status).toBe(400)
  })

  it('need origins that are origins', async () => {
    for (const origins of [['http://cong.example.vn'], ['cong.example.vn'], ['https://cong.example.vn/trang'], ['https://*.example.vn']]) {
      expect((await admin.patch(`/partner-sites/${other}`, { origins })).status).toBe(400)
    }
    expect((await admin.get(`/partner-sites/${portal}`)).body.origins).toEqual([PORTAL])
  })
})

describe('a feed for chosen partners', () => {
  it('needs at least one of them', async () => {
    expect((await admin.post('/feeds', { name: 'Không ai', what: 'products', formats: ['json'], fields: ['summary'], audience: 'partners', partners: [] })).status).toBe(400)
  })

  it.each(['json', 'rss', 'csv'])('is answered as .%s with a key alone, each time anew and for nobody to keep', async (format) => {
    const address = `/feeds/rieng.${format}`
    const [nobody, pages, servers] = [await ask(address), await ask(`${address}?key=${page}`, { origin: PORTAL }), await ask(address, bearer(backend))]
    expect([code(nobody), nobody.headers.get('www-authenticate'), nobody.headers.get('cache-control')]).toEqual([[401, 'UNAUTHENTICATED'], expect.stringContaining('Bearer'), 'no-store'])
    for (const answer of [pages, servers]) {
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('access-control-allow-origin')]).toEqual([200, 'private, no-store', '*'])
    }
    expect(servers.text).toBe(pages.text)
    expect((await ask(address)).status).toBe(401)
  })

  it('is given to nobody who asks for it at the same moment without a key, or with the key of others', async () => {
    const others = await makeKey(other, { type: 'secret' })
    const all = await Promise.all(Array.from({ length: 30 }, (_, at) => ask('/feeds/rieng.json', at % 3 === 0 ? bearer(backend) : at % 3 === 1 ? bearer(others) : {})))
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, (_, at) => [200, 403, 401][at % 3]))
    expect((await ask('/feeds')).text).not.toContain('rieng')
  })
})

describe('publishable keys', () => {
  it('work from the listed origins, by Origin or by Referer', async () => {
    const address = `/feeds/rieng.json?key=${page}`
    expect((await ask(address, { referer: `${PORTAL}/trang/mua-sam?a=1` })).status).toBe(200)
    const refused: Record<string, string>[] = [{}, { origin: 'https://la.example.vn' }, { origin: 'null' }, { origin: 'http://cong.example.vn' }, { origin: `${PORTAL}.evil.example` }, { referer: `https://la.example.vn/?${PORTAL}` }, { origin: 'https://la.example.vn', referer: `${PORTAL}/` }]
    for (const headers of refused) expect([headers, ...code(await ask(address, headers))]).toEqual([headers, 403, 'FORBIDDEN'])
    expect(code(await ask('/feeds/rieng.json', { ...bearer(page), origin: PORTAL }))).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('are refused in a way that pages can read', async () => {
    const answer = await ask(`/feeds/products.json?key=${page}`, { origin: 'https://la.example.vn' })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin'), answer.headers.get('cache-control')]).toEqual([403, 'application/problem+json', '*', 'no-store'])
  })
})

describe('secret keys', () => {
  it('work from servers only, and not in addresses', async () => {
    expect(code(await ask('/feeds/rieng.json', { ...bearer(backend), origin: PORTAL }))).toEqual([403, 'FORBIDDEN'])
    const answer = await ask(`/feeds/rieng.json?key=${backend}`)
    expect([...code(answer), answer.body['detail']]).toEqual([401, 'UNAUTHENTICATED', expect.stringContaining('revoked')])
    expect(code(await ask(`/feeds/rieng.json?key=${page}`, bearer(backend)))).toEqual([400, 'BAD_REQUEST'])
  })

  it('work for what they are for', async () => {
    const narrow = await makeKey(other, { type: 'secret', scopes: ['changes'] })
    expect(code(await ask('/feeds/products.json', bearer(narrow)))).toEqual([403, 'FORBIDDEN'])
    expect((await ask('/v1/changes?limit=1', bearer(narrow))).status).toBe(200)
    await revoke(other, narrow)
  })
})

it('says the same of keys that are unknown, malformed, expired and revoked', async () => {
  const brief = await makeKey(other, { type: 'publishable', days: 1 })
  const gone = await makeKey(other, { type: 'publishable' })
  await revoke(other, gone)
  const origin = { origin: 'https://san.example.vn' }
  expect((await ask(`/feeds/products.json?key=${brief}`, origin)).status).toBe(200)
  await server.setClock(minutesLater(24 * 60 + 1))
  const said = await Promise.all([`pk_${'a'.repeat(43)}`, 'pk_short', '', `${gone}x`, brief, gone].map((key) => ask(`/feeds/products.json?key=${key}`, origin)))
  await server.setClock(START)
  expect(new Set(said.map(({ status, body: { requestId, ...body } }) => JSON.stringify([status, body])))).toEqual(new Set([expect.stringContaining('401')]))
  await revoke(other, brief)
})

describe('a public feed asked for with a key', () => {
  const hits = async (): Promise<number> => Number(/^cache_hits_total (\d+)/m.exec((await ask('/metrics')).text)?.[1])

  it('is answered from what is stored for all, under its address without the key', async () => {
    const plain = await ask('/feeds/articles.json')
    const before = await hits()
    const [withKey, encoded, twoParameters] = [await ask(`/feeds/articles.json?key=${page}`, { origin: PORTAL }), await ask(`/feeds/articles.json?%6Bey=${page}`, { origin: PORTAL }), await ask('/feeds/articles.json', bearer(backend))]
    for (const answer of [withKey, encoded, twoParameters]) expect([answer.status, answer.text, answer.headers.get('etag'), answer.headers.get('cache-control')?.startsWith('public')]).toEqual([200, plain.text, plain.headers.get('etag'), true])
    expect(await hits() - before).toBe(3)
    expect(withKey.text).not.toContain('key=')
  })

  it('fills the store for others, too', async () => {
    const first = await ask(`/feeds/products.atom?key=${page}`, { origin: PORTAL })
    const before = await hits()
    expect([first.status, (await ask('/feeds/products.atom')).text === first.text, await hits() - before]).toEqual([200, true, 1])
    expect((await ask(`/feeds/products.atom?key=${page}`, { origin: PORTAL, 'if-none-match': String(first.headers.get('etag')) })).status).toBe(304)
  })
})

it('gives an iframe with a key to the pages of that partner, whatever is stored for iframes without one', async () => {
  const framers = async (path: string, headers: Record<string, string> = {}) => {
    const { status, headers: said } = await ask(path, headers)
    return [status, /frame-ancestors ([^;]*)/.exec(said.get('content-security-policy') ?? '')?.[1]]
  }
  for (let times = 0; times < 2; times += 1) {
    expect(await framers('/embed/products')).toEqual([200, '*'])
    expect(await framers(`/embed/products?key=${page}`)).toEqual([200, PORTAL])
    expect(await framers(`/embed/rieng?key=${page}`, { referer: `${PORTAL}/` })).toEqual([200, PORTAL])
    expect((await framers('/embed/rieng'))[0]).toBe(401)
    // The data of the component are for scripts of these pages alone.
    const data = async (headers: Record<string, string>, path = `/embed/rieng.json?key=${page}`) => {
      const { status, headers: said } = await ask(path, headers)
      return [status, said.get('cache-control')]
    }
    expect(await data({ origin: PORTAL })).toEqual([200, 'private, no-store'])
    expect([(await data({}))[0], (await data({ origin: 'https://khac.example.vn' }))[0], (await data({ origin: PORTAL }, '/embed/rieng.json'))[0]]).toEqual([403, 403, 401])
  }
})

it('does what the documentation shows', async () => {
  const examples = [...readFileSync('docs/feeds.md', 'utf8').matchAll(/^curl -s -H '([\w-]+): ([^']+)' 'http:\/\/localhost:3000(\/[^']+)'$/gm)]
  const filled = (text: string) => text.replace('sk_YOUR_KEY', backend).replace('pk_YOUR_KEY', page).replace('https://your.site', PORTAL)
  expect(examples).toHaveLength(2)
  for (const [line, name = '', value = '', path = ''] of examples) expect([line, (await ask(filled(path), { [name]: filled(value) })).status]).toEqual([line, 200])
})

describe('changing keys', () => {
  it('leaves no gap: two of a type work at once, a third is refused, and the old one ends when it is revoked', async () => {
    const id = await partner({ name: 'Báo bạn' })
    const first = await makeKey(id, { type: 'secret' })
    const second = await makeKey(id, { type: 'secret' })
    const third = await admin.post(`/partner-sites/${id}/keys`, { type: 'secret' })
    expect([third.status, JSON.stringify(third.body)]).toEqual([409, expect.stringMatching(/thu hồi/)])
    expect((await admin.post(`/partner-sites/${id}/keys`, { type: 'publishable' })).status).toBe(201)
    const works = (key: string) => ask('/feeds/products.json', bearer(key)).then(({ status }) => status)
    expect([await works(first), await works(second)]).toEqual([200, 200])
    // Asked without a pause while the old one is revoked.
    let isOver = false
    const meanwhile = (async () => {
      const seen = new Set<number>()
      while (!isOver) seen.add(await works(second))
      return [...seen]
    })()
    expect((await revoke(id, first)).status).toBe(200)
    expect(await works(first)).toBe(401)
    isOver = true
    expect(await meanwhile).toEqual([200])
    expect((await revoke(id, first)).status).toBe(409)
    expect((await revoke(id, `sk_${'0'.repeat(43)}`)).status).toBe(404)
    await makeKey(id, { type: 'secret' })
  })

  it('ends with the partner site', async () => {
    const id = await partner({ name: 'Hết hợp tác' })
    const key = await makeKey(id, { type: 'secret' })
    await admin.patch(`/partner-sites/${id}`, { active: false })
    expect((await ask('/feeds/products.json', bearer(key))).status).toBe(401)
    await admin.patch(`/partner-sites/${id}`, { active: true })
    expect((await ask('/feeds/products.json', bearer(key))).status).toBe(200)
    await admin.delete(`/partner-sites/${id}`)
    expect((await ask('/feeds/products.json', bearer(key))).status).toBe(401)
  })
})

describe('limits', () => {
  it('refuse what is too much for a day until the next one begins in Hanoi', async () => {
    const id = await partner({ name: 'Ít lượt', quotaPerDay: 4 })
    const [mine, pages] = [await makeKey(id, { type: 'secret' }), await makeKey(id, { type: 'publishable' })]
    const works = () => ask('/feeds/products.json', bearer(mine))
    for (let n = 0; n < 4; n += 1) expect((await works()).status).toBe(200)
    const over = await works()
    expect([...code(over), Number(over.headers.get('retry-after')), over.body['limit']]).toEqual([429, 'RATE_LIMITED', expect.closeTo(15 * 3600, -2), 'partner-day'])
    // Also when it is written, and counted from there.
    expect((await until(() => usage(id), ({ days }) => days.length > 0)).days[0]).toMatchObject({ day: '2026-11-24', feed: 'products', format: 'json', requests: 4 })
    expect((await works()).status).toBe(429)
    expect((await ask(`/feeds/products.json?key=${pages}`, { origin: PORTAL })).status).toBe(200)
    await server.setClock('2026-11-24T17:00:01Z')
    expect((await works()).status).toBe(200)
    await server.setClock(START)
  })

  it('refuse what is too much for a minute', async () => {
    const id = await partner({ name: 'Chậm', ratePerMinute: 3 })
    const mine = await makeKey(id, { type: 'secret' })
    const works = () => ask('/feeds/products.json', bearer(mine))
    const said = [await works(), await works(), await works(), await works()]
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect([said[3]?.body['limit'], Number(said[3]?.headers.get('retry-after')) <= 60]).toEqual(['partner-minute', true])
    await server.setClock(minutesLater(2))
    expect((await works()).status).toBe(200)
    await server.setClock(START)
  })
})

it('tells on the page of a partner what was asked, by day, feed and format, with errors, and when each key was used last', async () => {
  const id = await partner({ name: 'Đếm lượt' })
  const mine = await makeKey(id, { type: 'secret' })
  await ask('/feeds/products.rss', bearer(mine))
  await ask('/feeds/products.rss', bearer(mine), 'HEAD')
  await ask('/feeds/khong-co.json', bearer(mine))
  await ask('/feeds/rieng.json', bearer(mine))
  await ask('/feeds/articles.json', { ...bearer(mine), origin: PORTAL })
  const { days, keys: [key], lastSeen } = await until(() => usage(id), (told) => told.days.reduce((sum: number, { requests, errors }: { requests: number; errors: number }) => sum + requests + errors, 0) >= 7)
  expect(days.map(({ feed, format, requests, errors }: Record<string, unknown>) => [feed, format, requests, errors]).sort()).toEqual([['', 'json', 1, 2], ['products', 'rss', 2, 0], ['rieng', 'json', 1, 1]])
  expect([lastSeen, key.lastUsedAt, key.isLive]).toEqual([expect.stringMatching(/^2026-11-24T02:0/), lastSeen, true])
})

onlyOn('mongodb')('another process', () => {
  it('refuses a key that was revoked here, and knows what was asked here', async () => {
    const second = await startServer({ on: server, env: { ROLE: 'api', USAGE_FLUSH: '1s' } })
    try {
      await second.setClock(START)
      const id = await partner({ name: 'Hai máy', quotaPerDay: 80 })
      const [one, two] = [await makeKey(id, { type: 'secret' }), await makeKey(id, { type: 'secret' })]
      const there = async (key: string) => (await second.fetch('/feeds/products.json', { headers: bearer(key) })).status
      expect(await until(() => there(one), (status) => status === 200)).toBe(200)
      await revoke(id, one)
      expect(await until(() => there(one), (status) => status === 401)).toBe(401)
      while ((await ask('/feeds/products.json', bearer(two))).status === 200);
      let asked = 0
      expect(await until(() => (asked += 1, there(two)), (status) => status === 429)).toBe(429)
      // Far fewer than it would have let through on its own.
      expect(asked).toBeLessThan(70)
    } finally {
      await second.stop({ keep: true })
    }
  })
})

it('leaves anonymous readers of public feeds their lower limit, which partners do not share', async () => {
  const asked = (at: number) => `/feeds/products.rss?after=${at}`
  let status = 0
  for (let at = 0; at < 100 && status !== 429; at += 1) ({ status } = await ask(asked(at)))
  expect(status).toBe(429)
  expect((await ask(asked(1000), bearer(backend))).status).toBe(400)
})

it('has written no key anywhere: not into the log, the metrics or the store', async () => {
  await ask(`/v1/articles?key=${page}`)
  await ask(`/nowhere?key=${page}`)
  await ask(`/feeds/products.json?key=${page}`, { origin: PORTAL }, 'POST')
  const everything = [server.logs(), (await ask('/metrics')).text, (await ask(`/nowhere?key=${page}`)).text, (await ask(`/v1/articles?key=${page}`)).text]
  expect(server.logs()).toContain('/feeds/rieng.json')
  for (const key of keys) for (const text of everything) expect(text.includes(key.slice(3))).toBe(false)
})
