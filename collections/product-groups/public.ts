import { commonFields, definePublic, type EnumType } from '../shared/public-definition.ts'
import { alwaysVisible, facets, firstOf, numberOf, ranked, refOf, refsOf, textOf, textsOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const groupLevelType = {
  type: 'enum',
  name: 'ProductGroupLevel',
  values: { group: { en: 'One of the six groups.', vi: 'Ngành' }, set: { en: 'A set of a group.', vi: 'Nhóm' }, leaf: { en: 'A leaf: what products are classified by.', vi: 'Phân nhóm' } },
} as const satisfies EnumType

/** The OCOP classification of products: groups, sets and leaves, the one in force and the older one with what it maps to. */
export const productGroupPublic = definePublic({
  kind: 'productGroup',
  plural: 'productGroups',
  doc: { en: 'A part of the OCOP classification of products.', vi: 'Ngành, nhóm, phân nhóm sản phẩm OCOP.' },
  source: { collection: 'product-groups' },
  lookups: ['id', 'slug', 'key'],
  page: { default: 100, max: 100 },
  fields: {
    ...commonFields,
    key: { type: 'string', required: true, doc: 'Stable natural key.' },
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name as the classification writes it.', vi: 'Tên.' } },
    nameEn: { type: 'string', doc: { en: 'English name.', vi: 'Tên tiếng Anh.' } },
    level: { ...groupLevelType, required: true, doc: { en: 'Level in the classification.', vi: 'Cấp phân loại.' } },
    classification: { type: 'string', required: true, doc: { en: 'Which classification it belongs to.', vi: 'Bộ phân loại.' } },
    order: { type: 'int', required: true, doc: { en: 'Position among those with the same parent.', vi: 'Thứ tự.' } },
    parent: { type: 'ref', to: 'productGroup', doc: { en: 'The part above.', vi: 'Cấp trên.' } },
    ancestors: { type: 'ref', to: 'productGroup', list: true, doc: { en: 'Those above it, from the group.', vi: 'Các cấp trên.' } },
    children: { type: 'ref', to: 'productGroup', list: true, answered: true, doc: { en: 'Those directly below it, in order.', vi: 'Các cấp dưới.' } },
    ministries: { type: 'string', list: true, doc: { en: 'Managing ministries.', vi: 'Bộ quản lý.' } },
    mapsTo: { type: 'ref', to: 'productGroup', list: true, doc: { en: 'Of an older part: the present ones it became.', vi: 'Tương ứng phân loại hiện hành.' } },
  },
  filters: {
    level: { ...groupLevelType, operators: ['equals', 'in'], by: { facet: 'level' }, doc: 'At this level.' },
    classification: { type: 'string', operators: ['equals'], by: { facet: 'classification' }, doc: 'Of this classification, as `classification` writes it.' },
    parent: { type: 'ref', to: 'productGroup', operators: ['equals', 'in'], by: { facet: 'parent' }, doc: 'Directly below this one.' },
  },
  sorts: {
    order: { by: 'rank', doc: 'In the order of the classification.' },
    name: { by: 'name', doc: 'By name, in Vietnamese order.' },
  },
  defaultSort: 'order',
  internal: ['createdAt', 'updatedAt'],
  covered: [],
  needs: [
    ({ doc }) => ids('parent', refOf(doc, 'parent')),
    ({ related }) => ids('grandparent', refOf(firstOf(related, 'parent') ?? {}, 'parent')),
  ],
  dependsOn: [{ collection: 'product-groups', field: 'parent', fields: ['parent', 'order'] }],
  project: ({ doc, related }) => {
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const parent = refOf(doc, 'parent')
    const level = textOf(doc, 'level') ?? 'leaf'
    const classification = textOf(doc, 'classification') ?? ''
    const order = numberOf(doc, 'order') ?? 0
    const above = [firstOf(related, 'grandparent'), firstOf(related, 'parent')].filter((group) => group !== null)
    const ancestors = above.map(({ id }) => id)
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      rank: [...above.map((group) => ranked(numberOf(group, 'order'))), ranked(order)].join(' '),
      facets: facets({ key: textOf(doc, 'key'), level, classification, parent, ancestor: ancestors }),
      data: {
        key: textOf(doc, 'key') ?? '', slug, name, nameEn: textOf(doc, 'nameEn'), level, classification, order, parent, ancestors,
        ministries: textsOf(doc, 'ministries'), mapsTo: refsOf(doc, 'mapsTo'),
      },
    })
  },
})

function ids(name: string, id: string | null) {
  return id === null ? {} : { [name]: { collection: 'product-groups', ids: [id] } }
}
