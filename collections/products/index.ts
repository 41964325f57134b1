import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { draftVersions } from '../shared/draft-versions.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { numberField } from '../shared/fields/number-field.ts'
import { publishWindowFields } from '../shared/fields/publish-window-fields.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { sortKeyField } from '../shared/fields/sort-key-field.ts'
import { refreshCertificateTitles } from '../shared/hooks/refresh-certificate-titles.ts'
import { settleUnitDay } from '../shared/hooks/settle-unit-day.ts'
import { collectionLabels, label } from '../shared/label.ts'
import { articles, origin, packaging, presentation, recognition, sales, search } from './fields.ts'
import { datePrice, deriveStars } from './hooks.ts'

/** OCOP products. Their stars are never typed: they follow from the certificates in force. */
export const products = defineCollection({
  slug: 'products',
  labels: collectionLabels({ vi: 'Sản phẩm', en: ['Product', 'Products'] }),
  admin: {
    group: adminGroups.ocop,
    useAsTitle: 'name',
    defaultColumns: ['name', 'stars', 'starsThrough', 'group', 'producer', '_status', 'updatedAt'],
    listSearchableFields: ['searchFolded', 'name'],
    description: label({ vi: 'Sản phẩm OCOP của các địa phương. Số sao lấy từ giấy chứng nhận, không nhập tay.', en: 'OCOP products. Stars come from the certificates and are not typed.' }),
  },
  defaultPopulate: { name: true, slug: true, number: true, summary: true, images: true, stars: true, starsThrough: true, group: true, producer: true, _status: true },
  defaultSort: '-updatedAt',
  versions: draftVersions,
  trash: true,
  hooks: {
    beforeValidate: [settleUnitDay, datePrice],
    beforeChange: [deriveStars],
    afterChange: [refreshCertificateTitles({ reference: 'product' })],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: label({ vi: 'Giới thiệu', en: 'Presentation' }), fields: presentation },
        { label: label({ vi: 'Xuất xứ', en: 'Origin' }), fields: origin },
        { label: label({ vi: 'Bao bì, tiêu chuẩn', en: 'Package and standards' }), fields: packaging },
        { label: label({ vi: 'Giá, nơi bán', en: 'Price and sale' }), fields: sales },
        { label: label({ vi: 'Công nhận', en: 'Recognition' }), fields: recognition },
        { label: label({ vi: 'Bài viết', en: 'Articles' }), fields: articles },
        { label: label({ vi: 'Tìm kiếm', en: 'Search' }), fields: search },
      ],
    },
    slugField({ from: 'name' }),
    numberField(),
    ...publishWindowFields(),
    demoField(),
    searchFoldedField({ of: ['name', 'tradeName', 'productCode', 'gtin', 'summary'] }),
    sortKeyField({ from: 'name' }),
  ],
})
