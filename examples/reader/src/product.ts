import { day, html, type Html, money, type Printable, raw } from './html.ts'
import { box, breadcrumbs, links, picture, rows, stars } from './parts.ts'
import type { Certificate, Product } from './types.ts'

const BANDS: Readonly<Record<number, string>> = { 3: 'từ 50 đến dưới 70 điểm', 4: 'từ 70 đến dưới 90 điểm', 5: 'từ 90 đến 100 điểm, hạng cao nhất' }
const STATUS: Readonly<Record<string, string>> = { IN_FORCE: 'Đang có hiệu lực', EXPIRED: 'Đã hết hạn', UPCOMING: 'Chưa có hiệu lực', WITHDRAWN: 'Đã bị thu hồi' }
const STANDARDS: Readonly<Record<string, string>> = { GLOBALGAP: 'GLOBALG.A.P.', HALAL: 'Halal', ISO_22000: 'ISO 22000', ORGANIC: 'Hữu cơ', OTHER: 'Tiêu chuẩn khác', VIETGAP: 'VietGAP' }

const facts = (entries: readonly (readonly [string, Printable])[]): Html => html`<dl class="facts">${entries.map(([name, value]) => !!value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
const link = ({ name, url }: { name: string; url: string }): Html => html`<a href="${url}">${name}</a>`

/** Where it comes from, by the map of its time, and what that is called today. */
const place = ({ province, unit, formerDistrict }: Product): Printable => province && html`${unit?.level === 'COMMUNE' && `${unit.fullName}, `}${formerDistrict && `${formerDistrict}, `}${link({ name: province.fullName, url: province.url })}
  ${!province.current && province.successors.map(({ unit: { fullName, url } }, at) => html`${at === 0 ? ' (nay thuộc ' : ', '}${link({ name: fullName, url })}${at === province.successors.length - 1 && ')'}`)}`

const certificate = (item: Certificate): Html => html`<li class="${item.status === 'IN_FORCE' && 'in-force'}"><h3>${item.stars} sao · ${STATUS[item.status]}</h3>${facts([
  ['Điểm', item.score !== null && `${item.score.toLocaleString('vi-VN')}/100`], ['Cấp ngày', day(item.issuedDay)], ['Có giá trị đến hết ngày', day(item.extendedUntil ?? item.lastDay)],
  ['Thu hồi ngày', item.withdrawnOn && day(item.withdrawnOn)], ['Cơ quan công nhận', item.authorityName], ['Quyết định', item.decision && link({ name: item.decision.citation, url: item.decision.url })],
  ['Bản chụp', item.file && link(item.file)],
])}</li>`

/** The page of a product. */
export const productMain = (product: Product): Html => {
  const { certification: { stars: count, through }, images: [first, ...others], price, producer, group } = product
  return html`${breadcrumbs(group ? [...group.ancestors, group] : [])}
<article class="columns sheet"><div>
  ${first && html`<figure>${picture(first, { sizes: '(min-width: 1000px) 760px, 100vw', eager: true })}${(first.caption || first.credit) && html`<figcaption>${first.caption} ${first.credit}</figcaption>`}</figure>`}
  ${others.length > 0 && html`<ul class="grid">${others.map((image) => html`<li>${picture(image, { sizes: '290px' })}</li>`)}</ul>`}
</div><div>
  <h1>${product.name}</h1>${stars(product.certification)}
  ${count !== null && html`<p class="meaning">${BANDS[count] && `Được hội đồng chấm ${BANDS[count]}. `}${through && html`Có giá trị đến hết ngày ${day(through)}.`}</p>`}
  <p class="standfirst">${product.summary}</p>
  ${facts([
    ['Giá tham khảo', price && html`<strong>${money(price)}</strong>${price.asOf && html` (hỏi ngày ${day(price.asOf)})`}`], ['Chủ thể', producer && link(producer)], ['Đại diện', producer?.representative],
    ['Địa chỉ', producer?.address], ['Liên hệ', producer?.contacts.map(({ value }) => value).join(' · ')], ['Xuất xứ', place(product)], ['Nhóm sản phẩm', group && link(group)], ['Quy cách', product.netWeight],
    ['Thành phần', product.ingredients], ['Mùa vụ', product.season], ['Tiêu chuẩn', product.standards.map((name) => STANDARDS[name] ?? name).join(', ')], ['Mã sản phẩm', product.productCode],
  ])}
</div></article>
<div class="columns"><div><div class="body">${raw(product.description.html)}</div>
  ${box('Giấy chứng nhận OCOP', product.certificates, html`<ul class="certificates">${product.certificates.map(certificate)}</ul>`)}</div>
<aside aria-label="Liên quan">${box('Nơi bán', product.purchaseLinks, links(product.purchaseLinks))}${box('Bài viết về sản phẩm', product.relatedArticles, rows(product.relatedArticles))}</aside></div>`
}
