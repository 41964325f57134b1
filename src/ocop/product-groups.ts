import rows from './data/product-groups.json' with { type: 'json' }

/** The levels of the classification in force (`group` → `set` → `leaf`) and of the one of 2019 (`old-group` → `old-leaf`). */
export const productGroupLevels = ['group', 'set', 'leaf', 'old-group', 'old-leaf'] as const

export type ProductGroupLevel = (typeof productGroupLevels)[number]

/** One entry of a classification of OCOP products. */
export type ProductGroup = {
  level: ProductGroupLevel
  /** Unique within the level only: a set that is its own leaf repeats its slug. */
  slug: string
  /** Slug of the entry above (a leaf's set, a set's group, an old leaf's old group); null at the top. */
  parent: string | null
  /** Place among the entries of the same level, from 1. */
  order: number
  /** Roman number of a group, as the decision prints it. */
  number?: string
  /** Name by Annex I of 26/2026/QĐ-TTg; of an old entry by 781/QĐ-TTg. */
  name: string
  nameEn?: string
  /** Name of its criteria set in Annex II, where it differs. */
  criteriaSetName?: string
  /** Name by 148/QĐ-TTg, where it differs. */
  name148?: string
  /** Name by 1048/QĐ-TTg, where it differs. */
  name1048?: string
  otherName?: string
  /** Ministries that manage the products of a leaf, the leading one first. */
  ministries?: readonly string[]
  /** Whether five samples go with the file of a leaf (tourism has none). */
  sampleRequired?: boolean
  /** Versions of the criteria that use the entry. */
  validIn: readonly string[]
  /** Slugs of the entries in force that took the place of an old one (groups for a group, leaves for a leaf); may be empty. */
  mapsTo?: readonly string[]
  confidence: string
  sources: readonly string[]
  note?: string
}

/** Both classifications: the one in force first, each level before the next. */
export const productGroups = rows as readonly unknown[] as readonly ProductGroup[]
