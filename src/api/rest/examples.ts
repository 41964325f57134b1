import type { PublicField, PublicFields } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { definitions, isSingleton } from '../../published/kinds.ts'
import { type Extent, isAnswered, kindsOf } from './selection.ts'

const SITE = 'https://bao.example.vn'
const ID = '0199f3c2-7d41-7c3a-9b1e-2f6a5d8c4e10'

/** What the examples of each kind say; everything that is not here is made from the type of the field. */
const said: Partial<Readonly<Record<PublicKind | string, Readonly<Record<string, unknown>>>>> = {
  article: {
    number: 12345, slug: 'mua-hong-khong-hat-bac-kan', url: `${SITE}/mua-hong-khong-hat-bac-kan-12345.html`, title: 'Mùa hồng không hạt Bắc Kạn', lead: 'Vườn hồng vào vụ, hợp tác xã bắt đầu thu mua.', shortTitle: null,
    kicker: 'OCOP', sourceCredit: null,
  },
  author: { slug: 'ha-linh', url: `${SITE}/tac-gia/ha-linh`, name: 'Hà Linh' },
  category: { slug: 'nong-thon-moi', url: `${SITE}/kinh-te/nong-thon-moi`, name: 'Nông thôn mới', path: 'kinh-te/nong-thon-moi' },
  topic: { slug: 'moi-xa-mot-san-pham', url: `${SITE}/chu-de/moi-xa-mot-san-pham`, name: 'Mỗi xã một sản phẩm' },
  product: { number: 210, slug: 'mien-dong-na-ri', url: `${SITE}/ocop/san-pham/mien-dong-na-ri-210.html`, name: 'Miến dong Na Rì', summary: 'Miến từ củ dong riềng, sợi dai, không phẩm màu.' },
  producer: { slug: 'hop-tac-xa-tai-hoan', url: `${SITE}/ocop/chu-the/hop-tac-xa-tai-hoan`, name: 'Hợp tác xã Tài Hoan' },
  productGroup: { slug: 'mien', url: `${SITE}/ocop/nhom/mien`, name: 'Miến' },
  administrativeUnit: { slug: 'bac-kan-2025', url: `${SITE}/dia-phuong/bac-kan-2025`, name: 'Bắc Kạn', fullName: 'Tỉnh Bắc Kạn', key: 'bac-kan-2019', code: '06', kind: 'province', level: 'province', validFrom: null, validTo: '2025-07-01', current: false },
  legalDocument: { slug: '26-2026-qd-ttg', url: `${SITE}/van-ban/26-2026-qd-ttg`, number: '26/2026/QĐ-TTg', citation: 'Quyết định số 26/2026/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', title: 'Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP', date: '2026-05-22', level: 'national' },
  partnerBrand: { slug: 'bivaco', url: `${SITE}/thuong-hieu/bivaco`, name: 'Bivaco' },
  image: { url: `${SITE}/media/hong.jpg?v=1`, width: 2400, height: 1600, alt: 'Vườn hồng vào vụ', caption: 'Hồng không hạt vào vụ thu hoạch.', credit: 'Hà Linh', mimeType: 'image/jpeg', placeholder: null, srcset: `${SITE}/media/hong-480x320.webp?v=1 480w, ${SITE}/media/hong.jpg?v=1 2400w` },
  siteSettings: { url: `${SITE}/`, siteName: 'OCOP Press' },
  Certification: { status: 'certified', stars: 4, through: '2028-12-31', lastStars: null },
  Certificate: { stars: 4, score: 86.5, issuedDay: '2026-01-01', lastDay: '2028-12-31', authorityName: 'UBND tỉnh Thái Nguyên', criteriaVersion: '26/2026' },
  Price: { amount: 85000, currency: 'VND', asOf: '2026-06-01' },
  Body: { json: { root: { type: 'root', children: [] } }, html: '<p>Vườn hồng vào vụ.</p>', text: 'Vườn hồng vào vụ.', minutes: 1 },
}

const scalars: Readonly<Record<string, unknown>> = { id: ID, string: 'Văn bản', int: 1, float: 1.5, boolean: false, instant: '2026-06-01T01:30:00.000Z', day: '2026-06-01', url: `${SITE}/`, json: {} }

const valueOf = (field: PublicField, told: unknown): unknown => {
  const value = told !== undefined ? told
    : field.type === 'ref' ? (field.list && kindsOf(field).length > 1 ? undefined : exampleOf({ kind: kindsOf(field)[0] as PublicKind, extent: 'card' }))
      : field.type === 'object' ? fieldsExample(field.name, field.fields)
        : field.type === 'enum' ? Object.keys(field.values)[0]
          : scalars[field.type]
  if (field.list) return value === undefined ? [] : [value]
  return value
}

const fieldsExample = (type: string, fields: PublicFields): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, said[type]?.[name])]))

/** An example of a kind as it is answered, complete and valid by its schema. */
export const exampleOf = ({ kind, extent }: { kind: PublicKind; extent: Extent }): Record<string, unknown> => {
  const definition = definitions[kind]
  const shown = isSingleton(definition) ? 'whole' : extent
  return Object.fromEntries(Object.entries(definition.fields).filter(([name, field]) => isAnswered({ kind, name, field, extent: shown })).map(([name, field]) => [name, valueOf(field, said[kind]?.[name])]))
}
