import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, flagOf, groupOf, numberOf, refOf, refsOf, textOf, textsOf } from '../shared/public-read.ts'
import { sortKey } from '../../src/text/sort-key.ts'

/** Feeds for partners, kept by the newsroom. They are answered at `/feeds`, not as things of the API. */
export const feedPublic = definePublic({
  kind: 'feed',
  plural: 'feeds',
  doc: { en: 'A feed of products or articles for partner sites.', vi: 'Nguồn cấp dữ liệu.' },
  source: { collection: 'feeds' },
  lookups: ['id', 'slug'],
  page: { default: 100, max: 100 },
  fields: {
    id: commonFields.id,
    slug: { type: 'string', required: true, doc: 'The name in its addresses.' },
    name: { type: 'string', required: true, doc: 'Title.' },
    description: { type: 'string', doc: 'What is in it.' },
    what: { type: 'string', required: true, doc: 'products, articles or both.' },
    filters: { type: 'json', required: true, doc: 'What may be in it.' },
    order: { type: 'string', required: true, doc: 'newest or name.' },
    size: { type: 'int', required: true, doc: 'Items of a page.' },
    formats: { type: 'string', list: true, doc: 'The formats it can be had in.' },
    fields: { type: 'string', list: true, doc: 'What its items show.' },
    linkTemplate: { type: 'string', doc: 'Address of an item, with placeholders.' },
    utm: { type: 'json', required: true, doc: 'Tracking parameters of its links.' },
    audience: { type: 'json', required: true, doc: '"public", or the ids of partner sites.' },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name, in Vietnamese order.' } },
  defaultSort: 'name',
  internal: ['demo', 'createdAt', 'updatedAt', 'searchFolded'],
  covered: ['active', 'partners'],
  project: ({ doc }) => {
    const slug = textOf(doc, 'slug')
    const name = textOf(doc, 'name')
    if (slug === null || name === null || !flagOf(doc, 'active')) return null
    const filters = groupOf(doc, 'filters')
    const utm = groupOf(doc, 'utm')
    const stars = textOf(filters, 'stars')
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      data: {
        slug, name, description: textOf(doc, 'description'), what: textOf(doc, 'what') ?? 'products',
        filters: {
          ...(stars === null ? {} : { stars: Number(stars) }),
          ...Object.fromEntries(['group', 'province', 'producer', 'category', 'topic'].flatMap((field) => {
            const id = refOf(filters, field)
            return id === null ? [] : [[field, id]]
          })),
          ...Object.fromEntries(['withPrice', 'withCertificate'].flatMap((field) => (flagOf(filters, field) ? [[field, true]] : []))),
        },
        order: textOf(doc, 'order') ?? 'newest', size: numberOf(doc, 'size') ?? 20, formats: textsOf(doc, 'formats'), fields: textsOf(doc, 'fields'), linkTemplate: textOf(doc, 'linkTemplate'),
        utm: Object.fromEntries(['source', 'medium', 'campaign'].flatMap((field) => {
          const text = textOf(utm, field)
          return text === null ? [] : [[field, text]]
        })),
        audience: textOf(doc, 'audience') === 'partners' ? refsOf(doc, 'partners') : 'public',
      },
    })
  },
})
