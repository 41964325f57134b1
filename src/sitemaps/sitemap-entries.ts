import { setImmediate } from 'node:timers/promises'
import { xmlText } from '../text/xml-text.ts'
import type { Answerable, Answers } from '../published/answer/answers.ts'
import { fileAddress, type ImageData } from '../published/answer/image.ts'
import { addressOf } from '../published/answer/address.ts'
import type { ListQuery, PublishedRow } from '../published/store.ts'
import { ADDRESS_MAX, PAGES_PER_FILE, type SitemapKind } from './sitemap-kinds.ts'

/** A page in a sitemap. */
export interface SitemapEntry {
  url: string
  lastmod: string
  img: { url: string }[]
  news?: { publication: { name: string; language: 'vi' }; publication_date: string; title: string }
}

/** Rows that are read and written at a time; between two batches others have their turn. */
const BATCH = 200

/** A news sitemap holds what was published in the last two days, and at most so many pages (Google News). */
export const NEWS_MS = 2 * 24 * 60 * 60 * 1000
const NEWS_MAX = 1_000

/** A list from its beginning, in batches: never more than one of them is held. */
async function* batches({ answers: { store, moment }, query, most }: { answers: Answers; query: Omit<ListQuery, 'first' | 'moment' | 'after'>; most: number }): AsyncGenerator<PublishedRow[]> {
  let after: string | null = null
  for (let left = most; left > 0;) {
    const { skip, ...further } = query
    const page = await store.list({ ...(after === null ? query : further), after, first: Math.min(BATCH, left), moment })
    yield page.rows
    await setImmediate()
    left -= page.rows.length
    after = page.cursors.at(-1) ?? null
    if (!page.hasNext || after === null) return
  }
}

/** Whether search engines are to know a page under its own address. */
const isListed = ({ data }: PublishedRow, url: string): boolean => {
  const seo = data['seo'] as { noindex?: boolean; _canonical?: string | null } | undefined
  return url.length <= ADDRESS_MAX && seo?.noindex !== true && (!seo?._canonical || seo._canonical === url)
}

const picturesOf = async ({ answers, row, fields }: { answers: Answers; row: PublishedRow; fields: readonly string[] }): Promise<{ url: string }[]> => {
  const of = answers.of(row)
  const images = (await Promise.all(fields.map(async (name) => [await answers.field(of, name)].flat()))).flat().filter((one) => one !== null) as Answerable[]
  const files = images.map(({ data }) => data as unknown as ImageData)
  return [...new Set(files.map(({ _filename, _version }) => fileAddress({ origin: answers.origin, filename: _filename, version: _version })))].map((url) => ({ url }))
}

/** The entries of rows, with their pictures read together. */
const entriesOf = async ({ answers, rows, pictures }: { answers: Answers; rows: readonly PublishedRow[]; pictures: readonly string[] }): Promise<SitemapEntry[]> => {
  const settings = await answers.settings()
  const listed = rows.map((row) => ({ row, url: addressOf({ row, settings, siteUrl: answers.siteUrl }) })).filter(({ row, url }) => isListed(row, url))
  return Promise.all(listed.map(async ({ row, url }) => ({ url, lastmod: row.modifiedAt > row.visibleFrom ? row.modifiedAt : row.visibleFrom, img: await picturesOf({ answers, row, fields: pictures }) })))
}

const oldestFirst = { by: 'published', descending: false } as const

/** The pages of one file of a group, the oldest first: what is new comes last, and the files before stay as they are. `anew` makes answers that hold nothing of earlier batches. */
export async function* sitemapEntries({ anew, group: { kind, pictures }, file, perFile = PAGES_PER_FILE }: { anew: () => Answers; group: SitemapKind; file: number; perFile?: number }): AsyncGenerator<SitemapEntry> {
  const query = { kinds: [kind], order: oldestFirst, skip: (file - 1) * perFile }
  for await (const rows of batches({ answers: anew(), query, most: perFile })) yield* await entriesOf({ answers: anew(), rows, pictures })
}

/**
 * The articles of the last two days, the newest first, as Google News takes them: with the name of the paper and the instant of first
 * publication. Paid content is none of them. `onListed` hears of each when it was published.
 */
export async function* newsEntries({ anew, since, onListed }: { anew: () => Answers; since: string; onListed: (publishedAt: string) => void }): AsyncGenerator<SitemapEntry> {
  const settings = await anew().settings()
  const publication = { name: xmlText(String(settings?.data['siteName'] ?? 'OCOP Press')), language: 'vi' } as const
  let left = NEWS_MAX
  for await (const rows of batches({ answers: anew(), query: { kinds: ['article'], published: { gte: since } }, most: Infinity })) {
    const answers = anew()
    for (const row of rows) {
      if (row.visibleFrom <= since || row.data['sponsored'] === true) continue
      const title = xmlText(String(row.data['title'] ?? '')).trim()
      const [entry] = title === '' ? [] : await entriesOf({ answers, rows: [row], pictures: [] })
      if (!entry) continue
      onListed(row.visibleFrom)
      yield { ...entry, news: { publication, publication_date: row.visibleFrom, title } }
      left -= 1
      if (left === 0) return
    }
  }
}
