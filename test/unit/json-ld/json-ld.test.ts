import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { articleJsonLd, type ArticleTerms } from '../../../src/json-ld/article.ts'
import { producerJsonLd, type ProducerTerms } from '../../../src/json-ld/producer.ts'
import { productJsonLd, type ProductTerms } from '../../../src/json-ld/product.ts'

type Json = Record<string, any>

const site = 'https://bao.example.vn/'
const picture = {
  url: `${site}anh.jpg`, width: 2400, height: 1600, caption: 'Hồng vào vụ', credit: 'Hà Linh',
  renditions: [{ crop: 'wide', url: `${site}w480.webp`, width: 480, height: 270 }, { crop: 'wide', url: `${site}w1200.webp`, width: 1200, height: 675 }, { crop: 'square', url: `${site}s.webp`, width: 800, height: 800 }],
}
const article: ArticleTerms = {
  url: `${site}bai-1.html`, title: 'Mùa hồng', shortTitle: null, lead: 'Vào vụ.', sponsored: false, publishedAt: '2026-03-01T00:00:00.000Z', revisedAt: null, cover: picture,
  authors: [{ name: 'Hà Linh', url: `${site}tac-gia/ha-linh` }, { name: 'Minh An', url: `${site}tac-gia/minh-an` }], section: 'Nông thôn mới', topics: ['OCOP'], corrections: [],
  above: [{ name: 'Kinh tế', url: `${site}kinh-te` }, { name: 'Nông thôn mới', url: `${site}kinh-te/nong-thon-moi` }],
  newspaper: { name: 'OCOP Press', url: site, owner: 'Sở', address: null, phone: null, email: 'a@example.vn' },
}
const certificate = { stars: 4, inForce: true, issuedDay: '2026-01-01', lastDay: '2028-12-31', authority: 'UBND tỉnh Thái Nguyên', decision: { number: '12/QĐ-UBND', url: `${site}van-ban/12` } }
const product: ProductTerms = {
  url: `${site}sp-1.html`, name: 'Miến dong', summary: 'Sợi dai.', isTourism: false, images: [picture], certificates: [certificate], groups: [{ name: 'Thực phẩm', url: `${site}nhom/tp` }, { name: 'Miến', url: `${site}nhom/mien` }],
  producer: { name: 'HTX Tài Hoan', url: `${site}htx` }, brand: null, place: { street: null, commune: 'Xã Na Rì', district: null, province: 'Tỉnh Thái Nguyên' }, gtin: '8938505974192', productCode: 'TN-1',
  price: 85000, purchaseUrl: 'https://san.example.vn/1', availability: 'in-stock', front: { name: 'Trang chủ', url: site },
}
const producer: ProducerTerms = {
  page: `${site}htx`, name: 'HTX Tài Hoan', description: null, logo: null, place: { street: 'Thôn 1', commune: 'Xã Na Rì', district: 'huyện Na Rì', province: 'Tỉnh Bắc Kạn' },
  contacts: [{ kind: 'phone', value: '0209 1' }, { kind: 'website', value: 'https://htx.example.vn' }, { kind: 'website', value: 'javascript:alert(1)' }, { kind: 'facebook', value: 'HTX' }, { kind: 'zalo', value: '1' }],
}
const graphOf = (made: object): Json[] => (made as Json)['@graph']
const first = (made: object): Json => graphOf(made)[0] as Json

describe('an article', () => {
  it('is a NewsArticle with one object per author, the largest picture of each proportion, and the way to it', () => {
    const [news, way] = graphOf(articleJsonLd(article)) as [Json, Json]
    expect(news).toMatchObject({ '@type': 'NewsArticle', headline: 'Mùa hồng', datePublished: article.publishedAt, dateModified: article.publishedAt, inLanguage: 'vi', articleSection: 'Nông thôn mới', mainEntityOfPage: article.url })
    expect(news['author']).toEqual([{ '@type': 'Person', name: 'Hà Linh', url: `${site}tac-gia/ha-linh` }, { '@type': 'Person', name: 'Minh An', url: `${site}tac-gia/minh-an` }])
    expect(news['image'].map(({ url }: Json) => url)).toEqual([`${site}w1200.webp`, `${site}s.webp`])
    expect(news['publisher']).toMatchObject({ '@type': 'NewsMediaOrganization', parentOrganization: { name: 'Sở' } })
    expect(news).not.toHaveProperty('correction')
    expect(way['itemListElement'].map(({ position, name }: Json) => `${position} ${name}`)).toEqual(['1 Trang chủ', '2 Kinh tế', '3 Nông thôn mới', '4 Mùa hồng'])
  })

  it('tells of corrections, was changed last when the last one was made, and says what is paid for', () => {
    const corrections = [{ at: '2026-03-03T00:00:00.000Z', text: 'Đúng là 12 sao.' }]
    const news = first(articleJsonLd({ ...article, corrections, sponsored: true, revisedAt: '2026-03-02T00:00:00.000Z', authors: [], cover: { ...picture, renditions: [] } }))
    expect(news['correction']).toEqual([{ '@type': 'CorrectionComment', datePublished: '2026-03-03T00:00:00.000Z', text: 'Đúng là 12 sao.' }])
    expect(news['dateModified']).toBe('2026-03-03T00:00:00.000Z')
    expect(news['genre']).toBe('Nội dung tài trợ')
    expect(news['author']).toEqual({ '@id': news['publisher']['@id'] })
    expect(news['image'].map(({ url }: Json) => url)).toEqual([picture.url])
  })
})

