import { commonFields, definePublic, type EnumType } from '../shared/public-definition.ts'
import { alwaysVisible, facets, refOf, rowsOf, textOf } from '../shared/public-read.ts'
import { slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const unitKindType = {
  type: 'enum',
  name: 'AdministrativeUnitKind',
  values: {
    province: { en: 'Province.', vi: 'Tỉnh' },
    city: { en: 'City under the central government.', vi: 'Thành phố' },
    ward: { en: 'Ward.', vi: 'Phường' },
    commune: { en: 'Commune.', vi: 'Xã' },
    'special-zone': { en: 'Special zone.', vi: 'Đặc khu' },
  },
} as const satisfies EnumType

const unitLevelType = {
  type: 'enum',
  name: 'AdministrativeUnitLevel',
  values: { province: { en: 'Provinces and cities.', vi: 'Cấp tỉnh' }, commune: { en: 'Communes, wards and special zones.', vi: 'Cấp xã' } },
} as const satisfies EnumType

const shareType = {
  type: 'enum',
  name: 'SuccessionShare',
  values: {
    whole: { en: 'All of it.', vi: 'Toàn bộ' },
    majority: { en: 'Part of the area with the whole population.', vi: 'Phần lớn' },
    part: { en: 'A part.', vi: 'Một phần' },
  },
} as const satisfies EnumType

const fullNameOf = ({ kind, name }: { kind: string; name: string }): string => {
  const known = (unitKindType.values as Readonly<Record<string, { vi: string }>>)[kind]
  return known ? `${known.vi} ${name}` : name
}

/** Provinces, cities, communes: units of administration with the time they existed. A code is not an identity, it is reused. */
export const administrativeUnitPublic = definePublic({
  kind: 'administrativeUnit',
  plural: 'administrativeUnits',
  doc: { en: 'A unit of administration in the time it existed.', vi: 'Đơn vị hành chính.' },
  source: { collection: 'administrative-units' },
  lookups: ['id', 'slug', 'key'],
  page: { default: 100, max: 100 },
  fields: {
    ...commonFields,
    key: { type: 'string', required: true, doc: 'Stable natural key.' },
    slug: { ...slugField, doc: 'Name in addresses; of an ended unit with the year it ended, such as `bac-kan-2025`.' },
    name: { type: 'string', required: true, doc: { en: 'Name.', vi: 'Tên.' } },
    fullName: { type: 'string', required: true, doc: { en: 'Name with the kind of unit before it.', vi: 'Tên đầy đủ, kèm loại đơn vị.' } },
    kind: { ...unitKindType, required: true, doc: { en: 'Kind of unit.', vi: 'Loại đơn vị.' } },
    level: { ...unitLevelType, required: true, doc: { en: 'Level of administration.', vi: 'Cấp hành chính.' } },
    code: { type: 'string', doc: { en: 'Official code of that time; codes are reused for other units.', vi: 'Mã đơn vị theo thời kỳ.' } },
    region: { type: 'string', doc: { en: 'Socio-economic region.', vi: 'Vùng kinh tế – xã hội.' } },
    parent: { type: 'ref', to: 'administrativeUnit', doc: { en: 'The unit it belongs to.', vi: 'Đơn vị cấp trên.' } },
    validFrom: { type: 'day', doc: { en: 'First day; null: since before 2019.', vi: 'Có hiệu lực từ ngày.' } },
    validTo: { type: 'day', doc: { en: 'First day it no longer was; null: it still is.', vi: 'Hết hiệu lực từ ngày.' } },
    current: { type: 'boolean', required: true, answered: true, doc: { en: 'Exists today.', vi: 'Đang tồn tại.' } },
    successors: {
      type: 'object', name: 'Succession', list: true, doc: { en: 'What it became, the largest share first.', vi: 'Đơn vị kế thừa.' },
      fields: {
        unit: { type: 'ref', to: 'administrativeUnit', required: true, doc: 'The unit that took it over.' },
        share: { ...shareType, required: true, doc: 'How much of it.' },
      },
    },
    predecessors: { type: 'ref', to: 'administrativeUnit', list: true, answered: true, doc: { en: 'The units it was formed from.', vi: 'Đơn vị tiền thân.' } },
  },
  filters: {
    level: { ...unitLevelType, operators: ['equals'], by: { facet: 'level' }, doc: 'At this level.' },
    kind: { ...unitKindType, operators: ['equals', 'in'], by: { facet: 'kind' }, doc: 'Of this kind.' },
    parent: { type: 'ref', to: 'administrativeUnit', operators: ['equals', 'in'], by: { facet: 'parent' }, doc: 'Belonging to this unit.' },
    region: { type: 'string', operators: ['equals'], by: { facet: 'region' }, doc: 'In this region, as `region` writes it.' },
    current: { type: 'boolean', operators: ['equals'], by: { facet: 'current' }, doc: 'Existing today, or not.' },
  },
  sorts: {
    name: { by: 'name', doc: 'By name, in Vietnamese order.' },
    code: { by: 'rank', doc: 'By official code.' },
  },
  defaultSort: 'name',
  internal: ['searchFolded', 'sortKey', 'createdAt', 'updatedAt'],
  covered: ['title'],
  project: ({ doc, today }) => {
    const name = textOf(doc, 'name') ?? ''
    const slug = textOf(doc, 'slug')
    const kind = textOf(doc, 'kind') ?? 'province'
    const level = textOf(doc, 'level') ?? 'province'
    const region = textOf(doc, 'region')
    const parent = refOf(doc, 'parent')
    const validFrom = textOf(doc, 'validFrom')
    const validTo = textOf(doc, 'validTo')
    const successors = rowsOf(doc, 'successors').flatMap((row) => {
      const unit = refOf(row, 'unit')
      return unit === null ? [] : [{ unit, share: textOf(row, 'share') ?? 'whole' }]
    })
    const current = (validFrom === null || validFrom <= today) && (validTo === null || today < validTo)
    return alwaysVisible({
      slug,
      sortKey: sortKey(name),
      rank: textOf(doc, 'code') ?? '',
      // The bare name of a unit that ended (`bac-kan` for `bac-kan-2025`) finds it too, when no unit has it as its own.
      facets: facets({ key: textOf(doc, 'key'), level, kind, parent, region, current, successor: successors.map(({ unit }) => unit), alias: validTo === null ? null : slug?.replace(/-\d{4}$/, '') }),
      changesOn: [validFrom, validTo].filter((day) => day !== null && day > today).sort()[0] ?? null,
      data: { key: textOf(doc, 'key') ?? '', slug, name, fullName: fullNameOf({ kind, name }), kind, level, code: textOf(doc, 'code'), region, parent, validFrom, validTo, successors },
    })
  },
})
