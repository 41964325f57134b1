import type { DateFieldValidation, Field } from 'payload'
import { adminGroups } from '../../collections/shared/admin-groups.ts'
import { defineGlobal } from '../../collections/shared/define-global.ts'
import { label, options, say } from '../../collections/shared/label.ts'

type Slot = { position?: string; mode?: string; from?: string }

const dateAndTime = { pickerAppearance: 'dayAndTime', displayFormat: 'HH:mm, dd/MM/yyyy', timeFormat: 'HH:mm' } as const
const curated = (slot: Slot | undefined, ...positions: string[]): boolean => slot?.mode === 'curated' && positions.includes(slot.position ?? '')

const afterFrom: DateFieldValidation = (value, { req, siblingData }) => {
  const { from } = siblingData as Slot
  return !value || !from || new Date(value) > new Date(from) || say({ req, vi: 'Phải sau thời điểm bắt đầu.', en: 'It has to be after the beginning.' })
}

const slotFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'position', type: 'select', required: true, label: label({ vi: 'Vị trí', en: 'Position' }), admin: { width: '33%' },
        options: options({
          lead: { vi: 'Tin chính', en: 'Lead story' },
          focus: { vi: 'Tiêu điểm', en: 'In focus' },
          list: { vi: 'Danh sách bài', en: 'List of articles' },
          products: { vi: 'Sản phẩm', en: 'Products' },
          brands: { vi: 'Thương hiệu', en: 'Brands' },
        }),
      },
      {
        name: 'mode', type: 'select', required: true, defaultValue: 'automatic', label: label({ vi: 'Cách chọn', en: 'Mode' }), admin: { width: '33%' },
        options: options({ curated: { vi: 'Chọn tay', en: 'Chosen by hand' }, automatic: { vi: 'Tự động, mới nhất trước', en: 'Automatic, newest first' } }),
      },
      { name: 'count', type: 'number', required: true, defaultValue: 5, min: 1, max: 30, label: label({ vi: 'Số mục', en: 'How many' }), admin: { width: '34%', step: 1 } },
    ],
  },
  { name: 'title', type: 'text', maxLength: 80, label: label({ vi: 'Tiêu đề ô', en: 'Heading' }) },
  {
    name: 'category', type: 'relationship', relationTo: 'categories', label: label({ vi: 'Lấy từ chuyên mục', en: 'From the category' }),
    admin: { condition: (_, slot) => ['lead', 'focus', 'list'].includes(String(slot?.['position'])), description: label({ vi: 'Để trống: mọi chuyên mục.', en: 'Empty: all categories.' }) },
  },
  { name: 'articles', type: 'relationship', relationTo: 'articles', hasMany: true, maxRows: 30, label: label({ vi: 'Bài viết', en: 'Articles' }), admin: { condition: (_, slot) => curated(slot, 'lead', 'focus', 'list'), description: label({ vi: 'Chọn thiếu thì phần còn lại tự điền.', en: 'What is missing is filled automatically.' }) } },
  { name: 'products', type: 'relationship', relationTo: 'products', hasMany: true, maxRows: 30, label: label({ vi: 'Sản phẩm', en: 'Products' }), admin: { condition: (_, slot) => curated(slot, 'products') } },
  { name: 'brands', type: 'relationship', relationTo: 'partner-brands', hasMany: true, maxRows: 30, label: label({ vi: 'Thương hiệu', en: 'Brands' }), admin: { condition: (_, slot) => curated(slot, 'brands') } },
  {
    type: 'row',
    fields: [
      { name: 'from', type: 'date', label: label({ vi: 'Hiện từ', en: 'From' }), admin: { width: '50%', date: dateAndTime } },
      { name: 'until', type: 'date', validate: afterFrom, label: label({ vi: 'Hiện đến', en: 'Until' }), admin: { width: '50%', date: dateAndTime } },
    ],
  },
]

export const homePage = defineGlobal({
  slug: 'home-page',
  label: label({ vi: 'Trang chủ', en: 'Home page' }),
  admin: { group: adminGroups.pages, description: label({ vi: 'Các ô của trang chủ, theo thứ tự. Không tin nào đứng ở hai ô.', en: 'The slots of the front page, in order. No item stands in two of them.' }) },
  fields: [
    {
      name: 'slots', type: 'array', maxRows: 40, label: label({ vi: 'Các ô', en: 'Slots' }),
      labels: { singular: label({ vi: 'Ô', en: 'Slot' }), plural: label({ vi: 'Ô', en: 'Slots' }) },
      fields: slotFields,
    },
  ],
})
