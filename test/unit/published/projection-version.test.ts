import { expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { StoredDocument } from '../../../collections/shared/public-definition.ts'
import { definitions } from '../../../src/published/kinds.ts'
import { hashOf, rowOf } from '../../../src/published/row.ts'
import { projectionVersion } from '../../../src/published/version.ts'

const text = (said: string) => ({ type: 'text', version: 1, text: said, format: 1, mode: 'normal', style: '', detail: 0 })
const block = (blockType: string, fields: Record<string, unknown>) => ({ type: 'block', version: 2, fields: { id: blockType, blockType, ...fields } })
const richText = {
  root: {
    type: 'root', children: [
      { type: 'heading', version: 1, tag: 'h2', children: [text('Đầu đề')] },
      { type: 'paragraph', version: 1, children: [text('Một đoạn '), { type: 'link', version: 3, fields: { linkType: 'internal', doc: { relationTo: 'articles', value: 'a2' } }, children: [text('liên kết')] }] },
      { type: 'list', version: 1, listType: 'bullet', children: [{ type: 'listitem', children: [text('mục')] }] },
      block('image', { image: 'm1', caption: 'Chú thích' }), block('gallery', { images: [{ image: 'm1' }, { image: 'm2' }] }), block('quote', { text: 'Lời', source: 'Ai', role: 'Gì' }),
      block('factBox', { title: 'Số', rows: [{ label: 'a', value: 'b' }] }), block('table', { rows: [['a', 'b'], ['c', 'd']] }), block('productCard', { product: 'p1' }), block('productList', { products: ['p1'] }),
      block('relatedArticles', { articles: ['a2'] }), block('documentLink', { document: 'd1' }), block('embed', { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
    ],
  },
}
const seo = { title: 'SEO', noindex: true }
const unit = { id: 'u2', name: 'Na Rì', slug: 'na-ri', key: 'na-ri-2025', kind: 'commune', level: 'commune', code: '02155', parent: 'u1', validFrom: '2025-07-01', validTo: '2027-01-01', successors: [{ unit: 'u3', share: 'part' }], region: 'Vùng' }
const certificate = { id: 'c1', product: 'p1', stars: '4', score: 81.5, kind: 'new', decision: 'd1', issuedDay: '2026-01-02', lastDay: '2029-01-02', authorityLevel: 'province', authorityName: 'UBND', criteriaVersion: '26/2026', withdrawal: {}, file: 'f1' }
const file = { id: 'f1', filename: 'a.pdf', mimeType: 'application/pdf', filesize: 9 }
const group = { id: 'g1', key: 'g1', slug: 'nhom', name: 'Nhóm', nameEn: 'Group', level: 'leaf', classification: '26-2026', order: 2, parent: 'g0', ministries: ['Bộ'], mapsTo: [] }
const product = { id: 'p1', _status: 'published', name: 'Chè', slug: 'che', number: 3, summary: 'Ngon', description: richText, group: 'g1', producer: 'h1', unit: 'u2', images: [{ image: 'm1', caption: 'Ảnh' }], standards: ['haccp'], price: { amount: 5, day: '2026-01-01' }, purchaseLinks: [{ label: 'Sàn', url: 'https://san.test' }], publishedAt: '2026-01-01T00:00:00.000Z', formerSlugs: [{ slug: 'che-cu' }], seo, availability: 'in-stock' }

/** One document of each kind that uses every field and block, with what it needs. */
const samples: Record<keyof typeof definitions, { doc: Record<string, unknown>; related?: Record<string, Record<string, unknown>[]> }> = {
  article: { doc: { id: 'a1', title: 'Bài', slug: 'bai', number: 1, lead: 'Sapo', kicker: 'K', shortTitle: 'B', genre: 'report', featured: true, cover: 'm1', coverCaption: 'CC', body: richText, category: 'k1', categories: ['k1', 'k2'], topics: ['t1'], bylines: [{ author: 'x1', role: 'photo', penName: 'PN' }], sourceCredit: 'Theo', provinces: ['u1'], legalDocuments: ['d1'], relatedLinks: [{ title: 'L', url: 'https://l.test' }], relatedArticles: ['a2', 'a1'], products: ['p1'], brands: ['b1'], publishedAt: '2026-01-01T00:00:00.000Z', unpublishAt: '2027-01-01T00:00:00.000Z', corrections: [{ at: '2026-01-02T00:00:00.000Z', kind: 'correction', text: 'Đúng là' }], formerSlugs: [{ slug: 'bai-cu' }], seo } },
  author: { doc: { id: 'x1', name: 'Hồng Ánh', slug: 'hong-anh', title: 'PV', bio: 'Bio', portrait: 'm1' } },
  category: { doc: { id: 'k1', name: 'Kinh tế', slug: 'kinh-te', path: 'kinh-te', order: 2, ancestors: ['k0'], parent: 'k0', depth: 1 } },
  topic: { doc: { id: 't1', name: 'Chủ đề', slug: 'chu-de', featured: true, image: 'm1' } },
  product: { doc: product, related: { certificates: [certificate], files: [file], unit: [unit], unitParent: [{ id: 'u1' }] } },
  producer: { doc: { id: 'h1', name: 'HTX', slug: 'htx', kind: 'cooperative', unit: 'u2', contacts: [{ kind: 'phone', value: '1', public: true }, { kind: 'phone', value: '2' }], taxCode: '9' }, related: { unit: [unit], unitParent: [{ id: 'u1' }] } },
  productGroup: { doc: group, related: { parent: [{ id: 'g0', order: 1 }] } },
  administrativeUnit: { doc: unit },
  legalDocument: { doc: { id: 'd1', number: '1/QĐ', slug: '1-qd', type: 'decision', issuer: 'UBND', level: 'province', date: '2026-01-02', title: 'Về', citation: 'Quyết định', file: 'f1' }, related: { file: [file] } },
  partnerBrand: { doc: { id: 'b1', name: 'B', slug: 'b', logo: 'm1', website: 'https://b.test', rel: 'nofollow', placements: [{ placement: 'featured', order: 3, until: '2026-12-31' }] } },
  image: { doc: { id: 'm1', filename: 'a.jpg', width: 10, height: 5, alt: 'A', mimeType: 'image/jpeg', updatedAt: '2026-01-01T00:00:00.000Z', sizes: { card: { filename: 'a-480.webp', width: 480, height: 270 }, hero: { filename: null } } } },
  homePage: { doc: { id: 'home-page', slots: [{ position: 'lead', mode: 'curated', articles: ['a1'], count: 1 }] } },
  navigation: { doc: { id: 'navigation', header: [{ label: 'K', kind: 'category', category: 'k1', children: [{ label: 'L', kind: 'link', url: '/l' }] }], footer: [] } },
  siteSettings: { doc: { id: 'site-settings', siteName: 'Báo', contact: { phone: '1' }, addressTemplates: { article: '/{slug}' } } },
  certificate: { doc: certificate, related: { product: [product], file: [file], unit: [unit], unitParent: [{ id: 'u1' }] } },
  feed: { doc: { id: 'f1', name: 'Nguồn', slug: 'nguon', what: 'both', active: true, filters: { stars: '4', group: 'g1', province: 'u1', withPrice: true }, order: 'name', size: 10, formats: ['rss'], fields: ['summary'], utm: { source: 'x' }, audience: 'partners', partners: ['s1'] } },
  partnerSite: { doc: { id: 's1', name: 'Cổng', active: true, origins: ['https://cong.test'], ratePerMinute: 60, quotaPerDay: 1000, keys: [{ shown: 'pk_abcdefgh', hash: 'h', type: 'publishable', scopes: ['feeds'], createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2027-01-01T00:00:00.000Z' }] } },
  redirect: { doc: { id: 'r1', from: '/a', to: '/b', type: '302' } },
}

/** What the projections of each version say of these documents, in short. */
const recorded: Readonly<Record<number, string>> = { 3: 'Ue722ZmC_ug-Rm8nsUX7wQvhO7z1sdoh7Brc9oIQUUg', 2: 'I1vspM_5uRsC86NLsoXWmTBWbAF4MBLPdWAfikteh5g', 1: '1jRjCaE1SrSMwmh4eWPpYVejRE8ujkH2He5iGp8sstc' }

it('what projections say changes only together with their version', () => {
  const hashes = Object.values(definitions).map((definition) => {
    const { doc, related = {} } = samples[definition.kind]
    const projection = definition.project({ doc: doc as unknown as StoredDocument, related: related as never, today: '2026-06-01' })
    expect([definition.kind, projection === null]).toEqual([definition.kind, false])
    return hashOf(rowOf({ definition, docId: String(doc['id']), projection }))
  })
  // When this differs on purpose, raise projectionVersion (stores made before are then made anew) and record the new hash.
  expect({ [projectionVersion]: createHash('sha256').update(hashes.join()).digest('base64url') }).toEqual({ [projectionVersion]: recorded[projectionVersion] })
})
