import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getNamedType, type GraphQLField, type GraphQLObjectType, isLeafType, isObjectType } from 'graphql'
import { typeName } from '../../src/api/graphql/names.ts'
import { createSchema } from '../../src/api/graphql/schema.ts'
import { makeNewspaper, type Newspaper } from '../http/api/newspaper.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { staff } from '../support/staff.ts'
import { get, type Json, post } from './ask.ts'

let server: TestServer
let paper: Newspaper

beforeAll(async () => {
  server = await startServer()
  paper = await makeNewspaper(await staff(server).as('administrator'))
}, 120_000)
afterAll(() => server?.stop())

/** The data of an answer without errors. */
const ask = async (query: string, variables?: Json): Promise<Json> => {
  const { status, data, errors } = await post(server, query, variables)
  expect({ query, status, errors }).toEqual({ query, status: 200, errors: undefined })
  return data
}
const slugs = (nodes: Json[]): string[] => nodes.map(({ slug }) => slug)

const singles = ['article', 'author', 'category', 'topic', 'product', 'producer', 'productGroup', 'administrativeUnit', 'legalDocument', 'partnerBrand', 'image']
const lists = ['articles', 'authors', 'categories', 'topics', 'products', 'producers', 'productGroups', 'administrativeUnits', 'legalDocuments', 'partnerBrands', 'images']

const schema = createSchema()

/** A field with what makes it readable: of what it is made of, two levels. */
const selected = (field: GraphQLField<unknown, unknown>, depth = 2): string => {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return field.name
  if (!isObjectType(type)) return `${field.name} { __typename }`
  const inner = Object.values(type.getFields()).filter(({ type: own }) => depth > 1 || isLeafType(getNamedType(own)))
  const few = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : ''
  return `${field.name}${few} { __typename ${inner.map((one) => selected(one, depth - 1)).join(' ')} }`
}

/** What can be asked of a kind: in one go what is short, and each of the others by itself, since all together cost too much. */
const selectionsOf = (kind: string): string[] => {
  const fields = Object.values((schema.getType(typeName(kind)) as GraphQLObjectType).getFields())
  const isShort = (field: GraphQLField<unknown, unknown>): boolean => isLeafType(getNamedType(field.type))
  return [fields.filter(isShort).map((field) => field.name).join(' '), ...fields.filter((field) => !isShort(field)).map((field) => selected(field))]
}

describe('every kind', () => {
  it('has a list and one of them, with every field there is', async () => {
    for (const [n, kind] of singles.entries()) {
      const list = lists[n] as string
      const [short = '', ...long] = selectionsOf(kind)
      const { [list]: { nodes, totalCount, pageInfo } } = await ask(`{ ${list}(first: 50) { nodes { ${short} } totalCount pageInfo { hasNextPage endCursor } } }`)
      expect({ list, totalCount, hasNextPage: pageInfo.hasNextPage }).toEqual({ list, totalCount: nodes.length, hasNextPage: false })
      expect({ list, some: nodes.length > 0 || list === 'topics' }).toEqual({ list, some: true })
      for (const node of nodes) expect((await ask(`query ($id: ID) { ${kind}(id: $id) { ${short} } }`, { id: node.id }))[kind]).toEqual(node)
      for (const fields of long) {
        const { [list]: { nodes: some } } = await ask(`{ ${list}(first: 1) { nodes { id ${fields} } } }`)
        for (const node of some) expect((await ask(`query ($id: ID) { ${kind}(id: $id) { id ${fields} } }`, { id: node.id }))[kind]).toEqual(node)
      }
    }
  })

  it('of which there is one has no list', async () => {
    const { homePage, navigation, siteSettings } = await ask(`{
      homePage { slots { position items { __typename ... on Article { slug } ... on Product { slug } } } }
      navigation { header { label url } } siteSettings { siteName url }
    }`)
    expect(homePage.slots[0]).toEqual({ position: 'LEAD', items: [{ __typename: 'Article', slug: 'tin-so-2' }] })
    expect(navigation.header).toEqual([{ label: 'Nông thôn mới', url: expect.stringContaining('nong-thon-moi') }, { label: 'Liên hệ', url: expect.stringMatching(/^http.*\/lien-he$/) }])
    expect(siteSettings).toEqual({ siteName: 'Báo Thử', url: expect.stringMatching(/^http.*\/$/) })
  })
})

