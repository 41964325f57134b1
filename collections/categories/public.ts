import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, facets, numberOf, ranked, refOf, refsOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

/** The tree of categories under which articles stand. */
export const categoryPublic = definePublic({
  kind: 'category',
  plural: 'categories',
  doc: { en: 'A category (section) of the newspaper.', vi: 'Chuyên mục.' },
  source: { collection: 'categories' },
  lookups: ['id', 'slug'],
  page: { default: 100, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên chuyên mục.' } },
    path: { type: 'string', required: true, doc: { en: 'Slugs from the top of the tree to it, joined by slashes.', vi: 'Đường dẫn.' } },
    depth: { type: 'int', required: true, doc: { en: '0 at the top of the tree.', vi: 'Cấp trong cây chuyên mục.' } },
    order: { type: 'int', required: true, doc: { en: 'Position among those with the same parent.', vi: 'Thứ tự.' } },
    description: { type: 'string', doc: { en: 'What the category is about.', vi: 'Mô tả.' } },
    parent: { type: 'ref', to: 'category', doc: { en: 'The category above.', vi: 'Chuyên mục cha.' } },
    ancestors: { type: 'ref', to: 'category', list: true, doc: { en: 'Those above it, from the top.', vi: 'Các chuyên mục cấp trên.' } },
    children: { type: 'ref', to: 'category', list: true, answered: true, doc: { en: 'Those directly below it, in order.', vi: 'Chuyên mục con.' } },
  },
  filters: {
    parent: { type: 'ref', to: 'category', operators: ['equals', 'in'], by: { facet: 'parent' }, doc: 'Directly below this category.' },
    depth: { type: 'int', operators: ['equals', 'in'], by: { facet: 'depth' }, doc: 'At this depth of the tree; 0 is the top.' },
  },
  sorts: {
    order: { by: 'rank', doc: 'By position, then by name.' },
    name: { by: 'name', doc: 'By name, in Vietnamese order.' },
  },
  defaultSort: 'order',
  internal: ['searchFolded', 'sortKey', 'demo', 'createdAt', 'updatedAt'],
  covered: ['visible'],
  project: ({ doc }) => {
    // A category taken out of sight is not public: articles in it then stand without it.
    if (doc['visible'] === false) return null
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const parent = refOf(doc, 'parent')
    const ancestors = refsOf(doc, 'ancestors')
    const depth = numberOf(doc, 'depth') ?? ancestors.length
    const order = numberOf(doc, 'order') ?? 0
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      rank: `${ranked(order)} ${sortKey(name)}`,
      facets: facets({ parent, ancestor: ancestors, depth }),
      data: { slug, name, path: textOf(doc, 'path') ?? slug, depth, order, description: textOf(doc, 'description'), parent, ancestors },
    })
  },
})
