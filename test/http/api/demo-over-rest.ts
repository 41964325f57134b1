import { beforeAll, describe, expect, it } from '@jest/globals'
import type { TestServer } from '../../support/server.ts'
import { answerSchemas } from './answer-schemas.ts'

type Json = Record<string, any>

/** Tests of the demo content over REST, for a suite that has a server with it: filling a database takes long. */
export const demoOverRest = (running: () => TestServer): void => describe('the demo newspaper over REST', () => {
  let described: Json
  let wrong: ReturnType<typeof answerSchemas>

  beforeAll(async () => {
    described = await (await running().fetch('/v1/openapi.json')).json() as Json
    wrong = answerSchemas(described)
  })

  const get = async (path: string): Promise<Json> => {
    const response = await running().fetch(path)
    const body = await response.json() as Json
    expect({ path, status: response.status, detail: body['detail'] }).toEqual({ path, status: 200, detail: undefined })
    return body
  }

  /** All pages of a list. */
  const whole = async (path: string): Promise<Json[]> => {
    const items: Json[] = []
    for (let after = ''; ;) {
      const body: Json = await get(`${path}?first=100${after}`)
      expect({ path, wrong: wrong({ path, status: 200, body }) }).toEqual({ path, wrong: [] })
      items.push(...body['items'])
      if (body['next'] === null) return items
      after = `&after=${body['next']}`
    }
  }

  it('answers every list, and everything in it by itself, as it is described', async () => {
    const lists = Object.keys(described['paths']).filter((path) => described['paths'][`${path}/{slug}`] || described['paths'][`${path}/{id}`])
    expect(lists).toHaveLength(11)
    for (const path of lists) {
      const items = await whole(path)
      expect({ path, some: items.length > 0 }).toEqual({ path, some: true })
      const one = described['paths'][`${path}/{slug}`] ? `${path}/{slug}` : `${path}/{id}`
      for (const item of items.slice(0, 12)) {
        const body = await get(`${path}/${encodeURIComponent(item['slug'] ?? item['id'])}`)
        expect({ one, id: body['id'], wrong: wrong({ path: one, status: 200, body }) }).toEqual({ one, id: item['id'], wrong: [] })
        expect(body).toMatchObject(item)
      }
    }
  }, 120_000)

  it('has a front page, menus and settings', async () => {
    for (const path of ['/v1/home-page', '/v1/navigation', '/v1/site-settings']) expect({ path, wrong: wrong({ path, status: 200, body: await get(path) }) }).toEqual({ path, wrong: [] })
  })

  it('counts what Bắc Kạn recognised in 2021: 16 again, 39 new with three stars, one with four, one with five', async () => {
    const { lines } = await get('/v1/ocop-statistics?issuedIn=2021&province=bac-kan&by=stars,kind')
    expect(lines).toEqual([
      { stars: 5, kind: expect.any(String), count: 1 },
      { stars: 4, kind: 'new', count: 1 },
      { stars: 3, kind: 'new', count: 39 },
      { stars: 3, kind: 're-recognised', count: 16 },
    ])
    // The province went into Thái Nguyên, which takes it in.
    const { lines: now } = await get('/v1/ocop-statistics?issuedIn=2021&province=thai-nguyen&by=province')
    expect(now.map(({ province }: Json) => province.slug)).toContain('bac-kan-2025')
  })

  it('describes every article, product and producer to search engines, with the stars in force and none by customers', async () => {
    const graphOf = ({ jsonLd }: Json): Json[] => jsonLd['@graph'] ?? [jsonLd]
    const items = async (path: string, fields: string): Promise<Json[]> => {
      const found: Json[] = []
      for (let after = ''; ;) {
        const body: Json = await get(`${path}?first=100&fields=${fields},jsonLd${after}`)
        found.push(...body['items'])
        if (body['next'] === null) return found
        after = `&after=${body['next']}`
      }
    }
    const [articles, products, producers] = [await items('/v1/articles', 'url,title,publishedAt'), await items('/v1/products', 'url,name,certification,certificates,group.key,price,purchaseLinks'), await items('/v1/producers', 'name')]
    for (const article of articles) {
      const [news, way] = graphOf(article)
      expect(news).toMatchObject({ '@type': 'NewsArticle', headline: article['title'], url: article['url'], datePublished: article['publishedAt'], inLanguage: 'vi' })
      expect(way?.['itemListElement'].map(({ position }: Json) => position)).toEqual(way?.['itemListElement'].map((_: Json, n: number) => n + 1))
    }
    const kinds = new Set<string>()
    for (const product of products) {
      const [found] = graphOf(product) as [Json]
      kinds.add(found['@type'])
      const certificates: Json[] = found['hasCertification'] ?? []
      const active = certificates.filter(({ certificationStatus }) => certificationStatus === 'https://schema.org/CertificationActive')
      const { stars } = product['certification']
      expect([product['name'], active.some(({ certificationRating }) => certificationRating.ratingValue === stars)]).toEqual([product['name'], stars !== null])
      if (stars === null) expect(active).toEqual([])
      expect(certificates.map(({ certificationStatus }) => certificationStatus === 'https://schema.org/CertificationActive')).toEqual(product['certificates'].map(({ status }: Json) => status === 'in-force'))
      expect('offers' in found).toBe(found['@type'] === 'Product' && product['price'] !== null && product['purchaseLinks'].length > 0)
      for (const name of ['aggregateRating', 'review']) expect(found).not.toHaveProperty(name)
    }
    expect(kinds).toEqual(new Set(['Product', 'TouristAttraction']))
    for (const producer of producers) expect(producer['jsonLd']).toMatchObject({ '@context': 'https://schema.org', '@type': 'Organization', name: producer['name'] })
  }, 60_000)

  it('shows 22 brands', async () => {
    expect((await get('/v1/featured-brands?placement=featured'))['items']).toHaveLength(22)
  })

  it('has the page of the lead story, complete, with 25 things in its mixed list, and more behind them', async () => {
    const { slots } = await get('/v1/home-page')
    const lead = slots.find(({ position }: Json) => position === 'lead').items[0]
    const page = await get(`/v1/pages/articles/${lead.slug}`)
    expect(wrong({ path: '/v1/pages/articles/{slug}', status: 200, body: page })).toEqual([])
    expect([page['related'].length, page['youMayLike'].length, page['sameCategory'].length, page['featuredBrands'].length]).toEqual([3, 5, 5, 22])
    const kinds = page['latest'].items.map(({ kind }: Json) => kind)
    expect([kinds.filter((kind: string) => kind === 'article').length, kinds.filter((kind: string) => kind === 'product').length]).toEqual([2, 23])
    const shown = ['related', 'youMayLike', 'sameCategory'].flatMap((box) => page[box]).concat(page['article'], page['latest'].items).map(({ id }: Json) => id)
    expect(new Set(shown).size).toBe(shown.length)
    const further = await get(`/v1/latest?first=100&after=${page['latest'].next}&without=${page['latest'].without.join(',')}`)
    expect(further['items'].length).toBeGreaterThan(0)
    for (const { id } of further['items']) expect(shown).not.toContain(id)
  })
})
