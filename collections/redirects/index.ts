import type { TextFieldSingleValidation } from 'payload'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { isWebAddress } from '../shared/fields/web-address.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'
import { normalizePath } from '../../src/newsroom/redirect-path.ts'
import { refuseChains } from './hooks.ts'

const validFrom: TextFieldSingleValidation = (value, { req }) =>
  (Boolean(value) && value?.startsWith('/') && value !== '/') || say({ req, vi: 'Đường dẫn cũ bắt đầu bằng “/” và không phải trang chủ, ví dụ /tin-cu.html', en: 'The old path begins with "/" and is not the front page, such as /old-story.html' })

const validTo: TextFieldSingleValidation = (value, { req, siblingData }) => {
  const isGone = (siblingData as { type?: string }).type === '410'
  if (isGone) return !value || say({ req, vi: 'Loại 410 (đã gỡ) không có đích.', en: 'Type 410 (gone) has no target.' })
  if (!value) return say({ req, vi: 'Chưa có đích.', en: 'The target is missing.' })
  return (value.startsWith('/') && !value.startsWith('//')) || isWebAddress(value) || say({ req, vi: 'Đích là đường dẫn bắt đầu bằng “/” hoặc địa chỉ https://…', en: 'The target is a path that begins with "/" or an address https://…' })
}

const pathOrAddress = (value: unknown): unknown => (typeof value === 'string' && value.trim().startsWith('/') ? (normalizePath(value) ?? value) : value)

export const redirects = defineCollection({
  slug: 'redirects',
  labels: collectionLabels({ vi: 'Chuyển hướng', en: ['Redirect', 'Redirects'] }),
  versions: false,
  defaultSort: 'from',
  defaultPopulate: { from: true, to: true, type: true },
  admin: {
    group: adminGroups.pages,
    useAsTitle: 'from',
    defaultColumns: ['from', 'type', 'to', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    description: label({ vi: 'Địa chỉ cũ dẫn đi đâu. Địa chỉ cũ của bài và sản phẩm đổi đường dẫn được chuyển tự động, không cần ghi ở đây.', en: 'Where old addresses lead. Former slugs of articles and products redirect by themselves.' }),
  },
  hooks: { beforeChange: [refuseChains] },
  fields: [
    { name: 'from', type: 'text', required: true, unique: true, index: true, maxLength: 400, validate: validFrom, disableDuplicate: true, label: label({ vi: 'Từ đường dẫn', en: 'From path' }), hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? (normalizePath(value) ?? value) : value)] } },
    {
      name: 'type', type: 'select', required: true, defaultValue: '301', label: label({ vi: 'Loại', en: 'Type' }),
      options: options({ '301': { vi: '301: chuyển hẳn', en: '301: moved for good' }, '302': { vi: '302: chuyển tạm', en: '302: for the time being' }, '410': { vi: '410: đã gỡ', en: '410: gone' } }),
    },
    {
      name: 'to', type: 'text', maxLength: 600, validate: validTo, label: label({ vi: 'Tới', en: 'To' }), hooks: { beforeValidate: [({ value }) => pathOrAddress(value)] },
      admin: { condition: (_, siblingData) => siblingData['type'] !== '410' },
    },
    { name: 'reason', type: 'text', maxLength: 300, label: label({ vi: 'Ghi chú (nội bộ)', en: 'Reason (internal)' }) },
  ],
})
