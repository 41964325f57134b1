import type { TextFieldSingleValidation } from 'payload'
import { env } from '../../src/env.ts'
import { type EventType, eventTypes } from '../../src/webhooks/event.ts'
import { type TargetProblem, targetPorts, targetProblem } from '../../src/webhooks/target.ts'
import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { collectionLabels, label, type Label, options, say } from '../shared/label.ts'
import { webhookEndpoints as endpoints } from './endpoints.ts'
import { changeSecrets, forgetDisabling } from './secrets.ts'

const eventLabels: Readonly<Record<EventType, Label>> = {
  'product.published': { vi: 'Sản phẩm: đăng mới', en: 'Product: published' },
  'product.updated': { vi: 'Sản phẩm: thay đổi', en: 'Product: updated' },
  'product.withdrawn': { vi: 'Sản phẩm: gỡ xuống', en: 'Product: withdrawn' },
  'certificate.expiring': { vi: 'Giấy chứng nhận: sắp hết hạn', en: 'Certificate: expiring' },
  'certificate.expired': { vi: 'Giấy chứng nhận: hết hạn', en: 'Certificate: expired' },
  'article.published': { vi: 'Bài viết: đăng mới', en: 'Article: published' },
  'article.updated': { vi: 'Bài viết: thay đổi', en: 'Article: updated' },
  'article.corrected': { vi: 'Bài viết: cải chính', en: 'Article: corrected' },
  'article.retracted': { vi: 'Bài viết: gỡ xuống', en: 'Article: retracted' },
}

const problems: Readonly<Record<TargetProblem, Label>> = {
  MALFORMED: { vi: 'Đây không phải địa chỉ web, hãy ghi như https://doi-tac.vn/ocop-webhook', en: 'This is no web address: write such as https://partner.vn/ocop-webhook' },
  NOT_HTTPS: { vi: 'Địa chỉ phải bắt đầu bằng https://', en: 'The address begins with https://' },
  CREDENTIALS: { vi: 'Không ghi tên người dùng và mật khẩu vào địa chỉ: thông báo đã có chữ ký.', en: 'No user name and password in the address: messages are signed.' },
  PORT: { vi: `Cổng phải là ${targetPorts.join(' hoặc ')}.`, en: `The port is ${targetPorts.join(' or ')}.` },
  PRIVATE: { vi: 'Địa chỉ này thuộc mạng nội bộ, không gửi tới được.', en: 'This is an address of a private network; nothing is sent there.' },
}

const validUrl: TextFieldSingleValidation = (value, { req }) => {
  const problem = targetProblem({ text: value ?? '', allow: env.WEBHOOK_ALLOW })
  return problem === null || say({ req, ...problems[problem] })
}

/** Receivers of signed messages: where partners want to hear of changes, and of which. */
export const webhookEndpoints = defineCollection({
  slug: 'webhook-endpoints',
  labels: collectionLabels({ vi: 'Điểm nhận thông báo', en: ['Webhook endpoint', 'Webhook endpoints'] }),
  versions: false,
  disableDuplicate: true,
  defaultSort: 'name',
  defaultPopulate: { name: true, active: true },
  endpoints,
  hooks: { beforeChange: [changeSecrets, forgetDisabling] },
  admin: {
    group: adminGroups.partners,
    useAsTitle: 'name',
    defaultColumns: ['name', 'partner', 'url', 'active', 'updatedAt'],
    listSearchableFields: ['searchFolded', 'url'],
    description: label({
      vi: 'Nơi đối tác nhận thông báo có chữ ký (Standard Webhooks) khi sản phẩm, giấy chứng nhận hay bài viết thay đổi.',
      en: 'Where partners receive signed messages (Standard Webhooks) when products, certificates or articles change.',
    }),
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên', en: 'Name' }) },
    { name: 'partner', type: 'relationship', relationTo: 'partner-sites', label: label({ vi: 'Trang đối tác', en: 'Partner site' }) },
    { name: 'url', type: 'text', required: true, maxLength: 600, validate: validUrl, label: label({ vi: 'Địa chỉ nhận', en: 'Address' }), admin: { placeholder: 'https://doi-tac.vn/ocop-webhook' } },
    { name: 'events', type: 'select', hasMany: true, required: true, defaultValue: [...eventTypes], options: options(eventLabels), label: label({ vi: 'Báo những việc gì', en: 'Events' }) },
    {
      name: 'filters', type: 'group', label: label({ vi: 'Bộ lọc', en: 'Filters' }),
      admin: { description: label({ vi: 'Để trống là không lọc.', en: 'Empty means no filter.' }) },
      fields: [
        { name: 'group', type: 'relationship', relationTo: 'product-groups', label: label({ vi: 'Ngành, nhóm sản phẩm', en: 'Product group' }) },
        { name: 'province', type: 'relationship', relationTo: 'administrative-units', filterOptions: { level: { equals: 'province' } }, label: label({ vi: 'Tỉnh, thành phố', en: 'Province' }), admin: { description: label({ vi: 'Tỉnh hiện nay gồm cả các tỉnh cũ hợp thành.', en: 'A current province takes in those it was formed from.' }) } },
        { name: 'category', type: 'relationship', relationTo: 'categories', label: label({ vi: 'Chuyên mục của bài', en: 'Category of articles' }) },
      ],
    },
    { name: 'panel', type: 'ui', admin: { components: { Field: '/src/admin/webhook-panel.tsx#WebhookPanel' }, condition: (data) => Boolean(data['id']), disableListColumn: true } },
    { name: 'active', type: 'checkbox', defaultValue: true, index: true, label: label({ vi: 'Đang gửi', en: 'Active' }), admin: { position: 'sidebar' } },
    {
      name: 'disabled', type: 'group', access: derivedOnly, label: label({ vi: 'Đã tự tắt', en: 'Switched off' }),
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean((data['disabled'] as { at?: unknown } | undefined)?.at), description: label({ vi: 'Máy nhận trả lời 410: không còn nhận nữa. Bật lại khi đối tác đã sửa.', en: 'The receiver answered 410: it is gone. Switch it on again once the partner has put it right.' }) },
      fields: [
        { name: 'at', type: 'date', label: label({ vi: 'Lúc', en: 'At' }), admin: { date: { pickerAppearance: 'dayAndTime' } } },
        { name: 'reason', type: 'select', label: label({ vi: 'Lý do', en: 'Reason' }), options: options({ gone: { vi: 'Trả lời 410', en: 'Answered 410' } }) },
      ],
    },
    { name: 'secrets', type: 'json', hidden: true, access: { ...derivedOnly, read: () => false } },
    { name: 'secretShown', type: 'checkbox', access: derivedOnly, defaultValue: false, label: label({ vi: 'Khóa ký đã hiện', en: 'Secret was shown' }), admin: { hidden: true } },
    demoField(),
    searchFoldedField({ of: ['name', 'url'] }),
  ],
})
