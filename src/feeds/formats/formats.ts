import type { FeedFormat } from '../feed.ts'
import type { FeedPage } from '../feed-page.ts'
import { atom } from './atom.ts'
import { jsonFeed } from './json-feed.ts'
import { ninjs } from './ninjs.ts'
import { rss } from './rss.ts'

interface PagedFormat {
  mediaType: string
  print: (page: FeedPage) => string
}

/** The formats that are answered page by page. */
export const pagedFormats = {
  rss: { mediaType: 'application/rss+xml', print: rss },
  atom: { mediaType: 'application/atom+xml', print: atom },
  json: { mediaType: 'application/feed+json', print: jsonFeed },
  'ninjs.json': { mediaType: 'application/json', print: ninjs },
} as const satisfies Partial<Record<FeedFormat, PagedFormat>>

export type PagedFormatName = keyof typeof pagedFormats

export const isPaged = (format: FeedFormat): format is PagedFormatName => format in pagedFormats
