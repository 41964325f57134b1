import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Kind } from '../../../collections/shared/public-kinds.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { type Answerable, createAnswers } from '../../../src/published/answer/answers.ts'
import { featuredBrands } from '../../../src/published/answer/featured-brands.ts'
import { findOne, lookUp } from '../../../src/published/look-up.ts'
import { pageOf } from '../../../src/published/page-of.ts'
import { listQueryOf } from '../../../src/published/query.ts'
import { ocopStatistics } from '../../../src/published/statistics.ts'
import type { RowContent } from '../../../src/published/row.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

let opened: Opened
const moment = { now: '2026-11-24T05:00:00.000Z', today: '2026-11-24' }
const answersAt = (at = moment) => createAnswers({ store: opened.store, moment: at, siteUrl: 'https://bao.test/vi/', origin: 'https://api.test' })

const row = (kind: Kind, id: string, data: Record<string, unknown>, more: Partial<RowContent> = {}): RowContent => rowFor({ kind, id, data: JSON.stringify({ slug: id, ...data }), ...more })
const image = (id: string, more: Record<string, unknown> = {}) => row('image', id, {
  width: 1600, height: 900, alt: `alt ${id}`, caption: `chú thích ${id}`, credit: 'Ảnh: kho', _filename: `${id}.jpg`, _version: 'v1',
  _renditions: [{ name: 'hero', filename: `${id}-1280.webp`, width: 1280, height: 720 }, { name: 'card', filename: `${id}-480.webp`, width: 480, height: 270 }, { name: 'wide', filename: `${id}-960.webp`, width: 960, height: 540 }, { name: 'square', filename: `${id}-600.webp`, width: 600, height: 600 }, { name: 'thumbnail', filename: `${id}-160.webp`, width: 160, height: 160 }],
  ...more,
})
const certificate = (id: string, stars: number, issuedDay: string, lastDay: string, more: Record<string, unknown> = {}) =>
  ({ id, stars, kind: 'new', issuedDay, lastDay, extendedUntil: null, withdrawnOn: null, decision: null, withdrawalDecision: null, ...more })
const body = JSON.stringify({ body: { json: {}, text: '', minutes: 1, images: ['pic'], products: ['miến', 'ẩn'], articles: [], legalDocuments: [], _parts: [
  '<p>Mở đầu ', { part: 'link', kind: 'article', id: 'a2', html: '<strong>bài</strong>', newTab: false }, ' và ', { part: 'link', kind: 'article', id: 'none', html: 'bài khác', newTab: false }, '</p>',
  { part: 'image', image: { id: 'pic', caption: 'Riêng ở đây <1>', credit: null } }, { part: 'image', image: { id: 'hidden', caption: 'x', credit: null } },
  { part: 'products', ids: ['miến', 'ẩn'], title: 'Đặc sản', note: null, single: false },
] } })

