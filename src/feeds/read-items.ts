import type { Answerable, Answers } from '../published/answer/answers.ts'
import type { PublishedRow } from '../published/store.ts'
import { xmlText } from '../text/xml-text.ts'
import type { Feed, FeedFieldName } from './feed.ts'
import type { FeedImage, FeedItem } from './feed-item.ts'
import type { CertificationStatus } from './feed-terms.ts'
import { feedLink } from './feed-link.ts'
import { feedUri } from './feed-uri.ts'

type Reading = { answers: Answers; feed: Feed; siteUrl: string; /** The text of a thing without its HTML, which takes more to make. */ plain?: boolean }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? xmlText(value.trim()) : null)
const nameOf = (thing: unknown): string | null => textOf((thing as Answerable | null)?.data['name'])
const namesOf = (things: unknown): string[] => ((things ?? []) as Answerable[]).map(nameOf).filter((name) => name !== null)

const imageOf = async (answers: Answers, image: unknown): Promise<FeedImage | null> => {
  if (!image) return null
  const subject = image as Answerable
  const { width, height, mimeType, alt, caption, credit } = subject.data
  return {
    url: String(await answers.field(subject, 'url')), srcset: String(await answers.field(subject, 'srcset')), width: Number(width), height: Number(height), mediaType: String(mimeType), alt: textOf(alt) ?? '', caption: textOf(caption), credit: textOf(credit),
  }
}

const imagesOf = async (answers: Answers, images: readonly unknown[]): Promise<FeedImage[]> => (await Promise.all(images.map((image) => imageOf(answers, image)))).filter((image) => image !== null)

/** What is read of a text: its HTML and its plain text. */
const bodyOf = async ({ answers, plain = false }: Reading, subject: Answerable, name: string): Promise<Pick<FeedItem, 'html' | 'text'>> => {
  const body = (await answers.field(subject, name)) as Answerable | null
  if (!body) return { html: null, text: null }
  return { html: plain ? null : textOf(await answers.field(body, 'html')), text: textOf(await answers.field(body, 'text')) }
}

const later = (a: string, b: string): string => (a > b ? a : b)

const common = async ({ answers, feed, siteUrl, subject, title, summary }: Reading & { subject: Answerable; title: unknown; summary: unknown }) => {
  const { row } = subject
  return {
    id: row.id,
    uri: feedUri({ siteUrl, kind: row.kind, id: row.id }),
    url: feedLink({ feed, url: String(await answers.field(subject, 'url')), slug: row.slug, number: row.number, id: row.id }),
    title: textOf(title) ?? row.id,
    summary: feed.fields.includes('summary') ? textOf(summary) : null,
    publishedAt: row.visibleFrom,
    updatedAt: later(row.modifiedAt, row.visibleFrom),
  }
}

const shows = (feed: Feed) => <T>(field: FeedFieldName, read: () => Promise<T> | T, otherwise: T): Promise<T> | T => (feed.fields.includes(field) ? read() : otherwise)

const articleItem = async (reading: Reading, subject: Answerable): Promise<FeedItem> => {
  const { answers, feed } = reading
  const { data } = subject
  const show = shows(feed)
  const field = (name: string) => answers.field(subject, name)
  const [base, body, images, authors, category, categories, topics] = await Promise.all([
    common({ ...reading, subject, title: data['title'], summary: data['lead'] }),
    show('content', () => bodyOf(reading, subject, 'body'), { html: null, text: null }),
    show('image', async () => imagesOf(answers, [await field('cover')]), []),
    show('author', async () => Promise.all(((await field('bylines')) as Answerable[]).map(async (line) => textOf(await answers.field(line, 'name')))), []),
    show('categories', () => field('category'), null), show('categories', () => field('categories'), []), show('categories', () => field('topics'), []),
  ])
  const corrections = (data['corrections'] ?? []) as { at: string; text: string }[]
  return {
    ...base, ...body, kind: 'article', images, authors: [...new Set(authors.filter((name) => name !== null))],
    categories: [...new Set([nameOf(category), ...namesOf(categories), ...namesOf(topics)].filter((name) => name !== null))],
    product: null,
    article: { genre: textOf(data['genre']), corrections: corrections.map(({ at, text }) => ({ at, note: textOf(text) ?? '' })) },
  }
}

/** `Xã Bình Lư, Lai Châu`: the unit, and the province when that is another. */
const placeOf = (unit: string | null, province: string | null): string | null => ([...new Set([unit, province].filter((name) => name !== null))].join(', ') || null)

const productItem = async (reading: Reading, subject: Answerable): Promise<FeedItem> => {
  const { answers, feed } = reading
  const { data } = subject
  const show = shows(feed)
  const field = (name: string) => answers.field(subject, name)
  const [base, body, images, group, producer, unit, province, certification, brand] = await Promise.all([
    common({ ...reading, subject, title: data['name'], summary: data['summary'] }),
    show('content', () => bodyOf(reading, subject, 'description'), { html: null, text: null }),
    show('image', async () => imagesOf(answers, (await field('images')) as unknown[]), []),
    show('group', () => field('group'), null), show('producer', () => field('producer'), null), show('place', () => field('unit'), null), show('place', () => field('province'), null),
    show('stars', async () => ((await field('certification')) as Answerable).data, { status: 'none', stars: null, through: null }), show('producer', () => field('brand'), null),
  ])
  const { status, stars, through } = certification as { status: CertificationStatus; stars: number | null; through: string | null }
  const price = feed.fields.includes('price') ? ((data['price'] as { amount: number } | null)?.amount ?? null) : null
  const [link] = (data['purchaseLinks'] ?? []) as { url: string }[]
  return {
    ...base, ...body, kind: 'product', images, authors: [], categories: feed.fields.includes('categories') ? [nameOf(group)].filter((name) => name !== null) : [], article: null,
    product: {
      producer: nameOf(producer), place: placeOf(nameOf(unit), nameOf(province)), province: nameOf(province), group: nameOf(group), certification: { status, stars, through }, price,
      purchaseUrl: feed.fields.includes('purchaseUrl') ? (link?.url ?? null) : null, availability: textOf(data['availability']), brand: nameOf(brand) ?? textOf(data['tradeName']),
      gtin: textOf(data['gtin']), productCode: textOf(data['productCode']),
    },
  }
}

/** Rows as items of a feed, in their order. What many of them name is read in batches. */
export const readItems = ({ rows, ...reading }: Reading & { rows: readonly PublishedRow[] }): Promise<FeedItem[]> =>
  Promise.all(rows.map((row) => {
    const subject = reading.answers.of(row)
    return row.kind === 'article' ? articleItem(reading, subject) : productItem(reading, subject)
  }))
