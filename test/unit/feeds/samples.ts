import fc from 'fast-check'
import { builtInFeeds } from '../../../src/feeds/built-in.ts'
import type { Feed } from '../../../src/feeds/feed.ts'
import type { FeedItem } from '../../../src/feeds/feed-item.ts'
import type { FeedPage } from '../../../src/feeds/feed-page.ts'

export const articleItem: FeedItem = {
  kind: 'article', id: 'a1', uri: 'tag:bao.test,2026:article/a1', url: 'https://bao.test/tin-1.html?utm_source=x&utm_medium=y', title: 'Chợ phiên OCOP', summary: 'Một phiên chợ.', html: '<p>Đoạn <strong>một</strong> &amp; hai.</p>', text: 'Đoạn một & hai.',
  images: [{ url: 'https://api.test/media/a.jpg?v=1', width: 1600, height: 900, mediaType: 'image/jpeg', alt: 'Ảnh chợ', caption: 'Chợ', credit: 'Ảnh: kho' }], authors: ['Hồng Ánh'], categories: ['Kinh tế', 'Chợ & phố'],
  publishedAt: '2026-03-01T01:00:00.000Z', updatedAt: '2026-03-02T01:00:00.000Z', product: null, article: { genre: 'news', corrections: [] },
}
export const productItem: FeedItem = {
  ...articleItem, kind: 'product', id: 'p1', uri: 'tag:bao.test,2026:product/p1', url: 'https://bao.test/ocop/san-pham/mien-1.html', title: 'Miến dong', authors: [], categories: ['Miến'], article: null,
  product: {
    producer: 'HTX Tài Hoan', place: 'Côn Minh, Thái Nguyên', province: 'Thái Nguyên', group: 'Miến', certification: { status: 'certified', stars: 4, through: '2027-03-31' }, price: 45_000, purchaseUrl: 'https://ban.test/mien',
    availability: 'in-stock', brand: 'Tài Hoan', gtin: '8936011770016', productCode: 'TN-1',
  },
}

export const feed: Feed = builtInFeeds[1] as Feed

export const pageOf = (items: readonly FeedItem[], more: Partial<FeedPage> = {}): FeedPage => ({
  feed, items, withdrawn: [], updatedAt: '2026-03-02T01:00:00.000Z', site: { name: 'Báo Thử', url: 'https://bao.test/', publisher: 'Tòa soạn Thử' },
  self: 'https://api.test/feeds/articles.rss', first: 'https://api.test/feeds/articles.rss', next: null, hub: null, ...more,
})

/** What people, and programs, put into texts to break what prints them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(']]>', '<script>alert(1)</script>', '&lt;b&gt;', '&amp;', '"\'><img src=x onerror=1>', '<![CDATA[x]]>', '=HYPERLINK("http://x")', '+1', '-1', '@x', '\u0000\u000b\ufffe', '\u2028\u2029', 'a\r\nb\rc', '\ud800', 'tha\u0302\u0301t', 'Đ\u00d0', '<!DOCTYPE x [<!ENTITY a "b">]>', '%3Cx%3E', '\u202Eabc', '{{x}}', '\t=1', "'=1"),
)
