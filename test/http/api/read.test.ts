import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Kind } from '../../../collections/shared/public-kinds.ts'
import { ProblemError } from '../../../src/api/problem.ts'
import { boxSizes } from '../../../src/api/read/article-boxes.ts'
import { type ArticlePage, articlePage } from '../../../src/api/read/article-page.ts'
import { featuredBrands } from '../../../src/api/read/featured-brands.ts'
import { latest } from '../../../src/api/read/latest.ts'
import { ocopStatistics } from '../../../src/api/read/ocop-statistics.ts'
import { createReader, type Reader } from '../../../src/api/read/reader.ts'
import { redirect } from '../../../src/api/read/redirect.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import type { Answerable } from '../../../src/published/answer/answers.ts'
import type { RowContent } from '../../../src/published/row.ts'
import type { PublishedRow } from '../../../src/published/store.ts'
import { type Opened, openPayload } from '../published/open-payload.ts'
import { rowFor } from '../published/rows-for.ts'
import { noServices } from '../../support/no-services.ts'

const moment = { now: '2026-11-24T05:00:00.000Z', today: '2026-11-24' }
let opened: Opened
const reader = (): Reader => createReader({ services: noServices, store: opened.store, moment, siteUrl: 'https://bao.test', origin: 'https://api.test' })
const put = (...rows: RowContent[]) => inTransaction({ payload: opened.payload, work: async (req) => { for (const row of rows) await opened.store.put({ req, row }) } })
const ids = (rows: readonly PublishedRow[]) => rows.map(({ id }) => id)

const row = (kind: Kind, id: string, data: Record<string, unknown>, more: Partial<RowContent> = {}): RowContent => rowFor({ kind, id, data: JSON.stringify({ slug: id, ...data }), ...more })

/** Numbers that look random and are the same in every run. */
const sequence = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
const random = sequence(11)
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
/** Few hours for many things: at one instant the id decides. */
const hour = (): string => `2026-11-${10 + Math.floor(random() * 10)}T0${Math.floor(random() * 9)}:00:00.000Z`

const above: Readonly<Record<string, readonly string[]>> = { 'kinh-te': [], ocop: [], 'nong-thon-moi': ['kinh-te'] }
const image = (id: string) => row('image', id, { width: 1600, height: 900, alt: id, _filename: `${id}.jpg`, _version: 'v1', _renditions: [] })
const article = (id: string, data: { category: string; topics?: string[]; related?: string[]; featured?: boolean }, more: Partial<RowContent> = {}): RowContent => row('article', id, {
  title: `Tin ${id}`, lead: `Sapo ${id}`, cover: { id: `cover-${id}` }, bylines: [{ author: 'hong-anh', role: 'text', penName: null }], topics: [], related: [], featured: false, ...data,
  seo: { title: id, description: '', image: `cover-${id}`, _canonical: null, noindex: false },
}, {
  visibleFrom: hour(), heavy: JSON.stringify({ body: { json: {}, text: '', minutes: 1, images: ['trong-bai'], products: ['p1'], articles: [], legalDocuments: [], _parts: ['<p>Chữ</p>'], _refs: ['image:trong-bai', 'product:p1'] } }),
  facets: [`category:${data.category}`, `section:${data.category}`, ...(data.topics ?? []).map((topic) => `topic:${topic}`), `featured:${data.featured ?? false}`], ...more,
})
const product = (id: string, more: Partial<RowContent> = {}): RowContent =>
  row('product', id, { name: `Hàng ${id}`, summary: 'Ngon.', image: { id: `picture-${id}` }, producer: 'htx', province: 'tn', certificates: [], publishedAt: null }, { visibleFrom: hour(), ...more })
const certificate = (id: string, stars: number, issuedDay: string, province: string, kind = 'new') => row('certificate', id, {
  product: id, group: 'che', province, certificate: { id, stars, kind, issuedDay, lastDay: `${Number(issuedDay.slice(0, 4)) + 3}${issuedDay.slice(4)}`, extendedUntil: null, withdrawnOn: null, decision: null, withdrawalDecision: null },
}, { facets: [`issued:${issuedDay.slice(0, 4)}`, `province:${province}`] })

