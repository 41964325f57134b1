import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { get as askGraphql } from '../../graphql/ask.ts'
import { administrator, startServer, type TestServer } from '../../support/server.ts'
import { type Client, login } from '../../support/staff.ts'
import { article, idOf, makeSamples, product, type Samples } from '../access/samples.ts'

type Json = Record<string, any>

let server: TestServer
let admin: Client
let samples: Samples
let bacKan: string
let topic: string
const ids: Record<string, string> = {}

const published = { _status: 'published' }
const NOW = '2026-07-15T03:00:00.000Z'

const search = async (q: string, more: Record<string, string | number> = {}): Promise<{ status: number; headers: Headers; body: Json }> => {
  const response = await server.fetch(`/v1/search?${new URLSearchParams({ q, ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])) })}`)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json }
}
const names = ({ items }: Json): string[] => items.map(({ item }: Json) => item.title ?? item.name)
const found = async (q: string, more: Record<string, string | number> = {}): Promise<string[]> => {
  const { status, body } = await search(q, more)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return names(body)
}
/** Waits until the index of a server that has just started answers. */
const prepared = async (): Promise<void> => {
  for (let tries = 0; (await search('tin')).status === 503; tries += 1) {
    if (tries === 300) throw new Error(`Search never was ready:\n${server.logs().split('\n').filter((line) => !line.includes('"msg":"request"')).join('\n')}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
const saved = async (path: string, data: Json): Promise<void> => {
  const { status, body } = await admin.patch(path, data)
  if (status !== 200) throw new Error(JSON.stringify(body))
}

beforeAll(async () => {
  server = await startServer()
  admin = await login({ server, ...administrator })
  await server.setClock(NOW)
  await prepared()
  samples = await makeSamples(admin)
  bacKan = idOf(await admin.post('/administrative-units', { name: 'Bắc Kạn', level: 'province', kind: 'province', code: '06', validTo: '2025-07-01', successors: [{ unit: samples.unit, share: 'whole' }] }))
  topic = idOf(await admin.post('/topics', { name: 'Mỗi xã một sản phẩm' }))
  const child = idOf(await admin.post('/categories', { name: 'Nông thôn mới', parent: samples.category }))
  const write = async (name: string, title: string, more: Json = {}) => { ids[name] = idOf(await admin.post('/articles', article(samples, { ...published, title, lead: 'Tin trong ngày.', publishedAt: '2026-07-01T01:00:00.000Z', ...more }))) }
  const offer = async (name: string, title: string, more: Json = {}) => { ids[name] = idOf(await admin.post('/products', product(samples, { ...published, name: title, summary: 'Đặc sản.', publishedAt: '2026-07-01T01:00:00.000Z', ...more }))) }
  await write('noodles', 'Làng miến dong vào vụ', { lead: 'Củ dong được mùa.', publishedAt: '2026-06-01T01:00:00.000Z', provinces: [bacKan] })
  await write('east', 'Chuyến tàu về miền đông')
  await write('peace', 'Chợ phiên Hòa Bình', { category: child })
  await write('topic', 'Hội nghị tổng kết', { topics: [topic] })
  await write('place', 'Mùa chè xuân', { provinces: [samples.unit] })
  await write('tagged', 'Nghề <b>rèn</b> & đúc', { lead: 'Lò rèn đỏ lửa.' })
  await write('draft', 'Nháp về miến dong', { _status: 'draft' })
  await write('later', 'Lễ hội hoa tớ dày', { publishedAt: '2026-08-01T00:00:00.000Z', unpublishAt: '2026-09-01T00:00:00.000Z' })
  await offer('held', 'Miến dong Na Rì', { tradeName: 'Ngọc Bích' })
  await offer('plain', 'Khoai lang sấy dẻo', { unit: bacKan })
  idOf(await admin.post('/certificates', { decision: samples.decision, criteriaVersion: '26/2026', kind: 'new', authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên', product: ids['held'], stars: 4, score: 80 }))
}, 180_000)
afterAll(() => server?.stop())

describe('finds', () => {
  it.each<[string, string[]]>([
    // Without accents everything that reads so; the best first.
    ['mien dong', ['Miến dong Na Rì', 'Chuyến tàu về miền đông', 'Làng miến dong vào vụ']],
    // With accents the exact ones first.
    ['miến dong', ['Miến dong Na Rì', 'Làng miến dong vào vụ', 'Chuyến tàu về miền đông']],
    ['miền đông', ['Chuyến tàu về miền đông', 'Miến dong Na Rì', 'Làng miến dong vào vụ']],
    // Wherever the tone mark stands.
    ['hoà bình', ['Chợ phiên Hòa Bình']],
    ['hòa bình', ['Chợ phiên Hòa Bình']],
    // The beginning of the last word, and of no other.
    ['khoai la', ['Khoai lang sấy dẻo']],
    ['kho lang', []],
    // One typo in a word of five letters, none in a shorter one.
    ['khoay lang', ['Khoai lang sấy dẻo']],
    ['kohai say', ['Khoai lang sấy dẻo']],
    ['khoai leng', []],
    // Leads, names of producers, topics and places, trade names; not the text.
    ['cu dong duoc mua', ['Làng miến dong vào vụ']],
    ['tai hoan khoai', ['Khoai lang sấy dẻo']],
    ['mot san pham', ['Hội nghị tổng kết']],
    ['ngoc bich', ['Miến dong Na Rì']],
    ['hội đồng đã họp', []],
    // A former province reaches what is in the one it became; what bears its name itself comes first.
    ['chè bắc kạn', ['Mùa chè xuân']],
    ['bac kan', ['Khoai lang sấy dẻo', 'Làng miến dong vào vụ', 'Mùa chè xuân', 'Miến dong Na Rì']],
  ])('%s', async (q, expected) => {
    const result = await found(q)
    expect(new Set(result)).toEqual(new Set(expected))
    expect(result[0]).toBe(expected[0])
    if (q.includes('ế') || q.includes('ề')) expect(result).toEqual(expected)
  })

  it('the same over GraphQL, with all that a search page shows', async () => {
    const query = `query ($q: String!) { search(q: $q, first: 2) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { item { __typename ... on Article { title } ... on Product { name certification { stars } } } highlights { field fragments { text isMatch } } }
      facets { kind { kind count } category { category { name } count } province { province { name } count } group { group { name level } count } stars { stars count } }
      suggestions { text kind }
    } }`
    const { status, data, errors } = await askGraphql(server, query, { q: 'mien do' })
    expect([status, errors]).toEqual([200, undefined])
    expect(data['search']).toEqual({
      totalCount: 3,
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      nodes: [
        { item: { __typename: 'Product', name: 'Miến dong Na Rì', certification: { stars: 4 } }, highlights: [{ field: 'NAME', fragments: [{ text: 'Miến dong', isMatch: true }, { text: ' Na Rì', isMatch: false }] }] },
        { item: { __typename: 'Article', title: expect.any(String) }, highlights: expect.arrayContaining([expect.objectContaining({ field: 'TITLE' })]) },
      ],
      facets: {
        kind: [{ kind: 'ARTICLE', count: 2 }, { kind: 'PRODUCT', count: 1 }],
        category: [{ category: { name: expect.stringMatching(/^Kinh tế/) }, count: 2 }],
        province: [{ province: { name: 'Thái Nguyên' }, count: 2 }],
        group: expect.arrayContaining([{ group: { name: 'Chế biến từ gạo, ngũ cốc', level: 'LEAF' }, count: 1 }, { group: { name: 'Thực phẩm', level: 'GROUP' }, count: 1 }]),
        stars: [{ stars: 4, count: 1 }],
      },
      suggestions: expect.arrayContaining([{ text: 'miến dong', kind: 'COMPLETION' }]),
    })
    const next = await askGraphql(server, 'query ($q: String!, $after: String) { search(q: $q, first: 2, after: $after) { nodes { item { ... on Article { title } } } pageInfo { hasNextPage } suggestions { text } } }', { q: 'mien do', after: data['search'].pageInfo.endCursor })
    expect(next.data['search']).toMatchObject({ nodes: [{ item: { title: expect.any(String) } }], pageInfo: { hasNextPage: false }, suggestions: [] })
  })
})

it('narrows by kinds and filters, and every facet says how many its values would leave', async () => {
  expect(await found('mien dong', { kinds: 'product' })).toEqual(['Miến dong Na Rì'])
  expect(await found('bac kan', { province: 'bac-kan' }).then((all) => all.sort())).toEqual(['Khoai lang sấy dẻo', 'Làng miến dong vào vụ'])
  expect(await found('bac kan', { province: 'thai-nguyen' })).toHaveLength(4)
  expect(await found('mien dong', { 'stars.gte': 3, kinds: 'product,article' })).toEqual(['Miến dong Na Rì'])
  expect(await found('mien dong', { stars: 5 })).toEqual([])
  expect(await found('hoa binh', { category: samples.category })).toEqual(['Chợ phiên Hòa Bình'])
  expect(await found('hoi nghi', { topic: 'moi-xa-mot-san-pham' })).toEqual(['Hội nghị tổng kết'])
  expect(await found('khoai', { producer: samples.producer, group: samples.group })).toEqual(['Khoai lang sấy dẻo'])
  expect(await found('khoai', { producer: 'khong-co' })).toEqual([])
  const { body: { facets } } = await search('bac kan', { kinds: 'product' })
  expect(facets.kind).toEqual([{ kind: 'article', count: 2 }, { kind: 'product', count: 2 }])
  for (const [name, values] of Object.entries({ province: facets.province, group: facets.group, category: facets.category }) as [string, Json[]][]) {
    for (const { count, ...of } of values) expect((await search('bac kan', { kinds: 'product', [name]: of[name].id })).body['totalCount']).toBe(count)
  }
})

it('tells highlights as plain parts of the text, and escapes and marks nothing', async () => {
  const { body } = await search('ren lo')
  expect(body['items'][0].highlights).toEqual([
    { field: 'title', fragments: [{ text: 'Nghề <b>', isMatch: false }, { text: 'rèn', isMatch: true }, { text: '</b> & đúc', isMatch: false }] },
    { field: 'lead', fragments: [{ text: 'Lò rèn', isMatch: true }, { text: ' đỏ lửa.', isMatch: false }] },
  ])
  // Found by the producer alone: in none of the texts shown.
  expect((await search('tai hoan')).body['items'][0].highlights).toEqual([])
})

it('proposes how words go on, and what was meant when nothing is found', async () => {
  expect((await search('mien do')).body['suggestions']).toEqual(expect.arrayContaining([{ text: 'miến dong', kind: 'completion' }, { text: 'Miến dong Na Rì', kind: 'completion' }]))
  expect((await search('miem dong')).body).toMatchObject({ items: [], totalCount: 0, suggestions: [{ text: 'miến dong', kind: 'correction' }] })
})

describe('what is saved is found as soon as the save is acknowledged, in stored answers too', () => {
  it('a new title, a withdrawal, a return', async () => {
    const id = idOf(await admin.post('/articles', article(samples, { ...published, title: 'Vải thiều một', lead: 'Tin.', publishedAt: '2026-07-01T01:00:00.000Z' })))
    for (let n = 0; n < 8; n += 1) {
      expect(await found('vai thieu')).toEqual([n === 0 ? 'Vải thiều một' : `Vải thiều lần ${n}`])
      await saved(`/articles/${id}`, { ...published, title: `Vải thiều lần ${n + 1}` })
    }
    expect(await found('vai thieu')).toEqual(['Vải thiều lần 8'])
    await saved(`/articles/${id}`, { _status: 'draft' })
    expect(await found('vai thieu')).toEqual([])
    await saved(`/articles/${id}`, { ...published, title: 'Vải thiều trở lại' })
    expect(await found('vai thieu')).toEqual(['Vải thiều trở lại'])
    await admin.delete(`/articles/${id}`)
    expect(await found('vai thieu')).toEqual([])
  })

  it('a draft beside what is published is not found', async () => {
    await admin.patch(`/articles/${ids['peace']}?draft=true`, { title: 'Bí mật tòa soạn' })
    expect(await found('bi mat')).toEqual([])
    expect(await found('nhap ve mien')).toEqual([])
    expect(await found('hoa binh')).toEqual(['Chợ phiên Hòa Bình'])
  })

  it('another name of a producer, a topic and a place, for all that refers to them', async () => {
    expect(await found('hoang gia khoai')).toEqual([])
    await saved(`/producers/${samples.producer}`, { name: 'HTX Hoàng Gia' })
    expect(await found('hoang gia khoai')).toEqual(['Khoai lang sấy dẻo'])
    expect(await found('tai hoan khoai')).toEqual([])
    await saved(`/topics/${topic}`, { name: 'Sản vật làng quê' })
    expect(await found('san vat')).toEqual(['Hội nghị tổng kết'])
    await saved(`/administrative-units/${bacKan}`, { name: 'Bắc Cạn' })
    expect(await found('che bac can')).toEqual(['Mùa chè xuân'])
  })
})

it('windows open and close, and stars end, by the clock', async () => {
  expect(await found('to day hoa')).toEqual([])
  expect(await found('mien dong', { 'stars.gte': 4 })).toHaveLength(1)
  await server.setClock('2026-08-02T00:00:00.000Z')
  expect(await found('to day hoa')).toEqual(['Lễ hội hoa tớ dày'])
  await server.setClock('2026-09-02T00:00:00.000Z')
  expect(await found('to day hoa')).toEqual([])
  await server.setClock('2031-01-01T00:00:00.000Z')
  expect(await found('mien dong', { 'stars.gte': 3 })).toEqual([])
  expect((await search('mien dong')).body['facets'].stars).toEqual([])
  await server.setClock(NOW)
})

it('pages by cursor through everything once, while others publish', async () => {
  for (let n = 0; n < 7; n += 1) idOf(await admin.post('/articles', article(samples, { ...published, title: `Mật ong rừng ${n}`, lead: 'Mật ong.', publishedAt: `2026-07-0${(n % 3) + 1}T01:00:00.000Z` })))
  const whole = await found('mat ong')
  expect(whole).toHaveLength(7)
  const seen: string[] = []
  let address: string | null = `/v1/search?q=m%E1%BA%ADt%20ong&first=3&fields=title`
  while (address) {
    const response = await server.fetch(address)
    const body = (await response.json()) as Json
    seen.push(...names(body))
    address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
    expect(address === null).toBe(body['next'] === null)
    idOf(await admin.post('/articles', article(samples, { ...published, title: `Mật ong mới ${seen.length}`, lead: 'Tin.', publishedAt: '2026-07-14T01:00:00.000Z' })))
  }
  expect(seen.filter((title) => title.startsWith('Mật ong rừng'))).toEqual(await found('mật ong').then((all) => all.filter((title) => title.startsWith('Mật ong rừng'))))
  expect(new Set(seen).size).toBe(seen.length)
})

describe('refuses, naming what is wrong and what is allowed', () => {
  it.each([
    ['', 'BAD_REQUEST', 'q', 'missing'],
    ['q=', 'BAD_REQUEST', 'q', 'no value'],
    ['q=%21%3F', 'BAD_REQUEST', 'q', 'a word'],
    [`q=${'a'.repeat(201)}`, 'LIMIT', 'q', '200'],
    ['q=a&first=0', 'BAD_REQUEST', 'first', '1'],
    ['q=a&first=101', 'LIMIT', 'first', '100'],
    ['q=a&kinds=author', 'BAD_REQUEST', 'kinds', '"article", "product"'],
    ['q=a&after=abc', 'BAD_REQUEST', 'after', 'not a cursor'],
    ['q=a&sort=title', 'BAD_REQUEST', 'sort', 'no parameter'],
    ['q=a&stars=x', 'BAD_REQUEST', 'stars', 'a whole number'],
    ['q=a&fields=nothing', 'BAD_REQUEST', 'fields', 'names no field'],
  ])('%s', async (query, code, parameter, detail) => {
    const response = await server.fetch(`/v1/search?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code, parameter, detail: expect.stringContaining(detail) })
  })

  it('in GraphQL too, and a cursor of another search', async () => {
    const problem = async (args: string) => (await askGraphql(server, `{ search(${args}) { totalCount } }`)).errors?.[0]?.['extensions']
    expect(await problem('q: "?"')).toMatchObject({ code: 'BAD_REQUEST', argument: 'q' })
    expect(await problem(`q: "${'a'.repeat(201)}"`)).toMatchObject({ code: 'LIMIT', argument: 'q' })
    expect(await problem('q: "a", first: 0')).toMatchObject({ code: 'BAD_REQUEST', argument: 'first' })
    expect(await problem('q: "a", first: 101')).toMatchObject({ code: 'LIMIT', argument: 'first' })
    expect(await problem('q: "a", kinds: []')).toMatchObject({ code: 'BAD_REQUEST', argument: 'kinds' })
    expect(await problem('q: "a", filters: { category: {} }')).toMatchObject({ code: 'BAD_REQUEST', argument: 'category' })
    const { body } = await search('mat ong', { first: 1 })
    expect((await search('ong mat', { first: 1, after: body['next'] })).body).toMatchObject({ code: 'BAD_REQUEST', parameter: 'after' })
    expect((await search('mat ong', { first: 1, after: body['next'], kinds: 'article' })).body).toMatchObject({ code: 'BAD_REQUEST', parameter: 'after' })
  })
})

