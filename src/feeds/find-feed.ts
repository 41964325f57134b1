import type { Moment, PublishedRow, Store } from '../published/store.ts'
import { builtInFeeds, CATEGORY_PREFIX, categoryFeed } from './built-in.ts'
import { type Feed, feedFieldNames, type FeedFilters, feedFormats, PAGE_MAX } from './feed.ts'

const oneOf = <T extends string>(values: unknown, known: readonly T[]): T[] => known.filter((one) => Array.isArray(values) && values.includes(one))

/** The feed that a row of the store describes. */
export const feedOf = ({ id, slug, data }: PublishedRow): Feed => ({
  id,
  slug: slug ?? id,
  name: String(data['name']),
  description: String(data['description'] ?? ''),
  what: data['what'] as Feed['what'],
  filters: data['filters'] as FeedFilters,
  order: data['order'] as Feed['order'],
  size: Math.min(PAGE_MAX, Math.max(1, Number(data['size']))),
  formats: oneOf(data['formats'], feedFormats),
  fields: oneOf(data['fields'], feedFieldNames),
  linkTemplate: (data['linkTemplate'] ?? null) as string | null,
  utm: data['utm'] as Feed['utm'],
  audience: data['audience'] as Feed['audience'],
})

/** The feed of a name: a built-in one, that of a category, or one of the newsroom. */
export const feedBySlug = async ({ store, moment, slug }: { store: Store; moment: Moment; slug: string }): Promise<Feed | null> => {
  const builtIn = builtInFeeds.find((feed) => feed.slug === slug)
  if (builtIn) return builtIn
  if (slug.startsWith(CATEGORY_PREFIX)) {
    const [category] = await store.find({ kind: 'category', by: { slug: slug.slice(CATEGORY_PREFIX.length) }, moment })
    return category ? categoryFeed(category) : null
  }
  const [row] = await store.find({ kind: 'feed', by: { slug }, moment })
  return row ? feedOf(row) : null
}

/** Every feed that is public, built-in ones first. Categories have one each. */
export const publicFeeds = async ({ store, moment }: { store: Store; moment: Moment }): Promise<Feed[]> => {
  const order = { by: 'name', descending: false } as const
  const [categories, kept] = await Promise.all([
    store.list({ kinds: ['category'], order, first: 200, moment }), store.list({ kinds: ['feed'], order, first: 200, moment }),
  ])
  return [...builtInFeeds, ...kept.rows.map(feedOf).filter(({ audience }) => audience === 'public'), ...categories.rows.filter(({ slug }) => slug !== null).map(categoryFeed)]
}