const articles = Array.from({ length: 70 }, (_, n) => article(`a${n}`, { category: pick(['ocop', 'nong-thon-moi', 'an']), topics: [pick(['mien', 'che', 'gao'])], featured: random() < 0.2, related: random() < 0.3 ? ['a1', 'a2', 'rut', 'hen-gio', 'a3', `a${n}`] : [] }))
const products = Array.from({ length: 45 }, (_, n) => product(`p${n}`))

beforeAll(async () => {
  opened = await openPayload()
  await put(
    row('siteSettings', 'site-settings', { siteName: 'Báo', _templates: {} }),
    ...Object.entries(above).map(([id, ancestors]) => row('category', id, { name: id, path: [...ancestors, id].join('/'), ancestors }, { facets: ancestors.map((one) => `ancestor:${one}`) })),
    row('author', 'hong-anh', { name: 'Hồng Ánh' }), row('producer', 'htx', { name: 'HTX' }), row('productGroup', 'che', { name: 'Chè' }),
    image('trong-bai'), ...articles.map(({ docId }) => image(`cover-${docId}`)), ...products.map(({ docId }) => image(`picture-${docId}`)),
    ...articles, ...products,
    article('chu-de', { category: 'ocop', topics: ['riêng', 'mien'] }, { number: 77, visibleFrom: '2026-11-09T00:00:00.000Z', facets: ['category:ocop', 'section:ocop', 'topic:riêng', 'topic:mien', 'formerSlug:ten-cu'] }),
    article('cung-chu-de', { category: 'kinh-te', topics: ['riêng', 'mien'] }, { visibleFrom: '2026-11-09T01:00:00.000Z' }),
    article('mot-minh', { category: 'an', related: ['a1', 'a2', 'a3'] }, { visibleFrom: '2020-01-01T00:00:00.000Z' }),
    article('hen-gio', { category: 'ocop' }, { visibleFrom: '2027-01-01T00:00:00.000Z' }),
    { ...row('article', 'rut', { _note: 'Đã rút.', _visibleFrom: '2026-01-01T00:00:00.000Z' }), number: 78, gone: 'RETRACTED', visibleFrom: null, visibleUntil: null, sortKey: null, rank: null },
    row('administrativeUnit', 'tn', { name: 'Thái Nguyên', level: 'province', validFrom: '2025-07-01', validTo: null }, { slug: 'thai-nguyen' }),
    row('administrativeUnit', 'bk', { name: 'Bắc Kạn', level: 'province', validFrom: null, validTo: '2025-07-01' }, { slug: 'bac-kan-2025', facets: ['successor:tn', 'alias:bac-kan'] }),
    row('administrativeUnit', 'xa', { name: 'Yên Thịnh', level: 'commune', validFrom: null, validTo: null }, { slug: 'yen-thinh' }),
    certificate('c1', 3, '2021-03-19', 'bk', 're-recognised'), certificate('c2', 4, '2021-05-01', 'bk'), certificate('c3', 3, '2021-06-01', 'tn'), certificate('c4', 4, '2026-05-01', 'tn'),
    row('partnerBrand', 'b1', { name: 'B1', _placements: [{ placement: 'featured', order: 2, from: null, until: null }] }, { facets: ['placement:featured'] }),
    row('partnerBrand', 'b2', { name: 'B2', _placements: [{ placement: 'featured', order: 1, from: null, until: null }] }, { facets: ['placement:featured'] }),
    row('partnerBrand', 'b3', { name: 'B3', _placements: [{ placement: 'featured', order: 3, from: null, until: '2026-11-23' }] }, { facets: ['placement:featured'] }),
    row('redirect', 'r1', { from: '/tin-cu.html', to: '/moi', status: 301 }, { slug: '/tin-cu.html' }), row('redirect', 'r2', { from: '/da-go', to: null, status: 410 }, { slug: '/da-go' }),
  )
})
afterAll(() => opened?.close())

