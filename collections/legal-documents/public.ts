import { commonFields, definePublic, type EnumType } from '../shared/public-definition.ts'
import { alwaysVisible, facets, firstOf, refOf, textOf } from '../shared/public-read.ts'
import { fileOf } from '../shared/public-file.ts'
import { fileType, slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const documentTypeType = {
  type: 'enum',
  name: 'LegalDocumentType',
  values: {
    decision: { en: 'Decision.', vi: 'Quyết định' },
    resolution: { en: 'Resolution.', vi: 'Nghị quyết' },
    law: { en: 'Law.', vi: 'Luật' },
    decree: { en: 'Decree.', vi: 'Nghị định' },
    circular: { en: 'Circular.', vi: 'Thông tư' },
    plan: { en: 'Plan.', vi: 'Kế hoạch' },
    directive: { en: 'Directive.', vi: 'Chỉ thị' },
    notice: { en: 'Notice.', vi: 'Thông báo' },
    report: { en: 'Report.', vi: 'Báo cáo' },
    other: { en: 'Another document.', vi: 'Văn bản khác' },
  },
} as const satisfies EnumType

const levelType = {
  type: 'enum',
  name: 'LegalDocumentLevel',
  values: {
    national: { en: 'National Assembly, Government or Prime Minister.', vi: 'Trung ương' },
    ministry: { en: 'Ministry.', vi: 'Bộ, ngành' },
    province: { en: 'Province or city.', vi: 'Cấp tỉnh' },
    district: { en: 'District.', vi: 'Cấp huyện' },
    commune: { en: 'Commune.', vi: 'Cấp xã' },
    party: { en: 'Party committee.', vi: 'Cơ quan Đảng' },
  },
} as const satisfies EnumType

/** Decisions, resolutions and other documents: what articles cite and certificates are granted by. */
export const legalDocumentPublic = definePublic({
  kind: 'legalDocument',
  plural: 'legalDocuments',
  doc: { en: 'A legal document, such as a decision.', vi: 'Văn bản pháp lý.' },
  source: { collection: 'legal-documents' },
  lookups: ['id', 'slug'],
  page: { default: 20, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    number: { type: 'string', required: true, doc: { en: 'Number and sign as issued; the same one recurs every year and in every province.', vi: 'Số, ký hiệu.' } },
    type: { ...documentTypeType, required: true, doc: { en: 'Type of document.', vi: 'Loại văn bản.' } },
    citation: { type: 'string', required: true, doc: { en: 'How it is cited in a sentence: type, number, day and issuer.', vi: 'Cách dẫn văn bản.' } },
    issuer: { type: 'string', required: true, doc: { en: 'Who issued it, as written.', vi: 'Cơ quan ban hành.' } },
    level: { ...levelType, doc: { en: 'Level of the issuer.', vi: 'Cấp ban hành.' } },
    date: { type: 'day', required: true, doc: { en: 'Day of issue.', vi: 'Ngày ban hành.' } },
    title: { type: 'string', required: true, doc: { en: 'What it is about, as written.', vi: 'Trích yếu.' } },
    summary: { type: 'string', doc: { en: 'Summary.', vi: 'Tóm tắt.' } },
    link: { type: 'url', doc: { en: 'Where it was published.', vi: 'Đường dẫn đến văn bản.' } },
    file: { ...fileType, doc: { en: 'The document itself.', vi: 'Tệp văn bản.' } },
  },
  filters: {
    number: { type: 'string', operators: ['equals'], by: { facet: 'number' }, doc: 'With exactly this number, such as `26/2026/QĐ-TTg`.' },
    type: { ...documentTypeType, operators: ['equals', 'in'], by: { facet: 'type' }, doc: 'Of this type.' },
    level: { ...levelType, operators: ['equals', 'in'], by: { facet: 'level' }, doc: 'Issued at this level.' },
    year: { type: 'int', operators: ['equals', 'in'], by: { facet: 'year' }, doc: 'Issued in this year.' },
  },
  sorts: {
    date: { by: 'rank', doc: 'By day of issue.' },
    title: { by: 'name', doc: 'By title, in Vietnamese order.' },
  },
  defaultSort: '-date',
  internal: ['searchFolded', 'demo', 'createdAt', 'updatedAt'],
  covered: ['identityKey'],
  needs: [({ doc }) => {
    const file = refOf(doc, 'file')
    return file === null ? {} : { file: { collection: 'documents', ids: [file] } }
  }],
  dependsOn: [{ collection: 'documents', field: 'file' }],
  project: ({ doc, related }) => {
    const number = textOf(doc, 'number') ?? ''
    const title = textOf(doc, 'title') ?? ''
    const date = textOf(doc, 'date') ?? ''
    const type = textOf(doc, 'type') ?? 'other'
    const level = textOf(doc, 'level')
    const slug = textOf(doc, 'slug')
    const file = fileOf(firstOf(related, 'file'))
    return alwaysVisible({
      slug,
      sortKey: sortKey(title),
      rank: date,
      facets: facets({ type, level, number, year: date.slice(0, 4), file: file?._filename }),
      data: {
        slug, number, type, citation: textOf(doc, 'citation') ?? number, issuer: textOf(doc, 'issuer') ?? '', level, date, title, summary: textOf(doc, 'summary'), link: textOf(doc, 'link'),
        file,
      },
    })
  },
})
