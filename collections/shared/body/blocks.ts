import type { Block, Field } from 'payload'
import { label } from '../label.ts'
import { embedBlock } from './embed-block.ts'
import { tableBlock } from './table-block.ts'

const names = ({ vi, en }: { vi: string; en: string }) => ({ singular: label({ vi, en }), plural: label({ vi, en }) })

const caption: Field = { name: 'caption', type: 'textarea', maxLength: 600, label: label({ vi: 'Chú thích', en: 'Caption' }), admin: { description: label({ vi: 'Để trống: lấy chú thích của ảnh.', en: 'Empty: the caption of the image.' }) } }
const credit: Field = { name: 'credit', type: 'text', maxLength: 160, label: label({ vi: 'Tác giả, nguồn ảnh', en: 'Credit' }), admin: { description: label({ vi: 'Để trống: lấy của ảnh.', en: 'Empty: that of the image.' }) } }
const note: Field = { name: 'note', type: 'text', maxLength: 300, label: label({ vi: 'Lời dẫn', en: 'Note' }) }
const heading = ({ required = false }: { required?: boolean } = {}): Field => ({ name: 'title', type: 'text', required, maxLength: 160, label: label({ vi: 'Tiêu đề', en: 'Title' }) })

const image: Block = {
  slug: 'image',
  labels: names({ vi: 'Ảnh', en: 'Image' }),
  fields: [{ name: 'image', type: 'upload', relationTo: 'media', required: true, label: label({ vi: 'Ảnh', en: 'Image' }) }, caption, credit],
}

const gallery: Block = {
  slug: 'gallery',
  labels: names({ vi: 'Bộ ảnh', en: 'Gallery' }),
  fields: [
    heading(),
    {
      name: 'images', type: 'array', required: true, minRows: 2, maxRows: 60,
      label: label({ vi: 'Các ảnh', en: 'Images' }),
      labels: { singular: label({ vi: 'Ảnh', en: 'Image' }), plural: label({ vi: 'Ảnh', en: 'Images' }) },
      fields: [{ name: 'image', type: 'upload', relationTo: 'media', required: true, label: label({ vi: 'Ảnh', en: 'Image' }) }, caption, credit],
    },
  ],
}

const quote: Block = {
  slug: 'quote',
  labels: names({ vi: 'Trích dẫn', en: 'Quote' }),
  fields: [
    { name: 'text', type: 'textarea', required: true, maxLength: 1500, label: label({ vi: 'Lời trích', en: 'Words' }) },
    {
      type: 'row',
      fields: [
        { name: 'source', type: 'text', maxLength: 160, label: label({ vi: 'Người nói', en: 'Who said it' }), admin: { width: '50%' } },
        { name: 'role', type: 'text', maxLength: 200, label: label({ vi: 'Chức vụ', en: 'Position' }), admin: { width: '50%' } },
      ],
    },
  ],
}

const factBox: Block = {
  slug: 'factBox',
  labels: names({ vi: 'Hộp số liệu', en: 'Fact box' }),
  fields: [
    heading({ required: true }),
    { name: 'text', type: 'textarea', maxLength: 1500, label: label({ vi: 'Lời dẫn', en: 'Text' }) },
    {
      name: 'rows', type: 'array', maxRows: 30,
      label: label({ vi: 'Số liệu', en: 'Facts' }),
      labels: { singular: label({ vi: 'Dòng', en: 'Row' }), plural: label({ vi: 'Dòng', en: 'Rows' }) },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Nội dung', en: 'Label' }), admin: { width: '60%' } },
            { name: 'value', type: 'text', required: true, maxLength: 200, label: label({ vi: 'Giá trị', en: 'Value' }), admin: { width: '40%' } },
          ],
        },
      ],
    },
  ],
}

const productCard: Block = {
  slug: 'productCard',
  labels: names({ vi: 'Sản phẩm OCOP', en: 'Product' }),
  fields: [{ name: 'product', type: 'relationship', relationTo: 'products', required: true, label: label({ vi: 'Sản phẩm', en: 'Product' }) }, note],
}

const productList: Block = {
  slug: 'productList',
  labels: names({ vi: 'Danh sách sản phẩm', en: 'Product list' }),
  fields: [heading(), { name: 'products', type: 'relationship', relationTo: 'products', hasMany: true, required: true, minRows: 1, maxRows: 60, label: label({ vi: 'Sản phẩm', en: 'Products' }) }],
}

const relatedArticles: Block = {
  slug: 'relatedArticles',
  labels: names({ vi: 'Tin liên quan', en: 'Related articles' }),
  fields: [heading(), { name: 'articles', type: 'relationship', relationTo: 'articles', hasMany: true, required: true, minRows: 1, maxRows: 10, label: label({ vi: 'Bài viết', en: 'Articles' }) }],
}

const documentLink: Block = {
  slug: 'documentLink',
  labels: names({ vi: 'Văn bản', en: 'Legal document' }),
  fields: [{ name: 'document', type: 'relationship', relationTo: 'legal-documents', required: true, label: label({ vi: 'Văn bản', en: 'Document' }) }, note],
}

// Payload's own field for naming a block would only ask editors for one more text.
const unnamed = (block: Block): Block => ({ ...block, admin: { ...block.admin, disableBlockName: true } })

/** What can stand between the paragraphs of an article. */
export const articleBlocks: Block[] = [image, gallery, quote, factBox, tableBlock, productCard, productList, relatedArticles, embedBlock, documentLink].map(unnamed)

/** What can stand in the description of a product. */
export const descriptionBlocks: Block[] = [image, gallery, factBox, tableBlock, embedBlock, documentLink].map(unnamed)
