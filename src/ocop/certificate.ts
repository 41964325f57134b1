import type { AuthorityLevel, CriteriaVersionId, Stars } from './criteria-versions.ts'
import type { Day } from './day.ts'

/** Outcomes of an assessment: công nhận mới, công nhận lại, nâng hạng. A withdrawal is recorded on the certificate it ends. */
export const certificateKinds = ['new', 're-recognised', 'upgraded'] as const

export type CertificateKind = (typeof certificateKinds)[number]

/** What decides when a certificate is in force and which stars it gives. */
export type CertificateTerm = {
  id: string
  stars: number
  /** First day in force: the day of the decision. */
  issuedDay: Day
  /** Last day in force, inclusive. */
  lastDay: Day
  /** Last day in force, inclusive, where the certificate outlives `lastDay` (26/2026/QĐ-TTg art. 12(3)). */
  extendedUntil?: Day | null
  /** The withdrawal, if any. On its day the certificate is no longer in force. */
  withdrawal?: { day?: Day | null } | null
}

/** A certificate of recognition of one OCOP product (giấy chứng nhận kết quả phân hạng), as issued. */
export type Certificate = CertificateTerm & {
  product?: string
  stars: Stars
  /** Average over the council's members, out of 100 points: fractional. */
  score?: number | null
  kind: CertificateKind
  extensionReason?: string | null
  /** Recorded, never derived from the day: two versions may run side by side. */
  criteriaVersion: CriteriaVersionId
  authorityLevel: AuthorityLevel
  /** Name as issued, of an authority that may no longer exist: `UBND huyện Na Rì`. */
  authorityName: string
  withdrawal?: { day?: Day | null; reason?: string | null } | null
}
