import { afterAll, beforeAll, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { endpoints } from '../../../src/api/rest/endpoints.ts'
import { readParameters } from '../../../src/api/rest/read-parameters.ts'
import { createReader } from '../../../src/api/read/reader.ts'
import { moment } from '../../../src/published/moment.ts'
import { make, openPayload, type Opened } from '../published/open-payload.ts'
import { richText } from '../access/samples.ts'
import { noServices } from '../../support/no-services.ts'

let opened: Opened

beforeAll(async () => {
  opened = await openPayload()
  const { payload } = opened
  const top = await make(payload, 'categories', { name: 'Kinh tế' })
  const categories: string[] = []
  for (const n of [1, 2, 3]) categories.push((await make(payload, 'categories', { name: `Mục ${n}`, parent: top.id })).id)
  const authors: string[] = []
  for (const n of [1, 2, 3]) authors.push((await make(payload, 'authors', { name: `Người viết ${n}` })).id)
  const data = await sharp({ create: { width: 640, height: 400, channels: 3, background: { r: 40, g: 110, b: 60 } } }).png().toBuffer()
  const cover = (await make(payload, 'media', { alt: 'Một mảng màu' }, { file: { data, mimetype: 'image/png', name: 'bia.png', size: data.length } })).id
  let before: string | null = null
  for (let n = 0; n < 9; n += 1) {
    const article: { id: string } = await make(payload, 'articles', {
      title: `Tin ${n}`, lead: 'Một tin.', genre: 'news', cover, category: categories[n % 3], bylines: [{ author: authors[n % 3], role: 'text' }], body: richText('Một đoạn.'),
      ...(before ? { relatedArticles: [before] } : {}), publishedAt: '2026-03-01T00:00:00.000Z', _status: 'published',
    })
    before = article.id
  }
}, 120_000)
afterAll(() => opened?.close())

const statementsOf = async (address: string): Promise<{ statements: number; body: Record<string, unknown>; items: number }> => {
  const url = new URL(address, 'http://localhost')
  const endpoint = endpoints.find(({ path }) => path === url.pathname) ?? endpoints.find(({ path, segment }) => segment && path.replace(/\{\w+\}$/, '') === url.pathname.replace(/[^/]+$/, ''))
  if (!endpoint) throw new Error(`Nothing answers ${address}`)
  const { store } = opened
  const reader = createReader({ services: noServices, store, moment: moment(), siteUrl: 'https://reader.example', origin: 'https://reader.example' })
  const from = store.statements
  const segment = endpoint.segment ? (url.pathname.split('/').at(-1) ?? '') : ''
  const answered = await endpoint.answer({ reader, answers: reader.answers, values: readParameters({ parameters: endpoint.parameters, query: url.searchParams }), segment, url })
  const body = answered.body as Record<string, unknown>
  return { statements: store.statements - from, body, items: (body['items'] as unknown[] | undefined)?.length ?? 0 }
}

// The list itself, and one statement for each level of references, however many items there are. The settings, where addresses come from, are read with the first.
it.each([
  ['/v1/articles?first=9&fields=title', 1],
  ['/v1/articles?first=9', 2],
  ['/v1/articles?first=9&include=category', 3],
  ['/v1/articles?first=9&include=category.parent,bylines.author', 3],
  ['/v1/articles?first=9&include=related', 3],
  ['/v1/articles?first=9&include=body', 3],
  ['/v1/latest?first=9', 2],
])('%s takes at most %i statements', async (address, most) => {
  const { statements, items } = await statementsOf(address)
  expect(items).toBe(9)
  expect(statements).toBeLessThanOrEqual(most)
})

it('a list takes as many statements as a single item', async () => {
  const query = 'include=category,bylines.author,related'
  const [one, many] = [await statementsOf(`/v1/articles?first=1&${query}`), await statementsOf(`/v1/articles?first=9&${query}`)]
  expect([one.items, many.items, many.statements]).toEqual([1, 9, one.statements])
})

const lists = endpoints.filter(({ parameters, segment }) => !segment && parameters.some(({ name }) => name === 'first'))

it.each(lists.map(({ path }) => path).filter((path) => path !== '/v1/search' && path !== '/v1/most-read'))('%s takes a statement for the list and one for all that it refers to', async (path) => {
  expect((await statementsOf(path)).statements).toBeLessThanOrEqual(2)
})

it.each([
  // The article; what it names and the settings; what its text and its cards are made of.
  ['/v1/articles/tin-8?fields=title', 1],
  ['/v1/articles/tin-8', 3],
  ['/v1/articles/tin-8?include=category.parent,bylines.author,related', 4],
  // With every box and its cards.
  ['/v1/pages/articles/tin-8', 8],
  ['/v1/pages/articles/tin-8?fields=title', 8],
])('%s takes at most %i statements', async (address, most) => {
  const { statements, body } = await statementsOf(address)
  expect(body['article'] ?? body).toMatchObject({ title: 'Tin 8' })
  expect(statements).toBeLessThanOrEqual(most)
})
