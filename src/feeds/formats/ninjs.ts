import type { FeedItem, WithdrawnItem } from '../feed-item.ts'
import type { FeedPage } from '../feed-page.ts'
import { contentHtml } from './html.ts'

const SCHEMA = 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json'
const standard = { name: 'ninjs', version: '3.1', schema: SCHEMA }

// A version is any text that grows; the instant of the last change does.
const versionOf = (instant: string): string => String(Date.parse(instant))

const named = (name: string | null | undefined) => (name ? [{ name }] : [])

const itemOf = (item: FeedItem, site: FeedPage['site']) => {
  const { product, article } = item
  const html = contentHtml(item)
  return {
    standard,
    uri: item.uri,
    type: 'text',
    representationType: html === undefined ? 'partial' : 'full',
    pubStatus: 'usable',
    version: versionOf(item.updatedAt),
    versionCreated: item.updatedAt,
    firstCreated: item.publishedAt,
    language: 'vi',
    title: item.title,
    headlines: [{ role: 'main', contentType: 'text/plain', value: item.title }],
    ...(item.summary === null ? {} : { descriptions: [{ role: 'summary', contentType: 'text/plain', value: item.summary }] }),
    bodies: [
      ...(html === undefined ? [] : [{ role: 'main', contentType: 'text/html', value: html }]),
      ...(item.text === null ? [] : [{ role: 'main', contentType: 'text/plain', value: item.text }]),
    ],
    ...(item.authors.length === 0 ? {} : { by: item.authors.join(', ') }),
    copyrightHolder: site.publisher || site.name,
    altIds: [{ role: 'url', value: item.url }],
    subjects: item.categories.map((name) => ({ name })),
    ...(product?.place ? { places: named(product.place) } : {}),
    ...(product?.producer ? { organisations: named(product.producer) } : {}),
    ...(article?.genre ? { genres: [{ name: article.genre }] } : {}),
    renditions: item.images.map(({ url, mediaType, width, height, alt }, at) => ({ name: at === 0 ? 'main' : `image-${at + 1}`, href: url, contentType: mediaType, width, height, ...(alt ? { title: alt } : {}) })),
  }
}

/** What was taken away: the same `uri`, a later version, and no content. */
const canceled = ({ uri, at }: WithdrawnItem) => ({ standard, uri, type: 'text', pubStatus: 'canceled', version: versionOf(at), versionCreated: at })

/**
 * IPTC ninjs 3.1: a package whose items are its associations. What was withdrawn of late is among them with `pubStatus` "canceled".
 */
export const ninjs = ({ feed, items, withdrawn, updatedAt, site, self, first, next }: FeedPage): string =>
  JSON.stringify({
    standard,
    uri: self,
    type: 'composite',
    pubStatus: 'usable',
    version: versionOf(updatedAt),
    versionCreated: updatedAt,
    language: 'vi',
    title: feed.name,
    copyrightHolder: site.publisher || site.name,
    altIds: [{ role: 'first', value: first }, ...(next === null ? [] : [{ role: 'next', value: next }])],
    associations: [...items.map((item) => ({ name: `${item.kind}-${item.id}`, ...itemOf(item, site) })), ...withdrawn.map((one) => ({ name: `${one.kind}-${one.id}`, ...canceled(one) }))],
  })
