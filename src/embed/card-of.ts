import type { FeedItem } from '../feeds/feed-item.ts'
import type { Card } from './view/card.ts'

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

/** What an embed shows of an item of a feed. An address that is not of the web leads to `siteUrl` instead. */
export const cardOf = ({ item: { kind, id, title, url, summary, images: [image], product, publishedAt }, siteUrl }: { item: FeedItem; siteUrl: string }): Card => {
  const { stars = null, through = null } = product?.certification ?? {}
  const purchaseUrl = product?.purchaseUrl ?? null
  return {
    kind, id, title, url: isWeb(url) ? url : siteUrl, summary, publishedAt,
    image: image ? { url: image.url, srcset: image.srcset ?? '', width: image.width, height: image.height, alt: image.alt } : null,
    stars, starsThrough: stars === null ? null : through, producer: product?.producer ?? null, place: product?.place ?? null, price: product?.price ?? null,
    purchaseUrl: purchaseUrl !== null && isWeb(purchaseUrl) ? purchaseUrl : null,
  }
}