beforeAll(async () => {
  opened = await openPayload()
  const rows: RowContent[] = [
    row('siteSettings', 'site-settings', { siteName: 'Báo', _templates: { article: '/bai/{slug}-{number}.html', topic: null } }),
    image('pic'), row('image', 'hidden', {}, { visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, data: '{}' }),
    row('category', 'kinh-te', { name: 'Kinh tế', path: 'kinh-te' }, { rank: '1' }),
    row('category', 'ocop', { name: 'OCOP', path: 'kinh-te/ocop', parent: 'kinh-te', ancestors: ['kinh-te'] }, { rank: '2', facets: ['parent:kinh-te', 'ancestor:kinh-te'] }),
    row('author', 'hồng-ánh', { name: 'Hồng Ánh' }),
    row('article', 'a1', {
      title: 'Bài một', number: 11, category: 'ocop', categories: ['none'], cover: { id: 'pic', caption: 'Bìa', credit: null },
      bylines: [{ author: 'hồng-ánh', role: 'text', penName: null }, { author: 'hồng-ánh', role: 'photo', penName: 'H.A.' }, { author: 'none', role: 'text', penName: 'Ai đó' }],
      seo: { title: 'Bài một', description: '', image: 'pic', _canonical: null, noindex: false },
    }, { number: 11, facets: ['category:ocop', 'featured:true', 'product:miến', 'formerSlug:bai-cu'], heavy: body, visibleFrom: '2026-11-01T00:00:00.000Z' }),
    row('article', 'a2', { title: 'Bài hai', seo: { _canonical: 'https://noi-khac.test/bai' } }, { number: 12, facets: ['category:kinh-te', 'featured:false'], visibleFrom: '2026-11-02T00:00:00.000Z' }),
    row('article', 'a3', { title: 'Bài ba' }, { number: 13, facets: ['category:thể-thao', 'featured:false'], visibleFrom: '2026-11-03T00:00:00.000Z' }),
    { ...row('article', 'rút', { _note: 'Đã rút.', _visibleFrom: '2026-01-01T00:00:00.000Z' }), number: 14, slug: 'rut', gone: 'RETRACTED', facets: ['formerSlug:rut-cu'], visibleFrom: null, visibleUntil: null, sortKey: null, rank: null },
    { ...row('article', 'rút-trước', { _visibleFrom: '2027-01-01T00:00:00.000Z' }), number: 15, slug: 'rut-truoc', gone: 'LEGAL', visibleFrom: null, visibleUntil: null, sortKey: null, rank: null },
    row('product', 'miến', { name: 'Miến', number: 5, image: { id: 'pic' }, certificates: [certificate('c2', 4, '2026-01-01', '2029-01-01'), certificate('c1', 3, '2022-01-01', '2025-01-01'), certificate('c3', 5, '2027-01-01', '2030-01-01')] }, { number: 5, stars: 4, starsThrough: '2029-01-01', facets: ['group:lá', 'province:bk', 'stars:4'] }),
    row('product', 'ẩn', { name: 'Ẩn' }, { visibleFrom: '2999-01-01T00:00:00.000Z' }),
    row('redirect', 'r1', { from: '/duong-cu', to: '/moi', status: 302 }, { slug: '/duong-cu' }),
    row('redirect', 'r2', { from: '/da-go', to: null, status: 410 }, { slug: '/da-go' }),
    row('administrativeUnit', 'tn', { name: 'Thái Nguyên', validFrom: '2025-07-01', validTo: null }, { slug: 'thai-nguyen', facets: ['key:thai-nguyen-2025'] }),
    row('administrativeUnit', 'bk', { name: 'Bắc Kạn', validFrom: null, validTo: '2025-07-01' }, { slug: 'bac-kan-2025', facets: ['successor:tn', 'alias:bac-kan', 'key:bac-kan-2019'] }),
    row('administrativeUnit', 'bk0', { name: 'Bắc Kạn cũ', validFrom: null, validTo: '2019-01-01' }, { slug: 'bac-kan-2019', facets: ['successor:bk', 'alias:bac-kan'] }),
    row('partnerBrand', 'b1', { name: 'B1', _placements: [{ placement: 'featured', order: 2, from: null, until: null }] }, { facets: ['placement:featured'] }),
    row('partnerBrand', 'b2', { name: 'B2', _placements: [{ placement: 'featured', order: 1, from: null, until: '2026-11-24' }, { placement: 'footer', order: 9, from: null, until: null }] }, { facets: ['placement:featured', 'placement:footer'] }),
    row('navigation', 'navigation', { header: [
      { label: 'Kinh tế', category: 'kinh-te', topic: null, _needs: 'category', _kind: 'category', _url: null, children: [{ label: 'Ẩn', category: 'none', topic: null, _needs: 'category', _kind: 'category', _url: null }] },
      { label: 'Ẩn', category: 'none', topic: null, _needs: 'category', _kind: 'category', _url: null, children: [] },
      { label: 'Liên hệ', category: null, topic: null, _needs: null, _kind: 'link', _url: '/lien-he', children: [] },
    ], footer: [] }),
    row('homePage', 'home-page', { _slots: [
      { position: 'lead', mode: 'curated', title: 'Chính', category: null, articles: ['a2', 'none'], products: [], brands: [], count: 1, from: null, until: null },
      { position: 'list', mode: 'automatic', title: 'Kinh tế', category: 'kinh-te', articles: [], products: [], brands: [], count: 5, from: null, until: null },
      { position: 'list', mode: 'automatic', title: 'Đã đóng', category: null, articles: [], products: [], brands: [], count: 5, from: null, until: '2026-11-24T05:00:00.000Z' },
      { position: 'products', mode: 'automatic', title: null, category: null, articles: [], products: [], brands: [], count: 5, from: null, until: null },
      { position: 'brands', mode: 'automatic', title: null, category: null, articles: [], products: [], brands: [], count: 1, from: null, until: null },
    ] }),
    row('certificate', 'c1', { product: 'miến', group: 'lá', province: 'bk', certificate: certificate('c1', 3, '2021-03-19', '2024-03-19', { kind: 're-recognised' }) }, { facets: ['issued:2021', 'province:bk'] }),
    row('certificate', 'c2', { product: 'miến', group: 'lá', province: 'bk', certificate: certificate('c2', 4, '2021-05-01', '2030-05-01', { kind: 'upgraded' }) }, { facets: ['issued:2021', 'province:bk'] }),
    row('certificate', 'c3', { product: 'chè', group: 'lá', province: 'tn', certificate: certificate('c3', 4, '2026-05-01', '2029-05-01') }, { facets: ['issued:2026', 'province:tn'] }),
  ]
  await inTransaction({ payload: opened.payload, work: async (req) => { for (const one of rows) await opened.store.put({ req, row: one }) } })
})
afterAll(() => opened?.close())

