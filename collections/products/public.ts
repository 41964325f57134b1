import { bodyOf } from '../shared/public-body.ts'
import { commonFields, definePublic, type EnumType, type ProjectArgs, type Projection } from '../shared/public-definition.ts'
import { jsonLdField } from '../shared/public-json-ld.ts'
import { fileOf } from '../shared/public-file.ts'
import { placeNeeds, provinceOf } from '../shared/public-place.ts'
import { facets, groupOf, idIn, instantOf, numberOf, refOf, rowsOf, textOf, textsOf } from '../shared/public-read.ts'
import { seoOf } from '../shared/public-seo.ts'
import { bodyType, linkType, seoType, slugField } from '../shared/public-types.ts'
import { certificateData, certificateType, termOf } from '../certificates/public-certificate.ts'
import { nextChangeOn } from '../../src/ocop/next-change-on.ts'
import { starsOn } from '../../src/ocop/stars-on.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const standardType = {
  type: 'enum',
  name: 'ProductStandard',
  values: {
    vietgap: 'VietGAP.', globalgap: 'GLOBALG.A.P.', haccp: 'HACCP.', 'iso-22000': 'ISO 22000.', organic: { en: 'Organic.', vi: 'Hữu cơ' },
    halal: 'Halal.', gmp: 'GMP.', other: { en: 'Another standard.', vi: 'Tiêu chuẩn khác' },
  },
} as const satisfies EnumType

const availabilityType = {
  type: 'enum',
  name: 'Availability',
  values: {
    'in-stock': { en: 'To be had.', vi: 'Còn hàng' },
    seasonal: { en: 'To be had in its season.', vi: 'Theo mùa' },
    'out-of-stock': { en: 'Not to be had now.', vi: 'Hết hàng' },
    discontinued: { en: 'Not made any more.', vi: 'Ngừng sản xuất' },
  },
} as const satisfies EnumType

const certificationStatusType = {
  type: 'enum',
  name: 'CertificationStatus',
  values: {
    certified: { en: 'A certificate is in force.', vi: 'Đang có hiệu lực' },
    expired: { en: 'The last certificate came to its end.', vi: 'Đã hết hạn' },
    withdrawn: { en: 'The last certificate was withdrawn.', vi: 'Đã bị thu hồi' },
    none: { en: 'Never certified.', vi: 'Chưa được công nhận' },
  },
} as const satisfies EnumType

const project = ({ doc, related, today }: ProjectArgs): Projection => {
  const name = textOf(doc, 'name') ?? ''
  const summary = textOf(doc, 'summary') ?? ''
  const slug = textOf(doc, 'slug')
  const number = numberOf(doc, 'number')
  const group = refOf(doc, 'group')
  const producer = refOf(doc, 'producer')
  const brand = refOf(doc, 'brand')
  const unit = refOf(doc, 'unit')
  const province = provinceOf(related)
  const standards = textsOf(doc, 'standards')
  const availability = textOf(doc, 'availability')
  const certificates = (related['certificates'] ?? [])
    .map((stored) => ({ ...certificateData(stored), file: fileOf(related['files']?.find(({ id }) => id === refOf(stored, 'file'))) }))
    .sort((a, b) => (a.issuedDay === b.issuedDay ? (a.id < b.id ? 1 : -1) : a.issuedDay < b.issuedDay ? 1 : -1))
  const terms = certificates.map(termOf)
  const standing = starsOn(terms, today)
  const images = rowsOf(doc, 'images').flatMap((row) => {
    const id = idIn(row['image'])
    return id === null ? [] : [{ id, caption: textOf(row, 'caption') }]
  })
  const price = groupOf(doc, 'price')
  const amount = numberOf(price, 'amount')
  const visibleFrom = instantOf(doc, 'publishedAt') ?? instantOf(doc, 'firstPublishedAt') ?? instantOf(doc, 'createdAt')
  return {
    slug,
    number,
    visibleFrom,
    visibleUntil: instantOf(doc, 'unpublishAt'),
    sortKey: sortKey(name),
    rank: `${standing?.stars ?? 0} ${visibleFrom ?? ''}`,
    facets: facets({
      group, producer, brand, unit, province, standard: standards, availability, stars: standing?.stars, priced: amount !== null && amount > 0 ? true : null,
      decision: [...new Set(certificates.map(({ decision }) => decision))], certifiedIn: [...new Set(certificates.map(({ issuedDay }) => issuedDay.slice(0, 4)))],
      formerSlug: rowsOf(doc, 'formerSlugs').map((row) => textOf(row, 'slug')),
    }),
    stars: standing?.stars ?? null,
    starsThrough: standing?.through ?? null,
    changesOn: nextChangeOn(terms, today),
    data: {
      slug, number, name, summary, group, producer, brand, tradeName: textOf(doc, 'tradeName'), unit, unitAsOf: textOf(doc, 'unitAsOf'), province, formerDistrict: textOf(doc, 'formerDistrict'),
      description: bodyOf(doc['description']), image: images[0] ?? null, images, netWeight: textOf(doc, 'netWeight'), packaging: textOf(doc, 'packaging'), ingredients: textOf(doc, 'ingredients'),
      season: textOf(doc, 'season'), standards, traceCode: textOf(doc, 'traceCode'), traceUrl: textOf(doc, 'traceUrl'), gtin: textOf(doc, 'gtin'), productCode: textOf(doc, 'productCode'),
      price: amount === null ? null : { amount, currency: 'VND', asOf: textOf(price, 'day') },
      availability, purchaseLinks: rowsOf(doc, 'purchaseLinks').map((link) => ({ title: textOf(link, 'label') ?? '', url: textOf(link, 'url') ?? '' })).filter(({ title, url }) => title && url),
      publishedAt: visibleFrom, certificates, seo: seoOf({ seo: groupOf(doc, 'seo'), title: name, description: summary, image: images[0]?.id ?? null }),
    },
  }
}

