import type { Field, TextFieldManyValidation } from 'payload'
import { keyScopes, keyTypes } from '../../src/partners/key-format.ts'
import { originOf } from '../../src/partners/origin-of.ts'
import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { webAddress } from '../shared/fields/web-address.ts'
import { collectionLabels, label, say } from '../shared/label.ts'
import { changeKeys, keyEndpoints } from './keys.ts'

const ORIGINS_MAX = 20

const validOrigins: TextFieldManyValidation = (values, { req }) => {
  const wrong = (values ?? []).find((value) => originOf(value) === null)
  if (wrong !== undefined) {
    return say({ req, vi: `“${wrong}” không phải địa chỉ gốc của một trang: hãy ghi như https://doi-tac.vn, không kèm đường dẫn.`, en: `"${wrong}" is not the origin of a site: write it like https://partner.vn, without a path.` })
  }
  return (values ?? []).length <= ORIGINS_MAX || say({ req, vi: `Nhiều nhất ${ORIGINS_MAX} địa chỉ.`, en: `At most ${ORIGINS_MAX} origins.` })
}

const panel = (name: string, component: string): Field => ({ name, type: 'ui', admin: { components: { Field: component }, condition: (data) => Boolean(data['id']), disableListColumn: true } })

const limit = ({ name, vi, en, defaultValue, max }: { name: string; vi: string; en: string; defaultValue: number; max: number }): Field =>
  ({ name, type: 'number', required: true, defaultValue, min: 1, max, label: label({ vi, en }), admin: { step: 1, width: '50%' } })

/** Sites of others that show products and articles: who they are, where they show them, their keys and how much they may ask. */
export const partnerSites = defineCollection({
  slug: 'partner-sites',
  labels: collectionLabels({ vi: 'Trang đối tác', en: ['Partner site', 'Partner sites'] }),
  versions: false,
  // A copy would have the same keys.
  disableDuplicate: true,
  defaultSort: 'name',
  defaultPopulate: { name: true, active: true },
  endpoints: keyEndpoints,
  hooks: { beforeChange: [changeKeys] },
  admin: {
    group: adminGroups.partners,
    useAsTitle: 'name',
    defaultColumns: ['name', 'origins', 'active', 'updatedAt'],
    listSearchableFields: ['searchFolded'],
    description: label({
      vi: 'Các trang được cấp khóa để đọc nguồn cấp và nhúng nội dung. Nguồn cấp công khai không cần khóa, nhưng có khóa thì được đọc nhiều hơn.',
      en: 'Sites with keys for feeds and embeds. Public feeds need no key; with one, more may be asked.',
    }),
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên', en: 'Name' }) },
    { name: 'website', type: 'text', maxLength: 400, validate: webAddress, label: label({ vi: 'Trang web', en: 'Website' }) },
    {
      name: 'origins', type: 'text', hasMany: true, maxLength: 300, validate: validOrigins, label: label({ vi: 'Địa chỉ gốc được phép', en: 'Origins' }),
      admin: {
        placeholder: 'https://doi-tac.vn',
        description: label({ vi: 'Nơi khóa công khai được dùng và trang nhúng được hiển thị. Ghi đủ cả bản có www và không có www.', en: 'Where publishable keys work and embeds may be shown. Name both with and without www.' }),
      },
      hooks: { beforeValidate: [({ value }) => (Array.isArray(value) ? [...new Set(value.map((one: unknown) => (typeof one === 'string' ? (originOf(one) ?? one.trim()) : one)))] : value)] },
    },
    {
      name: 'contact', type: 'group', label: label({ vi: 'Người liên hệ', en: 'Contact' }),
      fields: [{
        type: 'row',
        fields: [
          { name: 'name', type: 'text', maxLength: 120, label: label({ vi: 'Họ tên', en: 'Name' }) },
          { name: 'email', type: 'email', label: label({ vi: 'Email', en: 'E-mail' }) },
          { name: 'phone', type: 'text', maxLength: 40, label: label({ vi: 'Điện thoại', en: 'Telephone' }) },
        ],
      }],
    },
    {
      type: 'row',
      fields: [
        limit({ name: 'ratePerMinute', vi: 'Lượt mỗi phút', en: 'Requests per minute', defaultValue: 600, max: 100_000 }),
        limit({ name: 'quotaPerDay', vi: 'Lượt mỗi ngày', en: 'Requests per day', defaultValue: 100_000, max: 100_000_000 }),
      ],
    },
    { name: 'notes', type: 'textarea', maxLength: 2000, label: label({ vi: 'Ghi chú (nội bộ)', en: 'Notes (internal)' }) },
    panel('keysPanel', '/src/admin/partner-keys.tsx#PartnerKeys'),
    panel('usagePanel', '/src/admin/partner-usage.tsx#PartnerUsage'),
    {
      name: 'keys', type: 'array', access: derivedOnly, disableDuplicate: true, label: label({ vi: 'Khóa', en: 'Keys' }), admin: { disabled: true },
      fields: [
        { name: 'shown', type: 'text', required: true },
        { name: 'hash', type: 'text', required: true, hidden: true },
        { name: 'type', type: 'select', required: true, options: [...keyTypes] },
        { name: 'scopes', type: 'select', hasMany: true, required: true, options: [...keyScopes] },
        { name: 'createdAt', type: 'date', required: true },
        { name: 'expiresAt', type: 'date' },
        { name: 'revokedAt', type: 'date' },
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true, label: label({ vi: 'Đang hợp tác', en: 'Active' }), admin: { position: 'sidebar', description: label({ vi: 'Bỏ chọn là mọi khóa ngừng hoạt động ngay.', en: 'Without it no key works.' }) } },
    demoField(),
    searchFoldedField({ of: ['name', 'website'] }),
  ],
})
