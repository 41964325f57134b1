import type { Field, TextFieldSingleValidation } from 'payload'
import { adminGroups } from '../../collections/shared/admin-groups.ts'
import { defineGlobal } from '../../collections/shared/define-global.ts'
import { isWebAddress } from '../../collections/shared/fields/web-address.ts'
import { label, type Label, options, say } from '../../collections/shared/label.ts'

type Kind = 'link' | 'category' | 'topic'
const isKind = (kind: Kind) => (_: unknown, siblingData: { kind?: unknown } | undefined): boolean => siblingData?.kind === kind

const validTarget: TextFieldSingleValidation = (value, { req, siblingData }) => {
  if ((siblingData as { kind?: Kind }).kind !== 'link') return true
  if (!value) return say({ req, vi: 'Chưa có địa chỉ.', en: 'The address is missing.' })
  return (/^\/(?!\/)/.test(value) && !/\s/.test(value)) || isWebAddress(value) || say({ req, vi: 'Địa chỉ bắt đầu bằng “/” hoặc https://', en: 'An address begins with "/" or https://' })
}

const needed = (kind: Kind, message: Label) => (value: unknown, { req, siblingData }: { req: { i18n?: { language?: string } }; siblingData: unknown }) =>
  (siblingData as { kind?: Kind }).kind !== kind || Boolean(value) || say({ req, ...message })

const itemFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      { name: 'label', type: 'text', required: true, maxLength: 60, label: label({ vi: 'Nhãn', en: 'Label' }), admin: { width: '50%' } },
      {
        name: 'kind', type: 'select', required: true, defaultValue: 'link', label: label({ vi: 'Dẫn tới', en: 'Leads to' }), admin: { width: '50%' },
        options: options<Kind>({ link: { vi: 'Địa chỉ', en: 'An address' }, category: { vi: 'Chuyên mục', en: 'A category' }, topic: { vi: 'Chủ đề', en: 'A topic' } }),
      },
    ],
  },
  { name: 'url', type: 'text', maxLength: 400, validate: validTarget, label: label({ vi: 'Địa chỉ', en: 'Address' }), admin: { condition: isKind('link') } },
  { name: 'category', type: 'relationship', relationTo: 'categories', validate: needed('category', { vi: 'Chưa chọn chuyên mục.', en: 'Choose a category.' }), label: label({ vi: 'Chuyên mục', en: 'Category' }), admin: { condition: isKind('category') } },
  { name: 'topic', type: 'relationship', relationTo: 'topics', validate: needed('topic', { vi: 'Chưa chọn chủ đề.', en: 'Choose a topic.' }), label: label({ vi: 'Chủ đề', en: 'Topic' }), admin: { condition: isKind('topic') } },
]

const itemLabels = { singular: label({ vi: 'Mục', en: 'Item' }), plural: label({ vi: 'Các mục', en: 'Items' }) }

const menu = ({ name, label: text }: { name: string; label: Label }): Field => ({
  name, type: 'array', maxRows: 30, label: label(text), labels: itemLabels, admin: { initCollapsed: true },
  fields: [...itemFields(), { name: 'children', type: 'array', maxRows: 30, label: label({ vi: 'Mục con', en: 'Items below' }), labels: itemLabels, fields: itemFields() }],
})

export const navigation = defineGlobal({
  slug: 'navigation',
  label: label({ vi: 'Menu', en: 'Navigation' }),
  admin: { group: adminGroups.pages, description: label({ vi: 'Menu đầu trang và chân trang. Mục dẫn tới chuyên mục đã ẩn thì tự biến mất.', en: 'The menus at the head and the foot. An item for a hidden category disappears.' }) },
  fields: [menu({ name: 'header', label: { vi: 'Đầu trang', en: 'Header' } }), menu({ name: 'footer', label: { vi: 'Chân trang', en: 'Footer' } })],
})
