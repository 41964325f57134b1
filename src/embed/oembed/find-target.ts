import { CATEGORY_PREFIX } from '../../feeds/built-in.ts'
import type { Feed } from '../../feeds/feed.ts'
import { feedBySlug } from '../../feeds/find-feed.ts'
import type { FeedReading } from '../../feeds/read-feed.ts'
import { defaultAddressTemplates } from '../../newsroom/address-template.ts'
import { pathOf } from '../../published/answer/address.ts'
import { createAnswers } from '../../published/answer/answers.ts'
import type { PublishedRow } from '../../published/store.ts'
import { type CardKind, findThing } from '../read-cards.ts'

/** What an address shows that can be embedded. */
export type Target = { feed: Feed } | { thing: PublishedRow; kind: CardKind }

const patterns: Readonly<Record<string, string>> = { slug: '(?<slug>[^/]+?)', number: '(?<number>\\d{1,9})', path: '(?<path>.+?)' }

/** What stands in the placeholders of an address template for a path; null where the path is not of that form. */
export const placesIn = ({ template, path }: { template: string; path: string }): Readonly<Record<string, string | undefined>> | null => {
  const source = template.split(/(\{\w+\})/).map((part) => patterns[part.slice(1, -1)] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')
  const found = new RegExp(`^${source}/?$`, 'u').exec(path)
  return found && (found.groups ?? {})
}

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return null
  }
}

/** An address of this server: a feed, or an embed. */
const ownTarget = async ({ path, ...reading }: FeedReading & { path: string }): Promise<Target | null> => {
  const [, kind, name] = /^\/embed\/(article|product)\/([^/]+)$/.exec(path) ?? []
  if (name) {
    const thing = await findThing({ ...reading, kind: kind as CardKind, name })
    return thing && { thing, kind: kind as CardKind }
  }
  const [, slug] = /^\/embed\/([^/.]+)$/.exec(path) ?? /^\/feeds\/([^/.]+)\.[a-z.]+$/.exec(path) ?? []
  const feed = slug ? await feedBySlug({ ...reading, slug }) : null
  return feed && { feed }
}

const categoryFeedAt = async ({ places, path, settings, ...reading }: FeedReading & { places: Readonly<Record<string, string | undefined>>; path: string; settings: PublishedRow | null }): Promise<Feed | null> => {
  const slug = places['slug'] ?? places['path']?.split('/').at(-1)
  if (!slug) return null
  const [row] = await reading.store.find({ kind: 'category', by: { slug }, moment: reading.moment })
  return row && decoded(pathOf({ row, settings })) === path ? feedBySlug({ ...reading, slug: `${CATEGORY_PREFIX}${slug}` }) : null
}

/** A page of the reader site, whose addresses follow the templates of the site settings. */
const siteTarget = async ({ path, ...reading }: FeedReading & { path: string }): Promise<Target | null> => {
  const settings = await createAnswers(reading).settings()
  const templates = (settings?.data['_templates'] ?? {}) as Readonly<Record<string, string | null>>
  const placesOf = (kind: 'article' | 'product' | 'category') => placesIn({ template: templates[kind] || defaultAddressTemplates[kind], path })
  for (const kind of ['article', 'product'] as const) {
    const places = placesOf(kind)
    if (!places) continue
    const thing = await findThing({ ...reading, kind, name: [places['slug'] ?? 'x', ...(places['number'] ? [places['number']] : [])].join('-') })
    if (thing) return { thing, kind }
  }
  const places = placesOf('category')
  const feed = places && await categoryFeedAt({ ...reading, places, settings, path: path.replace(/(?<=.)\/$/, '') })
  return feed ? { feed } : null
}

/** What an address shows: the page of an article, a product or a category on the reader site, or a feed or an embed of this server. Null: nothing of these. */
export const findTarget = async ({ url, ...reading }: FeedReading & { url: string }): Promise<Target | null> => {
  if (!URL.canParse(url)) return null
  const asked = new URL(url)
  const path = decoded(asked.pathname)
  if (path === null || !/^https?:$/.test(asked.protocol)) return null
  const [own, site] = [new URL(reading.origin), new URL(reading.siteUrl)]
  const target = asked.host === own.host ? await ownTarget({ ...reading, path }) : null
  if (target || asked.host !== site.host) return target
  const base = site.pathname.replace(/\/+$/, '')
  return path.startsWith(`${base}/`) ? siteTarget({ ...reading, path: path.slice(base.length) }) : null
}
