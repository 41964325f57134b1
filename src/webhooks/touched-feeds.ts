import type { Feed } from '../feeds/feed.ts'

/** A change of which feeds may show something. */
export interface FeedChange {
  kind: 'article' | 'product' | 'feed'
  id: string
  /** Of an article: its categories before and after, with those above them. */
  categories: readonly string[]
}

const shows = (feed: Feed, kind: 'article' | 'product'): boolean => feed.what === 'both' || feed.what === (kind === 'article' ? 'articles' : 'products')

const isTouched = (feed: Feed, { kind, id, categories }: FeedChange): boolean => {
  if (kind === 'feed') return feed.id === id
  const { category } = feed.filters
  return shows(feed, kind) && (kind === 'product' || category === undefined || categories.includes(category))
}

/** The feeds that may show something of these changes. Of the filters only categories are looked at: they make for the most feeds. */
export const touchedFeeds = ({ feeds, changes }: { feeds: readonly Feed[]; changes: readonly FeedChange[] }): Feed[] => feeds.filter((feed) => changes.some((change) => isTouched(feed, change)))
