import rows from './data/criteria-versions.json' with { type: 'json' }
import type { Day } from './day.ts'

/** The stars that a certificate can carry. */
export type Stars = 3 | 4 | 5

/** The keys of the versions of the OCOP criteria, as certificates record them. */
export const criteriaVersionIds = ['1048/2019', '148/2023', '148+1489/2025', '26/2026'] as const

export type CriteriaVersionId = (typeof criteriaVersionIds)[number]

/** The level of the authority that recognised a product, as issued. `centre` is the ministry. */
export const authorityLevels = ['district', 'province', 'centre'] as const

export type AuthorityLevel = (typeof authorityLevels)[number]

/** The scores of one star level: `min` ≤ score < `max`, and the maximum itself where `maxInclusive`. Out of 100 points. */
export type ScoreBand = {
  star: 1 | 2 | 3 | 4 | 5
  min: number
  max: number
  maxInclusive: boolean
  /** Whether this level is recognised by a certificate at all. */
  certificate: boolean
}

/** One version of the OCOP criteria and procedure. */
export type CriteriaVersion = {
  id: CriteriaVersionId
  /** Numbers of the decisions that make it, all of the Prime Minister: the first one, then its amendments. */
  documents: readonly string[]
  /** First day in force. */
  validFrom: Day
  /** First day no longer in force; null: in force. Files lodged earlier may be decided by this version later. */
  validTo: Day | null
  /** Points at most in the parts A (product and community), B (marketing) and C (quality). */
  parts: Readonly<Record<'A' | 'B' | 'C', number>>
  bands: readonly ScoreBand[]
  bandsAsWritten: Readonly<Record<'1' | '2' | '3' | '4' | '5', string>>
  /** Who recognises which stars. */
  authority: Readonly<Record<`${Stars}`, AuthorityLevel>>
  /** How long a certificate is valid, in calendar months from its decision. */
  certificateMonths: number
  /**
   * How a certificate may outlive its last day: at most `maxDays` days, if it ends on `forEndsFrom` or later, whatever
   * version it was granted by (26/2026/QĐ-TTg art. 12(3)).
   */
  extension?: { maxDays: number; forEndsFrom: Day; article: string }
  /** When to file for re-recognition, in days before the end (26/2026/QĐ-TTg art. 7(6)(a)). */
  refilingWindowDays?: { earliest: number; latest: number }
  refilingDecisionDays?: number
  communeScreeningWorkingDays?: number
  withdrawalDays?: number
  withdrawalAuthority?: Readonly<Record<`${Stars}`, AuthorityLevel>>
  withdrawalGrounds?: readonly string[]
  confidence: string
  sources: readonly string[]
  notes: string
}

/** The versions of the OCOP criteria, oldest first. Two may run side by side: a certificate records its own. */
export const criteriaVersions = rows as readonly unknown[] as readonly CriteriaVersion[]

/** The version with this key, or undefined. */
export const criteriaVersion = (id: string): CriteriaVersion | undefined =>
  criteriaVersions.find((version) => version.id === id)
