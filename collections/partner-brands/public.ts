import { commonFields, definePublic, type EnumType } from '../shared/public-definition.ts'
import { alwaysVisible, facets, numberOf, ranked, refOf, rowsOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

export const brandPlacementType = {
  type: 'enum',
  name: 'BrandPlacement',
  values: {
    featured: { en: 'The box of featured brands.', vi: 'Thương hiệu nổi bật' },
    footer: { en: 'The foot of the page.', vi: 'Chân trang' },
    sidebar: { en: 'The side column.', vi: 'Cột bên' },
  },
} as const satisfies EnumType

const relType = {
  type: 'enum',
  name: 'LinkRel',
  values: { sponsored: 'Paid link.', nofollow: 'Link without recommendation.', none: 'Ordinary link.' },
} as const satisfies EnumType

/** Brands of partners, shown where and as long as their placements say. */
export const partnerBrandPublic = definePublic({
  kind: 'partnerBrand',
  plural: 'partnerBrands',
  doc: { en: 'A brand of a partner.', vi: 'Thương hiệu đối tác.' },
  source: { collection: 'partner-brands' },
  lookups: ['id', 'slug'],
  page: { default: 50, max: 100 },
  fields: {
    ...commonFields,
    slug: slugField,
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên thương hiệu.' } },
    logo: { type: 'ref', to: 'image', doc: { en: 'Logo.', vi: 'Logo.' } },
    website: { type: 'url', doc: { en: 'Its website.', vi: 'Website.' } },
    rel: { ...relType, required: true, doc: { en: 'What the link’s `rel` attribute must say.', vi: 'Thuộc tính rel của liên kết.' } },
    placements: {
      type: 'object', name: 'Placement', list: true, answered: true, doc: { en: 'Where it is to be shown now.', vi: 'Vị trí hiển thị hiện tại.' },
      fields: {
        placement: { ...brandPlacementType, required: true, doc: 'The place.' },
        order: { type: 'int', required: true, doc: 'Position in it.' },
      },
    },
  },
  filters: { placement: { ...brandPlacementType, operators: ['equals'], by: { facet: 'placement' }, doc: 'To be shown in this place now.' } },
  sorts: {
    order: { by: 'rank', doc: 'By position in its foremost placement, then by name.' },
    name: { by: 'name', doc: 'By name, in Vietnamese order.' },
  },
  defaultSort: 'name',
  internal: ['searchFolded', 'demo', 'createdAt', 'updatedAt', 'tier'],
  covered: ['active'],
  project: ({ doc, today }) => {
    if (doc['active'] === false) return null
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const placements = rowsOf(doc, 'placements').flatMap((row) => {
      const placement = textOf(row, 'placement')
      return placement === null ? [] : [{ placement, order: numberOf(row, 'order') ?? 0, from: dayIn(row['from']), until: dayIn(row['until']) }]
    })
    const open = placements.filter(({ from, until }) => (from === null || from <= today) && (until === null || today <= until))
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      rank: `${ranked(open.length > 0 ? Math.min(...open.map(({ order }) => order)) : 999_999_999)} ${sortKey(name)}`,
      facets: facets({ placement: [...new Set(open.map(({ placement }) => placement))] }),
      changesOn: placements.flatMap(({ from, until }) => [from, until === null ? null : dayAfter(until)]).filter((day) => day !== null && day > today).sort()[0] ?? null,
      data: { slug, name, logo: refOf(doc, 'logo'), website: textOf(doc, 'website'), rel: textOf(doc, 'rel') ?? 'sponsored', _placements: placements },
    })
  },
})

/** Both ends of a window are Hanoi days, the last one included. */
function dayIn(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
