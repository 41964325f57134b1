import type { PublishedRow } from '../published/store.ts'
import { type Feed, feedFieldNames, feedFormats } from './feed.ts'

const whole = { id: null, filters: {}, order: 'newest', size: 20, formats: feedFormats, fields: feedFieldNames, linkTemplate: null, utm: {}, audience: 'public' } as const satisfies Partial<Feed>

/** The feeds that are always there. */
export const builtInFeeds: readonly Feed[] = [
  { ...whole, slug: 'products', name: 'Sản phẩm OCOP', description: 'Các sản phẩm OCOP, mới nhất trước.', what: 'products' },
  { ...whole, slug: 'articles', name: 'Tin bài', description: 'Các bài báo, mới nhất trước.', what: 'articles' },
]

export const CATEGORY_PREFIX = 'category-'

/** The feed of a category, with all below it. */
export const categoryFeed = ({ id, slug, data }: PublishedRow): Feed => {
  const name = String(data['name'])
  return { ...whole, slug: `${CATEGORY_PREFIX}${slug}`, name, description: `Các bài trong chuyên mục ${name}.`, what: 'articles', filters: { category: id } }
}
