import type { Field, TextFieldSingleValidation } from 'payload'
import { adminGroups } from '../../collections/shared/admin-groups.ts'
import { defineGlobal } from '../../collections/shared/define-global.ts'
import { label, type Label, say } from '../../collections/shared/label.ts'
import { type AddressedKind, addressedKinds, addressTemplateProblem, defaultAddressTemplates } from '../../src/newsroom/address-template.ts'

const kindLabels: Readonly<Record<AddressedKind, Label>> = {
  article: { vi: 'Bài viết', en: 'Article' },
  author: { vi: 'Tác giả', en: 'Author' },
  category: { vi: 'Chuyên mục', en: 'Category' },
  topic: { vi: 'Chủ đề', en: 'Topic' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  productGroup: { vi: 'Nhóm sản phẩm', en: 'Product group' },
  administrativeUnit: { vi: 'Địa phương', en: 'Administrative unit' },
  legalDocument: { vi: 'Văn bản', en: 'Legal document' },
  partnerBrand: { vi: 'Thương hiệu', en: 'Partner brand' },
}

const validTemplate = (kind: AddressedKind): TextFieldSingleValidation => (value, { req, siblingData }) => {
  if (!value) return say({ req, vi: 'Chưa có mẫu địa chỉ.', en: 'The template is missing.' })
  const problem = addressTemplateProblem({ kind, template: value })
  if (problem) return say({ req, ...problem })
  const templates = siblingData as Partial<Record<AddressedKind, string>>
  const twin = addressedKinds.find((other) => other !== kind && templates[other] === value)
  return !twin || say({ req, vi: `Trùng với mẫu của “${kindLabels[twin].vi}”: hai loại trang sẽ có cùng địa chỉ.`, en: `The same as that of "${kindLabels[twin].en}": pages of two kinds would share an address.` })
}

const templateField = (kind: AddressedKind): Field => ({
  name: kind, type: 'text', required: true, maxLength: 120, label: label(kindLabels[kind]), defaultValue: defaultAddressTemplates[kind], validate: validTemplate(kind), admin: { width: '50%' },
})

const rows = (fields: Field[]): Field[] =>
  Array.from({ length: Math.ceil(fields.length / 2) }, (_, index) => ({ type: 'row', fields: fields.slice(index * 2, index * 2 + 2) }))

export const siteSettings = defineGlobal({
  slug: 'site-settings',
  label: label({ vi: 'Thông tin tòa soạn', en: 'Site settings' }),
  admin: { group: adminGroups.pages, description: label({ vi: 'In ở đầu và chân mọi trang.', en: 'Printed at the head and foot of every page.' }) },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: label({ vi: 'Tòa soạn', en: 'Newspaper' }),
          fields: [
            { name: 'siteName', type: 'text', required: true, maxLength: 120, defaultValue: 'OCOP Press', label: label({ vi: 'Tên báo', en: 'Name' }) },
            { name: 'tagline', type: 'text', maxLength: 200, label: label({ vi: 'Khẩu hiệu', en: 'Tagline' }) },
            { name: 'publisher', type: 'text', maxLength: 200, label: label({ vi: 'Cơ quan chủ quản', en: 'Governing body' }) },
            { name: 'licence', type: 'textarea', maxLength: 400, label: label({ vi: 'Giấy phép hoạt động báo chí', en: 'Press licence' }) },
            { name: 'editorInChief', type: 'text', maxLength: 120, label: label({ vi: 'Tổng biên tập', en: 'Editor-in-chief' }) },
            {
              name: 'contact', type: 'group', label: label({ vi: 'Liên hệ', en: 'Contact' }),
              fields: [
                { name: 'address', type: 'textarea', maxLength: 300, label: label({ vi: 'Địa chỉ', en: 'Address' }) },
                { type: 'row', fields: [
                  { name: 'phone', type: 'text', maxLength: 60, label: label({ vi: 'Điện thoại', en: 'Telephone' }), admin: { width: '50%' } },
                  { name: 'email', type: 'email', label: label({ vi: 'Thư điện tử', en: 'E-mail' }), admin: { width: '50%' } },
                ] },
              ],
            },
          ],
        },
        {
          label: label({ vi: 'Mẫu địa chỉ', en: 'Addresses' }),
          description: label({
            vi: 'Địa chỉ trang của từng loại trên website, dùng {slug}, {number}, {path}. Đổi mẫu là đổi địa chỉ của mọi trang đã có: hãy thống nhất với người làm website trước.',
            en: 'How pages of each kind are addressed on the reader site, with {slug}, {number}, {path}. A change moves every page there is: agree with the makers of the site first.',
          }),
          fields: [{ name: 'addressTemplates', type: 'group', label: false, fields: rows(addressedKinds.map(templateField)) }],
        },
      ],
    },
  ],
})
