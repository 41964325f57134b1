import { generateRssFeed } from 'feedsmith'
import type { FeedItem } from '../feed-item.ts'
import type { FeedPage } from '../feed-page.ts'
import { contentHtml, summaryHtml } from './html.ts'
import { unpadded } from './unpadded.ts'

const itemOf = (item: FeedItem) => ({
  title: item.title,
  link: item.url,
  description: summaryHtml(item),
  guid: { value: item.uri, isPermaLink: false },
  pubDate: new Date(item.publishedAt),
  categories: item.categories.map((name) => ({ name })),
  // <author> of RSS is an e-mail address; names are Dublin Core's.
  ...(item.authors.length > 0 ? { dc: { creators: [...item.authors] } } : {}),
  ...(contentHtml(item) === undefined ? {} : { content: { encoded: contentHtml(item) } }),
  ...(item.images.length > 0
    ? {
      media: {
        contents: item.images.map(({ url, mediaType, width, height, alt, caption, credit }) => ({
          url, type: mediaType, medium: 'image', width, height,
          ...(alt ? { description: { value: alt, type: 'plain' } } : {}),
          ...(caption ? { title: { value: caption, type: 'plain' } } : {}),
          ...(credit ? { credits: [{ value: credit }] } : {}),
        })),
      },
    }
    : {}),
})

/** RSS 2.0 with Dublin Core, Content, Media RSS and Atom links; pages by RFC 5005 §3. */
export const rss = ({ feed, items, updatedAt, site, self, first, next, hub }: FeedPage): string =>
  unpadded(generateRssFeed({
    title: feed.name,
    link: site.url,
    description: feed.description || feed.name,
    language: 'vi',
    copyright: site.publisher || undefined,
    lastBuildDate: new Date(updatedAt),
    atom: {
      links: [
        { href: self, rel: 'self', type: 'application/rss+xml' },
        { href: first, rel: 'first', type: 'application/rss+xml' },
        ...(next === null ? [] : [{ href: next, rel: 'next', type: 'application/rss+xml' }]),
        ...(hub === null ? [] : [{ href: hub, rel: 'hub' }]),
      ],
    },
    items: items.map(itemOf),
  }))