const article = async (id = 'a1', answers = answersAt()) => ({ answers, it: (await answers.loadOne({ kind: 'article', id })) as Answerable })
const idsOf = (values: unknown) => (values as Answerable[]).map(({ row: { id } }) => id)

describe('references', () => {
  it('without a visible row are left out, and with them what cannot be without theirs', async () => {
    const { answers, it: one } = await article()
    expect(((await answers.field(one, 'category')) as Answerable).row.id).toBe('ocop')
    expect(await answers.field(one, 'categories')).toEqual([])
    const bylines = (await answers.field(one, 'bylines')) as Answerable[]
    expect(await Promise.all(bylines.map(async (line) => [await answers.field(line, 'name'), await answers.field(line, 'role')]))).toEqual([['Hồng Ánh', 'text'], ['H.A.', 'photo']])
  })

  it('asked for together are read together', async () => {
    const answers = answersAt()
    const one = (await article('a1', answers)).it
    const before = opened.store.statements
    await Promise.all(['category', 'categories', 'cover', 'bylines', 'products', 'topics'].map((name) => answers.field(one, name)))
    expect(opened.store.statements - before).toBe(1)
    await answers.field(one, 'category')
    expect(opened.store.statements - before).toBe(1)
  })

  it('heavy fields are read when asked for', async () => {
    const { answers, it: one } = await article()
    const before = opened.store.statements
    const text = (await answers.field(one, 'body')) as Answerable
    expect(opened.store.statements - before).toBe(1)
    expect(idsOf(await answers.field(text, 'products'))).toEqual(['miến'])
  })
})

describe('addresses', () => {
  it('follow the templates of the settings, else the default ones, under the address of the site', async () => {
    const { answers, it: one } = await article()
    const url = async (kind: Kind, id: string) => answers.field((await answers.loadOne({ kind, id })) as Answerable, 'url')
    expect(await answers.field(one, 'url')).toBe('https://bao.test/vi/bai/a1-11.html')
    expect(await url('product', 'miến')).toBe('https://bao.test/vi/ocop/san-pham/mi%E1%BA%BFn-5.html')
    expect(await url('category', 'ocop')).toBe('https://bao.test/vi/kinh-te/ocop')
    expect(await url('image', 'pic')).toBe('https://api.test/media/pic.jpg?v=v1')
  })

  it('canonical is the page itself unless set', async () => {
    for (const [id, wanted] of [['a1', 'https://bao.test/vi/bai/a1-11.html'], ['a2', 'https://noi-khac.test/bai']]) {
      const { answers, it: one } = await article(id)
      expect(await answers.field((await answers.field(one, 'seo')) as Answerable, 'canonical')).toBe(wanted)
    }
  })
})

it('an image has the caption of its use and srcsets ready to print', async () => {
  const { answers, it: one } = await article()
  const cover = (await answers.field(one, 'cover')) as Answerable
  expect([await answers.field(cover, 'caption'), await answers.field(cover, 'credit'), await answers.field(cover, 'alt')]).toEqual(['Bìa', 'Ảnh: kho', 'alt pic'])
  expect(await answers.field(cover, 'srcset')).toBe('https://api.test/media/pic-480.webp?v=v1 480w, https://api.test/media/pic-1280.webp?v=v1 1280w, https://api.test/media/pic.jpg?v=v1 1600w')
  expect(await answers.field(cover, 'srcset', { crop: 'square' })).toBe('https://api.test/media/pic-160.webp?v=v1 160w, https://api.test/media/pic-600.webp?v=v1 600w')
  expect(await answers.field(cover, 'srcset', { crop: 'social' })).toBe('https://api.test/media/pic.jpg?v=v1 1600w')
  const renditions = (await answers.field(cover, 'renditions')) as Answerable[]
  expect(await Promise.all(renditions.map((rendition) => answers.field(rendition, 'crop')))).toEqual(['original', 'original', 'wide', 'square', 'square'])
})

