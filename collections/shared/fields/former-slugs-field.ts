import type { ArrayField } from 'payload'
import { derivedOnly } from '../access/predicates.ts'
import { label } from '../label.ts'

/** The slugs under which a published document stood before; hooks/settle-slug.ts adds to it, so that old addresses redirect. */
export const formerSlugsField = (): ArrayField => ({
  name: 'formerSlugs',
  type: 'array',
  label: label({ vi: 'Đường dẫn cũ', en: 'Former slugs' }),
  access: derivedOnly,
  disableDuplicate: true,
  admin: {
    readOnly: true,
    initCollapsed: true,
    condition: (data) => Array.isArray(data['formerSlugs']) && data['formerSlugs'].length > 0,
    description: label({ vi: 'Người đọc vào các địa chỉ này được chuyển tới địa chỉ hiện tại.', en: 'Readers of these addresses are sent to the present one.' }),
  },
  fields: [
    { name: 'slug', type: 'text', label: label({ vi: 'Đường dẫn', en: 'Slug' }), index: true },
    { name: 'changedAt', type: 'date', label: label({ vi: 'Đổi lúc', en: 'Changed at' }) },
  ],
})
