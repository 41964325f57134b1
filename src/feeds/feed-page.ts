import type { Feed } from './feed.ts'
import type { FeedItem, WithdrawnItem } from './feed-item.ts'

/** A page of a feed with all that the formats print of it. Addresses are absolute. */
export interface FeedPage {
  feed: Feed
  items: readonly FeedItem[]
  /** What was taken away of late, the latest first; on the first page only. */
  withdrawn: readonly WithdrawnItem[]
  /** When something in it last changed, ISO 8601 in UTC. */
  updatedAt: string
  site: { name: string; url: string; publisher: string }
  /** Where this page is, in this format, the first and the next page of it, and what else it is called with. */
  self: string
  first: string
  next: string | null
  /** The WebSub hub, when there is one. */
  hub: string | null
}