it('a text is printed with its rows as they are now', async () => {
  const { answers, it: one } = await article()
  const html = String(await answers.field((await answers.field(one, 'body')) as Answerable, 'html'))
  expect(html).toContain('<p>Mở đầu <a href="https://bao.test/vi/bai/a2-12.html"><strong>bài</strong></a> và bài khác</p>')
  expect(html).toContain('<figcaption><span class="op-caption">Riêng ở đây &lt;1&gt;</span> <span class="op-credit">Ảnh: kho</span></figcaption>')
  expect(html.match(/<figure/g)).toHaveLength(1)
  expect(html).toContain('<span class="op-product-name">Miến</span> <span class="op-stars" data-stars="4">OCOP 4 sao</span>')
  expect(html).not.toContain('Ẩn')
})

describe('certification', () => {
  const at = async (today: string) => {
    const answers = answersAt({ now: `${today}T05:00:00.000Z`, today })
    const product = (await answers.loadOne({ kind: 'product', id: 'miến' })) as Answerable
    const { data } = (await answers.field(product, 'certification')) as Answerable
    const certificates = (await answers.field(product, 'certificates')) as Answerable[]
    return { data, statuses: await Promise.all(certificates.map((one) => answers.field(one, 'status'))) }
  }
  it('is that of the day of the question', async () => {
    expect(await at('2026-11-24')).toEqual({ data: { status: 'certified', stars: 4, through: '2026-12-31', lastStars: null }, statuses: ['in-force', 'expired', 'upcoming'] })
    expect((await at('2028-01-01')).data).toEqual({ status: 'certified', stars: 5, through: '2030-01-01', lastStars: null })
    expect((await at('2025-06-01')).data).toEqual({ status: 'expired', stars: null, through: null, lastStars: 3 })
    expect((await at('2021-01-01')).data).toEqual({ status: 'none', stars: null, through: null, lastStars: null })
  })
})

it('menus leave out what leads nowhere', async () => {
  const answers = answersAt()
  const navigation = (await answers.loadOne({ kind: 'navigation', id: 'navigation' })) as Answerable
  const header = (await answers.field(navigation, 'header')) as Answerable[]
  expect(await Promise.all(header.map((entry) => answers.field(entry, 'url')))).toEqual(['https://bao.test/vi/kinh-te', 'https://bao.test/vi/lien-he'])
  expect(await answers.field(header[0] as Answerable, 'children')).toEqual([])
})

it('the front page fills its open slots, with nothing in two of them', async () => {
  const answers = answersAt()
  const home = (await answers.loadOne({ kind: 'homePage', id: 'home-page' })) as Answerable
  const slots = (await answers.field(home, 'slots')) as Answerable[]
  expect(await Promise.all(slots.map(async (slot) => [await answers.field(slot, 'position'), idsOf(await answers.field(slot, 'items'))]))).toEqual([['lead', ['a2']], ['list', ['a1']], ['products', ['miến']], ['brands', ['b2']]])
})

it('featured brands stand in the order of their place, as long as it is open', async () => {
  expect(idsOf(await featuredBrands({ answers: answersAt(), placement: 'featured' }))).toEqual(['b2', 'b1'])
  expect(idsOf(await featuredBrands({ answers: answersAt({ now: '2026-11-25T05:00:00.000Z', today: '2026-11-25' }), placement: 'featured' }))).toEqual(['b1'])
})

describe('what stands at an address', () => {
  const cases: [string, unknown][] = [
    ['a1', { found: expect.objectContaining({ id: 'a1' }) }],
    ['a1-11.html', { found: expect.objectContaining({ id: 'a1' }) }],
    ['ten-khac-11.html', { movedTo: 'https://bao.test/vi/bai/a1-11.html', permanent: true, row: expect.objectContaining({ id: 'a1' }) }],
    ['bai-cu', { movedTo: 'https://bao.test/vi/bai/a1-11.html', permanent: true, row: expect.objectContaining({ id: 'a1' }) }],
    ['rut', { gone: 'RETRACTED', note: 'Đã rút.' }],
    ['rut-14.html', { gone: 'RETRACTED', note: 'Đã rút.' }],
    ['rut-cu', { gone: 'RETRACTED', note: 'Đã rút.' }],
    // What was taken away before anybody saw it never was there.
    ['rut-truoc', null],
    ['duong-cu', { movedTo: 'https://bao.test/vi/moi', permanent: false }],
    ['da-go', { gone: null, note: null }],
    ['khong-co', null],
    ['khong-co-99.html', null],
  ]
  it.each(cases)('%s', async (name, wanted) => {
    expect(await pageOf({ answers: answersAt(), kind: 'article', name })).toEqual(wanted)
  })
})

