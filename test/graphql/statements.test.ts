import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execute, parse } from 'graphql'
import sharp from 'sharp'
import { createSchema } from '../../src/api/graphql/schema.ts'
import { createReader } from '../../src/api/read/reader.ts'
import { moment } from '../../src/published/moment.ts'
import { noServices } from '../support/no-services.ts'
import { richText } from '../http/access/samples.ts'
import { make, openPayload, type Opened } from '../http/published/open-payload.ts'
import type { Json } from './ask.ts'

const schema = createSchema()
let opened: Opened

beforeAll(async () => {
  opened = await openPayload()
  const { payload } = opened
  const top = await make(payload, 'categories', { name: 'Kinh tế' })
  const categories: string[] = []
  const authors: string[] = []
  for (const n of [1, 2, 3]) {
    categories.push((await make(payload, 'categories', { name: `Mục ${n}`, parent: top.id })).id)
    authors.push((await make(payload, 'authors', { name: `Người viết ${n}` })).id)
  }
  const data = await sharp({ create: { width: 640, height: 400, channels: 3, background: { r: 40, g: 110, b: 60 } } }).png().toBuffer()
  const cover = (await make(payload, 'media', { alt: 'Một mảng màu' }, { file: { data, mimetype: 'image/png', name: 'bia.png', size: data.length } })).id
  const articles: string[] = []
  for (let n = 0; n < 9; n += 1) {
    articles.push((await make(payload, 'articles', {
      title: `Tin ${n}`, lead: 'Một tin.', genre: 'news', cover, category: categories[n % 3], bylines: [{ author: authors[n % 3], role: 'text' }], body: richText('Một đoạn.'),
      relatedArticles: articles.slice(-2), publishedAt: `2026-03-0${n + 1}T00:00:00.000Z`, _status: 'published',
    })).id)
  }
}, 120_000)
afterAll(() => opened?.close())

const read = async (text: string, services = noServices): Promise<{ data: Json; statements: number }> => {
  const { store } = opened
  const from = store.statements
  const { data, errors } = await execute({ schema, document: parse(text), contextValue: { reader: createReader({ services, store, moment: moment(), siteUrl: 'https://reader.example', origin: 'https://reader.example' }) } })
  expect(errors).toBeUndefined()
  return { data: data as Json, statements: store.statements - from }
}

describe('the statements an operation takes', () => {
  it.each<[number, string]>([
    [1, 'title'],
    [2, 'title url'],
    [2, 'title cover { alt } category { name }'],
    [3, 'title category { name parent { name } } bylines { name author { name } } related { title category { name } cover { alt } }'],
    [2, 'title body { minutes text }'],
    [3, 'title jsonLd'],
  ])('are as many for nine articles as for one, and at most %i: %s', async (most, fields) => {
    const [one, all] = [await read(`{ articles(first: 1) { nodes { ${fields} } } }`), await read(`{ articles(first: 9) { nodes { ${fields} } } }`)]
    expect([one.data['articles'].nodes.length, all.data['articles'].nodes.length]).toEqual([1, 9])
    expect(all.statements).toBe(one.statements)
    expect(all.statements).toBeLessThanOrEqual(most)
  })

  it('are one more when all are counted, and only then', async () => {
    const [plain, counted] = [await read('{ articles { nodes { title } } }'), await read('{ articles { totalCount nodes { title } } }')]
    expect(counted.statements - plain.statements).toBe(1)
    expect(counted.data['articles'].totalCount).toBe(9)
  })

  it('are shared by all that one operation asks for', async () => {
    const fields = 'nodes { category { name } bylines { author { name } } }'
    const [once, twice] = [await read(`{ a: articles { ${fields} } }`), await read(`{ a: articles { ${fields} } b: articles { ${fields} } }`)]
    // The second list itself, and nothing for what it refers to.
    expect(twice.statements - once.statements).toBe(1)
  })

  it('are at most eight for the whole page of an article', async () => {
    const card = 'title lead url cover { url alt } category { name url }'
    const { data, statements } = await read(`{ articlePage(slug: "tin-8") { ... on ArticlePage {
      article { ${card} body { html minutes } bylines { name author { name } } seo { title canonical image { url } } } breadcrumbs { name url }
      related { ${card} } youMayLike { ${card} } sameCategory { ${card} } latest { nodes { ... on Article { ${card} } } without } featuredBrands { name }
    } } }`)
    expect(data['articlePage'].article.body.html).toBe('<p>Một đoạn.</p>')
    expect(statements).toBeLessThanOrEqual(8)
  })

  it('are no more for it when it shows what is read most, and two for what is read most by itself', async () => {
    const page = '{ articlePage(slug: "tin-8") { ... on ArticlePage { article { title } youMayLike { title url cover { alt } category { name } } } } }'
    const { nodes } = (await read('{ articles { nodes { id } } }')).data['articles']
    const mostRead = { ranking: () => nodes.map(({ id }: Json) => ({ kind: 'article', id })) }
    const [without, withIt] = [await read(page), await read(page, { ...noServices, mostRead })]
    expect(withIt.statements).toBeLessThanOrEqual(without.statements)
    const { data, statements } = await read('{ mostRead { ... on Article { title cover { alt } category { name } } } }', { ...noServices, mostRead })
    expect([data['mostRead'].length, statements]).toEqual([9, 2])
  })
})
