import type { Field } from 'payload'
import { derivedOnly, publisher } from '../shared/access/predicates.ts'
import { label, options } from '../shared/label.ts'

const dateAndTime = { pickerAppearance: 'dayAndTime', displayFormat: 'HH:mm, dd/MM/yyyy', timeFormat: 'HH:mm' } as const

const recordedBy: Field = {
  name: 'by', type: 'relationship', relationTo: 'users', label: label({ vi: 'Người ghi', en: 'Recorded by' }), custom: { weakReference: true }, access: derivedOnly,
  admin: { readOnly: true, allowCreate: false },
}

/** What was put right after publication, and whether the article was taken back. Kept for good, also when an old version is restored. */
export const recordFields: Field[] = [
  {
    name: 'corrections', type: 'array', maxRows: 50, disableDuplicate: true, label: label({ vi: 'Cải chính, nói rõ thêm', en: 'Corrections' }),
    labels: { singular: label({ vi: 'Mục', en: 'Entry' }), plural: label({ vi: 'Các mục', en: 'Entries' }) },
    access: { create: publisher('articles'), update: publisher('articles') },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'kind', type: 'select', required: true, defaultValue: 'correction', label: label({ vi: 'Loại', en: 'Kind' }), admin: { width: '50%' }, options: options({ correction: { vi: 'Cải chính, xin lỗi', en: 'Correction' }, clarification: { vi: 'Nói rõ thêm', en: 'Clarification' } }) },
          { name: 'at', type: 'date', required: true, label: label({ vi: 'Lúc', en: 'At' }), admin: { width: '50%', date: dateAndTime } },
        ],
      },
      { name: 'text', type: 'textarea', required: true, maxLength: 3000, label: label({ vi: 'Nội dung: điều đã sai và điều đúng', en: 'What was false and what is true' }) },
      recordedBy,
    ],
  },
  {
    name: 'retraction', type: 'group', label: label({ vi: 'Gỡ bài', en: 'Retraction' }),
    access: { create: publisher('articles'), update: publisher('articles') },
    admin: { description: label({ vi: 'Bài bị gỡ không còn nội dung trên mọi kênh; địa chỉ cũ báo là đã gỡ. Vẫn để trạng thái “đã xuất bản”.', en: 'A retracted article shows nothing anywhere; its address says that it is gone. It stays "published".' }) },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'at', type: 'date', disableDuplicate: true, label: label({ vi: 'Gỡ lúc', en: 'Retracted at' }), admin: { width: '50%', date: dateAndTime } },
          { name: 'reason', type: 'select', disableDuplicate: true, label: label({ vi: 'Lý do', en: 'Reason' }), admin: { width: '50%' }, options: options({ retracted: { vi: 'Tòa soạn rút bài', en: 'Taken back by the newspaper' }, legal: { vi: 'Theo yêu cầu của cơ quan có thẩm quyền', en: 'By order of an authority' } }) },
        ],
      },
      { name: 'note', type: 'textarea', maxLength: 1000, disableDuplicate: true, label: label({ vi: 'Lời nhắn người đọc', en: 'Note to readers' }) },
      { name: 'decision', type: 'relationship', relationTo: 'legal-documents', disableDuplicate: true, label: label({ vi: 'Văn bản yêu cầu', en: 'Order' }) },
      {
        name: 'liftedReason', type: 'textarea', maxLength: 1000, disableDuplicate: true, label: label({ vi: 'Lý do đăng lại (nội bộ)', en: 'Why it was put back (internal)' }),
        admin: { description: label({ vi: 'Chỉ tổng biên tập hoặc quản trị viên được đăng lại bài đã gỡ, và phải nêu lý do.', en: 'Only the editor-in-chief or an administrator puts a retracted article back, and says why.' }) },
      },
      recordedBy,
    ],
  },
]
