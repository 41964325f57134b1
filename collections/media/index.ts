import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { createdByField } from '../shared/fields/created-by-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { collectionLabels, label, options } from '../shared/label.ts'
import { env } from '../../src/env.ts'
import { acceptImage, derivePlaceholder } from './hooks.ts'
import { imageSizes, mimeTypes } from './image-formats.ts'

export const media = defineCollection({
  slug: 'media',
  labels: collectionLabels({ vi: 'Ảnh', en: ['Image', 'Images'] }),
  versions: false,
  upload: {
    staticDir: env.UPLOAD_DIR,
    mimeTypes: [...mimeTypes],
    imageSizes,
    adminThumbnail: 'thumbnail',
    focalPoint: true,
    crop: true,
    pasteURL: false,
    displayPreview: true,
  },
  defaultPopulate: { alt: true, caption: true, credit: true, filename: true, mimeType: true, width: true, height: true, url: true, thumbnailURL: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'credit', 'rights', 'updatedAt'],
    listSearchableFields: ['filename', 'searchFolded'],
    description: label({ vi: 'Ảnh JPEG, PNG, WebP, AVIF hoặc GIF. Các cỡ ảnh được tạo tự động; hãy đặt tiêu điểm để ảnh cắt không mất mặt người.', en: 'JPEG, PNG, WebP, AVIF or GIF. Renditions are made automatically; set the focal point so that crops keep what matters.' }),
  },
  hooks: { beforeOperation: [acceptImage] },
  fields: [
    {
      name: 'alt', type: 'text', required: true, maxLength: 300,
      label: label({ vi: 'Mô tả ảnh (alt)', en: 'Alternative text' }),
      admin: { description: label({ vi: 'Ảnh cho thấy gì, viết cho người không nhìn thấy ảnh. Khác với chú thích.', en: 'What it shows, for those who do not see it. Not the caption.' }) },
    },
    { name: 'caption', type: 'textarea', maxLength: 600, label: label({ vi: 'Chú thích', en: 'Caption' }) },
    {
      type: 'row',
      fields: [
        { name: 'credit', type: 'text', maxLength: 160, label: label({ vi: 'Tác giả, nguồn ảnh', en: 'Credit' }), admin: { width: '50%', placeholder: label({ vi: 'Ảnh: Hồng Ánh', en: 'Photo: Hồng Ánh' }) } },
        {
          name: 'rights', type: 'select', defaultValue: 'unknown', label: label({ vi: 'Quyền sử dụng', en: 'Rights' }), admin: { width: '50%' },
          options: options({
            own: { vi: 'Ảnh của tòa soạn', en: 'Our own' },
            agency: { vi: 'Hãng thông tấn', en: 'Agency' },
            partner: { vi: 'Đối tác, chủ thể cung cấp', en: 'Supplied by a partner' },
            free: { vi: 'Được dùng tự do', en: 'Free to use' },
            unknown: { vi: 'Chưa rõ', en: 'Unknown' },
          }),
        },
      ],
    },
    { name: 'rightsNote', type: 'textarea', maxLength: 600, label: label({ vi: 'Ghi chú bản quyền (nội bộ)', en: 'Rights note (internal)' }) },
    {
      name: 'publiclyAvailable', type: 'checkbox', defaultValue: true,
      label: label({ vi: 'Được phép công khai', en: 'May be public' }),
      admin: { position: 'sidebar', description: label({ vi: 'Bỏ chọn thì ảnh biến mất ở mọi trang.', en: 'Unchecked, the image disappears from every page.' }) },
    },
    {
      name: 'placeholder', type: 'text', label: label({ vi: 'Ảnh chờ', en: 'Placeholder' }),
      hooks: { beforeChange: [derivePlaceholder] },
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    createdByField(),
    demoField(),
    searchFoldedField({ of: ['alt', 'caption', 'credit', 'filename'] }),
  ],
})
