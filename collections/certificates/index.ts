import type { Where } from 'payload'
import { criteriaVersions } from '../../src/ocop/criteria-versions.ts'
import { authorityNames, citeCriteria } from '../../src/ocop/cite-criteria.ts'
import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { dayField } from '../shared/fields/day-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { collectionLabels, label, options } from '../shared/label.ts'
import { refOf } from '../shared/public-read.ts'
import { checkCertificate, deriveTitle, dropStars, fillFromDecision, followWithStars } from './hooks.ts'

const kindOptions = options({
  new: { vi: 'Công nhận mới', en: 'New' },
  're-recognised': { vi: 'Công nhận lại', en: 'Re-recognised' },
  upgraded: { vi: 'Nâng hạng', en: 'Upgraded' },
})

const authorityOptions = options({
  district: { vi: `${authorityNames.district.vi} (đến 30/06/2025)`, en: 'District (until 30 June 2025)' },
  province: authorityNames.province,
  centre: authorityNames.centre,
})

const versionOptions = criteriaVersions.map((version) => ({
  value: version.id,
  label: label({ vi: `${version.id} · ${citeCriteria(version).vi}`, en: `${version.id} · ${citeCriteria(version).en}` }),
}))

/**
 * Certificates of recognition, as issued. A product has several over time; its stars follow from those in force. The rules are
 * those of the recorded version of the criteria (src/ocop); days are Hanoi days, the last one included.
 */
