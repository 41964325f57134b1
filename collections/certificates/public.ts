import { commonFields, definePublic, type StoredDocument } from '../shared/public-definition.ts'
import { alwaysVisible, facets, firstOf, instantOf, refOf } from '../shared/public-read.ts'
import { placeNeeds, provinceOf } from '../shared/public-place.ts'
import { fileOf } from '../shared/public-file.ts'
import { certificateData, certificateType } from './public-certificate.ts'

const isPublished = (product: StoredDocument): boolean => product['_status'] === 'published' && !product['deletedAt']

/**
 * Certificates stand in the store by themselves for the statistics only; the public meets them on their product. A row is there
 * while the product's is.
 */
export const certificatePublic = definePublic({
  kind: 'certificate',
  plural: 'certificates',
  doc: { en: 'A certificate of an OCOP product.', vi: 'Giấy chứng nhận OCOP.' },
  source: { collection: 'certificates' },
  lookups: ['id'],
  page: { default: 100, max: 100 },
  fields: {
    id: commonFields.id,
    product: { type: 'ref', to: 'product', required: true, doc: 'The product.' },
    group: { type: 'ref', to: 'productGroup', doc: 'The product’s group.' },
    province: { type: 'ref', to: 'administrativeUnit', doc: 'The product’s province.' },
    certificate: { ...certificateType, required: true, doc: 'The certificate.' },
  },
  filters: {},
  sorts: { issuedDay: { by: 'rank', doc: 'By day of issue.' } },
  defaultSort: '-issuedDay',
  internal: ['demo', 'verifiedBy', 'title', 'searchFolded', 'createdAt', 'updatedAt', 'extensionReason', 'supersedes'],
  covered: ['stars', 'score', 'kind', 'decision', 'issuedDay', 'lastDay', 'extendedUntil', 'authorityLevel', 'authorityName', 'criteriaVersion', 'withdrawal', 'file'],
  needs: [
    ({ doc }) => {
      const product = refOf(doc, 'product')
      const file = refOf(doc, 'file')
      return {
        ...(product === null ? {} : { product: { collection: 'products', ids: [product] } }),
        ...(file === null ? {} : { file: { collection: 'documents', ids: [file] } }),
      }
    },
    ...placeNeeds(({ related }) => refOf(firstOf(related, 'product') ?? {}, 'unit')),
  ],
  dependsOn: [{ collection: 'products', field: 'product' }, { collection: 'documents', field: 'file' }],
  project: ({ doc, related }) => {
    const product = firstOf(related, 'product')
    if (!product || !isPublished(product)) return null
    const certificate = certificateData(doc)
    const file = fileOf(firstOf(related, 'file'))
    const group = refOf(product, 'group')
    const province = provinceOf(related)
    return alwaysVisible({
      visibleFrom: instantOf(product, 'publishedAt') ?? instantOf(product, 'firstPublishedAt') ?? instantOf(product, 'createdAt'),
      visibleUntil: instantOf(product, 'unpublishAt'),
      sortKey: '',
      rank: certificate.issuedDay,
      facets: facets({ product: product.id, province, group, issued: certificate.issuedDay.slice(0, 4), file: file?._filename }),
      data: { product: product.id, group, province, certificate: { ...certificate, file } },
    })
  },
})
