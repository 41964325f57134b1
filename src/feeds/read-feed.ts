import { createAnswers } from '../published/answer/answers.ts'
import type { Moment, Store } from '../published/store.ts'
import type { Feed } from './feed.ts'
import type { FeedItem, WithdrawnItem } from './feed-item.ts'
import { feedQuery } from './feed-query.ts'
import { feedUri } from './feed-uri.ts'
import { readItems } from './read-items.ts'

/** What feeds are read with: the store and the moment of an answer, the address of the reader site, the origin of the uploaded files. */
export interface FeedReading {
  store: Store
  moment: Moment
  siteUrl: string
  origin: string
  /** Texts without their HTML. */
  plain?: boolean
}

/** Withdrawals that a feed tells of: subscribers come by more often than so many things are withdrawn. */
const WITHDRAWN = 100

const kindsOf = { products: ['product'], articles: ['article'], both: ['article', 'product'] } as const

const withdrawnItems = async ({ feed, store, siteUrl }: FeedReading & { feed: Feed }): Promise<WithdrawnItem[]> =>
  (await store.withdrawn({ kinds: kindsOf[feed.what], limit: WITHDRAWN })).map(({ kind, id, at, reason }) => ({ kind: kind as WithdrawnItem['kind'], id, at, reason, uri: feedUri({ siteUrl, kind, id }) }))

/**
 * A page of a feed: its items, the cursor of the next page, and on the first page what was withdrawn of late. What was withdrawn is told by
 * every feed of its kind, whether it stood there or not: nobody knows any more, and who does not have it passes it over.
 * @throws BadCursorError when `after` is no cursor of this feed.
 */
export const readFeed = async ({ feed, after = null, first, ...reading }: FeedReading & { feed: Feed; after?: string | null; first?: number }): Promise<{ items: FeedItem[]; next: string | null; withdrawn: WithdrawnItem[] }> => {
  const { store, siteUrl, plain } = reading
  const answers = createAnswers(reading)
  const page = await store.list(await feedQuery({ ...reading, feed, after, ...(first === undefined ? {} : { first }) }))
  const [items, withdrawn] = await Promise.all([readItems({ answers, feed, siteUrl, rows: page.rows, ...(plain ? { plain } : {}) }), after === null ? withdrawnItems({ ...reading, feed }) : []])
  return { items, next: page.hasNext ? (page.cursors.at(-1) ?? null) : null, withdrawn }
}

/** Who publishes it, as the site settings say. */
export const readSite = async (reading: FeedReading): Promise<{ name: string; url: string; publisher: string }> => {
  const settings = await createAnswers(reading).settings()
  const name = String(settings?.data['siteName'] ?? 'OCOP Press')
  return { name, url: reading.siteUrl.replace(/\/*$/, '/'), publisher: String(settings?.data['publisher'] ?? name) }
}
