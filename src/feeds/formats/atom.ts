import { generateAtomFeed } from 'feedsmith'
import { escapeHtml } from '../../../collections/shared/public-body-parts.ts'
import type { FeedItem, WithdrawnItem } from '../feed-item.ts'
import type { FeedPage } from '../feed-page.ts'
import { contentHtml } from './html.ts'
import { unpadded } from './unpadded.ts'

const text = (value: string) => ({ value, type: 'text' })

const entryOf = (item: FeedItem, fallback: string) => ({
  id: item.uri,
  title: text(item.title),
  updated: new Date(item.updatedAt),
  published: new Date(item.publishedAt),
  links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
  authors: (item.authors.length > 0 ? item.authors : [fallback]).map((name) => ({ name })),
  categories: item.categories.map((term) => ({ term })),
  ...(item.summary === null ? {} : { summary: text(item.summary) }),
  ...(contentHtml(item) === undefined ? {} : { content: { value: contentHtml(item), type: 'html' } }),
})

// RFC 6721 §3: `ref` is the id of the entry. What was never in a subscriber's hands is passed over there.
const tombstone = ({ uri, at, reason }: WithdrawnItem): string =>
  `  <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${escapeHtml(uri)}" when="${at}">${reason === null ? '' : `<at:comment>${reason === 'LEGAL' ? 'Đã gỡ theo yêu cầu của cơ quan có thẩm quyền' : 'Đã rút bài'}</at:comment>`}</at:deleted-entry>\n`

/** Atom (RFC 4287) with pages (RFC 5005 §3) and tombstones of what was withdrawn (RFC 6721). */
export const atom = ({ feed, items, withdrawn, updatedAt, site, self, first, next, hub }: FeedPage): string => {
  const written = unpadded(generateAtomFeed({
    id: first,
    title: text(feed.name),
    ...(feed.description ? { subtitle: text(feed.description) } : {}),
    updated: new Date(updatedAt),
    xml: { lang: 'vi' },
    authors: [{ name: site.publisher || site.name }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: first, rel: 'first', type: 'application/atom+xml' },
      ...(next === null ? [] : [{ href: next, rel: 'next', type: 'application/atom+xml' }]),
      { href: site.url, rel: 'alternate', type: 'text/html' },
      ...(hub === null ? [] : [{ href: hub, rel: 'hub' }]),
    ],
    entries: items.map((item) => entryOf(item, site.publisher || site.name)),
  }))
  return withdrawn.length === 0 ? written : written.replace(/<\/feed>\s*$/, `${withdrawn.map(tombstone).join('')}</feed>\n`)
}
