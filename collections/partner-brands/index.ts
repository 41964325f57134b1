import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { dayField } from '../shared/fields/day-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { webAddress } from '../shared/fields/web-address.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'

const tierOptions = options({
  strategic: { vi: 'Đối tác chiến lược', en: 'Strategic partner' },
  main: { vi: 'Đối tác chính', en: 'Main partner' },
  standard: { vi: 'Đối tác', en: 'Partner' },
})

const relOptions = options({
  sponsored: { vi: 'Được tài trợ (sponsored)', en: 'Paid (sponsored)' },
  nofollow: { vi: 'Không đề xuất (nofollow)', en: 'No recommendation (nofollow)' },
  none: { vi: 'Liên kết thường', en: 'Ordinary link' },
})

const placementOptions = options({
  featured: { vi: 'Thương hiệu nổi bật', en: 'Featured brands' },
  footer: { vi: 'Chân trang', en: 'Footer' },
  sidebar: { vi: 'Cột bên', en: 'Side column' },
})

/** Brands of partners: where the site shows them, in which order and how long. */
export const partnerBrands = defineCollection({
  slug: 'partner-brands',
  labels: collectionLabels({ vi: 'Thương hiệu đối tác', en: ['Partner brand', 'Partner brands'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'name',
    defaultColumns: ['name', 'tier', 'active', 'website', 'updatedAt'],
    listSearchableFields: ['searchFolded', 'name'],
    description: label({
      vi: 'Thương hiệu hiện trên trang, mỗi vị trí có thứ tự và thời gian hiển thị riêng.',
      en: 'Brands shown on the site; each placement has its own order and time.',
    }),
  },
  defaultPopulate: { slug: true, name: true, logo: true, website: true, rel: true, active: true },
  defaultSort: 'name',
  versions: false,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên thương hiệu', en: 'Name' }), admin: { description: label({ vi: 'Tên thật, không phải tên tệp logo.', en: 'The real name, not that of the logo’s file.' }) } },
    { name: 'logo', type: 'upload', relationTo: 'media', label: label({ vi: 'Logo', en: 'Logo' }) },
    {
      type: 'row',
      fields: [
        { name: 'website', type: 'text', maxLength: 2000, validate: webAddress, label: label({ vi: 'Website', en: 'Website' }), admin: { width: '60%', placeholder: 'https://' } },
        {
          name: 'rel',
          type: 'select',
          required: true,
          defaultValue: 'sponsored',
          options: relOptions,
          label: label({ vi: 'Loại liên kết', en: 'Kind of link' }),
          admin: { width: '40%', description: label({ vi: 'Liên kết trả tiền phải đánh dấu là được tài trợ.', en: 'Paid links have to be marked as sponsored.' }) },
        },
      ],
    },
    {
      name: 'placements',
      type: 'array',
      labels: { singular: label({ vi: 'Vị trí', en: 'Placement' }), plural: label({ vi: 'Vị trí hiển thị', en: 'Placements' }) },
      label: label({ vi: 'Vị trí hiển thị', en: 'Placements' }),
      admin: { description: label({ vi: 'Nơi thương hiệu được hiện. Cả hai ngày đều tính; để trống là không giới hạn.', en: 'Where the brand is shown. Both days count; empty means without limit.' }) },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'placement', type: 'select', required: true, options: placementOptions, label: label({ vi: 'Vị trí', en: 'Place' }), admin: { width: '30%' } },
            { name: 'order', type: 'number', required: true, defaultValue: 100, min: 0, max: 9999, label: label({ vi: 'Thứ tự', en: 'Order' }), admin: { width: '20%', step: 1, description: label({ vi: 'Số nhỏ đứng trước.', en: 'Small numbers first.' }) } },
            dayField({ name: 'from', label: { vi: 'Từ ngày', en: 'From' }, admin: { width: '25%' } }),
            dayField({
              name: 'until',
              label: { vi: 'Đến hết ngày', en: 'Until' },
              admin: { width: '25%' },
              validate: (value, { req, siblingData }) => {
                const { from } = siblingData as { from?: string | null }
                if (!value || !from || value >= from) return true
                return say({ req, vi: 'Ngày cuối không được sớm hơn ngày đầu.', en: 'The last day may not be before the first.' })
              },
            }),
          ],
        },
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: label({ vi: 'Đang hợp tác', en: 'Active' }),
      admin: { position: 'sidebar', description: label({ vi: 'Bỏ chọn để ngừng hiển thị ở mọi nơi.', en: 'Unticked, it is shown nowhere.' }) },
    },
    { name: 'tier', type: 'select', defaultValue: 'standard', options: tierOptions, label: label({ vi: 'Hạng đối tác', en: 'Tier' }), admin: { position: 'sidebar', description: label({ vi: 'Chỉ dùng nội bộ.', en: 'For the staff only.' }) } },
    slugField({ from: 'name' }),
    demoField(),
    searchFoldedField({ of: ['name'] }),
  ],
})
