import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { dayField } from '../shared/fields/day-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'
import { checkPlace, deriveNames, proposeKey } from './hooks.ts'
import { unitKeyPattern } from './unit-key.ts'

const kindOptions = options({
  province: { vi: 'Tỉnh', en: 'Province' },
  city: { vi: 'Thành phố trực thuộc trung ương', en: 'City under the central government' },
  ward: { vi: 'Phường', en: 'Ward' },
  commune: { vi: 'Xã', en: 'Commune' },
  'special-zone': { vi: 'Đặc khu', en: 'Special zone' },
})

const levelOptions = options({
  province: { vi: 'Cấp tỉnh', en: 'Provinces and cities' },
  commune: { vi: 'Cấp xã', en: 'Communes, wards and special zones' },
})

const shareOptions = options({
  whole: { vi: 'Toàn bộ', en: 'All of it' },
  majority: { vi: 'Một phần diện tích, toàn bộ dân số', en: 'Part of the area with the whole population' },
  part: { vi: 'Một phần', en: 'A part' },
})

/**
 * Provinces and communes in the time they existed. Codes and names are given again to others, so a unit has an identity of its
 * own: a merger, a new code or a new kind ends one record and begins another.
 */
export const administrativeUnits = defineCollection({
  slug: 'administrative-units',
  labels: collectionLabels({ vi: 'Đơn vị hành chính', en: ['Administrative unit', 'Administrative units'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'title',
    defaultColumns: ['title', 'level', 'code', 'validFrom', 'validTo'],
    listSearchableFields: ['searchFolded', 'title'],
    description: label({
      vi: 'Tỉnh, thành phố, xã, phường theo từng thời kỳ. Khi một đơn vị thay đổi, hãy ghi ngày hết hiệu lực của bản ghi cũ rồi tạo bản ghi mới.',
      en: 'Provinces, cities, communes and wards in their time. When a unit changes, record the end of the old one, then make a new record.',
    }),
  },
  defaultPopulate: { key: true, slug: true, name: true, title: true, kind: true, level: true, parent: true, validFrom: true, validTo: true },
  defaultSort: 'sortKey',
  versions: false,
  hooks: { beforeValidate: [proposeKey, checkPlace], beforeChange: [deriveNames] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên', en: 'Name' }), admin: { description: label({ vi: 'Không ghi “tỉnh”, “xã”…', en: 'Without “tỉnh”, “xã” …' }) } },
    {
      type: 'row',
      fields: [
        { name: 'level', type: 'select', required: true, index: true, options: levelOptions, label: label({ vi: 'Cấp', en: 'Level' }), admin: { width: '33%' } },
        { name: 'kind', type: 'select', required: true, options: kindOptions, label: label({ vi: 'Loại', en: 'Kind' }), admin: { width: '33%' } },
        { name: 'code', type: 'text', index: true, maxLength: 10, label: label({ vi: 'Mã', en: 'Code' }), admin: { width: '34%', description: label({ vi: 'Mã chính thức của thời kỳ đó.', en: 'The official code of that time.' }) } },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'administrative-units',
      index: true,
      label: label({ vi: 'Thuộc tỉnh, thành phố', en: 'Province or city' }),
      filterOptions: { level: { equals: 'province' } },
      admin: { allowCreate: false, condition: (data) => data['level'] === 'commune' },
    },
    {
      type: 'row',
      fields: [
        dayField({ name: 'validFrom', index: true, label: { vi: 'Từ ngày', en: 'Valid from' }, description: { vi: 'Ngày đầu tiên; để trống nếu có từ trước năm 2019.', en: 'First day; empty when it is from before 2019.' }, admin: { width: '50%' } }),
        dayField({ name: 'validTo', index: true, label: { vi: 'Không còn từ ngày', en: 'Valid to' }, description: { vi: 'Ngày đầu tiên đơn vị không còn; để trống nếu đang tồn tại.', en: 'First day on which it is no more; empty while it exists.' }, admin: { width: '50%' } }),
      ],
    },
    {
      name: 'successors',
      type: 'array',
      label: label({ vi: 'Đơn vị kế thừa', en: 'Successors' }),
      labels: { singular: label({ vi: 'Đơn vị kế thừa', en: 'Successor' }), plural: label({ vi: 'Đơn vị kế thừa', en: 'Successors' }) },
      admin: { condition: (data) => Boolean(data['validTo']), description: label({ vi: 'Các đơn vị tiếp nhận, phần lớn nhất đứng trước.', en: 'What it became, the largest share first.' }) },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'unit', type: 'relationship', relationTo: 'administrative-units', required: true, index: true, label: label({ vi: 'Đơn vị', en: 'Unit' }), admin: { width: '60%', allowCreate: false } },
            { name: 'share', type: 'select', required: true, defaultValue: 'whole', options: shareOptions, label: label({ vi: 'Phần', en: 'Share' }), admin: { width: '40%' } },
          ],
        },
      ],
    },
    {
      name: 'region',
      type: 'text',
      maxLength: 100,
      label: label({ vi: 'Vùng kinh tế – xã hội', en: 'Socio-economic region' }),
      admin: { condition: (data) => data['level'] === 'province', description: label({ vi: 'Theo cách chia vùng của thời kỳ đó.', en: 'By the division of that time.' }) },
    },
    {
      name: 'key',
      type: 'text',
      unique: true,
      index: true,
      maxLength: 120,
      label: label({ vi: 'Khóa', en: 'Key' }),
      access: { update: () => false },
      validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
        !value || unitKeyPattern.test(String(value)) || say({ req, vi: 'Khóa gồm tên không dấu và một năm, ví dụ thai-nguyen-2025.', en: 'A key is a name without accents and a year, such as thai-nguyen-2025.' }),
      admin: { position: 'sidebar', description: label({ vi: 'Định danh cố định. Để trống thì hệ thống tự tạo; sau đó không đổi.', en: 'A fixed identity. Made automatically when left empty; then it stays.' }) },
    },
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      label: label({ vi: 'Đường dẫn', en: 'Slug' }),
      access: derivedOnly,
      admin: { position: 'sidebar', readOnly: true, description: label({ vi: 'Theo khóa; có năm kết thúc khi đơn vị không còn.', en: 'From the key; with the year of its end once it has ended.' }) },
    },
    { name: 'title', type: 'text', index: true, label: label({ vi: 'Tên đầy đủ', en: 'Full name' }), access: derivedOnly, admin: { hidden: true, disableBulkEdit: true } },
    searchFoldedField({ of: ['title', 'name', 'key', 'code'] }),
    sortKeyField({ from: 'name' }),
  ],
})
