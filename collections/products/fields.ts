import type { Field } from 'payload'
import { derivedOnly } from '../shared/access/predicates.ts'
import { descriptionBlocks } from '../shared/body/blocks.ts'
import { bodyField } from '../shared/body/body-field.ts'
import { dayField } from '../shared/fields/day-field.ts'
import { formerSlugsField } from '../shared/fields/former-slugs-field.ts'
import { originFields } from '../shared/fields/origin-fields.ts'
import { seoField } from '../shared/fields/seo-field.ts'
import { webAddress } from '../shared/fields/web-address.ts'
import { label, options } from '../shared/label.ts'
import { leafToPublish, nameToPublish, producerToPublish, summaryToPublish, validAmount, validGtin } from './validators.ts'

const standardOptions = options({
  vietgap: { vi: 'VietGAP', en: 'VietGAP' },
  globalgap: { vi: 'GLOBALG.A.P.', en: 'GLOBALG.A.P.' },
  haccp: { vi: 'HACCP', en: 'HACCP' },
  'iso-22000': { vi: 'ISO 22000', en: 'ISO 22000' },
  organic: { vi: 'Hữu cơ', en: 'Organic' },
  halal: { vi: 'Halal', en: 'Halal' },
  gmp: { vi: 'GMP', en: 'GMP' },
  other: { vi: 'Tiêu chuẩn khác', en: 'Another standard' },
})

const availabilityOptions = options({
  'in-stock': { vi: 'Còn hàng', en: 'In stock' },
  seasonal: { vi: 'Theo mùa', en: 'Seasonal' },
  'out-of-stock': { vi: 'Hết hàng', en: 'Out of stock' },
  discontinued: { vi: 'Ngừng sản xuất', en: 'Discontinued' },
})

/** What readers see first. */
export const presentation: Field[] = [
  { name: 'name', type: 'text', required: true, maxLength: 200, validate: nameToPublish, label: label({ vi: 'Tên sản phẩm', en: 'Name' }), admin: { placeholder: 'Miến dong Tài Hoan' } },
  { name: 'summary', type: 'textarea', required: true, maxLength: 600, validate: summaryToPublish, label: label({ vi: 'Tóm tắt', en: 'Summary' }), admin: { description: label({ vi: 'Một, hai câu hiện trong danh sách và đầu trang.', en: 'A sentence or two, shown in lists and at the head of the page.' }) } },
  {
    name: 'images',
    type: 'array',
    label: label({ vi: 'Ảnh', en: 'Images' }),
    labels: { singular: label({ vi: 'Ảnh', en: 'Image' }), plural: label({ vi: 'Ảnh', en: 'Images' }) },
    admin: { description: label({ vi: 'Ảnh đầu tiên là ảnh đại diện.', en: 'The first one stands for the product.' }) },
    fields: [
      { name: 'image', type: 'upload', relationTo: 'media', required: true, label: label({ vi: 'Ảnh', en: 'Image' }) },
      { name: 'caption', type: 'text', maxLength: 300, label: label({ vi: 'Chú thích', en: 'Caption' }) },
    ],
  },
  bodyField({ name: 'description', label: { vi: 'Mô tả', en: 'Description' }, blocks: descriptionBlocks }),
]

/** What it is and where it comes from. */
export const origin: Field[] = [
  {
    name: 'group',
    type: 'relationship',
    relationTo: 'product-groups',
    required: true,
    index: true,
    validate: leafToPublish,
    filterOptions: { and: [{ level: { equals: 'leaf' } }, { classification: { equals: '26-2026' } }] },
    label: label({ vi: 'Nhóm sản phẩm', en: 'Product group' }),
    admin: { allowCreate: false, description: label({ vi: 'Phân nhóm theo 26/2026/QĐ-TTg.', en: 'A leaf by 26/2026/QĐ-TTg.' }) },
  },
  { name: 'producer', type: 'relationship', relationTo: 'producers', required: true, index: true, validate: producerToPublish, label: label({ vi: 'Chủ thể', en: 'Producer' }) },
  {
    type: 'row',
    fields: [
      { name: 'brand', type: 'relationship', relationTo: 'partner-brands', index: true, label: label({ vi: 'Thương hiệu đối tác', en: 'Partner brand' }), admin: { width: '50%', allowCreate: false } },
      { name: 'tradeName', type: 'text', maxLength: 120, label: label({ vi: 'Tên thương mại', en: 'Trade name' }), admin: { width: '50%', condition: (data) => !data['brand'], description: label({ vi: 'Nhãn hiệu in trên bao bì, khi không phải thương hiệu đối tác.', en: 'The brand as printed, when it is not a partner’s.' }) } },
    ],
  },
  ...originFields({ label: { vi: 'Nơi sản xuất', en: 'Unit of origin' } }),
]

