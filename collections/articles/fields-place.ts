import type { Field } from 'payload'
import { webAddress } from '../shared/fields/web-address.ts'
import { label } from '../shared/label.ts'

/** Where the article belongs and what it is about. */
export const placeFields: Field[] = [
  { name: 'categories', type: 'relationship', relationTo: 'categories', hasMany: true, maxRows: 10, label: label({ vi: 'Chuyên mục khác', en: 'Further categories' }) },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, maxRows: 10, label: label({ vi: 'Chủ đề, sự kiện', en: 'Topics' }) },
  {
    name: 'provinces', type: 'relationship', relationTo: 'administrative-units', hasMany: true, maxRows: 40, label: label({ vi: 'Tỉnh, thành phố liên quan', en: 'Provinces concerned' }),
    admin: { description: label({ vi: 'Chọn đơn vị của thời điểm bài viết nói tới: bài năm 2021 về Bắc Kạn thì chọn Bắc Kạn.', en: 'The unit of the time the article speaks of.' }) },
  },
  { name: 'products', type: 'relationship', relationTo: 'products', hasMany: true, maxRows: 60, label: label({ vi: 'Sản phẩm được nhắc tới', en: 'Products' }) },
  { name: 'brands', type: 'relationship', relationTo: 'partner-brands', hasMany: true, maxRows: 30, label: label({ vi: 'Thương hiệu được nhắc tới', en: 'Brands' }) },
  { name: 'legalDocuments', type: 'relationship', relationTo: 'legal-documents', hasMany: true, maxRows: 30, label: label({ vi: 'Văn bản được dẫn', en: 'Legal documents cited' }) },
  {
    name: 'relatedArticles', type: 'relationship', relationTo: 'articles', hasMany: true, maxRows: 12, label: label({ vi: 'Tin liên quan', en: 'Related articles' }),
    filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    admin: { description: label({ vi: 'Chọn tay, theo thứ tự. Còn thiếu thì hệ thống tự bổ sung.', en: 'Chosen by hand, in order. What is missing is filled automatically.' }) },
  },
  {
    name: 'relatedLinks', type: 'array', maxRows: 12, label: label({ vi: 'Liên kết liên quan', en: 'Related links' }),
    labels: { singular: label({ vi: 'Liên kết', en: 'Link' }), plural: label({ vi: 'Liên kết', en: 'Links' }) },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'title', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Tên', en: 'Title' }), admin: { width: '50%' } },
          { name: 'url', type: 'text', required: true, validate: webAddress, label: label({ vi: 'Địa chỉ', en: 'Address' }), admin: { width: '50%' } },
        ],
      },
    ],
  },
]
