import type { Field, TextFieldSingleValidation } from 'payload'
import { feedFieldNames, feedFormats, PAGE_MAX } from '../../src/feeds/feed.ts'
import { isReservedSlug } from '../../src/feeds/reserved-slug.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { slugField } from '../shared/fields/slug-field.ts'
import { collectionLabels, label, options, say } from '../shared/label.ts'

const validTemplate: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  const known = ['url', 'slug', 'number', 'id']
  const named = [...value.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? '')
  const isAddress = /^https:\/\//.test(value) && URL.canParse(value.replace(/\{\w*\}/g, 'x'))
  return (isAddress && named.length > 0 && named.every((name) => known.includes(name)))
    || say({ req, vi: 'Mẫu liên kết là địa chỉ https://… có ít nhất một trong {url}, {slug}, {number}, {id}.', en: 'A link template is an address https://… with at least one of {url}, {slug}, {number}, {id}.' })
}

const validParameter: TextFieldSingleValidation = (value, { req }) =>
  !value || /^[\w.-]{1,80}$/.test(value) || say({ req, vi: 'Chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch ngang và gạch dưới.', en: 'Letters without accents, digits, dots, hyphens and underscores only.' })

const shownFor = (...kinds: readonly string[]) => ({ condition: (data: Readonly<Record<string, unknown>>) => kinds.includes(String(data['what'] ?? 'products')) })

const slug = slugField({ from: 'name' })

