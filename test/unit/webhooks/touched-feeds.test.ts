import { expect, it } from '@jest/globals'
import { builtInFeeds } from '../../../src/feeds/built-in.ts'
import type { Feed } from '../../../src/feeds/feed.ts'
import { touchedFeeds } from '../../../src/webhooks/touched-feeds.ts'

const [products, articles] = builtInFeeds as [Feed, Feed]
const feeds: Feed[] = [products, articles, { ...articles, slug: 'category-kinh-te', filters: { category: 'c1' } }, { ...products, id: 'f1', slug: 'tra', what: 'both', filters: { category: 'c2' } }]

it.each([
  ['a product', { kind: 'product', id: 'p', categories: [] }, ['products', 'tra']],
  ['an article of a category', { kind: 'article', id: 'a', categories: ['c1'] }, ['articles', 'category-kinh-te']],
  ['an article of another one', { kind: 'article', id: 'a', categories: ['c2'] }, ['articles', 'tra']],
  ['an article without any', { kind: 'article', id: 'a', categories: [] }, ['articles']],
  ['a feed itself', { kind: 'feed', id: 'f1', categories: [] }, ['tra']],
] as const)('the hub is told of the feeds that may show something of %s', (_, change, expected) => {
  expect(touchedFeeds({ feeds, changes: [change] }).map(({ slug }) => slug)).toEqual(expected)
})
