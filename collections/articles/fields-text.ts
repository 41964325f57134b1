import type { Field } from 'payload'
import { articleBlocks } from '../shared/body/blocks.ts'
import { bodyField } from '../shared/body/body-field.ts'
import { label, options } from '../shared/label.ts'

/** What the reader reads, from the line above the headline to the end of the text. */
export const textFields: Field[] = [
  { name: 'kicker', type: 'text', maxLength: 80, label: label({ vi: 'Dòng trên tiêu đề', en: 'Kicker' }), admin: { placeholder: label({ vi: 'Xây dựng nông thôn mới', en: 'New rural development' }) } },
  { name: 'title', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Tiêu đề', en: 'Headline' }) },
  {
    name: 'shortTitle', type: 'text', maxLength: 90, label: label({ vi: 'Tiêu đề ngắn', en: 'Short headline' }),
    admin: { description: label({ vi: 'Dùng ở ô hẹp và trên điện thoại; để trống thì dùng tiêu đề.', en: 'For narrow boxes and phones; the headline when empty.' }) },
  },
  {
    name: 'lead', type: 'textarea', required: true, maxLength: 700, label: label({ vi: 'Sapo', en: 'Lead' }),
    admin: { rows: 3, description: label({ vi: 'Một đoạn, trả lời ai, gì, ở đâu, khi nào.', en: 'One paragraph: who, what, where, when.' }) },
  },
  { name: 'cover', type: 'upload', relationTo: 'media', required: true, label: label({ vi: 'Ảnh đại diện', en: 'Cover image' }) },
  {
    type: 'row',
    fields: [
      { name: 'coverCaption', type: 'text', maxLength: 400, label: label({ vi: 'Chú thích ảnh đại diện', en: 'Caption of the cover' }), admin: { width: '65%', description: label({ vi: 'Để trống: lấy chú thích của ảnh.', en: 'Empty: the caption of the image.' }) } },
      { name: 'coverCredit', type: 'text', maxLength: 160, label: label({ vi: 'Tác giả, nguồn ảnh', en: 'Credit of the cover' }), admin: { width: '35%' } },
    ],
  },
  bodyField({ name: 'body', required: true, blocks: articleBlocks, label: { vi: 'Nội dung', en: 'Body' }, description: { vi: 'Gõ / để chèn ảnh, bảng, hộp số liệu, sản phẩm, video.', en: 'Type / to insert images, tables, fact boxes, products, videos.' } }),
]

/** Who made it. */
export const bylineFields: Field[] = [
  {
    name: 'bylines', type: 'array', required: true, minRows: 1, maxRows: 20,
    label: label({ vi: 'Tác giả đứng tên', en: 'Bylines' }),
    labels: { singular: label({ vi: 'Tác giả', en: 'Author' }), plural: label({ vi: 'Tác giả', en: 'Authors' }) },
    admin: { description: label({ vi: 'Theo thứ tự đứng tên dưới bài.', en: 'In the order in which they stand under the article.' }) },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'author', type: 'relationship', relationTo: 'authors', required: true, label: label({ vi: 'Tác giả', en: 'Author' }), admin: { width: '45%' } },
          {
            name: 'role', type: 'select', required: true, defaultValue: 'text', label: label({ vi: 'Phần việc', en: 'Role' }), admin: { width: '20%' },
            options: options({ text: { vi: 'Bài', en: 'Text' }, photo: { vi: 'Ảnh', en: 'Photo' }, video: { vi: 'Video', en: 'Video' } }),
          },
          { name: 'penName', type: 'text', maxLength: 120, label: label({ vi: 'Bút danh cho bài này', en: 'Pen name here' }), admin: { width: '35%', description: label({ vi: 'Để trống: bút danh của tác giả.', en: 'Empty: the author’s name.' }) } },
        ],
      },
    ],
  },
  { name: 'sourceCredit', type: 'text', maxLength: 160, label: label({ vi: 'Nguồn tin', en: 'Source' }), admin: { placeholder: label({ vi: 'Theo TTXVN', en: 'According to VNA' }) } },
]
