// Fills an empty database of the program with the newspaper, through the Local API: with every rule and hook of a save. Run by `prepared.ts`.
import { getPayload, type Payload } from 'payload'
import { nowMs, today } from '../../src/clock.ts'
import { criteriaVersion } from '../../src/ocop/criteria-versions.ts'
import { ensureAdministrator } from '../../src/seed/administrator.ts'
import { ensureAll, idOf, type SeedRun, type Wanted } from '../../src/seed/run.ts'
import { draw } from '../../src/seed/draw.ts'
import { renderDrawing } from '../../src/seed/drawings/render.ts'
import { seedReference } from '../../src/seed/steps/reference.ts'
import config from '../../payload.config.ts'
import { lexicalOf, newspaper, type Newspaper } from './newspaper.ts'

// On a busy machine more would take longer than a transaction may.
const PER_TRANSACTION = 5
const CRITERIA = '26/2026'
const levels = { district: 'district', province: 'province', centre: 'ministry' } as const

type Wanteds = (() => Wanted)[]
const bySlug = (collection: string, { slug }: { slug: string }, data: object): Wanted => ({ collection, key: slug, where: { slug: { equals: slug } }, data: { slug, ...data } })

const decisions = (): Wanteds => ([3, 4, 5] as const).map((stars) => () => {
  const level = criteriaVersion(CRITERIA)?.authority[stars] ?? 'province'
  const number = `${stars}000/QĐ-UBND`
  return {
    collection: 'legal-documents', key: `decision-${stars}`, where: { number: { equals: number } },
    data: { number, type: 'decision', issuer: `Cơ quan công nhận hạng ${stars} sao`, level: levels[level], date: '2026-07-15', title: `Công nhận sản phẩm OCOP ${stars} sao` },
  }
})

const places = ({ run, papers }: { run: SeedRun; papers: Newspaper }): Wanteds => [
  () => ({
    collection: 'media', key: 'cover', where: { filename: { equals: 'anh-thu.webp' } }, data: { alt: 'Ruộng bậc thang', credit: 'OCOP Press', rights: 'own', publiclyAvailable: true },
    file: () => renderDrawing({ name: 'anh-thu', svg: draw({ scene: 'terraces', palette: 'forest' }) }),
  }),
  ...papers.authors.map((author) => () => bySlug('authors', author, { name: author.name, active: true })),
  ...papers.categories.map((category, index) => () => bySlug('categories', category, { name: category.name, order: index + 1, visible: true })),
  ...papers.brands.map((brand, index) => () => bySlug('partner-brands', brand, {
    name: brand.name, rel: 'sponsored', active: true, logo: idOf({ run, collection: 'media', key: 'cover' }), placements: [{ placement: 'featured', order: (index + 1) * 10 }],
  })),
  ...papers.producers.map((producer) => () => bySlug('producers', producer, {
    name: producer.name, kind: 'cooperative', unit: idOf({ run, collection: 'administrative-units', key: 'bac-kan-2019' }), unitAsOf: '2024-01-01',
  })),
]

const products = ({ run, papers, group }: { run: SeedRun; papers: Newspaper; group: string }): Wanteds => papers.products.map((product) => () => bySlug('products', product, {
  _status: 'published', name: product.name, summary: product.summary, group, publishedAt: product.publishedAt, unitAsOf: '2024-01-01', availability: 'in-stock',
  brand: idOf({ run, collection: 'partner-brands', key: papers.brands[product.brand]?.slug ?? '' }),
  producer: idOf({ run, collection: 'producers', key: papers.producers[product.producer]?.slug ?? '' }),
  unit: idOf({ run, collection: 'administrative-units', key: 'bac-kan-2019' }),
  images: [{ image: idOf({ run, collection: 'media', key: 'cover' }) }],
}))

const certificates = ({ run, papers }: { run: SeedRun; papers: Newspaper }): Wanteds => papers.products.flatMap((product) => product.certificates.map(({ stars, score, issuedDay }) => (): Wanted => {
  const productId = idOf({ run, collection: 'products', key: product.slug })
  return {
    collection: 'certificates', key: `${product.slug}/${issuedDay}`, where: { product: { equals: productId } },
    data: {
      product: productId, decision: idOf({ run, collection: 'legal-documents', key: `decision-${stars}` }), stars, score, kind: 'new', issuedDay,
      authorityLevel: criteriaVersion(CRITERIA)?.authority[stars], authorityName: `Cơ quan công nhận hạng ${stars} sao`, criteriaVersion: CRITERIA,
    },
  }
}))

const articles = ({ run, papers }: { run: SeedRun; papers: Newspaper }): Wanteds => papers.articles.map((article) => () => bySlug('articles', article, {
  _status: 'published', title: article.title, lead: article.lead, genre: 'news', publishedAt: article.publishedAt,
  category: idOf({ run, collection: 'categories', key: papers.categories[article.category]?.slug ?? '' }),
  bylines: [{ author: idOf({ run, collection: 'authors', key: papers.authors[article.author]?.slug ?? '' }), role: 'text' }],
  relatedArticles: article.related.map((other) => idOf({ run, collection: 'articles', key: papers.articles[other]?.slug ?? '' })),
  cover: idOf({ run, collection: 'media', key: 'cover' }),
  body: lexicalOf(article.paragraphs),
}))

const load = async (payload: Payload): Promise<void> => {
  const papers = newspaper()
  const run: SeedRun = { payload, seedingDay: today(), nowMs: nowMs(), ids: new Map(), progress: async (message) => void console.log(message) }
  await seedReference(run)
  const group = [...run.ids].find(([key]) => key.startsWith('product-groups:leaf/'))?.[1] ?? ''
  const ensure = (title: string, wanted: Wanteds): Promise<void> => ensureAll({ run, title, wanted, perTransaction: PER_TRANSACTION })
  await ensure('Decisions', decisions())
  await ensure('Authors, categories, brands, producers', places({ run, papers }))
  await ensure('Products', products({ run, papers, group }))
  await ensure('Certificates', certificates({ run, papers }))
  await ensure('Articles', articles({ run, papers }))
  await ensureAdministrator(payload)
}

const payload = await getPayload({ config, cron: false })
await load(payload)
await payload.destroy()
process.exit(0)