const pageAt = async (slug: string, by = reader()): Promise<ArticlePage> => {
  const page = await articlePage({ reader: by, slug })
  if (page?.kind !== 'page') throw new Error(`No page: ${slug}`)
  return page
}
const names = (rows: readonly PublishedRow[]) => rows.map(({ kind, id }) => `${kind}:${id}`)
const boxesOf = ({ related, sameCategory, latest: { rows }, youMayLike }: ArticlePage) => names([...related, ...sameCategory, ...rows, ...youMayLike])
const problemOf = (work: Promise<unknown>) => work.then(() => { throw new Error('Not refused') }, (error: unknown) => {
  if (!(error instanceof ProblemError)) throw error
  return error.problem
})

describe('the page of an article', () => {
  it('has nothing twice, nothing hidden, no box too long and the article in none, whichever it is', async () => {
    for (const { docId } of articles) {
      const page = await pageAt(docId)
      const shown = boxesOf(page)
      expect([docId, shown.length]).toEqual([docId, new Set(shown).size])
      expect(shown).not.toContain(`article:${docId}`)
      expect(shown.filter((name) => ['article:rut', 'article:hen-gio'].includes(name))).toEqual([])
      expect([page.related.length, page.latest.rows.length, page.youMayLike.length]).toEqual([boxSizes.related, boxSizes.latest, boxSizes.youMayLike])
      const category = page.article.data['category']
      expect(page.sameCategory.length).toBe(category === 'an' ? 0 : boxSizes.sameCategory)
      expect(page.sameCategory.every(({ data }) => data['category'] === category)).toBe(true)
    }
  })

  it('takes the related ones chosen by hand first, in their order, without itself and what is not visible', async () => {
    expect(ids((await pageAt('mot-minh')).related)).toEqual(['a1', 'a2', 'a3'])
    const chosen = articles.find(({ docId, data }) => !['a1', 'a2', 'a3'].includes(docId) && data.includes('hen-gio'))
    expect(ids((await pageAt(String(chosen?.docId))).related)).toEqual(['a1', 'a2', 'a3'])
  })

  it('fills the related ones with those that share most topics', async () => {
    expect(ids((await pageAt('chu-de')).related)[0]).toBe('cung-chu-de')
  })

  it('goes on in its mixed list without repeating anything of the page', async () => {
    const page = await pageAt('a10')
    const shown = [...boxesOf(page), 'article:a10']
    for (let after = page.latest.next; after !== null;) {
      const following = await latest({ reader: reader(), after, without: page.latest.without })
      shown.push(...names(following.rows))
      after = following.next
    }
    expect(shown).toHaveLength(new Set(shown).size)
    // All there is: seventy articles and three more, and all products.
    expect(shown).toHaveLength(70 + 3 + 45)
  })

  it('has the way to its category, and none to a category that is not public', async () => {
    const within = articles.find(({ data }) => data.includes('"category":"nong-thon-moi"'))
    expect(ids((await pageAt(String(within?.docId))).breadcrumbs)).toEqual(['kinh-te', 'nong-thon-moi'])
    expect((await pageAt('mot-minh')).breadcrumbs).toEqual([])
  })

  it.each(['chu-de', 'a10', 'mot-minh'])('is read in at most eight statements with what its cards show: %s', async (slug) => {
    const by = reader()
    const before = opened.store.statements
    const page = await pageAt(slug, by)
    const { answers } = by
    const told = async (of: PublishedRow, fields: readonly string[]): Promise<unknown[]> => Promise.all(fields.map((name) => answers.field(answers.of(of), name)))
    const cards = [...page.related, ...page.sameCategory, ...page.latest.rows, ...page.youMayLike]
    const onCards = await Promise.all(cards.map((card) => told(card, card.kind === 'article' ? ['title', 'lead', 'cover', 'url', 'category', 'bylines'] : ['name', 'summary', 'image', 'url', 'certification', 'producer', 'province'])))
    await told(page.article, ['title', 'lead', 'body', 'cover', 'bylines', 'topics', 'products', 'seo', 'url'])
    await Promise.all([...page.breadcrumbs, ...page.featuredBrands].map((one) => told(one, ['name', 'url'])))
    const ofProduct = onCards[cards.findIndex(({ kind }) => kind === 'product')]
    expect([(ofProduct?.[2] as Answerable).type, (ofProduct?.[5] as Answerable).row.id, String(ofProduct?.[3]).startsWith('https://bao.test/')]).toEqual(['image', 'htx', true])
    expect(opened.store.statements - before).toBeLessThanOrEqual(8)
  })

  it('is found by number, and by a former slug has moved', async () => {
    expect(await articlePage({ reader: reader(), number: 77 })).toMatchObject({ kind: 'page', article: { id: 'chu-de' } })
    expect(await articlePage({ reader: reader(), slug: 'ten-cu' })).toMatchObject({ kind: 'moved', to: expect.stringContaining('https://bao.test/'), permanent: true, row: { id: 'chu-de' } })
  })

  it('says of a retracted article that it is gone, and nothing of what is not there yet', async () => {
    for (const name of [{ slug: 'rut' }, { number: 78 }]) expect(await articlePage({ reader: reader(), ...name })).toEqual({ kind: 'gone', reason: 'RETRACTED', note: 'Đã rút.' })
    for (const name of [{ slug: 'hen-gio' }, { slug: 'chua-tung-co' }, { number: 9999 }]) expect(await articlePage({ reader: reader(), ...name })).toBeNull()
    expect(await problemOf(articlePage({ reader: reader() }))).toMatchObject({ code: 'BAD_REQUEST', parameter: 'slug' })
  })
})