describe('one thing', () => {
  it('is found by its id, slug, number and key', async () => {
    const { bySlug } = await ask('{ bySlug: article(slug: "tin-so-2") { id number title genre body { text minutes html } } }')
    expect(bySlug).toMatchObject({ id: paper.articles[1], title: 'Tin số 2', genre: 'REPORT', body: { text: 'Đoạn một của bài.\n\nĐoạn hai của bài.', minutes: 1, html: '<p>Đoạn một của bài.</p><p>Đoạn hai của bài.</p>' } })
    const { byId, byNumber, byKey, byAlias } = await ask(
      'query ($id: ID, $number: Int) { byId: article(id: $id) { id } byNumber: article(number: $number) { id } byKey: administrativeUnit(key: "thai-nguyen-2025") { slug } byAlias: administrativeUnit(slug: "thai-nguyen") { key } }',
      { id: bySlug.id, number: bySlug.number },
    )
    expect([byId.id, byNumber.id, byKey.slug, byAlias.key]).toEqual([bySlug.id, bySlug.id, 'thai-nguyen', 'thai-nguyen-2025'])
  })

  it('that is a draft, scheduled, taken away or unknown is null', async () => {
    for (const slug of ['ban-nhap', 'tin-so-8', 'tin-so-6', 'tin-so-7', 'khong-co']) expect(await ask('query ($slug: String) { article(slug: $slug) { id } }', { slug })).toEqual({ article: null })
    for (const id of [paper.draft, paper.scheduled, paper.retracted, paper.removed]) expect(await ask('query ($id: ID) { article(id: $id) { id } }', { id })).toEqual({ article: null })
  })

  it('says nothing of drafts through others either', async () => {
    const { articles, latest, categories } = await ask('{ articles { nodes { slug } } latest { nodes { ... on Article { slug } } } categories { nodes { slug } } }')
    expect(slugs(articles.nodes)).toEqual(['tin-so-5', 'tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1'])
    expect(slugs(latest.nodes)).not.toContain('ban-nhap')
    expect(categories.nodes.length).toBeGreaterThan(1)
  })

  it('answers the same by GET as by POST, and GET with an ETag', async () => {
    const query = 'query ($slug: String) { article(slug: $slug) { title cover { srcset(crop: WIDE) alt } } }'
    const byPost = await post(server, query, { slug: 'tin-so-2' })
    const byGet = await get(server, query, { slug: 'tin-so-2' })
    expect(byGet.data).toEqual(byPost.data)
    expect(byGet.data['article'].cover.srcset).toMatch(/ \d+w/)
    expect([byGet.headers.get('content-type'), String(byGet.headers.get('cache-control')).split(', ')[0], byGet.headers.get('access-control-allow-origin'), byGet.headers.get('set-cookie')])
      .toEqual(['application/graphql-response+json; charset=utf-8', 'public', '*', null])
    const again = await server.fetch(`/graphql?${new URLSearchParams({ query, variables: '{"slug":"tin-so-2"}' })}`, { headers: { accept: 'application/graphql-response+json', 'if-none-match': String(byGet.headers.get('etag')) } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('a list', () => {
  it.each<[string, string[]]>([
    ['articles(filter: { category: { in: ["nong-thon-moi"] } })', ['tin-so-5']],
    ['articles(filter: { category: { in: ["khong-co"] } })', []],
    ['articles(filter: { category: { in: ["nong-thon-moi", "khong-co"] } })', ['tin-so-5']],
    ['articles(filter: { genre: { in: [REPORT] } })', ['tin-so-2']],
    ['articles(filter: { genre: { in: [REPORT, NEWS] } }, first: 2)', ['tin-so-5', 'tin-so-4']],
    ['articles(filter: { featured: true })', ['tin-so-2']],
    ['articles(filter: { featured: null })', ['tin-so-5', 'tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1']],
    ['articles(filter: { publishedAt: { gte: "2026-03-04T01:00:00Z" } })', ['tin-so-5', 'tin-so-4']],
    ['articles(filter: { publishedAt: { gte: "2026-03-02T08:00:00+07:00", lt: "2026-03-03T01:00:00Z" } })', ['tin-so-2']],
    ['articles(filter: { product: { in: ["mien-dong-1"] } })', ['tin-so-2']],
    ['articles(filter: { province: { in: ["thai-nguyen"] } }, first: 1)', ['tin-so-5']],
    ['articles(sort: PUBLISHED_AT_ASC, first: 1)', ['tin-so-1']],
    ['articles(sort: TITLE_DESC, first: 1)', ['tin-so-5']],
    ['products', ['mien-dong-3', 'mien-dong-2', 'mien-dong-1']],
    ['products(filter: { stars: { gte: 4 } })', ['mien-dong-1']],
    ['products(filter: { stars: { equals: 3 } })', ['mien-dong-2']],
    ['products(sort: STARS_DESC)', ['mien-dong-1', 'mien-dong-2', 'mien-dong-3']],
  ])('%s', async (field, wanted) => {
    const data = await ask(`{ list: ${field} { nodes { slug } totalCount } }`)
    expect(slugs(data['list'].nodes)).toEqual(wanted)
    expect(data['list'].totalCount).toBeGreaterThanOrEqual(wanted.length)
  })

  it('goes on by its cursor, and counts all of it', async () => {
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { articles }: Json = await ask('query ($after: String) { articles(first: 2, sort: TITLE_ASC, after: $after) { nodes { slug } totalCount pageInfo { hasNextPage endCursor } } }', { after })
      seen.push(...slugs(articles.nodes))
      expect(articles.totalCount).toBe(5)
      if (!articles.pageInfo.hasNextPage) break
      after = articles.pageInfo.endCursor
    }
    expect(seen).toEqual(['tin-so-1', 'tin-so-2', 'tin-so-3', 'tin-so-4', 'tin-so-5'])
  })

  it('keeps what stands beside it apart: the same things under other names and arguments', async () => {
    const { a, b } = await ask('{ a: articles(first: 1) { nodes { cover { srcset(crop: SQUARE) } } } b: articles(first: 1) { nodes { title cover { srcset(crop: WIDE) } } } }')
    expect(a.nodes[0].cover.srcset).not.toBe(b.nodes[0].cover.srcset)
    expect([Object.keys(a.nodes[0]), Object.keys(b.nodes[0])]).toEqual([['cover'], ['title', 'cover']])
  })
})

describe('what a front end needs as a whole', () => {
  const page = `query ($slug: String) { articlePage(slug: $slug) { __typename
    ... on ArticlePage {
      article { id slug body { minutes } seo { title canonical } } breadcrumbs { name url } related { id } youMayLike { id } sameCategory { id }
      latest { nodes { __typename ... on Article { id } ... on Product { id } } pageInfo { hasNextPage endCursor } without } featuredBrands { name }
    }
    ... on Moved { url permanent slug } ... on Gone { reason note }
  } }`

  it('is the page of an article, with nothing in it twice', async () => {
    const { articlePage } = await ask(page, { slug: 'tin-so-2' })
    expect(articlePage).toMatchObject({ __typename: 'ArticlePage', article: { slug: 'tin-so-2', body: { minutes: 1 } }, featuredBrands: [{ name: 'Bivaco' }], related: [{ id: paper.articles[0] }, {}, {}] })
    const shown = [articlePage.article, ...articlePage.related, ...articlePage.youMayLike, ...articlePage.sameCategory, ...articlePage.latest.nodes].map(({ id }: Json) => id)
    expect(new Set(shown).size).toBe(shown.length)
    expect(articlePage.latest.nodes.map(({ __typename }: Json) => __typename)).toContain('Product')
  })

  it.each<[string, Json | null]>([
    ['ten-cu', { __typename: 'Moved', url: expect.stringMatching(/\/tin-so-1-\d+\.html$/), permanent: true, slug: 'tin-so-1' }],
    ['duong-cu', { __typename: 'Moved', url: expect.stringMatching(/\/chuyen-muc-moi$/), permanent: false, slug: null }],
    ['tin-so-6', { __typename: 'Gone', reason: 'RETRACTED', note: 'Bài có thông tin sai.' }],
    ['tin-so-7', { __typename: 'Gone', reason: 'LEGAL', note: expect.anything() }],
    ['da-bo', { __typename: 'Gone', reason: null, note: null }],
    ['khong-co', null], ['ban-nhap', null], ['tin-so-8', null],
  ])('or what became of it: %s', async (slug, wanted) => {
    expect((await ask(page, { slug }))['articlePage']).toEqual(wanted)
  })

  it('is the mixed list', async () => {
    const read = async (args: string): Promise<Json> => (await ask(`{ latest${args} { nodes { __typename ... on Article { slug } ... on Product { slug } } pageInfo { hasNextPage endCursor } } }`))['latest']
    const all = ['tin-so-5', 'tin-so-4', 'tin-so-3', 'tin-so-2', 'tin-so-1', 'mien-dong-3', 'mien-dong-2', 'mien-dong-1']
    const first = await read('(first: 6)')
    const second = await read(`(first: 6, after: "${first['pageInfo'].endCursor}")`)
    expect([...slugs(first['nodes']), ...slugs(second['nodes'])]).toEqual(all)
    expect([first['pageInfo'].hasNextPage, second['pageInfo'].hasNextPage]).toEqual([true, false])
    expect(slugs((await read('(kinds: [PRODUCT])'))['nodes'])).toEqual(all.slice(5))
    expect(slugs((await read('(category: "nong-thon-moi")'))['nodes'])).toEqual(['tin-so-5', ...all.slice(5)])
    expect(slugs((await read(`(without: ["${paper.articles[4]}"], first: 1)`))['nodes'])).toEqual(['tin-so-4'])
  })

  it('is the statistics, the brands and the redirects', async () => {
    const data = await ask(`{
      issued: ocopStatistics(issuedIn: 2026, by: [STARS, KIND]) { total lines { stars kind count } }
      standing: ocopStatistics(validOn: "2026-12-31", province: "thai-nguyen", by: [PROVINCE, GROUP]) { total lines { province { slug } group { name } count } }
      featured: featuredBrands { name rel } footer: featuredBrands(placement: FOOTER) { name }
      moved: redirect(path: "/duong-cu") { to status } given: redirect(path: "/da-bo") { to status } none: redirect(path: "/khong-co") { to status }
    }`)
    expect(data).toEqual({
      issued: { total: 2, lines: [{ stars: 4, kind: 'NEW', count: 1 }, { stars: 3, kind: 'NEW', count: 1 }] },
      standing: { total: 2, lines: [{ province: { slug: 'thai-nguyen' }, group: { name: 'Chế biến từ gạo, ngũ cốc' }, count: 2 }] },
      featured: [{ name: 'Bivaco', rel: 'SPONSORED' }], footer: [],
      moved: { to: expect.stringMatching(/^http.*\/chuyen-muc-moi$/), status: 302 }, given: { to: null, status: 410 }, none: null,
    })
  })
})

describe('what is not understood is refused', () => {
  it.each<[string, string, number]>([
    ['{', 'BAD_REQUEST', 400],
    ['{ nothing }', 'BAD_REQUEST', 400],
    ['mutation { a }', 'BAD_REQUEST', 400],
    ['{ articles(filter: { secret: true }) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(filter: { genre: { gte: NEWS } }) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(filter: { genre: { in: [GOSSIP] } }) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(filter: { publishedAt: { gte: "yesterday" } }) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(where: { title: { equals: "x" } }) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(draft: true) { totalCount } }', 'BAD_REQUEST', 400],
    ['query ($first: Int) { articles(first: $first) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ a: article(slug: "x") { body { articles { body { articles { body { articles { body { articles { body { articles { body { minutes } } } } } } } } } } } } }', 'LIMIT', 400],
    ['{ products(first: 100) { nodes { relatedArticles(first: 20) { id title url } } } }', 'LIMIT', 400],
    ['{ articles(depth: 2) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(sort: DATE_DESC) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(unknown: 1) { totalCount } }', 'BAD_REQUEST', 400],
    ['{ articles(first: 0) { totalCount } }', 'BAD_REQUEST', 200],
    ['{ articles(first: 1000000) { nodes { title } } }', 'LIMIT', 200],
    ['{ products(first: 1) { nodes { relatedArticles(first: 21) { id } } } }', 'LIMIT', 200],
    ['{ products(first: 1) { nodes { relatedArticles(first: 0) { id } } } }', 'BAD_REQUEST', 200],
    ['{ articles(first: 101) { totalCount } }', 'LIMIT', 200],
    ['{ articles(after: "nonsense") { totalCount } }', 'BAD_REQUEST', 200],
    ['{ articles(filter: { publishedAt: {} }) { totalCount } }', 'BAD_REQUEST', 200],
    ['{ article { id } }', 'BAD_REQUEST', 200],
    ['{ article(id: "a", slug: "b") { id } }', 'BAD_REQUEST', 200],
    ['{ articlePage { __typename } }', 'BAD_REQUEST', 200],
    ['{ latest(first: 101) { pageInfo { endCursor } } }', 'LIMIT', 200],
    ['{ latest(category: "khong-co") { pageInfo { endCursor } } }', 'BAD_REQUEST', 200],
    ['{ ocopStatistics { total } }', 'BAD_REQUEST', 200],
    ['{ ocopStatistics(issuedIn: 2026, validOn: "2026-01-01") { total } }', 'BAD_REQUEST', 200],
    ['{ redirect(path: "khong") { to } }', 'BAD_REQUEST', 200],
  ])('%s', async (query, code, status) => {
    const answered = await post(server, query, query.includes('$first') ? { first: 'ten' } : undefined)
    expect({ status: answered.status, codes: answered.errors?.map(({ extensions }) => extensions.code) }).toEqual({ status, codes: [code] })
    expect(answered.errors?.[0]?.['message']).toMatch(/\w{3}/)
  })

  it('with the argument and what it takes', async () => {
    const { errors } = await post(server, '{ latest(category: "khong-co") { pageInfo { endCursor } } articles(first: 500) { totalCount } }')
    expect(errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ path: ['articles'], message: '"first" is 500, and may be at most 100.', extensions: { code: 'LIMIT', argument: 'first' } }),
    ]))
  })

  it('as a problem where there is no GraphQL yet', async () => {
    const asked: [RequestInit, number, string][] = [
      [{ method: 'DELETE' }, 405, 'BAD_REQUEST'],
      [{ method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'BAD_REQUEST'],
      [{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json', accept: 'image/png' } }, 406, 'BAD_REQUEST'],
      [{ method: 'POST', body: `{"query":"${'x'.repeat(200_000)}"}`, headers: { 'content-type': 'application/json' } }, 413, 'LIMIT'],
    ]
    for (const [init, status, code] of asked) {
      const response = await server.fetch('/graphql', init)
      expect([response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')]).toEqual([status, 'application/problem+json', '*'])
      expect(await response.json()).toMatchObject({ status, code, detail: expect.any(String), requestId: expect.any(String) })
    }
  })

  it('as what is wrong with a request that has no query', async () => {
    for (const body of ['', '{', '[]', '{}', '{"query":5}', '{"query":"{ __typename }","variables":[]}']) {
      const response = await server.fetch('/graphql', { method: 'POST', body, headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' } })
      expect([body, response.status, ((await response.json()) as Json)['errors'][0].extensions]).toEqual([body, 400, { code: 'BAD_REQUEST' }])
    }
  })

  it('while any page may ask: OPTIONS and HEAD', async () => {
    const preflight = await server.fetch('/graphql', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-methods')]).toEqual([204, '*', 'GET, HEAD, POST, OPTIONS'])
    const head = await server.fetch('/graphql?query={__typename}', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
