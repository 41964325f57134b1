import { expect, it } from '@jest/globals'
import { createAnswers } from '../../../src/published/answer/answers.ts'
import { BEGINNING, ENDLESS } from '../../../src/published/row.ts'
import type { ListQuery, PublishedRow, Store } from '../../../src/published/store.ts'
import { newsEntries, sitemapEntries } from '../../../src/sitemaps/sitemap-entries.ts'
import { sitemapKinds } from '../../../src/sitemaps/sitemap-kinds.ts'

const moment = { now: '2026-03-10T00:00:00.000Z', today: '2026-03-10' }
const [articles] = sitemapKinds as [(typeof sitemapKinds)[number]]

const row = (n: number, more: Partial<PublishedRow> = {}): PublishedRow => ({
  kind: 'article', id: `a${n}`, slug: `bai-${n}`, number: n, visibleFrom: new Date(Date.parse(moment.now) - (3000 - n) * 60_000).toISOString(), visibleUntil: ENDLESS, stars: null, starsThrough: null, modifiedAt: BEGINNING,
  data: { title: `Bài ${n}`, seo: {} }, ...more,
})

/** A list in memory, asked as the store is; `largest` is the longest page that was asked for. */
const storeOf = (rows: readonly PublishedRow[]) => {
  const asked = { largest: 0 }
  const list = async ({ first, skip = 0, after, order, published }: ListQuery) => {
    asked.largest = Math.max(asked.largest, first)
    const all = rows.filter(({ visibleFrom }) => !published?.gte || visibleFrom >= published.gte)
    const inOrder = order?.descending === false ? all : [...all].reverse()
    const from = after ? Number(after) : skip
    const page = inOrder.slice(from, from + first)
    return { rows: page, cursors: page.map((_, at) => String(from + at + 1)), hasNext: from + first < inOrder.length }
  }
  const store = { list, many: async () => new Map() } as unknown as Store
  return { asked, anew: () => createAnswers({ store, moment, siteUrl: 'https://bao.example.vn', origin: 'https://api.example.vn' }) }
}
const collect = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}

it('a group is cut into files that together hold every page once, the oldest first, read in batches', async () => {
  const { anew, asked } = storeOf(Array.from({ length: 2500 }, (_, n) => row(n)))
  const files = await Promise.all([1, 2, 3, 4].map((file) => collect(sitemapEntries({ anew, group: articles, file, perFile: 1200 }))))
  expect(files.map(({ length }) => length)).toEqual([1200, 1200, 100, 0])
  expect(files.flat().map(({ url }) => url)).toEqual(Array.from({ length: 2500 }, (_, n) => `https://bao.example.vn/bai-${n}-${n}.html`))
  expect(asked.largest).toBe(200)
})

it('pages that search engines are to leave out, that are kept elsewhere, or whose address is too long are not listed', async () => {
  const rows = [
    row(1), row(2, { data: { seo: { noindex: true } } }), row(3, { data: { seo: { _canonical: 'https://elsewhere.example/' } } }), row(4, { data: { seo: { _canonical: 'https://bao.example.vn/bai-4-4.html' } } }), row(5, { slug: 'a'.repeat(2048) }),
  ]
  expect((await collect(sitemapEntries({ anew: storeOf(rows).anew, group: articles, file: 1 }))).map(({ url }) => url.slice(0, 40))).toEqual(['https://bao.example.vn/bai-1-1.html', 'https://bao.example.vn/bai-4-4.html'])
})

it('news are the newest thousand of two days, without what is paid for', async () => {
  const since = '2026-03-08T00:00:00.000Z'
  const rows = Array.from({ length: 3000 }, (_, n) => row(n, n % 2 === 0 ? {} : { data: { title: `Bài ${n}`, sponsored: true } }))
  const listed: string[] = []
  const entries = await collect(newsEntries({ anew: storeOf(rows).anew, since, onListed: (at) => listed.push(at) }))
  expect(entries.map(({ news }) => news?.title)).toEqual(Array.from({ length: 1000 }, (_, n) => `Bài ${2998 - 2 * n}`))
  expect(listed).toEqual(entries.map(({ news }) => news?.publication_date))
  expect(entries.every(({ news }) => (news?.publication_date ?? '') > since)).toBe(true)
})
