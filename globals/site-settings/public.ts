import { definePublic } from '../../collections/shared/public-definition.ts'
import { alwaysVisible, groupOf, textOf } from '../../collections/shared/public-read.ts'

/** What is printed on every page: name, publisher, contact. The address templates stand with it, unseen. */
export const siteSettingsPublic = definePublic({
  kind: 'siteSettings',
  plural: 'siteSettings',
  doc: { en: 'What is printed on every page: name, publisher, contact.', vi: 'Thông tin tòa soạn.' },
  source: { global: 'site-settings' },
  lookups: [],
  page: { default: 1, max: 1 },
  fields: {
    url: { type: 'url', required: true, answered: true, doc: { en: 'Address of the reader site.', vi: 'Địa chỉ website.' } },
    siteName: { type: 'string', required: true, doc: { en: 'Name of the newspaper.', vi: 'Tên báo.' } },
    tagline: { type: 'string', doc: { en: 'Tagline.', vi: 'Khẩu hiệu.' } },
    publisher: { type: 'string', doc: { en: 'Publisher.', vi: 'Cơ quan chủ quản.' } },
    licence: { type: 'string', doc: { en: 'Press licence, as it must be printed.', vi: 'Giấy phép.' } },
    editorInChief: { type: 'string', doc: { en: 'Editor-in-chief.', vi: 'Tổng biên tập.' } },
    contact: {
      type: 'object', name: 'SiteContact', required: true, doc: { en: 'How to reach the newspaper.', vi: 'Liên hệ.' },
      fields: {
        address: { type: 'string', doc: 'Postal address.' },
        phone: { type: 'string', doc: 'Telephone.' },
        email: { type: 'string', doc: 'E-mail.' },
      },
    },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name.' } },
  defaultSort: 'name',
  internal: ['createdAt', 'updatedAt', 'globalType'],
  covered: ['addressTemplates'],
  project: ({ doc }) => {
    const contact = groupOf(doc, 'contact')
    const templates = groupOf(doc, 'addressTemplates')
    return alwaysVisible({
      sortKey: '',
      data: {
        siteName: textOf(doc, 'siteName') ?? 'OCOP Press', tagline: textOf(doc, 'tagline'), publisher: textOf(doc, 'publisher'), licence: textOf(doc, 'licence'), editorInChief: textOf(doc, 'editorInChief'),
        contact: { address: textOf(contact, 'address'), phone: textOf(contact, 'phone'), email: textOf(contact, 'email') },
        _templates: Object.fromEntries(Object.keys(templates).sort().map((name) => [name, textOf(templates, name)])),
      },
    })
  },
})