/** Feeds for partners: what is in them and how they are shown. Built-in feeds need no record. */
export const feeds = defineCollection({
  slug: 'feeds',
  labels: collectionLabels({ vi: 'Nguồn cấp', en: ['Feed', 'Feeds'] }),
  versions: false,
  defaultSort: 'name',
  defaultPopulate: { name: true, slug: true },
  admin: {
    group: adminGroups.partners,
    useAsTitle: 'name',
    defaultColumns: ['name', 'what', 'slug', 'active', 'updatedAt'],
    listSearchableFields: ['searchFolded', 'slug'],
    description: label({
      vi: 'Dữ liệu sản phẩm và tin bài cho trang đối tác. Luôn có sẵn: products, articles và một nguồn cho mỗi chuyên mục (category-…).',
      en: 'Products and articles for partner sites. Always there: products, articles and one for each category (category-…).',
    }),
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Tên', en: 'Name' }) },
    { name: 'description', type: 'textarea', maxLength: 400, label: label({ vi: 'Mô tả', en: 'Description' }) },
    {
      name: 'what', type: 'select', required: true, defaultValue: 'products', label: label({ vi: 'Nội dung', en: 'Content' }),
      options: options({ products: { vi: 'Sản phẩm OCOP', en: 'OCOP products' }, articles: { vi: 'Tin bài', en: 'Articles' }, both: { vi: 'Cả hai', en: 'Both' } }),
    },
    {
      name: 'filters', type: 'group', label: label({ vi: 'Bộ lọc', en: 'Filters' }),
      admin: { description: label({ vi: 'Để trống là không lọc.', en: 'Empty means no filter.' }) },
      fields: [
        { name: 'stars', type: 'select', label: label({ vi: 'Từ hạng sao', en: 'Stars from' }), options: options({ 3: { vi: '3 sao', en: '3 stars' }, 4: { vi: '4 sao', en: '4 stars' }, 5: { vi: '5 sao', en: '5 stars' } }), admin: shownFor('products', 'both') },
        { name: 'withCertificate', type: 'checkbox', label: label({ vi: 'Chỉ sản phẩm còn hiệu lực công nhận', en: 'Only products with a valid certificate' }), admin: shownFor('products', 'both') },
        { name: 'withPrice', type: 'checkbox', label: label({ vi: 'Chỉ sản phẩm có giá', en: 'Only products with a price' }), admin: shownFor('products', 'both') },
        { name: 'province', type: 'relationship', relationTo: 'administrative-units', label: label({ vi: 'Tỉnh, thành phố', en: 'Province' }), admin: { description: label({ vi: 'Tỉnh hiện nay gồm cả các tỉnh cũ hợp thành.', en: 'A current province takes in those it was formed from.' }) }, filterOptions: { level: { equals: 'province' } } },
        { name: 'group', type: 'relationship', relationTo: 'product-groups', label: label({ vi: 'Ngành, nhóm', en: 'Product group' }), admin: shownFor('products', 'both') },
        { name: 'producer', type: 'relationship', relationTo: 'producers', label: label({ vi: 'Chủ thể', en: 'Producer' }), admin: shownFor('products', 'both') },
        { name: 'category', type: 'relationship', relationTo: 'categories', label: label({ vi: 'Chuyên mục', en: 'Category' }), admin: shownFor('articles', 'both') },
        { name: 'topic', type: 'relationship', relationTo: 'topics', label: label({ vi: 'Chủ đề', en: 'Topic' }), admin: shownFor('articles', 'both') },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'order', type: 'select', required: true, defaultValue: 'newest', label: label({ vi: 'Thứ tự', en: 'Order' }), options: options({ newest: { vi: 'Mới nhất trước', en: 'Newest first' }, name: { vi: 'Theo tên', en: 'By name' } }) },
        { name: 'size', type: 'number', required: true, defaultValue: 20, min: 1, max: PAGE_MAX, label: label({ vi: 'Số mục mỗi trang', en: 'Items per page' }), admin: { step: 1 } },
      ],
    },
    {
      name: 'formats', type: 'select', hasMany: true, required: true, defaultValue: ['rss', 'atom', 'json'], label: label({ vi: 'Định dạng', en: 'Formats' }),
      options: feedFormats.map((value) => ({ value, label: `.${value}` })),
    },
    {
      name: 'fields', type: 'select', hasMany: true, required: true, defaultValue: [...feedFieldNames], label: label({ vi: 'Thông tin hiển thị', en: 'Fields shown' }),
      options: options({
        summary: { vi: 'Tóm tắt', en: 'Summary' }, content: { vi: 'Toàn văn', en: 'Full text' }, image: { vi: 'Ảnh', en: 'Images' }, author: { vi: 'Tác giả', en: 'Author' }, categories: { vi: 'Chuyên mục, chủ đề', en: 'Categories, topics' },
        producer: { vi: 'Chủ thể', en: 'Producer' }, place: { vi: 'Địa phương', en: 'Place' }, group: { vi: 'Nhóm sản phẩm', en: 'Product group' }, stars: { vi: 'Hạng sao', en: 'Stars' }, price: { vi: 'Giá tham khảo', en: 'Price' }, purchaseUrl: { vi: 'Nơi mua', en: 'Where to buy' },
      }),
    },
    { name: 'linkTemplate', type: 'text', maxLength: 600, validate: validTemplate, label: label({ vi: 'Mẫu liên kết', en: 'Link template' }), admin: { placeholder: 'https://doi-tac.example/ocop?sp={slug}', description: label({ vi: 'Để trống: trang của bài, sản phẩm trên trang đọc.', en: 'Empty: the page on the reader site.' }) } },
    {
      name: 'utm', type: 'group', label: label({ vi: 'Tham số theo dõi (UTM)', en: 'Tracking parameters (UTM)' }),
      fields: [{
        type: 'row',
        fields: (['source', 'medium', 'campaign'] as const).map((name): Field => ({ name, type: 'text', maxLength: 80, validate: validParameter, label: `utm_${name}` })),
      }],
    },
    {
      ...slug, maxLength: 100,
      validate: async (value, given) => (typeof value === 'string' && isReservedSlug(value)
        ? say({ req: given.req, vi: `“${value}” dành cho nguồn có sẵn, hãy chọn đường dẫn khác.`, en: `"${value}" is kept for built-in feeds; choose another.` })
        : slug.validate?.(value as never, given as never) ?? true),
    } as typeof slug,
    {
      name: 'audience', type: 'select', required: true, defaultValue: 'public', label: label({ vi: 'Ai được đọc', en: 'Audience' }), admin: { position: 'sidebar' },
      options: options({ public: { vi: 'Mọi người', en: 'Everyone' }, partners: { vi: 'Chỉ đối tác được chọn', en: 'Chosen partner sites' } }),
    },
    {
      name: 'partners', type: 'relationship', relationTo: 'partner-sites', hasMany: true, label: label({ vi: 'Đối tác được đọc', en: 'Partner sites' }),
      admin: { position: 'sidebar', allowCreate: false, condition: (data) => data['audience'] === 'partners' },
      validate: (value, { data, req }) => (data as { audience?: string }).audience !== 'partners' || (Array.isArray(value) && value.length > 0)
        || say({ req, vi: 'Hãy chọn ít nhất một trang đối tác.', en: 'Choose at least one partner site.' }),
    },
    { name: 'active', type: 'checkbox', defaultValue: true, label: label({ vi: 'Đang cung cấp', en: 'Active' }), admin: { position: 'sidebar' } },
    { name: 'panel', type: 'ui', admin: { components: { Field: '/src/admin/feed-panel.tsx#FeedPanel' }, condition: (data) => Boolean(data['id']), disableListColumn: true } },
    demoField(),
    searchFoldedField({ of: ['name', 'description'] }),
  ],
})
