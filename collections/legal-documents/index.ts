import { documentKindNames } from '../../src/ocop/format-citation.ts'
import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { dayField } from '../shared/fields/day-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { webAddress } from '../shared/fields/web-address.ts'
import { collectionLabels, label, options } from '../shared/label.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { refreshCertificateTitles } from '../shared/hooks/refresh-certificate-titles.ts'
import { deriveIdentity, refuseSecondRecord } from './hooks.ts'

const typeOptions = options({
  decision: { vi: documentKindNames.decision, en: 'Decision' },
  resolution: { vi: documentKindNames.resolution, en: 'Resolution' },
  law: { vi: documentKindNames.law, en: 'Law' },
  decree: { vi: documentKindNames.decree, en: 'Decree' },
  circular: { vi: documentKindNames.circular, en: 'Circular' },
  plan: { vi: documentKindNames.plan, en: 'Plan' },
  directive: { vi: documentKindNames.directive, en: 'Directive' },
  notice: { vi: documentKindNames.notice, en: 'Notice' },
  report: { vi: documentKindNames.report, en: 'Report' },
  other: { vi: 'Văn bản khác', en: 'Another document' },
})

const levelOptions = options({
  national: { vi: 'Trung ương (Quốc hội, Chính phủ, Thủ tướng)', en: 'National (National Assembly, Government, Prime Minister)' },
  ministry: { vi: 'Bộ, ngành', en: 'Ministry' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện (đến 30/06/2025)', en: 'District (until 30 June 2025)' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  party: { vi: 'Cơ quan Đảng', en: 'Party committee' },
})

/** Decisions, resolutions and other documents. Identity: number, issuer and date together, for numbers recur every year. */
export const legalDocuments = defineCollection({
  slug: 'legal-documents',
  labels: collectionLabels({ vi: 'Văn bản pháp lý', en: ['Legal document', 'Legal documents'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'citation',
    defaultColumns: ['number', 'issuer', 'date', 'title', 'level'],
    listSearchableFields: ['searchFolded', 'citation'],
    description: label({
      vi: 'Quyết định, nghị quyết và văn bản khác mà bài viết trích dẫn hoặc làm căn cứ cấp giấy chứng nhận OCOP.',
      en: 'Decisions, resolutions and other documents that articles cite and that grant OCOP certificates.',
    }),
  },
  defaultPopulate: { slug: true, number: true, type: true, issuer: true, date: true, title: true, citation: true },
  defaultSort: '-date',
  versions: false,
  hooks: {
    beforeValidate: [deriveIdentity, refuseSecondRecord],
    afterChange: [refreshCertificateTitles({ reference: 'decision' })],
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'number',
          type: 'text',
          required: true,
          maxLength: 60,
          index: true,
          label: label({ vi: 'Số, ký hiệu', en: 'Number' }),
          admin: {
            width: '50%',
            placeholder: '26/2026/QĐ-TTg',
            description: label({ vi: 'Như in trên văn bản, không ghi chữ “Số”.', en: 'As printed, without “Số”.' }),
          },
        },
        {
          name: 'type',
          type: 'select',
          options: typeOptions,
          label: label({ vi: 'Loại văn bản', en: 'Type' }),
          admin: { width: '50%', description: label({ vi: 'Để trống thì lấy theo ký hiệu.', en: 'Follows from the number when left empty.' }) },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'issuer',
          type: 'text',
          required: true,
          maxLength: 200,
          label: label({ vi: 'Cơ quan ban hành', en: 'Issuer' }),
          admin: { width: '50%', placeholder: 'UBND tỉnh Bắc Kạn', description: label({ vi: 'Tên tại thời điểm ban hành.', en: 'The name it had then.' }) },
        },
        {
          name: 'level',
          type: 'select',
          required: true,
          options: levelOptions,
          label: label({ vi: 'Cấp ban hành', en: 'Level' }),
          admin: { width: '25%' },
        },
        dayField({ name: 'date', required: true, index: true, label: { vi: 'Ngày ban hành', en: 'Date' }, admin: { width: '25%' } }),
      ],
    },
    {
      name: 'title',
      type: 'textarea',
      required: true,
      maxLength: 1000,
      label: label({ vi: 'Trích yếu', en: 'Title' }),
      admin: { rows: 2, description: label({ vi: 'Văn bản về việc gì, như ghi trên văn bản.', en: 'What it is about, as written on it.' }) },
    },
    {
      name: 'summary',
      type: 'textarea',
      maxLength: 4000,
      label: label({ vi: 'Tóm tắt', en: 'Summary' }),
      admin: { description: label({ vi: 'Nội dung chính cho bạn đọc, bằng lời của tòa soạn.', en: 'The main points for readers, in the newsroom’s words.' }) },
    },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'documents',
      label: label({ vi: 'Tệp văn bản', en: 'File' }),
      admin: { description: label({ vi: 'Bản PDF.', en: 'PDF.' }) },
    },
    {
      name: 'link',
      type: 'text',
      maxLength: 2000,
      validate: webAddress,
      label: label({ vi: 'Đường dẫn đến văn bản', en: 'Link' }),
      admin: { description: label({ vi: 'Nơi văn bản được công bố.', en: 'Where it was published.' }) },
    },
    {
      name: 'citation',
      type: 'text',
      label: label({ vi: 'Cách trích dẫn', en: 'Citation' }),
      access: derivedOnly,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['citation']) },
    },
    {
      name: 'identityKey',
      type: 'text',
      unique: true,
      index: true,
      label: label({ vi: 'Khóa định danh', en: 'Identity key' }),
      access: derivedOnly,
      admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
    },
    slugField({ from: 'number', sourceOf: ({ number, date }) => (number && date ? `${String(number)} ${String(date)}` : '') }),
    demoField(),
    searchFoldedField({ of: ['citation', 'number', 'issuer', 'title'] }),
  ],
})
