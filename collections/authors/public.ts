import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, facets, flagOf, refOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

/** Authors under the name they write by; who stands behind it is not public. */
export const authorPublic = definePublic({
  kind: 'author',
  plural: 'authors',
  doc: { en: 'Someone who writes, photographs or films for the newspaper.', vi: 'Tác giả.' },
  source: { collection: 'authors' },
  lookups: ['id', 'slug'],
  page: { default: 20, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name or pen name.', vi: 'Tên hoặc bút danh.' } },
    title: { type: 'string', doc: { en: 'Position, such as reporter.', vi: 'Chức danh.' } },
    bio: { type: 'string', doc: { en: 'A few sentences about the author.', vi: 'Giới thiệu.' } },
    portrait: { type: 'ref', to: 'image', doc: { en: 'Portrait.', vi: 'Ảnh chân dung.' } },
    active: { type: 'boolean', required: true, doc: { en: 'Works for the newspaper now.', vi: 'Đang cộng tác.' } },
  },
  filters: { active: { type: 'boolean', operators: ['equals'], by: { facet: 'active' }, doc: 'Working for the newspaper now, or not.' } },
  sorts: { name: { by: 'name', doc: 'By name, in Vietnamese order.' } },
  defaultSort: 'name',
  internal: ['realName', 'user', 'searchFolded', 'demo', 'sortKey', 'createdAt', 'updatedAt'],
  covered: [],
  project: ({ doc }) => {
    const name = textOf(doc, 'name') ?? ''
    const active = doc['active'] === undefined || doc['active'] === null ? true : flagOf(doc, 'active')
    return alwaysVisible({
      slug: textOf(doc, 'slug'),
      sortKey: sortKey(name),
      facets: facets({ active }),
      data: { slug: textOf(doc, 'slug'), name, title: textOf(doc, 'title'), bio: textOf(doc, 'bio'), portrait: refOf(doc, 'portrait'), active },
    })
  },
})