describe('a product', () => {
  it('carries its certificates with stars as the rating of each, and none by customers', () => {
    const ended = { ...certificate, stars: 3, inForce: false, issuedDay: '2021-01-01', lastDay: '2023-12-31', decision: null }
    const found = first(productJsonLd({ ...product, certificates: [certificate, ended] }))
    expect(found['hasCertification']).toEqual([
      {
        '@type': 'Certification', name: 'OCOP 4 sao', certificationIdentification: '12/QĐ-UBND', certificationStatus: 'https://schema.org/CertificationActive', url: `${site}van-ban/12`,
        certificationRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5 }, issuedBy: { '@type': 'GovernmentOrganization', name: 'UBND tỉnh Thái Nguyên' },
        datePublished: '2026-01-01', validFrom: '2026-01-01', expires: '2028-12-31',
      },
      expect.objectContaining({ name: 'OCOP 3 sao', certificationStatus: 'https://schema.org/CertificationInactive', expires: '2023-12-31' }),
    ])
    expect(found).toMatchObject({ '@type': 'Product', category: 'Thực phẩm > Miến', gtin: '8938505974192', manufacturer: { '@id': `${site}htx#organization` } })
    for (const name of ['aggregateRating', 'review', 'starRating']) expect(JSON.stringify(found)).not.toContain(name)
  })

  it('is offered only with a price above nothing and somewhere to buy it', () => {
    const offers = (more: Partial<ProductTerms>): unknown => first(productJsonLd({ ...product, ...more }))['offers']
    expect(offers({})).toEqual({ '@type': 'Offer', price: 85000, priceCurrency: 'VND', url: 'https://san.example.vn/1', availability: 'https://schema.org/InStock' })
    expect(offers({ availability: 'seasonal' })).not.toHaveProperty('availability')
    for (const more of [{ price: null }, { price: 0 }, { purchaseUrl: null }]) expect(offers(more)).toBeUndefined()
  })

  it('of tourism is an attraction in its place, with its certificates and nothing to buy', () => {
    const found = first(productJsonLd({ ...product, isTourism: true }))
    expect(found).toMatchObject({ '@type': 'TouristAttraction', address: { addressLocality: 'Xã Na Rì', addressRegion: 'Tỉnh Thái Nguyên', addressCountry: 'VN' }, hasCertification: [{ name: 'OCOP 4 sao' }] })
    for (const name of ['offers', 'gtin', 'manufacturer']) expect(found).not.toHaveProperty(name)
  })

  it('without certificates, pictures and the rest claims nothing', () => {
    const bare = first(productJsonLd({ ...product, images: [], certificates: [], groups: [], producer: null, gtin: null, productCode: null, price: null }))
    expect(Object.keys(bare).sort()).toEqual(['@id', '@type', 'countryOfOrigin', 'description', 'mainEntityOfPage', 'name', 'url'])
  })
})

it('a producer is an organisation with the contacts that are addresses of something', () => {
  expect(producerJsonLd(producer)).toEqual({
    '@context': 'https://schema.org', '@type': 'Organization', '@id': `${site}htx#organization`, name: 'HTX Tài Hoan', url: 'https://htx.example.vn', mainEntityOfPage: `${site}htx`, telephone: ['0209 1'],
    address: { '@type': 'PostalAddress', streetAddress: 'Thôn 1', addressLocality: 'Xã Na Rì, huyện Na Rì', addressRegion: 'Tỉnh Bắc Kạn', addressCountry: 'VN' },
  })
})

/** What the documentation tells front ends to print. */
const printed = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

it('any text comes through the script it is printed in as it was, and ends none', () => {
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028\u2029', '"\\', '\u0000', '\ud800'))
  fc.assert(fc.property(hostile, hostile, (title, text) => {
    const made = [
      articleJsonLd({ ...article, title, lead: text, corrections: [{ at: article.publishedAt, text }], authors: [{ name: title, url: site }], topics: [text] }),
      productJsonLd({ ...product, name: title, summary: text, brand: text, certificates: [{ ...certificate, authority: text }] }),
      producerJsonLd({ ...producer, name: title, description: text, contacts: [{ kind: 'phone', value: text }] }),
    ]
    const script = printed(made)
    expect(script).not.toContain('<')
    expect(JSON.parse(script)).toEqual(JSON.parse(JSON.stringify(made)))
    expect(JSON.parse(script)[0]['@graph'][0].headline).toBe(title === '' ? undefined : title)
  }))
})