/** What is on the package. */
export const packaging: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'netWeight', type: 'text', maxLength: 60, label: label({ vi: 'Khối lượng tịnh', en: 'Net weight' }), admin: { width: '33%', placeholder: '500 g' } },
      { name: 'packaging', type: 'text', maxLength: 200, label: label({ vi: 'Quy cách đóng gói', en: 'Packaging' }), admin: { width: '33%' } },
      { name: 'season', type: 'text', maxLength: 200, label: label({ vi: 'Mùa vụ', en: 'Season' }), admin: { width: '34%' } },
    ],
  },
  { name: 'ingredients', type: 'textarea', maxLength: 2000, label: label({ vi: 'Thành phần', en: 'Ingredients' }) },
  { name: 'standards', type: 'select', hasMany: true, options: standardOptions, label: label({ vi: 'Tiêu chuẩn khác', en: 'Standards' }), admin: { description: label({ vi: 'Ngoài OCOP.', en: 'Besides OCOP.' }) } },
  {
    type: 'row',
    fields: [
      { name: 'productCode', type: 'text', maxLength: 40, label: label({ vi: 'Mã sản phẩm OCOP', en: 'OCOP product code' }), admin: { width: '50%', placeholder: '83-832-28882-2-2022', description: label({ vi: 'Như đã cấp.', en: 'As issued.' }) } },
      {
        name: 'gtin',
        type: 'text',
        index: true,
        validate: validGtin,
        label: label({ vi: 'GTIN (mã vạch)', en: 'GTIN (barcode)' }),
        hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.replace(/[\s-]/g, '') || null : value)] },
        admin: { width: '50%', description: label({ vi: 'Dãy số dưới mã vạch.', en: 'The number below the barcode.' }) },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'traceCode', type: 'text', maxLength: 120, label: label({ vi: 'Mã truy xuất nguồn gốc', en: 'Traceability code' }), admin: { width: '40%' } },
      { name: 'traceUrl', type: 'text', maxLength: 2000, validate: webAddress, label: label({ vi: 'Địa chỉ truy xuất', en: 'Traceability address' }), admin: { width: '60%', placeholder: 'https://' } },
    ],
  },
]

/** Where it is sold and for how much. */
export const sales: Field[] = [
  {
    name: 'price',
    type: 'group',
    label: label({ vi: 'Giá tham khảo', en: 'Indicative price' }),
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'amount', type: 'number', validate: validAmount, label: label({ vi: 'Giá (đồng)', en: 'Price (VND)' }), admin: { width: '50%', step: 500 } },
          dayField({
            name: 'day',
            label: { vi: 'Giá tại ngày', en: 'As of' },
            description: { vi: 'Để trống: hôm nay.', en: 'Empty: today.' },
            admin: { width: '50%' },
          }),
        ],
      },
    ],
  },
  { name: 'availability', type: 'select', options: availabilityOptions, label: label({ vi: 'Tình trạng hàng', en: 'Availability' }) },
  {
    name: 'purchaseLinks',
    type: 'array',
    label: label({ vi: 'Nơi bán', en: 'Purchase links' }),
    labels: { singular: label({ vi: 'Nơi bán', en: 'Link' }), plural: label({ vi: 'Nơi bán', en: 'Links' }) },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'label', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên', en: 'Label' }), admin: { width: '35%' } },
          { name: 'url', type: 'text', required: true, maxLength: 2000, validate: webAddress, label: label({ vi: 'Địa chỉ', en: 'Address' }), admin: { width: '65%', placeholder: 'https://' } },
        ],
      },
    ],
  },
]

/** What the certificates say; nobody types it. */
export const recognition: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'stars', type: 'number', index: true, access: derivedOnly, disableDuplicate: true, label: label({ vi: 'Hạng sao hiện nay', en: 'Stars today' }), admin: { readOnly: true, width: '33%', components: { Cell: '/src/admin/stars-cell.tsx#StarsCell' }, description: label({ vi: 'Tính từ giấy chứng nhận còn hiệu lực.', en: 'From the certificates in force.' }) } },
      dayField({ name: 'starsThrough', index: true, access: derivedOnly, disableDuplicate: true, label: { vi: 'Còn đến hết ngày', en: 'Through' }, admin: { readOnly: true, width: '33%' } }),
      dayField({ name: 'starsChangeOn', index: true, access: derivedOnly, disableDuplicate: true, label: { vi: 'Thay đổi tiếp theo', en: 'Next change' }, admin: { readOnly: true, width: '34%' } }),
    ],
  },
  {
    name: 'certificates',
    type: 'join',
    collection: 'certificates',
    on: 'product',
    defaultSort: '-issuedDay',
    defaultLimit: 10,
    label: label({ vi: 'Giấy chứng nhận', en: 'Certificates' }),
    admin: { defaultColumns: ['title', 'stars', 'kind', 'issuedDay', 'lastDay'] },
  },
]

/** Articles about it. */
export const articles: Field[] = [
  {
    name: 'relatedArticles',
    type: 'join',
    collection: 'articles',
    on: 'products',
    defaultSort: '-publishedAt',
    defaultLimit: 10,
    label: label({ vi: 'Bài viết về sản phẩm', en: 'Articles about it' }),
    admin: { allowCreate: false, defaultColumns: ['title', '_status', 'publishedAt'] },
  },
]

export const search: Field[] = [seoField(), formerSlugsField()]
