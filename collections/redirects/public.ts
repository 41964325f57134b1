import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, facets, textOf } from '../shared/public-read.ts'

/** Addresses that lead elsewhere, kept by hand; answered where a page is asked for by its address. */
export const redirectPublic = definePublic({
  kind: 'redirect',
  plural: 'redirects',
  doc: { en: 'An address that leads elsewhere.', vi: 'Chuyển hướng.' },
  source: { collection: 'redirects' },
  lookups: ['id', 'slug'],
  page: { default: 100, max: 100 },
  fields: {
    id: commonFields.id,
    from: { type: 'string', required: true, doc: 'Path that leads elsewhere.' },
    to: { type: 'string', doc: 'Path or address it leads to; none with 410.' },
    status: { type: 'int', required: true, doc: '301, 302 or 410.' },
  },
  filters: {},
  sorts: { from: { by: 'name', doc: 'By path.' } },
  defaultSort: 'from',
  internal: ['reason', 'createdAt', 'updatedAt'],
  covered: ['type'],
  project: ({ doc }) => {
    const from = textOf(doc, 'from')
    const status = Number(textOf(doc, 'type') ?? 301)
    return from === null ? null : alwaysVisible({ slug: from, sortKey: from, facets: facets({ status }), data: { from, to: textOf(doc, 'to'), status } })
  },
})
