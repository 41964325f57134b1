import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { draftVersions } from '../shared/draft-versions.ts'
import { createdByField } from '../shared/fields/created-by-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { formerSlugsField } from '../shared/fields/former-slugs-field.ts'
import { numberField } from '../shared/fields/number-field.ts'
import { publishWindowFields } from '../shared/fields/publish-window-fields.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { seoField } from '../shared/fields/seo-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { collectionLabels, label, options } from '../shared/label.ts'
import { bylineFields, textFields } from './fields-text.ts'
import { placeFields } from './fields-place.ts'
import { recordFields } from './fields-records.ts'
import { keepRecords } from './hooks.ts'

export const articles = defineCollection({
  slug: 'articles',
  labels: collectionLabels({ vi: 'Bài viết', en: ['Article', 'Articles'] }),
  versions: draftVersions,
  trash: true,
  defaultSort: '-updatedAt',
  defaultPopulate: { title: true, shortTitle: true, slug: true, number: true, cover: true, publishedAt: true, _status: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'genre', '_status', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'searchFolded', 'slug'],
    description: label({ vi: 'Tin, bài của báo. Tìm không dấu cũng được.', en: 'The articles of the newspaper. Searching works without accents.' }),
  },
  hooks: { beforeChange: [keepRecords] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: label({ vi: 'Nội dung', en: 'Text' }), fields: [...textFields, ...bylineFields] },
        { label: label({ vi: 'Phân loại, liên quan', en: 'Place and relations' }), fields: placeFields },
        { label: label({ vi: 'SEO', en: 'SEO' }), fields: [seoField()] },
        {
          label: label({ vi: 'Cải chính, gỡ bài', en: 'Corrections, retraction' }),
          description: label({ vi: 'Ghi ở đây thay vì sửa lặng lẽ: người đọc được biết điều gì đã sai và điều gì đúng.', en: 'Recorded here rather than changed in silence: readers learn what was wrong and what is right.' }),
          fields: [...recordFields, formerSlugsField()],
        },
      ],
    },
    {
      name: 'category', type: 'relationship', relationTo: 'categories', required: true, index: true,
      label: label({ vi: 'Chuyên mục chính', en: 'Primary category' }), admin: { position: 'sidebar' },
    },
    {
      name: 'genre', type: 'select', required: true, defaultValue: 'news', index: true, label: label({ vi: 'Thể loại', en: 'Genre' }), admin: { position: 'sidebar' },
      options: options({
        news: { vi: 'Tin', en: 'News' },
        feature: { vi: 'Bài', en: 'Feature' },
        report: { vi: 'Phóng sự', en: 'Reportage' },
        interview: { vi: 'Phỏng vấn', en: 'Interview' },
        photo: { vi: 'Ảnh', en: 'Photo story' },
        video: { vi: 'Video', en: 'Video' },
        infographic: { vi: 'Infographic', en: 'Infographic' },
        opinion: { vi: 'Ý kiến', en: 'Opinion' },
        'e-magazine': { vi: 'E-magazine', en: 'E-magazine' },
      }),
    },
    { name: 'featured', type: 'checkbox', defaultValue: false, index: true, label: label({ vi: 'Tin nổi bật', en: 'Featured' }), admin: { position: 'sidebar' } },
    { name: 'breaking', type: 'checkbox', defaultValue: false, label: label({ vi: 'Tin nóng', en: 'Breaking' }), admin: { position: 'sidebar' } },
    {
      name: 'sponsored', type: 'checkbox', defaultValue: false, label: label({ vi: 'Nội dung tài trợ', en: 'Sponsored' }),
      admin: { position: 'sidebar', description: label({ vi: 'Bài có trả tiền phải được ghi rõ với người đọc.', en: 'Paid content has to be marked as such.' }) },
    },
    ...publishWindowFields(),
    {
      name: 'revisedAt', type: 'date', label: label({ vi: 'Cập nhật lúc', en: 'Revised at' }),
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime', displayFormat: 'HH:mm, dd/MM/yyyy', timeFormat: 'HH:mm' }, description: label({ vi: 'Chỉ đặt khi nội dung thay đổi đáng kể; người đọc thấy giờ này.', en: 'Only when the substance changed; readers see it.' }) },
    },
    slugField({ from: 'title' }),
    numberField(),
    createdByField(),
    demoField(),
    sortKeyField({ from: 'title' }),
    searchFoldedField({ of: ['title', 'shortTitle', 'kicker', 'lead'] }),
  ],
})
