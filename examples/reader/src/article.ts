import { html, type Html, raw, time } from './html.ts'
import { box, brands, breadcrumbs, chips, grid, links, more, picture, rows } from './parts.ts'
import type { ArticlePage } from './types.ts'

const ROLES: Readonly<Record<string, string>> = { PHOTO: 'Ảnh: ', VIDEO: 'Video: ' }

/** The page of an article with all its boxes. */
export const articleMain = ({ article, breadcrumbs: crumbs, related, youMayLike, sameCategory, latest, featuredBrands }: ArticlePage): Html => html`
${breadcrumbs(crumbs)}
<div class="columns"><article class="story">
  <header>${article.kicker && html`<p class="kicker">${article.kicker}</p>`}<h1>${article.title}</h1>
    <p class="meta">${time(article.publishedAt)}${article.revisedAt && html` · Cập nhật: ${time(article.revisedAt)}`} · ${article.body.minutes} phút đọc${article.sponsored && html` · <strong>Nội dung tài trợ</strong>`}</p>
    <p class="standfirst">${article.lead}</p></header>
  ${article.cover && html`<figure>${picture(article.cover, { sizes: '(min-width: 1000px) 760px, 100vw', eager: true })}
    ${(article.cover.caption || article.cover.credit) && html`<figcaption>${article.cover.caption} ${article.cover.credit && html`<span class="op-credit">${article.cover.credit}</span>`}</figcaption>`}</figure>`}
  <div class="body">${raw(article.body.html)}</div>
  ${article.bylines.length > 0 && html`<p class="byline">${article.bylines.map(({ name, role, author }) => html`<span>${ROLES[role]}<a href="${author.url}">${name}</a></span>`)}</p>`}
  ${article.sourceCredit && html`<p class="meta">Nguồn: ${article.sourceCredit}</p>`}
  ${article.corrections.map(({ at, text }) => html`<aside class="op-note" aria-label="Đính chính"><strong>Đính chính</strong> (${time(at)}): ${text}</aside>`)}
  ${box('Văn bản được dẫn', article.legalDocuments, links(article.legalDocuments.map(({ citation, url }) => ({ title: citation, url }))))}
  ${box('Sản phẩm trong bài', article.products, rows(article.products))}
  ${box('Xem thêm', article.relatedLinks, links(article.relatedLinks))}
  ${chips('Chủ đề', article.topics.map(({ name, url }) => [name, url] as const))}
  ${box('Tin liên quan', related, rows(related))}
</article>
<aside aria-label="Tin khác trên trang">
  ${box('Có thể bạn quan tâm', youMayLike, rows(youMayLike))}
  ${box('Cùng chuyên mục', sameCategory, rows(sameCategory), { url: article.category?.url })}
</aside></div>
${box('Tin khác', latest.nodes, html`${grid(latest.nodes, { square: true, sizes: '88px' })}${more(latest, '/tin-moi', { without: latest.without.join(',') })}`, { style: 'wide compact' })}
${box('Thương hiệu nổi bật', featuredBrands, brands(featuredBrands), { style: 'wide' })}`
