import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, facets, flagOf, refOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

/** Topics: what several articles follow over time, across categories. */
export const topicPublic = definePublic({
  kind: 'topic',
  plural: 'topics',
  doc: { en: 'A topic that several articles follow.', vi: 'Chủ đề.' },
  source: { collection: 'topics' },
  lookups: ['id', 'slug'],
  page: { default: 50, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên chủ đề.' } },
    description: { type: 'string', doc: { en: 'What it is about.', vi: 'Mô tả.' } },
    image: { type: 'ref', to: 'image', doc: { en: 'Image of the topic’s page.', vi: 'Ảnh.' } },
    featured: { type: 'boolean', required: true, doc: { en: 'Shown prominently.', vi: 'Nổi bật.' } },
  },
  filters: { featured: { type: 'boolean', operators: ['equals'], by: { facet: 'featured' }, doc: 'Shown prominently, or not.' } },
  sorts: { name: { by: 'name', doc: 'By name, in Vietnamese order.' } },
  defaultSort: 'name',
  internal: ['searchFolded', 'sortKey', 'demo', 'createdAt', 'updatedAt'],
  covered: [],
  project: ({ doc }) => {
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const featured = flagOf(doc, 'featured')
    return alwaysVisible({ slug, sortKey: sortKey(name), facets: facets({ featured }), data: { slug, name, description: textOf(doc, 'description'), image: refOf(doc, 'image'), featured } })
  },
})
