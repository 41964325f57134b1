import type { Feed } from '../feeds/feed.ts'
import { builtInFeeds } from '../feeds/built-in.ts'
import { feedQuery } from '../feeds/feed-query.ts'
import { type FeedReading, readSite } from '../feeds/read-feed.ts'
import { readItems } from '../feeds/read-items.ts'
import { createAnswers } from '../published/answer/answers.ts'
import { pageOf } from '../published/page-of.ts'
import type { PublishedRow } from '../published/store.ts'
import { cardOf } from './card-of.ts'
import type { Cards } from './view/card.ts'

// Nothing of the texts is shown, and they are most of what there is to read.
const withoutContent = (feed: Feed): Feed => ({ ...feed, fields: feed.fields.filter((field) => field !== 'content') })

const cardsOf = async ({ feed, name, rows, ...reading }: FeedReading & { feed: Feed; name: string; rows: readonly PublishedRow[] }): Promise<Cards> => {
  const { siteUrl } = reading
  const [items, site] = await Promise.all([readItems({ answers: createAnswers(reading), feed: withoutContent(feed), siteUrl, rows }), readSite(reading)])
  return { name, source: { name: site.name, url: site.url }, items: items.map((item) => cardOf({ item, siteUrl })) }
}

/** The beginning of a feed. */
export const readCards = async ({ feed, first, ...reading }: FeedReading & { feed: Feed; first: number }): Promise<Cards> => {
  const { rows } = await reading.store.list(await feedQuery({ ...reading, feed: withoutContent(feed), first }))
  return cardsOf({ ...reading, feed, name: feed.name, rows })
}

export type CardKind = 'article' | 'product'

const whole = builtInFeeds[0] as Feed

/** One thing, already read. */
export const readCardOf = ({ row, ...reading }: FeedReading & { row: PublishedRow }): Promise<Cards> =>
  cardsOf({ ...reading, feed: whole, name: String(row.data['title'] ?? row.data['name'] ?? row.id), rows: [row] })

/** The thing under an id, a slug, or the last part of an address; where it was renamed, the thing as it is called now. Null: not there, or taken away. */
export const findThing = async ({ kind, name, ...reading }: FeedReading & { kind: CardKind; name: string }): Promise<PublishedRow | null> => {
  const answers = createAnswers(reading)
  const page = await pageOf({ answers, kind, name })
  if (page && 'found' in page) return page.found
  if (page && 'movedTo' in page) return page.row ?? null
  if (page) return null
  const [row] = await reading.store.find({ kind, by: { id: name }, moment: reading.moment })
  return row ?? null
}