describe('the mixed list', () => {
  const all = async (asked: Omit<Parameters<typeof latest>[0], 'reader' | 'after'>): Promise<PublishedRow[]> => {
    const found: PublishedRow[] = []
    for (let after: string | null = null, more = true; more;) {
      const page = await latest({ reader: reader(), ...asked, after })
      found.push(...page.rows)
      after = page.next
      more = after !== null
    }
    return found
  }

  it('is in the order of publication and then of id, whatever the size of its pages', async () => {
    const whole = await all({ first: 100 })
    const sorted = [...whole].sort((a, b) => (`${a.visibleFrom} ${a.id}` < `${b.visibleFrom} ${b.id}` ? 1 : -1))
    expect(names(whole)).toEqual(names(sorted))
    for (const first of [1, 7, 25]) expect(names(await all({ first }))).toEqual(names(whole))
    expect(names(await all({ first: 7, without: ['a1', 'p2', 'none'] }))).toEqual(names(whole).filter((name) => !['article:a1', 'product:p2'].includes(name)))
  })

  it('lets a category restrict the articles alone, with those below it', async () => {
    const found = await all({ category: 'kinh-te', first: 100 })
    expect(found.filter(({ kind }) => kind === 'product')).toHaveLength(45)
    expect([...new Set(found.filter(({ kind }) => kind === 'article').map(({ data }) => data['category']))].sort()).toEqual(['kinh-te', 'nong-thon-moi'])
    expect((await all({ category: 'ocop', kinds: ['product'], first: 100 }))).toHaveLength(45)
  })

  it('goes on where it was when something new has come in between', async () => {
    const before = await all({ first: 100 })
    const start = await latest({ reader: reader(), first: 10 })
    await put(product('vua-len', { visibleFrom: '2026-11-24T04:59:00.000Z' }))
    const next = await latest({ reader: reader(), first: 10, after: start.next })
    expect(names(next.rows)).toEqual(names(before).slice(10, 20))
    await put({ ...row('product', 'vua-len', {}), visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, data: '{}', slug: null })
  })

  it('refuses what it does not take, by name', async () => {
    const refused = async (asked: Record<string, unknown>) => problemOf(latest({ reader: reader(), ...asked }))
    expect(await refused({ kinds: ['image'] })).toMatchObject({ code: 'BAD_REQUEST', parameter: 'kinds', allowed: ['article', 'product'] })
    expect(await refused({ first: 0 })).toMatchObject({ code: 'BAD_REQUEST', parameter: 'first' })
    expect(await refused({ first: 101 })).toMatchObject({ code: 'LIMIT', parameter: 'first' })
    expect(await refused({ after: 'none' })).toMatchObject({ code: 'BAD_REQUEST', parameter: 'after' })
    expect(await refused({ category: 'chua-co' })).toMatchObject({ code: 'BAD_REQUEST', parameter: 'category' })
  })
})

