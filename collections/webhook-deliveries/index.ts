import type { CollectionConfig, Field } from 'payload'
import { LOG_DAYS } from '../../src/webhooks/keep-log.ts'
import { accessTo } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { collectionLabels, label, type Label, options } from '../shared/label.ts'
import { deliveryEndpoints } from './endpoints.ts'

const text = (name: string, said: Label, more: object = {}): Field => ({ name, type: 'text', required: true, label: label(said), ...more }) as Field
const number = (name: string, said: Label): Field => ({ name, type: 'number', required: true, label: label(said) })
const instant = (name: string, said: Label, more: object = {}): Field => ({ name, type: 'date', label: label(said), admin: { date: { pickerAppearance: 'dayAndTime' } }, ...more }) as Field

/** The log of messages: one entry for each message to each receiver, with its attempts. The program writes it; people read it and send again. */
export const webhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: collectionLabels({ vi: 'Nhật ký thông báo', en: ['Webhook delivery', 'Webhook deliveries'] }),
  access: accessTo('webhook-deliveries'),
  versions: false,
  disableDuplicate: true,
  graphQL: false,
  lockDocuments: false,
  defaultSort: '-at',
  endpoints: deliveryEndpoints,
  admin: {
    group: adminGroups.partners,
    useAsTitle: 'about',
    defaultColumns: ['at', 'receiver', 'type', 'about', 'state', 'tries', 'nextAt'],
    listSearchableFields: ['about', 'receiver', 'messageId'],
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    description: label({ vi: `Từng thông báo gửi cho từng điểm nhận, giữ ${LOG_DAYS} ngày.`, en: `Each message to each receiver, kept for ${LOG_DAYS} days.` }),
  },
  fields: [
    { name: 'panel', type: 'ui', admin: { components: { Field: '/src/admin/webhook-attempts.tsx#WebhookAttempts' }, disableListColumn: true } },
    // Not a relation: a receiver can be deleted, and what it was sent stays.
    text('endpoint', { vi: 'Mã điểm nhận', en: 'Receiver id' }, { index: true }),
    text('receiver', { vi: 'Điểm nhận', en: 'Receiver' }),
    text('about', { vi: 'Về', en: 'About' }),
    text('type', { vi: 'Việc', en: 'Event' }),
    text('messageId', { vi: 'Mã thông báo', en: 'Message id' }, { index: true }),
    instant('at', { vi: 'Lúc', en: 'At' }, { required: true, index: true }),
    {
      name: 'state', type: 'select', required: true, label: label({ vi: 'Tình trạng', en: 'State' }),
      options: options({ waiting: { vi: 'Đang chờ gửi', en: 'Waiting' }, delivered: { vi: 'Đã nhận', en: 'Delivered' }, failed: { vi: 'Không gửi được', en: 'Failed' }, cancelled: { vi: 'Không gửi nữa', en: 'Cancelled' } }),
    },
    {
      name: 'reason', type: 'select', label: label({ vi: 'Lý do', en: 'Reason' }),
      options: options({
        'given-up': { vi: 'Thử nhiều lần không được', en: 'Tried too often' }, gone: { vi: 'Máy nhận trả lời 410', en: 'The receiver answered 410' },
        off: { vi: 'Điểm nhận đã tắt hoặc đã xóa', en: 'The receiver is off or deleted' }, secret: { vi: 'Không đọc được khóa ký', en: 'The secret cannot be read' },
      }),
    },
    number('tries', { vi: 'Số lần gửi', en: 'Attempts' }),
    instant('nextAt', { vi: 'Lần gửi tới', en: 'Next attempt' }),
    { name: 'body', type: 'textarea', required: true, label: label({ vi: 'Nội dung', en: 'Body' }) },
    { name: 'round', type: 'number', required: true, label: label({ vi: 'Lượt', en: 'Round' }), admin: { hidden: true } },
    { name: 'attempts', type: 'json', label: label({ vi: 'Các lần gửi', en: 'Attempts' }), admin: { hidden: true } },
  ],
}
