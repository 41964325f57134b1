import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { collectionLabels, label } from '../shared/label.ts'

export const topics = defineCollection({
  slug: 'topics',
  labels: collectionLabels({ vi: 'Chủ đề', en: ['Topic', 'Topics'] }),
  versions: false,
  defaultSort: 'sortKey',
  defaultPopulate: { name: true, slug: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'name',
    defaultColumns: ['name', 'featured', 'updatedAt'],
    listSearchableFields: ['name', 'searchFolded'],
    description: label({ vi: 'Sự kiện, hồ sơ theo dõi qua nhiều bài ở nhiều chuyên mục.', en: 'Events and dossiers that several articles follow across categories.' }),
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 160, label: label({ vi: 'Tên chủ đề', en: 'Name' }) },
    { name: 'description', type: 'textarea', maxLength: 600, label: label({ vi: 'Mô tả', en: 'Description' }) },
    { name: 'image', type: 'upload', relationTo: 'media', label: label({ vi: 'Ảnh', en: 'Image' }) },
    slugField({ from: 'name' }),
    { name: 'featured', type: 'checkbox', defaultValue: false, label: label({ vi: 'Nổi bật', en: 'Featured' }), admin: { position: 'sidebar' } },
    demoField(),
    sortKeyField({ from: 'name' }),
    searchFoldedField({ of: ['name', 'description'] }),
  ],
})