describe('a unit is found', () => {
  const reading = () => ({ store: opened.store, moment })
  it.each([['thai-nguyen', 'tn'], ['bac-kan-2025', 'bk'], ['bac-kan', 'bk'], ['nowhere', undefined]])('by the slug %s', async (value, id) => {
    expect((await findOne({ ...reading(), kind: 'administrativeUnit', by: 'slug', value }))?.id).toBe(id)
  })
  it('by key and id, in a filter by any of them', async () => {
    expect((await findOne({ ...reading(), kind: 'administrativeUnit', by: 'key', value: 'bac-kan-2019' }))?.id).toBe('bk')
    for (const name of ['bac-kan-2025', 'bac-kan', 'bk']) expect((await lookUp({ ...reading(), kind: 'administrativeUnit', name }))?.id).toBe('bk')
  })
})

describe('filters', () => {
  const list = async (kind: 'article' | 'product', filters: NonNullable<Parameters<typeof listQueryOf>[0]['filters']>) => {
    const query = await listQueryOf({ store: opened.store, moment, kind, filters, first: 20 })
    return query && (await opened.store.list(query)).rows.map(({ id }) => id)
  }
  it('take in what is below a category, and what a province was formed from', async () => {
    expect(await list('article', { category: { equals: 'kinh-te' } })).toEqual(['a2', 'a1'])
    expect(await list('article', { category: { equals: 'ocop' } })).toEqual(['a1'])
    expect(await list('product', { province: { equals: 'thai-nguyen' } })).toEqual(['miến'])
    expect(await list('product', { province: { equals: 'bac-kan' } })).toEqual(['miến'])
  })
  it('hold together, and answer nothing for what is not there', async () => {
    expect(await list('article', { category: { equals: 'kinh-te' }, featured: { equals: true } })).toEqual(['a1'])
    expect(await list('article', { publishedAt: { gte: '2026-11-02T07:00:00+07:00' } })).toEqual(['a3', 'a2'])
    expect(await list('product', { stars: { gte: 4 } })).toEqual(['miến'])
    expect(await list('product', { stars: { gte: 5 } })).toEqual([])
    expect(await list('product', { stars: { equals: 4 }, province: { equals: 'bac-kan' } })).toEqual(['miến'])
    expect(await list('product', { stars: { gte: 6 } })).toBe(null)
    expect(await list('article', { category: { equals: 'khong-co' } })).toBe(null)
  })
})

describe('statistics', () => {
  const count = (args: Omit<Parameters<typeof ocopStatistics>[0], 'store' | 'moment'>) => ocopStatistics({ store: opened.store, moment, ...args })
  it('count the certificates issued in a year, whatever became of them', async () => {
    expect(await count({ issuedIn: 2021, province: 'bk', by: ['stars'] })).toEqual({ total: 2, lines: [{ stars: 4, count: 1 }, { stars: 3, count: 1 }] })
    expect(await count({ issuedIn: 2021, by: ['kind'] })).toEqual({ total: 2, lines: [{ kind: 're-recognised', count: 1 }, { kind: 'upgraded', count: 1 }] })
  })
  it('count products once at their stars on a day; a current province takes in its predecessors, a former one itself', async () => {
    expect(await count({ validOn: '2026-11-24', province: 'tn', by: ['stars'] })).toEqual({ total: 2, lines: [{ stars: 4, count: 2 }] })
    expect((await count({ validOn: '2022-01-01', province: 'bk', by: ['province'] })).lines).toEqual([{ province: 'bk', count: 1 }])
  })
  it('are of a year or of a day, of exactly one', async () => {
    await expect(count({ by: ['stars'] })).rejects.toThrow(/exactly one/)
    await expect(count({ issuedIn: 2021, validOn: '2021-01-01', by: ['stars'] })).rejects.toThrow(/exactly one/)
  })
})