export const certificates = defineCollection({
  slug: 'certificates',
  labels: collectionLabels({ vi: 'Giấy chứng nhận', en: ['Certificate', 'Certificates'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'title',
    defaultColumns: ['title', 'product', 'stars', 'decision', 'issuedDay', 'lastDay', 'kind'],
    listSearchableFields: ['searchFolded', 'title'],
    description: label({
      vi: 'Mỗi lần công nhận là một giấy chứng nhận. Số sao của sản phẩm được tính từ các giấy còn hiệu lực.',
      en: 'Every recognition is a certificate of its own. A product’s stars follow from those in force.',
    }),
  },
  defaultPopulate: { title: true, product: true, stars: true, kind: true, decision: true, issuedDay: true, lastDay: true },
  defaultSort: '-issuedDay',
  versions: false,
  custom: { savesWith: { collection: 'products', field: 'product' } },
  hooks: {
    beforeValidate: [fillFromDecision, checkCertificate],
    beforeChange: [deriveTitle],
    afterChange: [followWithStars],
    afterDelete: [dropStars],
  },
  fields: [
    { name: 'product', type: 'relationship', relationTo: 'products', required: true, index: true, label: label({ vi: 'Sản phẩm', en: 'Product' }), admin: { allowCreate: false } },
    {
      name: 'decision',
      type: 'relationship',
      relationTo: 'legal-documents',
      required: true,
      index: true,
      label: label({ vi: 'Quyết định công nhận', en: 'Decision' }),
      admin: { description: label({ vi: 'Một quyết định thường công nhận nhiều sản phẩm. Ngày cấp và cơ quan công nhận được lấy theo quyết định nếu để trống.', en: 'One decision often recognises many products. The day of issue and the authority follow from it when left empty.' }) },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'criteriaVersion',
          type: 'select',
          required: true,
          options: versionOptions,
          label: label({ vi: 'Bộ tiêu chí', en: 'Criteria version' }),
          admin: { width: '50%', description: label({ vi: 'Bộ tiêu chí ghi trong hồ sơ. Có lúc hai bộ cùng được áp dụng, nên không suy ra từ ngày.', en: 'The one that the file names. Two may apply at once, so it does not follow from the day.' }) },
        },
        { name: 'kind', type: 'select', required: true, defaultValue: 'new', options: kindOptions, label: label({ vi: 'Kết quả', en: 'Outcome' }), admin: { width: '50%' } },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'stars', type: 'number', required: true, min: 3, max: 5, label: label({ vi: 'Hạng sao', en: 'Stars' }), admin: { width: '50%', step: 1, components: { Cell: '/src/admin/stars-cell.tsx#StarsCell' }, description: label({ vi: '3, 4 hoặc 5.', en: '3, 4 or 5.' }) } },
        { name: 'score', type: 'number', min: 0, max: 100, label: label({ vi: 'Điểm', en: 'Score' }), admin: { width: '50%', step: 0.01, description: label({ vi: 'Điểm trung bình của hội đồng, trên thang 100.', en: 'The council’s average, out of 100.' }) } },
      ],
    },
    {
      type: 'row',
      fields: [
        dayField({ name: 'issuedDay', index: true, label: { vi: 'Ngày cấp', en: 'Day of issue' }, description: { vi: 'Để trống: ngày của quyết định.', en: 'Empty: the day of the decision.' }, admin: { width: '50%' } }),
        dayField({ name: 'lastDay', index: true, label: { vi: 'Ngày hết hạn', en: 'Last day' }, description: { vi: 'Ngày cuối còn hiệu lực. Để trống: tính theo bộ tiêu chí (36 tháng).', en: 'The last day in force. Empty: by the criteria (36 months).' }, admin: { width: '50%' } }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'authorityLevel', type: 'select', options: authorityOptions, label: label({ vi: 'Cấp công nhận', en: 'Level of the authority' }), admin: { width: '40%', description: label({ vi: 'Để trống: theo quyết định.', en: 'Empty: by the decision.' }) } },
        { name: 'authorityName', type: 'text', maxLength: 200, label: label({ vi: 'Cơ quan công nhận', en: 'Authority' }), admin: { width: '60%', description: label({ vi: 'Tên như ghi trên giấy, kể cả khi cơ quan không còn.', en: 'The name as issued, also of an authority that is no more.' }) } },
      ],
    },
    {
      name: 'supersedes',
      type: 'relationship',
      relationTo: 'certificates',
      index: true,
      label: label({ vi: 'Thay cho giấy chứng nhận', en: 'Supersedes' }),
      filterOptions: ({ data, id }): Where => {
        const product = refOf(data ?? {}, 'product')
        return { and: [...(product ? [{ product: { equals: product } }] : []), ...(id ? [{ id: { not_equals: id } }] : [])] as Where[] }
      },
      admin: { allowCreate: false, description: label({ vi: 'Giấy trước đó của cùng sản phẩm, khi công nhận lại hoặc nâng hạng.', en: 'The one before it of the same product, when re-recognised or upgraded.' }) },
    },
    {
      type: 'collapsible',
      label: label({ vi: 'Kéo dài hiệu lực', en: 'Extension' }),
      admin: { initCollapsed: true },
      fields: [
        dayField({ name: 'extendedUntil', label: { vi: 'Hiệu lực đến hết ngày', en: 'Extended until' }, description: { vi: 'Khi hồ sơ công nhận lại chưa có quyết định; tối đa 180 ngày sau ngày hết hạn.', en: 'While re-recognition is undecided; at most 180 days past the end.' } }),
        { name: 'extensionReason', type: 'textarea', maxLength: 1000, label: label({ vi: 'Lý do', en: 'Reason' }) },
      ],
    },
    {
      name: 'withdrawal',
      type: 'group',
      label: label({ vi: 'Thu hồi', en: 'Withdrawal' }),
      admin: { description: label({ vi: 'Chỉ điền khi giấy chứng nhận bị thu hồi; từ ngày thu hồi sản phẩm không còn số sao này.', en: 'Only when it has been withdrawn; from that day its stars are gone.' }) },
      fields: [
        {
          type: 'row',
          fields: [
            dayField({ name: 'day', label: { vi: 'Ngày thu hồi', en: 'Day' }, description: { vi: 'Để trống: ngày của quyết định thu hồi.', en: 'Empty: the day of that decision.' }, admin: { width: '40%' } }),
            { name: 'decision', type: 'relationship', relationTo: 'legal-documents', index: true, label: label({ vi: 'Quyết định thu hồi', en: 'Decision' }), admin: { width: '60%' } },
          ],
        },
        { name: 'reason', type: 'textarea', maxLength: 1000, label: label({ vi: 'Lý do', en: 'Reason' }) },
      ],
    },
    { name: 'file', type: 'upload', relationTo: 'documents', label: label({ vi: 'Bản chụp giấy chứng nhận', en: 'File' }), admin: { position: 'sidebar' } },
    { name: 'verifiedBy', type: 'relationship', relationTo: 'users', label: label({ vi: 'Người đối chiếu', en: 'Verified by' }), admin: { position: 'sidebar', allowCreate: false, description: label({ vi: 'Ai đã đối chiếu với bản gốc.', en: 'Who compared it with the original.' }) } },
    { name: 'title', type: 'text', index: true, label: label({ vi: 'Giấy chứng nhận', en: 'Certificate' }), access: derivedOnly, admin: { hidden: true, disableBulkEdit: true } },
    demoField(),
    searchFoldedField({ of: ['title'] }),
  ],
})
