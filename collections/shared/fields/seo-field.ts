import type { GroupField } from 'payload'
import { label } from '../label.ts'
import { webAddress } from './web-address.ts'

/** What search engines and social networks are told, where it differs from what readers see. */
export const seoField = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: label({ vi: 'Tìm kiếm và mạng xã hội', en: 'Search and social' }),
  admin: { description: label({ vi: 'Để trống thì lấy theo nội dung của trang.', en: 'What is left empty follows from the page.' }) },
  fields: [
    { name: 'title', type: 'text', maxLength: 120, label: label({ vi: 'Tiêu đề SEO', en: 'SEO title' }), admin: { description: label({ vi: 'Tốt nhất dưới 60 ký tự.', en: 'Best below 60 characters.' }) } },
    { name: 'description', type: 'textarea', maxLength: 320, label: label({ vi: 'Mô tả SEO', en: 'SEO description' }), admin: { description: label({ vi: 'Tốt nhất dưới 160 ký tự.', en: 'Best below 160 characters.' }) } },
    { name: 'image', type: 'upload', relationTo: 'media', label: label({ vi: 'Ảnh chia sẻ', en: 'Share image' }) },
    {
      type: 'row',
      fields: [
        { name: 'canonical', type: 'text', validate: webAddress, label: label({ vi: 'Địa chỉ gốc (canonical)', en: 'Canonical address' }), admin: { width: '70%', description: label({ vi: 'Chỉ điền khi bài đăng lại từ nơi khác.', en: 'Only for what first appeared elsewhere.' }) } },
        { name: 'noindex', type: 'checkbox', defaultValue: false, label: label({ vi: 'Không cho máy tìm kiếm lập chỉ mục', en: 'Keep out of search engines' }), admin: { width: '30%' } },
      ],
    },
  ],
})
