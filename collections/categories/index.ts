import { derivedOnly } from '../shared/access/predicates.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { collectionLabels, label } from '../shared/label.ts'
import { moveDescendants, settlePlace } from './hooks.ts'

export const categories = defineCollection({
  slug: 'categories',
  labels: collectionLabels({ vi: 'Chuyên mục', en: ['Category', 'Categories'] }),
  versions: false,
  defaultSort: 'path',
  defaultPopulate: { name: true, slug: true, path: true, parent: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'name',
    defaultColumns: ['name', 'path', 'order', 'visible'],
    listSearchableFields: ['name', 'path', 'searchFolded'],
    description: label({ vi: 'Cây chuyên mục của báo. Đổi chuyên mục cha thì đường dẫn của các chuyên mục con tự đổi theo.', en: 'The tree of sections. Moving one moves the paths of all below it.' }),
  },
  hooks: { beforeChange: [settlePlace], afterChange: [moveDescendants] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên chuyên mục', en: 'Name' }) },
    { name: 'description', type: 'textarea', maxLength: 600, label: label({ vi: 'Mô tả', en: 'Description' }) },
    {
      name: 'parent', type: 'relationship', relationTo: 'categories', label: label({ vi: 'Chuyên mục cha', en: 'Parent' }),
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { description: label({ vi: 'Để trống: chuyên mục cấp một.', en: 'Empty: at the top of the tree.' }) },
    },
    slugField({ from: 'name' }),
    {
      name: 'path', type: 'text', unique: true, index: true, label: label({ vi: 'Đường dẫn đầy đủ', en: 'Path' }), access: derivedOnly, disableDuplicate: true,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['path']) },
    },
    { name: 'order', type: 'number', defaultValue: 0, min: 0, max: 9999, label: label({ vi: 'Thứ tự', en: 'Order' }), admin: { position: 'sidebar', step: 1, description: label({ vi: 'Nhỏ đứng trước, trong cùng chuyên mục cha.', en: 'Smaller comes first among those with the same parent.' }) } },
    { name: 'visible', type: 'checkbox', defaultValue: true, label: label({ vi: 'Hiện trên báo', en: 'Visible' }), admin: { position: 'sidebar' } },
    { name: 'ancestors', type: 'json', label: label({ vi: 'Các chuyên mục cấp trên', en: 'Ancestors' }), access: derivedOnly, disableDuplicate: true, admin: { hidden: true } },
    { name: 'depth', type: 'number', label: label({ vi: 'Cấp', en: 'Depth' }), access: derivedOnly, disableDuplicate: true, admin: { hidden: true } },
    demoField(),
    sortKeyField({ from: 'name' }),
    searchFoldedField({ of: ['name', 'description'] }),
  ],
})
