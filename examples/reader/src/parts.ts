import { html, type Html, type Printable, raw, time } from './html.ts'
import type { ArticleCard, Brand, Card, Certification, Image, LinkTo, List, Named, ProductCard } from './types.ts'

interface Look { sizes: string; square?: boolean; eager?: boolean; lead?: boolean; level?: 2 | 3 }

export const picture = (image: Image | null, { sizes, eager, square }: Look): Html | false => !!image && html`<img
  src="${image.srcset.split(' ')[0]}" srcset="${image.srcset}" sizes="${sizes}" alt="${image.alt}" width="${square ? 160 : (image.width ?? 960)}" height="${square ? 160 : (image.height ?? 540)}"
  ${raw(eager ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"')}>`

/** Stars in words, so that they mean the same to everyone; the drawn ones are decoration. */
export const stars = ({ stars: count, lastStars, status }: Certification): Html | false => count !== null
  ? html`<p class="stars"><span aria-hidden="true">${'★'.repeat(count)}</span> OCOP ${count} sao</p>`
  : lastStars !== null && html`<p class="stars ended">${status === 'WITHDRAWN' ? 'Đã bị thu hồi chứng nhận' : 'Đã hết hạn chứng nhận'} ${lastStars} sao</p>`

const title = (text: Printable, url: string, { level = 3 }: Look): Html => html`${raw(`<h${level}>`)}<a href="${url}">${text}</a>${raw(`</h${level}>`)}`

const articleCard = (item: ArticleCard, look: Look): Html => html`<article class="card">${picture(item.cover, look)}<div>
  ${title(item.marked ?? item.title, item.url, look)}${look.lead && html`<p>${item.lead}</p>`}
  <p class="meta">${item.sponsored && html`<strong>Nội dung tài trợ</strong> · `}${item.category && html`${item.category.name} · `}${time(item.publishedAt, { dayOnly: true })}</p></div></article>`

const productCard = (item: ProductCard, look: Look): Html => html`<article class="card product">${picture(item.image, look)}<div>
  ${title(item.marked ?? item.name, item.url, look)}${stars(item.certification)}${look.lead && html`<p>${item.summary}</p>`}<p class="meta">${item.producer?.name ?? 'Sản phẩm OCOP'}</p></div></article>`

const brandCard = ({ name, logo, website, rel }: Brand): Html => {
  const shown = logo ? html`<img src="${logo.url}" alt="${name}" width="${logo.width}" height="${logo.height}" loading="lazy" decoding="async">` : name
  return website ? html`<a href="${website}" rel="noopener${rel === 'NONE' ? '' : ` ${rel.toLowerCase()}`}">${shown}</a>` : html`<span>${shown}</span>`
}

/** A list of cards. Kinds that this program does not know are left out: the API may add some. */
export const cards = (items: readonly (Card | Brand)[], look: Look, style = 'rows'): Html => html`<ul class="${style}">${items.map((item) => {
  if (item.__typename === 'Article') return html`<li>${articleCard(item, look)}</li>`
  if (item.__typename === 'Product') return html`<li>${productCard(item, look)}</li>`
  return item.__typename === 'PartnerBrand' && html`<li>${brandCard(item)}</li>`
})}</ul>`

/** The looks of lists: a small square picture beside the title, or a wide one above it. */
export const rows = (items: readonly Card[], look: Partial<Look> = {}): Html => cards(items, { sizes: '88px', square: true, ...look })
export const grid = (items: readonly Card[], look: Partial<Look> = {}): Html => cards(items, { sizes: '(min-width: 1000px) 290px, (min-width: 600px) 45vw, 92vw', ...look }, 'grid')
export const brands = (items: readonly Brand[]): Html => cards(items, { sizes: '120px' }, 'brands')

/** A part of the page under a heading; nothing when there is nothing in it. */
export const box = (name: string, items: readonly unknown[], inner: Html, { url, style }: { url?: string | undefined; style?: string } = {}): Html | false =>
  items.length > 0 && html`<section class="box ${style}"><h2>${url ? html`<a href="${url}">${name}</a>` : name}</h2>${inner}</section>`

export const breadcrumbs = (items: readonly Named[]): Html | false =>
  items.length > 0 && html`<nav class="crumbs" aria-label="Vị trí trang"><ol>${items.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ol></nav>`

export const links = (items: readonly LinkTo[]): Html => html`<ul class="links">${items.map((item) => html`<li><a href="${item.url}">${item.title}</a></li>`)}</ul>`

/** Short links side by side. */
export const chips = (name: string, items: readonly (readonly [text: string, url: string, current?: boolean])[]): Html | false => items.length > 0
  && html`<nav aria-label="${name}"><ul class="chips">${items.map(([text, url, current]) => html`<li><a href="${url}"${raw(current ? ' aria-current="true"' : '')}>${text}</a></li>`)}</ul></nav>`

/** The link to the next page of a list: an address with another cursor. */
export const more = ({ pageInfo }: Pick<List<unknown>, 'pageInfo'>, path: string, params: Record<string, string | null> = {}, name = 'after'): Html | false => {
  const query = new URLSearchParams(Object.entries({ ...params, [name]: pageInfo.endCursor }).filter((entry): entry is [string, string] => !!entry[1]))
  return pageInfo.hasNextPage && html`<p class="more"><a href="${path}?${String(query)}" rel="next">Xem thêm</a></p>`
}