/** OCOP products with their certificates. Stars are never typed: they come from the certificates in force. */
export const productPublic = definePublic({
  kind: 'product',
  plural: 'products',
  doc: { en: 'A product of the OCOP programme.', vi: 'Sản phẩm OCOP.' },
  source: { collection: 'products' },
  lookups: ['id', 'slug', 'number'],
  page: { default: 20, max: 100 },
  fields: {
    ...commonFields,
    number: { type: 'int', required: true, doc: 'Short sequential number, used in its address.' },
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên sản phẩm.' } },
    summary: { type: 'string', required: true, doc: { en: 'A few sentences about it.', vi: 'Tóm tắt.' } },
    description: { ...bodyType, required: true, heavy: true, doc: { en: 'Description.', vi: 'Mô tả.' } },
    certification: {
      type: 'object', name: 'Certification', required: true, answered: true, doc: { en: 'Where it stands today.', vi: 'Tình trạng công nhận hiện nay.' },
      fields: {
        status: { ...certificationStatusType, required: true, doc: 'Whether a certificate is in force.' },
        stars: { type: 'int', doc: 'Stars in force; null unless certified. Only these may be shown as its stars.' },
        through: { type: 'day', doc: 'Last day on which `stars` hold if nothing more is decided.' },
        lastStars: { type: 'int', doc: 'Stars it held last; null while it is certified.' },
      },
    },
    certificates: { ...certificateType, list: true, doc: { en: 'All its certificates, the newest first.', vi: 'Các giấy chứng nhận.' } },
    group: { type: 'ref', to: 'productGroup', doc: { en: 'Leaf of the classification it belongs to.', vi: 'Phân nhóm sản phẩm.' } },
    producer: { type: 'ref', to: 'producer', doc: { en: 'Who makes it.', vi: 'Chủ thể.' } },
    brand: { type: 'ref', to: 'partnerBrand', doc: { en: 'Brand, when it is a partner’s.', vi: 'Thương hiệu đối tác.' } },
    tradeName: { type: 'string', doc: { en: 'Brand as printed, when it is not a partner’s.', vi: 'Tên thương mại.' } },
    province: { type: 'ref', to: 'administrativeUnit', doc: { en: 'Province of origin, as of `unitAsOf`.', vi: 'Tỉnh, thành phố.' } },
    unit: { type: 'ref', to: 'administrativeUnit', doc: { en: 'Unit of origin: a commune or a province.', vi: 'Địa phương sản xuất.' } },
    unitAsOf: { type: 'day', doc: { en: 'Day whose map `unit` belongs to.', vi: 'Thời điểm ghi nhận địa phương.' } },
    formerDistrict: { type: 'string', doc: { en: 'District of that time, as written.', vi: 'Huyện cũ.' } },
    image: { type: 'ref', to: 'image', doc: { en: 'The first of its images.', vi: 'Ảnh đại diện.' } },
    images: { type: 'ref', to: 'image', list: true, doc: { en: 'Images, in order.', vi: 'Ảnh.' } },
    netWeight: { type: 'string', doc: { en: 'Net weight or volume, as printed.', vi: 'Khối lượng tịnh.' } },
    packaging: { type: 'string', doc: { en: 'Packaging.', vi: 'Quy cách đóng gói.' } },
    ingredients: { type: 'string', doc: { en: 'Ingredients.', vi: 'Thành phần.' } },
    season: { type: 'string', doc: { en: 'When it is in season.', vi: 'Mùa vụ.' } },
    standards: { ...standardType, list: true, doc: { en: 'Standards it meets besides.', vi: 'Tiêu chuẩn khác.' } },
    traceCode: { type: 'string', doc: { en: 'Traceability code.', vi: 'Mã truy xuất nguồn gốc.' } },
    traceUrl: { type: 'url', doc: { en: 'Where the code leads.', vi: 'Địa chỉ truy xuất nguồn gốc.' } },
    gtin: { type: 'string', doc: { en: 'GTIN (barcode number).', vi: 'Mã GTIN.' } },
    productCode: { type: 'string', doc: { en: 'OCOP product code, as issued.', vi: 'Mã sản phẩm OCOP.' } },
    price: {
      type: 'object', name: 'Price', doc: { en: 'Indicative price.', vi: 'Giá tham khảo.' },
      fields: {
        amount: { type: 'int', required: true, doc: 'Amount in whole units of the currency.' },
        currency: { type: 'string', required: true, doc: 'ISO 4217 code: `VND`.' },
        asOf: { type: 'day', doc: 'Day on which the price was asked.' },
      },
    },
    availability: { ...availabilityType, doc: { en: 'Whether it can be had.', vi: 'Tình trạng hàng.' } },
    purchaseLinks: { ...linkType, list: true, doc: { en: 'Where it is sold.', vi: 'Nơi bán.' } },
    publishedAt: { type: 'instant', required: true, doc: { en: 'When it was published here.', vi: 'Thời điểm xuất bản.' } },
    relatedArticles: {
      type: 'ref', to: 'article', list: true, answered: true, onRequest: true, doc: { en: 'Articles about it, the newest first.', vi: 'Bài viết liên quan.' },
      args: { first: { type: 'int', default: 10, minimum: 1, maximum: 20, doc: 'How many, at most 20.' } },
    },
    seo: { ...seoType, required: true, doc: 'For the head of the page.' },
    jsonLd: jsonLdField('The product as schema.org describes it: Product with its certificates (TouristAttraction in the group of tourism) and BreadcrumbList. The stars are never a rating by customers.'),
  },
  filters: {
    group: { type: 'ref', to: 'productGroup', operators: ['equals', 'in'], by: { facet: 'group', expand: 'group-tree' }, doc: 'In this group, set or leaf.' },
    province: { type: 'ref', to: 'administrativeUnit', operators: ['equals', 'in'], by: { facet: 'province', expand: 'unit-history' }, doc: 'From this province; a current one includes those it was formed from.' },
    unit: { type: 'ref', to: 'administrativeUnit', operators: ['equals', 'in'], by: { facet: 'unit' }, doc: 'From exactly this unit.' },
    producer: { type: 'ref', to: 'producer', operators: ['equals', 'in'], by: { facet: 'producer' }, doc: 'By this producer.' },
    brand: { type: 'ref', to: 'partnerBrand', operators: ['equals', 'in'], by: { facet: 'brand' }, doc: 'Of this brand.' },
    stars: { type: 'int', operators: ['equals', 'gte'], by: { column: 'stars' }, doc: 'With so many stars in force today.' },
    standard: { ...standardType, operators: ['equals', 'in'], by: { facet: 'standard' }, doc: 'Meeting this standard.' },
    availability: { ...availabilityType, operators: ['equals', 'in'], by: { facet: 'availability' }, doc: 'With this availability.' },
    decision: { type: 'ref', to: 'legalDocument', operators: ['equals', 'in'], by: { facet: 'decision' }, doc: 'Certified by this decision, in force or not.' },
    certifiedIn: { type: 'int', operators: ['equals', 'in'], by: { facet: 'certifiedIn' }, doc: 'With a certificate issued in this year, in force or not.' },
    publishedAt: { type: 'instant', operators: ['gte', 'lt'], by: { column: 'publishedAt' }, doc: 'Published here in this time.' },
  },
  sorts: {
    name: { by: 'name', doc: 'By name, in Vietnamese order.' },
    publishedAt: { by: 'published', doc: 'By time of publication.' },
    stars: { by: 'rank', doc: 'By stars in force, then by time of publication.' },
  },
  defaultSort: '-publishedAt',
  internal: ['searchFolded', 'sortKey', 'demo', 'firstPublishedAt', 'starsChangeOn', 'deletedAt', '_status', 'createdAt', 'updatedAt'],
  covered: ['stars', 'starsThrough', 'unpublishAt', 'formerSlugs'],
  needs: [
    ({ doc }) => ({ certificates: { collection: 'certificates', where: { product: { equals: doc.id } } } }),
    ({ related }) => {
      const files = (related['certificates'] ?? []).map((certificate) => refOf(certificate, 'file')).filter((id) => id !== null)
      return files.length > 0 ? { files: { collection: 'documents', ids: files } } : {}
    },
    ...placeNeeds(({ doc }) => refOf(doc, 'unit')),
  ],
  dependsOn: [
    { collection: 'certificates', ids: (certificate) => [refOf(certificate, 'product')].filter((id) => id !== null) },
    { collection: 'administrative-units', field: 'unit', fields: ['parent', 'level'] },
  ],
  project,
})