describe('statistics', () => {
  const counted = async (asked: Omit<Parameters<typeof ocopStatistics>[0], 'reader'>) => {
    const { total, lines } = await ocopStatistics({ reader: reader(), ...asked })
    return [total, lines.map(({ province, group, ...line }) => ({ ...line, ...(province ? { province: province.slug } : {}), ...(group ? { group: group.slug } : {}) }))]
  }

  it('of a province that exists take in those it was formed from, of an ended one itself', async () => {
    expect(await counted({ issuedIn: 2021, province: 'thai-nguyen', by: ['province'] })).toEqual([3, [{ province: 'bac-kan-2025', count: 2 }, { province: 'thai-nguyen', count: 1 }]])
    const ended = [2, [{ stars: 4, kind: 'new', count: 1 }, { stars: 3, kind: 're-recognised', count: 1 }]]
    for (const province of ['bac-kan', 'bac-kan-2025', 'bk']) expect(await counted({ issuedIn: 2021, province, by: ['stars', 'kind'] })).toEqual(ended)
  })

  it('are of a day too, by group, or a mere total', async () => {
    expect(await counted({ validOn: '2026-11-24', by: ['group'] })).toEqual([1, [{ group: 'che', count: 1 }]])
    expect(await counted({ issuedIn: 2021, by: [] })).toEqual([3, []])
  })

  it.each([
    [{ by: ['stars'] }, { parameter: 'issuedIn', detail: expect.stringContaining('exactly one') }],
    [{ issuedIn: 2021, validOn: '2026-11-24', by: ['stars'] }, { parameter: 'validOn', detail: expect.stringContaining('exactly one') }],
    [{ issuedIn: 1999, by: ['stars'] }, { parameter: 'issuedIn' }],
    [{ validOn: '2026-02-30', by: ['stars'] }, { parameter: 'validOn' }],
    [{ issuedIn: 2021, by: ['district'] }, { parameter: 'by', allowed: ['stars', 'kind', 'group', 'province'] }],
    [{ issuedIn: 2021, province: 'chua-co', by: [] }, { parameter: 'province', detail: expect.stringContaining('no province') }],
    [{ issuedIn: 2021, province: 'yen-thinh', by: [] }, { parameter: 'province', detail: expect.stringContaining('not a province') }],
  ])('refuse %j', async (asked, wanted) => {
    expect(await problemOf(ocopStatistics({ reader: reader(), ...asked }))).toMatchObject({ code: 'BAD_REQUEST', ...wanted })
  })
})

it('featured brands are those whose days are open, in order, in a place that exists', async () => {
  expect(ids(await featuredBrands({ reader: reader() }))).toEqual(['b2', 'b1'])
  expect(await featuredBrands({ reader: reader(), placement: 'footer' })).toEqual([])
  expect(await problemOf(featuredBrands({ reader: reader(), placement: 'roof' }))).toMatchObject({ code: 'BAD_REQUEST', parameter: 'placement', allowed: ['featured', 'footer', 'sidebar'] })
})

it('redirects are found by path, whatever its query', async () => {
  expect(await redirect({ reader: reader(), path: '/tin-cu.html?utm=1' })).toEqual({ kind: 'moved', to: 'https://bao.test/moi', permanent: true })
  expect(await redirect({ reader: reader(), path: '/da-go/' })).toEqual({ kind: 'gone' })
  expect(await redirect({ reader: reader(), path: '/khong-co' })).toBeNull()
  expect(await problemOf(redirect({ reader: reader(), path: 'https://bao.test/' }))).toMatchObject({ code: 'BAD_REQUEST', parameter: 'path' })
})
