import { commonFields, definePublic, type EnumType } from '../shared/public-definition.ts'
import { jsonLdField } from '../shared/public-json-ld.ts'
import { placeNeeds, provinceOf } from '../shared/public-place.ts'
import { alwaysVisible, facets, refOf, rowsOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const producerKindType = {
  type: 'enum',
  name: 'ProducerKind',
  values: {
    cooperative: { en: 'Co-operative.', vi: 'Hợp tác xã' },
    'cooperative-group': { en: 'Co-operative group.', vi: 'Tổ hợp tác' },
    company: { en: 'Company.', vi: 'Công ty' },
    'private-enterprise': { en: 'Private enterprise.', vi: 'Doanh nghiệp tư nhân' },
    farm: { en: 'Farm.', vi: 'Trang trại' },
    household: { en: 'Household.', vi: 'Hộ sản xuất' },
    'household-business': { en: 'Household business.', vi: 'Hộ kinh doanh' },
    'production-facility': { en: 'Production facility.', vi: 'Cơ sở sản xuất' },
    association: { en: 'Association.', vi: 'Hội, hiệp hội' },
    other: { en: 'Another subject.', vi: 'Chủ thể khác' },
  },
} as const satisfies EnumType

const contactKindType = {
  type: 'enum',
  name: 'ContactKind',
  values: { phone: 'Telephone.', email: 'E-mail.', website: 'Website.', zalo: 'Zalo.', facebook: 'Facebook.', address: { en: 'Postal address.', vi: 'Địa chỉ' } },
} as const satisfies EnumType

/** Who makes OCOP products. Contacts are public one by one; the tax code is not, since a household's is a person's. */
export const producerPublic = definePublic({
  kind: 'producer',
  plural: 'producers',
  doc: { en: 'Who makes a product: a co-operative, a company, a household.', vi: 'Chủ thể OCOP.' },
  source: { collection: 'producers' },
  lookups: ['id', 'slug'],
  page: { default: 20, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên chủ thể.' } },
    kind: { ...producerKindType, doc: { en: 'Kind of subject.', vi: 'Loại hình.' } },
    representative: { type: 'string', doc: { en: 'Who represents it.', vi: 'Người đại diện.' } },
    province: { type: 'ref', to: 'administrativeUnit', doc: { en: 'Province, as of `unitAsOf`.', vi: 'Tỉnh, thành phố.' } },
    unit: { type: 'ref', to: 'administrativeUnit', doc: { en: 'Unit of administration it is in.', vi: 'Địa phương.' } },
    unitAsOf: { type: 'day', doc: { en: 'Day whose map `unit` belongs to.', vi: 'Thời điểm ghi nhận địa phương.' } },
    formerDistrict: { type: 'string', doc: { en: 'District of that time, as written.', vi: 'Huyện cũ.' } },
    address: { type: 'string', doc: { en: 'Address, as written.', vi: 'Địa chỉ.' } },
    contacts: {
      type: 'object', name: 'Contact', list: true, doc: { en: 'Contacts it wants to be known.', vi: 'Liên hệ công khai.' },
      fields: { kind: { ...contactKindType, required: true, doc: 'Kind of contact.' }, value: { type: 'string', required: true, doc: 'Number, address or name.' } },
    },
    description: { type: 'string', doc: { en: 'A few sentences about it.', vi: 'Giới thiệu.' } },
    logo: { type: 'ref', to: 'image', doc: { en: 'Logo.', vi: 'Logo.' } },
    jsonLd: jsonLdField('The producer as schema.org describes it: Organization.'),
  },
  filters: {
    kind: { ...producerKindType, operators: ['equals', 'in'], by: { facet: 'kind' }, doc: 'Of this kind.' },
    province: { type: 'ref', to: 'administrativeUnit', operators: ['equals', 'in'], by: { facet: 'province', expand: 'unit-history' }, doc: 'In this province; a current one includes those it was formed from.' },
  },
  sorts: { name: { by: 'name', doc: 'By name, in Vietnamese order.' } },
  defaultSort: 'name',
  internal: ['taxCode', 'searchFolded', 'demo', 'createdAt', 'updatedAt'],
  covered: [],
  needs: placeNeeds(({ doc }) => refOf(doc, 'unit')),
  dependsOn: [{ collection: 'administrative-units', field: 'unit', fields: ['parent', 'level'] }],
  project: ({ doc, related }) => {
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const kind = textOf(doc, 'kind')
    const unit = refOf(doc, 'unit')
    const province = provinceOf(related)
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      facets: facets({ kind, province, unit }),
      data: {
        slug, name, kind, representative: textOf(doc, 'representative'), province, unit, unitAsOf: textOf(doc, 'unitAsOf'), formerDistrict: textOf(doc, 'formerDistrict'), address: textOf(doc, 'address'),
        contacts: rowsOf(doc, 'contacts').filter((row) => row['public'] === true).map((row) => ({ kind: textOf(row, 'kind') ?? 'phone', value: textOf(row, 'value') ?? '' })).filter(({ value }) => value !== ''),
        description: textOf(doc, 'description'), logo: refOf(doc, 'logo'),
      },
    })
  },
})