it('every example of the documentation is answered as it stands', async () => {
  const text = (/### Search\n([\s\S]*?)\n### /.exec(readFileSync('docs/api.md', 'utf8')) ?? [])[1] ?? ''
  const addresses = [...text.matchAll(/curl -s 'http:\/\/localhost:3000([^']+)'/g)].map(([, address]) => String(address))
  expect(addresses.length).toBeGreaterThanOrEqual(3)
  for (const address of addresses) expect((await server.fetch(address)).status).toBe(200)
  const queries = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => String(query))
  expect(queries.length).toBeGreaterThanOrEqual(1)
  for (const query of queries) expect((await askGraphql(server, query)).errors).toBeUndefined()
})

it('is ready after another start, from its file, with what was saved last', async () => {
  const { databaseUrl, dataDir } = server
  await saved(`/articles/${ids['place']}`, { ...published, title: 'Sau giờ đóng máy' })
  await server.stop({ keep: true })
  server = await startServer({ on: { databaseUrl, dataDir } })
  await server.setClock(NOW)
  await prepared()
  expect(await found('dong may')).toEqual(['Sau giờ đóng máy'])
  expect(server.logs()).toMatch(/"from":"file".*search is ready|search is ready.*"from":"file"/)
  expect(await found('hoang gia khoai')).toEqual(['Khoai lang sấy dẻo'])
}, 120_000)
