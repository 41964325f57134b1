import type { Client } from '../../support/staff.ts'
import { article, idOf, makeSamples, product, richText, type Samples } from '../access/samples.ts'

export type Newspaper = { samples: Samples; articles: string[]; products: string[]; child: string; retracted: string; removed: string; draft: string; scheduled: string }

const published = { _status: 'published' }

/**
 * A small newspaper: articles 1 to 5 (the newest last, 5 in a category below the others', 2 related to 1 and about product 1), products
 * with 4, 3 and no stars, one article retracted, one removed by law, a draft and one of next year. The first one was renamed.
 */
export const makeNewspaper = async (admin: Client): Promise<Newspaper> => {
  const samples = await makeSamples(admin)
  const child = idOf(await admin.post('/categories', { name: 'Nông thôn mới', parent: samples.category, description: 'Tin về xã và huyện.' }))
  const products: string[] = []
  for (const n of [1, 2, 3]) products.push(idOf(await admin.post('/products', product(samples, { ...published, name: `Miến dong ${n}`, slug: `mien-dong-${n}`, publishedAt: `2026-02-0${n}T00:00:00.000Z`, images: [{ image: samples.media }] }))))
  const grant = { decision: samples.decision, criteriaVersion: '26/2026', kind: 'new', authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên' }
  idOf(await admin.post('/certificates', { ...grant, product: products[0], stars: 4, score: 80 }))
  idOf(await admin.post('/certificates', { ...grant, product: products[1], stars: 3, score: 60 }))

  const write = async (n: number, more: Record<string, unknown> = {}) => idOf(await admin.post('/articles', article(samples, { ...published, title: `Tin số ${n}`, slug: `tin-so-${n}`, publishedAt: `2026-03-0${n}T01:00:00.000Z`, provinces: [samples.unit], ...more })))
  const articles = [await write(1, { slug: 'ten-cu' })]
  articles.push(await write(2, { relatedArticles: [articles[0]], products: [products[0]], featured: true, genre: 'report', body: richText('Đoạn một của bài.', 'Đoạn hai của bài.') }))
  articles.push(await write(3), await write(4), await write(5, { category: child }))
  const renamed = await admin.patch(`/articles/${articles[0]}`, { ...published, slug: 'tin-so-1' })
  if (renamed.status !== 200) throw new Error(JSON.stringify(renamed.body))
  const [retracted, removed] = [await write(6), await write(7)]
  for (const [id, reason, note] of [[retracted, 'retracted', 'Bài có thông tin sai.'], [removed, 'legal', 'Theo bản án.']] as const) {
    const answer = await admin.patch(`/articles/${id}`, { ...published, retraction: { at: '2026-04-01T00:00:00.000Z', reason, note } })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  const draft = idOf(await admin.post('/articles', article(samples, { title: 'Bản nháp', slug: 'ban-nhap' })))
  const scheduled = await write(8, { publishedAt: '2099-01-01T00:00:00.000Z' })
  idOf(await admin.post('/redirects', { from: '/duong-cu', type: '302', to: '/chuyen-muc-moi' }))
  idOf(await admin.post('/redirects', { from: '/da-bo', type: '410' }))
  idOf(await admin.post('/partner-brands', { name: 'Bivaco', logo: samples.media, website: 'https://bivaco.example.vn', placements: [{ placement: 'featured', order: 1 }] }))
  for (const [global, data] of [
    ['site-settings', { siteName: 'Báo Thử', publisher: 'Tòa soạn Thử' }],
    ['navigation', { header: [{ label: 'Nông thôn mới', kind: 'category', category: child }, { label: 'Liên hệ', kind: 'link', url: '/lien-he' }] }],
    ['home-page', { slots: [{ position: 'lead', mode: 'curated', count: 1, articles: [articles[1]] }, { position: 'products', mode: 'automatic', count: 2 }] }],
  ] as const) {
    const answer = await admin.post(`/globals/${global}`, data)
    if (answer.status !== 200) throw new Error(`${global}: ${JSON.stringify(answer.body)}`)
  }
  return { samples, articles, products, child, retracted, removed, draft, scheduled }
}
