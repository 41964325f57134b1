import { describe, expect, it } from '@jest/globals'
import { certificateProblems, lastDayOf, productGroups, provinces, starsOn, type Day } from '../../../src/ocop/index.ts'
import { articles } from '../../../src/seed/content/articles/index.ts'
import { leadStory } from '../../../src/seed/content/articles/lead.ts'
import { newsItems } from '../../../src/seed/content/articles/news.ts'
import { certificates } from '../../../src/seed/content/certificates.ts'
import { citedDocuments, decisions } from '../../../src/seed/content/decisions.ts'
import { partnerBrands } from '../../../src/seed/content/partner-brands.ts'
import { authors, categories, topics } from '../../../src/seed/content/people-and-places.ts'
import { namedProducts, plainProducts, producers, products } from '../../../src/seed/content/products/index.ts'
import { criteriaVersionOf, decisionDay } from '../../../src/seed/decision-terms.ts'
import { publishedInstant } from '../../../src/seed/published-instant.ts'
import { draw } from '../../../src/seed/draw.ts'
import { wordmark } from '../../../src/seed/drawings/wordmark.ts'
import { legalDocuments } from '../../../src/ocop/index.ts'
import { toSlug } from '../../../src/text/index.ts'

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

const everything = { articles, products, producers, partnerBrands, authors, categories, topics, decisions, citedDocuments }

