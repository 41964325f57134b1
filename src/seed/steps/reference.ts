import { legalDocumentKey, legalDocuments, productGroups, provinces, type ProductGroup } from '../../ocop/index.ts'
import { ensureAll, idOf, type SeedRun, type Wanted } from '../run.ts'

const units = 'administrative-units'
const groups = 'product-groups'

/** The 90 records of provinces; the newest first, for the older ones name their successors. */
const provinceRecords = (run: SeedRun): (() => Wanted)[] =>
  provinces.toReversed().map(({ key, code, name, kind, validFrom, validTo, successors, region }) => () => ({
    collection: units, key, where: { key: { equals: key } },
    data: {
      key, code, name, kind: kind === 'municipality' ? 'city' : 'province', level: 'province', validFrom, validTo, region,
      successors: successors.map((successor) => ({ unit: idOf({ run, collection: units, key: successor }), share: 'whole' })),
    },
  }))

/** The key of an entry: a set that is its own leaf has the same slug, so the level stands before it. */
export const groupKey = ({ level, slug }: Pick<ProductGroup, 'level' | 'slug'>): string => `${level}/${slug}`

const leafSlugs = new Set(productGroups.filter(({ level }) => level === 'leaf').map(({ slug }) => slug))
const levelAbove: Readonly<Record<string, ProductGroup['level']>> = { set: 'group', leaf: 'set', 'old-leaf': 'old-group' }

const groupRecord = ({ run, group }: { run: SeedRun; group: ProductGroup }): Wanted => {
  const { level, slug, parent, order, name, nameEn, ministries = [], mapsTo = [] } = group
  const isOld = level.startsWith('old-')
  const ownLevel = level.replace('old-', '')
  const above = levelAbove[level]
  const key = groupKey(group)
  return {
    collection: groups, key, where: { key: { equals: key } },
    data: {
      key, slug: level === 'set' && leafSlugs.has(slug) ? `nhom-${slug}` : slug, name, nameEn, order, ministries: [...ministries],
      level: ownLevel, classification: isOld ? '1048-2019' : '26-2026',
      parent: parent && above ? idOf({ run, collection: groups, key: groupKey({ level: above, slug: parent }) }) : null,
      mapsTo: mapsTo.map((target) => idOf({ run, collection: groups, key: `${ownLevel}/${target}` })),
    },
  }
}

const levels: Readonly<Record<string, string>> = { 'Quốc hội': 'national', 'Ủy ban Thường vụ Quốc hội': 'national', 'Chính phủ': 'national', 'Thủ tướng Chính phủ': 'national' }

/** Documents whose day is not known have no identity and are left out. */
const documentRecords = (): (() => Wanted)[] =>
  legalDocuments.flatMap(({ number, kind, issuer, date, title }) =>
    date === null ? [] : [() => ({
      collection: 'legal-documents', key: `${number}@${date}`, where: { identityKey: { equals: legalDocumentKey({ number, issuer, date }) } },
      data: { number, type: kind, issuer, level: levels[issuer] ?? 'ministry', date, title },
    })])

/** Provinces, product groups and legal documents of the domain: what every installation needs. */
export const seedReference = async (run: SeedRun): Promise<void> => {
  await ensureAll({ run, title: 'Seeding provinces', wanted: provinceRecords(run), perTransaction: 30 })
  await ensureAll({ run, title: 'Seeding product groups', wanted: productGroups.map((group) => () => groupRecord({ run, group })), perTransaction: 30 })
  await ensureAll({ run, title: 'Seeding legal documents', wanted: documentRecords(), perTransaction: 30 })
}
