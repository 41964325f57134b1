import type { Where } from 'payload'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'
import { checkPlace } from './hooks.ts'

const levelOptions = options({
  group: { vi: 'Ngành', en: 'Group' },
  set: { vi: 'Nhóm', en: 'Set' },
  leaf: { vi: 'Phân nhóm', en: 'Leaf' },
})

const classificationOptions = options({
  '26-2026': { vi: 'Hiện hành (26/2026/QĐ-TTg)', en: 'In force (26/2026/QĐ-TTg)' },
  '1048-2019': { vi: 'Cũ (1048/QĐ-TTg, 781/QĐ-TTg)', en: 'Older (1048/QĐ-TTg, 781/QĐ-TTg)' },
})

/** The OCOP classification of products: 6 groups, 17 sets, 26 leaves; and the older one with what its parts became. */
export const productGroups = defineCollection({
  slug: 'product-groups',
  labels: collectionLabels({ vi: 'Nhóm sản phẩm', en: ['Product group', 'Product groups'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'name',
    defaultColumns: ['name', 'level', 'parent', 'classification', 'order'],
    listSearchableFields: ['name', 'nameEn', 'key', 'slug'],
    description: label({
      vi: 'Ngành, nhóm và phân nhóm theo quyết định của Thủ tướng Chính phủ. Sản phẩm được xếp vào phân nhóm.',
      en: 'Groups, sets and leaves as the Prime Minister’s decisions list them. Products belong to leaves.',
    }),
  },
  defaultPopulate: { slug: true, key: true, name: true, nameEn: true, level: true, classification: true, parent: true },
  defaultSort: ['classification', 'level', 'order'],
  versions: false,
  hooks: { beforeValidate: [checkPlace] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Tên', en: 'Name' }), admin: { description: label({ vi: 'Như ghi trong phụ lục của quyết định.', en: 'As the annex of the decision writes it.' }) } },
    { name: 'nameEn', type: 'text', maxLength: 200, label: label({ vi: 'Tên tiếng Anh', en: 'English name' }) },
    {
      type: 'row',
      fields: [
        { name: 'classification', type: 'select', required: true, defaultValue: '26-2026', index: true, options: classificationOptions, label: label({ vi: 'Bộ phân loại', en: 'Classification' }), admin: { width: '50%' } },
        { name: 'level', type: 'select', required: true, index: true, options: levelOptions, label: label({ vi: 'Cấp', en: 'Level' }), admin: { width: '50%' } },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'parent',
          type: 'relationship',
          relationTo: 'product-groups',
          index: true,
          label: label({ vi: 'Cấp trên', en: 'Above it' }),
          filterOptions: ({ id, data }): Where => ({
            and: [
              { level: { not_equals: 'leaf' } },
              ...(data?.['classification'] ? [{ classification: { equals: data['classification'] } }] : []),
              ...(id ? [{ id: { not_equals: id } }] : []),
            ] as Where[],
          }),
          admin: { width: '70%', allowCreate: false },
        },
        { name: 'order', type: 'number', required: true, defaultValue: 1, min: 0, max: 9999, label: label({ vi: 'Thứ tự', en: 'Order' }), admin: { width: '30%', step: 1 } },
      ],
    },
    {
      name: 'ministries',
      type: 'text',
      hasMany: true,
      label: label({ vi: 'Bộ quản lý', en: 'Managing ministries' }),
      admin: { description: label({ vi: 'Tên đầy đủ theo 15/2018/NĐ-CP; bộ chủ trì đứng đầu.', en: 'Full names by 15/2018/NĐ-CP; the leading one first.' }), condition: (data) => data['level'] === 'leaf' },
    },
    {
      name: 'mapsTo',
      type: 'relationship',
      relationTo: 'product-groups',
      hasMany: true,
      label: label({ vi: 'Tương ứng hiện hành', en: 'What it became' }),
      filterOptions: ({ data }): Where => ({ and: [{ classification: { equals: '26-2026' } }, ...(data?.['level'] ? [{ level: { equals: data['level'] } }] : [])] as Where[] }),
      admin: { allowCreate: false, condition: (data) => data['classification'] === '1048-2019', description: label({ vi: 'Phần của phân loại hiện hành thay cho phần cũ này.', en: 'The part in force that took the place of this older one.' }) },
    },
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 120,
      label: label({ vi: 'Khóa', en: 'Key' }),
      validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
        (typeof value === 'string' && /^[a-z0-9/-]+$/.test(value)) || say({ req, vi: 'Khóa chỉ gồm a–z, 0–9, dấu gạch nối và dấu gạch chéo.', en: 'A key has only a–z, 0–9, hyphens and slashes.' }),
      admin: { position: 'sidebar', description: label({ vi: 'Định danh cố định, dùng khi nhập dữ liệu.', en: 'A fixed identity, used by imports.' }) },
    },
    slugField({ from: 'name' }),
  ],
})