describe('the texts', () => {
  it('are NFC and free of stray spaces', () => {
    const texts = textsIn(everything)
    expect(texts.length).toBeGreaterThan(1500)
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([])
    expect(texts.filter((text) => / {2}|\s$|^\s| [,.;:!?]/u.test(text))).toEqual([])
  })

  it('place tones the old way, as newsrooms do', () => {
    const newStyle = /(?<!q)(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu
    expect(textsIn(everything).filter((text) => newStyle.test(text))).toEqual([])
  })

  it('of the mixed list have titles of 13 to 82 and excerpts of 120 to 258 characters', () => {
    const items = [...newsItems.map(({ title, lead }) => ({ title, excerpt: lead })), ...namedProducts.map(({ name, summary }) => ({ title: name, excerpt: summary })),
      ...articles.map(({ title, lead }) => ({ title, excerpt: lead }))]
    const wrong = items.filter(({ title, excerpt }) => title.length < 13 || title.length > 82 || excerpt.length < 120 || excerpt.length > 258)
    expect(wrong.map(({ title, excerpt }) => [title, title.length, excerpt.length])).toEqual([])
  })

  it('of plain entries stay within an excerpt', () => {
    expect(plainProducts.filter(({ summary }) => summary.length < 100 || summary.length > 258).map(({ name, summary }) => [name, summary.length])).toEqual([])
  })

  it('have no sentence of more than 55 syllables', () => {
    const sentences = textsIn(articles.map(({ lead, body }) => [lead, body])).flatMap((text) => text.split(/(?<=[.!?])\s/u))
    expect(sentences.filter((sentence) => sentence.split(/\s+/u).length > 55)).toEqual([])
  })
})

describe('the pieces', () => {
  it('have addresses of their own that our slug function would make', () => {
    for (const slugs of [articles.map(({ slug }) => slug), products.map(({ slug }) => slug), partnerBrands.map(({ name }) => toSlug(name)), producers.map(({ name }) => toSlug(name)), topics.map(({ slug }) => slug)]) {
      expect(repeated(slugs)).toEqual([])
      expect(slugs.filter((slug) => slug !== toSlug(slug))).toEqual([])
    }
    expect(repeated(decisions.map(({ key }) => key))).toEqual([])
  })

  it('refer only to what there is', () => {
    const known = {
      category: new Set(categories.map(({ path }) => path)), topic: new Set(topics.map(({ slug }) => slug)), author: new Set<string>(authors.map(({ name }) => name)),
      unit: new Set(provinces.map(({ key }) => key)), article: new Set(articles.map(({ slug }) => slug)), product: new Set(products.map(({ slug }) => slug)),
      document: new Set([...legalDocuments, ...citedDocuments].map(({ number, date }) => `${number}@${date}`)), leaf: new Set(productGroups.filter(({ level }) => level === 'leaf').map(({ slug }) => slug)),
      producer: new Set(producers.map(({ name }) => name)), decision: new Set(decisions.map(({ key }) => key)),
    }
    const missing: string[] = []
    const check = (kind: keyof typeof known, values: readonly string[]) => missing.push(...values.filter((value) => !known[kind].has(value)).map((value) => `${kind}: ${value}`))
    const before = new Set<string>()
    for (const article of articles) {
      const named = [...(article.related ?? []), ...article.body.flatMap((part) => (typeof part !== 'string' && 'articles' in part ? part.articles : []))]
      missing.push(...named.filter((slug) => !before.has(slug)).map((slug) => `not yet there: ${slug}`))
      before.add(article.slug)
      check('category', [article.category, ...(article.categories ?? [])])
      check('topic', article.topics)
      check('author', article.authors)
      check('unit', article.provinces ?? [])
      check('document', article.documents ?? [])
      check('product', article.products ?? [])
      check('article', article.related ?? [])
      for (const part of article.body) {
        if (typeof part === 'string') continue
        if ('product' in part) check('product', [part.product])
        if ('products' in part) check('product', part.products)
        if ('articles' in part) check('article', part.articles)
        if ('document' in part) check('document', [part.document])
        if ('image' in part && !article.images?.some(({ name }) => name === part.image)) missing.push(`image: ${part.image}`)
      }
    }
    for (const product of products) {
      check('leaf', [product.group])
      check('producer', [product.producer])
      check('unit', [product.unit])
    }
    for (const certificate of certificates) {
      check('product', [certificate.product])
      check('decision', [certificate.decision, ...(certificate.supersedes ? [certificate.supersedes] : [])])
    }
    expect(missing).toEqual([])
    expect(products.filter(({ slug }) => !certificates.some(({ product }) => product === slug))).toEqual([])
  })

  it('are drawn, each picture under a name of its own', () => {
    const pictures = [...articles.flatMap(({ cover, images = [] }) => [cover, ...images]), ...products.flatMap(({ images = [] }) => images)]
    expect(repeated(pictures.map(({ name }) => name))).toEqual([])
    const drawn = pictures.map(({ drawing }) => draw(drawing))
    expect(repeated(drawn).length).toBeLessThan(3)
    expect(partnerBrands.map(({ name, mark }) => wordmark({ text: name, ...mark })).filter((svg) => /<text|NaN|undefined/.test(svg))).toEqual([])
    expect(drawn.filter((svg) => /<text|NaN|undefined/.test(svg))).toEqual([])
  })

  it('are 22 brands, 24 named products and 18 or more articles', () => {
    expect([partnerBrands.length, namedProducts.length, plainProducts.length]).toEqual([22, 24, 56])
    expect(articles.length).toBeGreaterThanOrEqual(18)
  })
})

describe('the mixed list', () => {
  it('begins with the two news items and 23 products, whatever stands in the other boxes', () => {
    const nowMs = Date.parse('2026-11-24T08:00:00Z')
    const items = [...articles.map(({ slug, published }) => ({ kind: 'article', slug, published })), ...products.map(({ slug, published }) => ({ kind: 'product', slug, published }))]
      .map((item) => ({ ...item, at: publishedInstant({ published: item.published, nowMs }) }))
      .filter(({ slug }) => slug !== leadStory.slug)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
    const first = items.slice(0, 25)
    expect(first.filter(({ kind }) => kind === 'article').map(({ slug }) => slug)).toEqual(newsItems.map(({ slug }) => slug))
    expect(first.filter(({ kind }) => kind === 'product').map(({ slug }) => slug).sort()).toEqual(namedProducts.map(({ slug }) => slug).filter((slug) => slug !== 'mien-dong-tai-hoan').sort())
    expect(repeated(items.map(({ at }) => at))).toEqual([])
    expect(items.every(({ at }) => at < new Date(nowMs).toISOString())).toBe(true)
  })
})

describe.each(['2026-11-24', '2026-03-02', '2027-08-15', '2029-02-28'])('the certificates of a seeding on %s', (seedingDay: Day) => {
  const rows = certificates.map((certificate) => {
    const decision = decisions.find(({ key }) => key === certificate.decision)
    if (!decision) throw new Error(certificate.decision)
    const issuedDay = decisionDay({ day: decision.day, seedingDay })
    const criteriaVersion = criteriaVersionOf({ level: decision.level, stars: certificate.stars, day: issuedDay }).id
    return { ...certificate, id: `${certificate.product}/${certificate.decision}`, issuedDay, criteriaVersion, authorityLevel: decision.level, lastDay: lastDayOf(issuedDay, criteriaVersion) }
  })
  const ofBacKan = new Set(products.filter(({ unit }) => unit === 'bac-kan-2019').map(({ slug }) => slug))

  it('keep the rules', () => {
    const problems = rows.flatMap((row) => {
      const previous = row.supersedes ? rows.find(({ product, decision }) => product === row.product && decision === row.supersedes) : undefined
      if (row.supersedes && !previous) return [`${row.id} supersedes nothing`]
      return certificateProblems(row, previous).map(({ message }) => `${row.id}: ${message.en}`)
    })
    expect(problems).toEqual([])
    expect(repeated(rows.map(({ id }) => id))).toEqual([])
    expect(rows.filter(({ issuedDay }) => issuedDay > seedingDay)).toEqual([])
  })

  it('are those of Bắc Kạn in 2021: 16 again, 39 and one new, one of five stars by the centre', () => {
    const in2021 = rows.filter(({ product, issuedDay }) => ofBacKan.has(product) && issuedDay.startsWith('2021'))
    const count = (stars: number, kind: string, level: string) => in2021.filter((row) => row.stars === stars && row.kind === kind && row.authorityLevel === level).length
    expect(in2021).toHaveLength(57)
    expect([count(3, 're-recognised', 'province'), count(3, 'new', 'province'), count(4, 'new', 'province'), count(5, 'new', 'centre')]).toEqual([16, 39, 1, 1])
  })

  it('are mostly in force, three of them expiring and three of the named products’ expired', () => {
    const others = rows.filter(({ product, decision }) => !decision.startsWith('bac-kan') && decision !== 'centre-2021' && product !== '')
    const inDays = (days: number) => new Date(Date.parse(`${seedingDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    expect(others.filter(({ lastDay }) => lastDay < seedingDay)).toHaveLength(3)
    expect(others.filter(({ lastDay }) => lastDay >= seedingDay && lastDay <= inDays(90))).toHaveLength(3)
    const starless = namedProducts.filter(({ slug }) => starsOn(rows.filter(({ product }) => product === slug), seedingDay) === null)
    expect(starless).toHaveLength(3)
  })
})
