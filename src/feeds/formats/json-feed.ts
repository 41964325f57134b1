import { generateJsonFeed } from 'feedsmith'
import type { FeedItem } from '../feed-item.ts'
import type { FeedPage } from '../feed-page.ts'
import { contentHtml, starsText } from './html.ts'

/** What JSON Feed has no member for; `docs/feeds.md` describes it. */
const extension = ({ kind, id, product, article }: FeedItem) => ({
  kind,
  id,
  ...(product === null
    ? {}
    : {
      stars: product.certification.stars,
      starsThrough: product.certification.through,
      certification: product.certification.status,
      producer: product.producer,
      place: product.place,
      group: product.group,
      price: product.price === null ? null : { amount: product.price, currency: 'VND' },
      purchaseUrl: product.purchaseUrl,
      availability: product.availability,
      brand: product.brand,
      gtin: product.gtin,
      productCode: product.productCode,
    }),
  ...(article === null ? {} : { genre: article.genre, corrections: article.corrections }),
})

const itemOf = (item: FeedItem) => {
  const [image] = item.images
  return {
    id: item.uri,
    url: item.url,
    title: item.title,
    // One of the two has to be there.
    ...(contentHtml(item) === undefined ? { content_text: item.text ?? item.summary ?? item.title } : { content_html: contentHtml(item) }),
    ...(item.summary === null ? {} : { summary: item.summary }),
    ...(image ? { image: image.url } : {}),
    date_published: new Date(item.publishedAt),
    date_modified: new Date(item.updatedAt),
    ...(item.categories.length > 0 ? { tags: [...item.categories] } : {}),
    ...(item.authors.length > 0 ? { authors: item.authors.map((name) => ({ name })) } : {}),
    language: 'vi',
    _ocop: { ...extension(item), starsText: starsText(item), images: item.images },
  }
}

/** JSON Feed 1.1. */
export const jsonFeed = ({ feed, items, withdrawn, site, self, next, hub }: FeedPage): string =>
  JSON.stringify({
    ...(generateJsonFeed({
      title: feed.name,
      home_page_url: site.url,
      feed_url: self,
      ...(feed.description ? { description: feed.description } : {}),
      ...(next === null ? {} : { next_url: next }),
      ...(hub === null ? {} : { hubs: [{ type: 'WebSub', url: hub }] }),
      language: 'vi',
      authors: [{ name: site.publisher || site.name, url: site.url }],
      items: items.map(itemOf),
    }) as Record<string, unknown>),
    ...(withdrawn.length === 0 ? {} : { _ocop: { withdrawn: withdrawn.map(({ uri, at }) => ({ id: uri, at })) } }),
  })
