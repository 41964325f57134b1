import type { DateField, DateFieldValidation, Field, FieldHook } from 'payload'
import { now } from '../../../src/clock.ts'
import { derivedOnly } from '../access/predicates.ts'
import { label, say } from '../label.ts'

const dateAndTime: NonNullable<DateField['admin']>['date'] = { pickerAppearance: 'dayAndTime', displayFormat: 'HH:mm, dd/MM/yyyy', timeFormat: 'HH:mm' }

const publishes = (data: { _status?: unknown } | undefined): boolean => data?._status === 'published'

// What was once published keeps its date, also when a version from before is restored.
const settlePublishedAt: FieldHook = ({ data, value, originalDoc }) => {
  if (!publishes(data) || value) return value
  return originalDoc?.firstPublishedAt ?? now().toISOString()
}

const settleFirstPublishedAt: FieldHook = ({ data, operation, originalDoc, value }) => {
  const first: unknown = (operation === 'update' ? originalDoc?.firstPublishedAt : value) ?? null
  return first ?? (publishes(data) ? now().toISOString() : null)
}

const afterPublishedAt: DateFieldValidation = (value, { req, siblingData }) => {
  const from = (siblingData as { publishedAt?: string | Date }).publishedAt
  if (!value || !from || new Date(value) > new Date(from)) return true
  return say({ req, vi: 'Thời điểm gỡ phải sau thời điểm đăng.', en: 'It has to end after it begins.' })
}

/**
 * When a published document is before the public: `publishedAt <= now < unpublishAt`. Scheduling is setting these dates.
 * `publishedAt` is set on first publication when empty; `firstPublishedAt` remembers that instant for good.
 */
export const publishWindowFields = (): Field[] => [
  {
    name: 'publishedAt',
    type: 'date',
    index: true,
    label: label({ vi: 'Thời điểm đăng', en: 'Published at' }),
    disableDuplicate: true,
    hooks: { beforeChange: [settlePublishedAt] },
    admin: {
      position: 'sidebar',
      date: dateAndTime,
      description: label({ vi: 'Để trống: ngay khi xuất bản. Đặt trong tương lai: hẹn giờ đăng.', en: 'Empty: at once. In the future: scheduled.' }),
    },
  },
  {
    name: 'unpublishAt',
    type: 'date',
    index: true,
    label: label({ vi: 'Thời điểm gỡ', en: 'Unpublish at' }),
    disableDuplicate: true,
    validate: afterPublishedAt,
    admin: { position: 'sidebar', date: dateAndTime, description: label({ vi: 'Để trống: không tự gỡ.', en: 'Empty: it stays.' }) },
  },
  {
    name: 'firstPublishedAt',
    type: 'date',
    index: true,
    label: label({ vi: 'Đăng lần đầu', en: 'First published' }),
    access: derivedOnly,
    disableDuplicate: true,
    hooks: { beforeChange: [settleFirstPublishedAt] },
    admin: { position: 'sidebar', readOnly: true, date: dateAndTime, condition: (data) => Boolean(data['firstPublishedAt']) },
  },
]
