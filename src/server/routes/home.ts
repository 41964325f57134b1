import type { RequestHandler } from 'express'
import { escapeHtml, sendPage } from '../html.ts'

/** A place on this server that a newcomer may want to see. */
export type Place = { path: string; vi: { name: string; says: string }; en: string }

/** For the editors; there in a process with the admin role. */
export const adminPlaces: readonly Place[] = [
  {
    path: '/admin',
    vi: { name: 'Tòa soạn', says: 'Viết, biên tập, xuất bản bài và quản lý danh mục sản phẩm OCOP.' },
    en: 'The newsroom: write, edit and publish, and keep the catalogue of OCOP products.',
  },
]

/** For developers of front ends; there in a process with the api role. */
export const publicPlaces: readonly Place[] = [
  {
    path: '/graphql',
    vi: { name: 'GraphQL', says: 'Hỏi thử dữ liệu công khai ngay trên trình duyệt, có sẵn truy vấn mẫu.' },
    en: 'Ask the public data from your browser; sample queries are there.',
  },
  {
    path: '/docs',
    vi: { name: 'Tài liệu API', says: 'Các địa chỉ, tham số và kiểu dữ liệu của REST và GraphQL.' },
    en: 'Reference of the API: addresses, parameters, types.',
  },
  {
    path: '/feeds',
    vi: { name: 'Nguồn cấp', says: 'RSS, Atom, JSON Feed, CSV, Google Merchant, ninjs cho trang đối tác.' },
    en: 'Feeds of products and articles for partner sites.',
  },
  {
    path: '/v1/openapi.json',
    vi: { name: 'OpenAPI 3.1', says: 'Mô tả REST cho máy đọc, để sinh mã phía khách.' },
    en: 'The REST API described for programs.',
  },
  {
    path: '/v1/articles',
    vi: { name: 'Bài viết', says: 'Danh sách bài mới nhất, dạng JSON.' },
    en: 'The latest articles as JSON.',
  },
  {
    path: '/v1/products',
    vi: { name: 'Sản phẩm OCOP', says: 'Danh sách sản phẩm với hạng sao còn hiệu lực, dạng JSON.' },
    en: 'Products with the stars that are in force, as JSON.',
  },
]

const card = ({ path, vi, en }: Place) =>
  `<li><a href="${path}"><h2>${escapeHtml(vi.name)}</h2><code>${path}</code><p>${escapeHtml(vi.says)}</p><p lang="en">${escapeHtml(en)}</p></a></li>`

/** `/`: says what this is, and where to go from here. */
export const home = ({ places }: { places: readonly Place[] }): RequestHandler => (_req, res) =>
  sendPage({
    res,
    title: 'OCOP Press',
    language: 'vi',
    body: `<main>
<h1>OCOP Press</h1>
<div class="rule"></div>
<p class="lead">Nền tảng nội dung của một tờ báo điện tử và chuyên trang OCOP, “Mỗi xã một sản phẩm”. Trang dành cho bạn đọc là một chương trình riêng, lấy dữ liệu từ đây.</p>
<p lang="en">A content platform for a Vietnamese online newspaper and its OCOP desk, “One Commune One Product”. The site for readers is a program of its own that reads from here.</p>
<ul class="cards">${places.map(card).join('')}</ul>
</main>
<footer><p>Dữ liệu công khai mở cho mọi trang, không cần khóa. <span lang="en">The public data is open to every site; no key is needed.</span></p></footer>`,
  })
