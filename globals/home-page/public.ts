import { definePublic, type EnumType } from '../../collections/shared/public-definition.ts'
import { alwaysVisible, instantOf, numberOf, refOf, refsOf, rowsOf, textOf } from '../../collections/shared/public-read.ts'

const slotPositionType = {
  type: 'enum',
  name: 'HomePosition',
  values: {
    lead: { en: 'The lead story.', vi: 'Tin chính' },
    focus: { en: 'In focus.', vi: 'Tiêu điểm' },
    list: { en: 'A list of articles.', vi: 'Danh sách bài' },
    products: { en: 'A list of products.', vi: 'Danh sách sản phẩm' },
    brands: { en: 'Brands.', vi: 'Thương hiệu' },
  },
} as const satisfies EnumType

/** The front page: slots in order, chosen by hand or filled by themselves, each with the time it is open. */
export const homePagePublic = definePublic({
  kind: 'homePage',
  plural: 'homePage',
  doc: { en: 'The front page.', vi: 'Trang chủ.' },
  source: { global: 'home-page' },
  lookups: [],
  page: { default: 1, max: 1 },
  fields: {
    slots: {
      type: 'object', name: 'HomeSlot', list: true, answered: true, doc: { en: 'What is open now, in order. No item stands in two slots.', vi: 'Các ô trên trang chủ.' },
      fields: {
        position: { ...slotPositionType, required: true, doc: 'Which kind of box it is.' },
        title: { type: 'string', doc: 'Heading of the box.' },
        category: { type: 'ref', to: 'category', doc: 'The category it is filled from.' },
        items: { type: 'ref', to: ['article', 'product', 'partnerBrand'], name: 'HomeItem', list: true, doc: 'What stands in it.' },
      },
    },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name.' } },
  defaultSort: 'name',
  internal: ['createdAt', 'updatedAt', 'globalType'],
  covered: [],
  project: ({ doc }) => alwaysVisible({
    sortKey: '',
    refs: rowsOf(doc, 'slots').flatMap((slot) => [
      ...refsOf(slot, 'articles').map((id) => `article:${id}`), ...refsOf(slot, 'products').map((id) => `product:${id}`), ...refsOf(slot, 'brands').map((id) => `partnerBrand:${id}`),
      ...(refOf(slot, 'category') === null ? [] : [`category:${refOf(slot, 'category')}`]),
    ]),
    data: {
      _slots: rowsOf(doc, 'slots').map((slot) => ({
        position: textOf(slot, 'position') ?? 'list', title: textOf(slot, 'title'), mode: textOf(slot, 'mode') ?? 'curated', category: refOf(slot, 'category'),
        articles: refsOf(slot, 'articles'), products: refsOf(slot, 'products'), brands: refsOf(slot, 'brands'), count: numberOf(slot, 'count'), from: instantOf(slot, 'from'), until: instantOf(slot, 'until'),
      })),
    },
  }),
})
