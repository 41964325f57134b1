import { escapeHtml } from '../../../collections/shared/public-body-parts.ts'
import { plainExcerpt } from '../../text/plain-excerpt.ts'
import type { FeedItem } from '../feed-item.ts'
import type { FeedPage } from '../feed-page.ts'

/** Why a product is not in a Google Merchant feed. */
export const exclusions = {
  price: { en: 'It has no price.', vi: 'Chưa có giá.' },
  purchaseUrl: { en: 'It has no address where it is sold.', vi: 'Chưa có nơi bán.' },
  image: { en: 'It has no image.', vi: 'Chưa có ảnh.' },
  discontinued: { en: 'It is not made any more.', vi: 'Đã ngừng sản xuất.' },
  seasonal: { en: 'It is to be had in its season only, for which Google Merchant has no word.', vi: 'Chỉ bán theo mùa, Google Merchant không có trạng thái này.' },
  notProduct: { en: 'It is no product.', vi: 'Không phải sản phẩm.' },
} as const

export type Exclusion = keyof typeof exclusions

/** Everything that keeps an item out; nothing for one that may enter. */
export const exclusionsOf = ({ product, images }: FeedItem): Exclusion[] => {
  if (product === null) return ['notProduct']
  const { price, purchaseUrl, availability } = product
  return [
    ...(price === null || price <= 0 ? ['price' as const] : []),
    ...(purchaseUrl === null ? ['purchaseUrl' as const] : []),
    ...(images.length === 0 ? ['image' as const] : []),
    ...(availability === 'discontinued' || availability === 'seasonal' ? [availability] as const : []),
  ]
}

// The limits of Google's product data specification.
const TITLE_MAX = 150
const DESCRIPTION_MAX = 5_000
const BRAND_MAX = 70
const MORE_IMAGES = 10

const element = (name: string, value: string | null): string => (value === null || value === '' ? '' : `<g:${name}>${escapeHtml(value)}</g:${name}>`)

/** A product as an item of the Google Merchant feed. `link` is where it is bought, unless the feed leads elsewhere by a template of its own. */
export const merchantItem = ({ item, link }: { item: FeedItem; link: string }): string => {
  const { product, images, id, title, summary, text } = item
  if (product === null) return ''
  const brand = product.brand ?? product.producer
  return `<item>${[
    element('id', id),
    element('title', plainExcerpt({ text: title, max: TITLE_MAX })),
    element('description', plainExcerpt({ text: text ?? summary ?? title, max: DESCRIPTION_MAX })),
    element('link', link),
    element('image_link', images[0]?.url ?? null),
    ...images.slice(1, 1 + MORE_IMAGES).map(({ url }) => element('additional_image_link', url)),
    element('availability', product.availability === 'out-of-stock' ? 'out_of_stock' : 'in_stock'),
    element('price', `${product.price} VND`),
    element('brand', brand === null ? null : plainExcerpt({ text: brand, max: BRAND_MAX })),
    product.gtin === null ? element('identifier_exists', 'no') : element('gtin', product.gtin),
    element('product_type', product.group),
  ].join('')}</item>\n`
}

export const merchantHead = ({ feed, site, first }: Pick<FeedPage, 'feed' | 'site' | 'first'>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escapeHtml(feed.name)}</title><link>${escapeHtml(site.url)}</link><description>${escapeHtml(feed.description || feed.name)}</description><atom:link href="${escapeHtml(first)}" rel="self" type="application/rss+xml"/>\n`

export const MERCHANT_END = '</channel></rss>\n'
