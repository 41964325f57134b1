import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { originFields } from '../shared/fields/origin-fields.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { settleUnitDay } from '../shared/hooks/settle-unit-day.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'
import { contactValue } from './contact-value.ts'

// Kinds of subjects by 26/2026/QĐ-TTg, and those that lists of the provinces name besides.
const kindOptions = options({
  cooperative: { vi: 'Hợp tác xã', en: 'Co-operative' },
  'cooperative-group': { vi: 'Tổ hợp tác', en: 'Co-operative group' },
  company: { vi: 'Công ty', en: 'Company' },
  'private-enterprise': { vi: 'Doanh nghiệp tư nhân', en: 'Private enterprise' },
  farm: { vi: 'Trang trại', en: 'Farm' },
  household: { vi: 'Hộ sản xuất', en: 'Household' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household business' },
  'production-facility': { vi: 'Cơ sở sản xuất', en: 'Production facility' },
  association: { vi: 'Hội, hiệp hội', en: 'Association' },
  other: { vi: 'Chủ thể khác', en: 'Another subject' },
})

const contactOptions = options({
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  website: { vi: 'Website', en: 'Website' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
  facebook: { vi: 'Facebook', en: 'Facebook' },
  address: { vi: 'Địa chỉ', en: 'Postal address' },
})

/** Who makes OCOP products (chủ thể). Contacts are internal until somebody makes one public. */
export const producers = defineCollection({
  slug: 'producers',
  labels: collectionLabels({ vi: 'Chủ thể', en: ['Producer', 'Producers'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'unit', 'representative', 'updatedAt'],
    listSearchableFields: ['searchFolded', 'name'],
    description: label({ vi: 'Hợp tác xã, doanh nghiệp, hộ sản xuất có sản phẩm OCOP.', en: 'Co-operatives, companies and households that make OCOP products.' }),
  },
  defaultPopulate: { slug: true, name: true, kind: true, unit: true, logo: true },
  defaultSort: 'name',
  versions: false,
  hooks: { beforeValidate: [settleUnitDay] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Tên chủ thể', en: 'Name' }), admin: { placeholder: 'HTX Tài Hoan' } },
    {
      type: 'row',
      fields: [
        { name: 'kind', type: 'select', options: kindOptions, index: true, label: label({ vi: 'Loại hình', en: 'Kind' }), admin: { width: '50%' } },
        { name: 'representative', type: 'text', maxLength: 120, label: label({ vi: 'Người đại diện', en: 'Representative' }), admin: { width: '50%' } },
      ],
    },
    {
      name: 'taxCode',
      type: 'text',
      label: label({ vi: 'Mã số thuế', en: 'Tax code' }),
      validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
        !value || /^\d{10}(?:-\d{3})?$/.test(String(value)) || say({ req, vi: 'Mã số thuế gồm 10 chữ số, đơn vị phụ thuộc thêm gạch nối và 3 chữ số: 0123456789-001.', en: 'A tax code has 10 digits; a branch adds a hyphen and 3 digits: 0123456789-001.' }),
      admin: { description: label({ vi: 'Chỉ dùng nội bộ.', en: 'For the staff only.' }) },
    },
    ...originFields({ label: { vi: 'Địa phương', en: 'Unit of administration' } }),
    { name: 'address', type: 'text', maxLength: 300, label: label({ vi: 'Địa chỉ', en: 'Address' }), admin: { description: label({ vi: 'Như chủ thể ghi.', en: 'As the producer writes it.' }) } },
    {
      name: 'contacts',
      type: 'array',
      label: label({ vi: 'Liên hệ', en: 'Contacts' }),
      labels: { singular: label({ vi: 'Liên hệ', en: 'Contact' }), plural: label({ vi: 'Liên hệ', en: 'Contacts' }) },
      admin: { description: label({ vi: 'Chỉ những liên hệ được đánh dấu công khai mới hiện cho bạn đọc.', en: 'Readers see only the contacts marked as public.' }) },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'kind', type: 'select', required: true, options: contactOptions, label: label({ vi: 'Loại', en: 'Kind' }), admin: { width: '25%' } },
            { name: 'value', type: 'text', required: true, maxLength: 300, validate: contactValue, label: label({ vi: 'Nội dung', en: 'Value' }), admin: { width: '55%' } },
            { name: 'public', type: 'checkbox', defaultValue: false, label: label({ vi: 'Công khai', en: 'Public' }), admin: { width: '20%' } },
          ],
        },
      ],
    },
    { name: 'description', type: 'textarea', maxLength: 2000, label: label({ vi: 'Giới thiệu', en: 'Description' }) },
    { name: 'logo', type: 'upload', relationTo: 'media', label: label({ vi: 'Logo', en: 'Logo' }), admin: { position: 'sidebar' } },
    slugField({ from: 'name' }),
    demoField(),
    searchFoldedField({ of: ['name', 'representative', 'taxCode', 'address'] }),
  ],
})
