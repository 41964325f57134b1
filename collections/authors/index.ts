import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { collectionLabels, label } from '../shared/label.ts'

export const authors = defineCollection({
  slug: 'authors',
  labels: collectionLabels({ vi: 'Tác giả', en: ['Author', 'Authors'] }),
  versions: false,
  defaultSort: 'sortKey',
  defaultPopulate: { name: true, slug: true, title: true, portrait: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'name',
    defaultColumns: ['name', 'title', 'active', 'updatedAt'],
    listSearchableFields: ['name', 'searchFolded'],
    description: label({ vi: 'Bút danh đứng tên dưới bài. Một người có thể có nhiều bút danh.', en: 'The names that stand under articles. One person can have several.' }),
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Bút danh', en: 'Pen name' }) },
    { name: 'title', type: 'text', maxLength: 120, label: label({ vi: 'Chức danh', en: 'Position' }), admin: { placeholder: label({ vi: 'Phóng viên', en: 'Reporter' }) } },
    { name: 'bio', type: 'textarea', maxLength: 1500, label: label({ vi: 'Giới thiệu', en: 'About' }) },
    { name: 'portrait', type: 'upload', relationTo: 'media', label: label({ vi: 'Ảnh chân dung', en: 'Portrait' }) },
    {
      type: 'collapsible',
      label: label({ vi: 'Nội bộ, không công khai', en: 'Internal, never public' }),
      fields: [
        { name: 'realName', type: 'text', maxLength: 120, label: label({ vi: 'Họ tên thật', en: 'Real name' }) },
        {
          name: 'user', type: 'relationship', relationTo: 'users', label: label({ vi: 'Tài khoản', en: 'Account' }), custom: { weakReference: true },
          admin: { allowCreate: false, description: label({ vi: 'Người đăng nhập viết dưới bút danh này.', en: 'Who logs in and writes under this name.' }) },
        },
      ],
    },
    slugField({ from: 'name' }),
    {
      name: 'active', type: 'checkbox', defaultValue: true, label: label({ vi: 'Đang cộng tác', en: 'Active' }),
      admin: { position: 'sidebar' },
    },
    demoField(),
    sortKeyField({ from: 'name' }),
    searchFoldedField({ of: ['name', 'realName', 'title'] }),
  ],
})
