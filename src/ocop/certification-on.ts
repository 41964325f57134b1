import type { CertificateTerm } from './certificate.ts'
import type { Day } from './day.ts'
import { lastDayInForce } from './in-force-on.ts'
import { starsOn } from './stars-on.ts'

/**
 * - `CERTIFIED`: a certificate is in force (extended ones included);
 * - `EXPIRED`: none is, and the last one in force came to its end;
 * - `WITHDRAWN`: none is, and the last one in force has been withdrawn, before its end or after it (provinces withdraw
 *   also what was not renewed);
 * - `NONE`: none is or has been in force.
 */
export const certificationStatuses = ['CERTIFIED', 'EXPIRED', 'WITHDRAWN', 'NONE'] as const

export type CertificationStatus = (typeof certificationStatuses)[number]

/** Where a product stands, as readers are told. Stars are in `stars` or in `lastStars`, never in both. */
export type Certification = {
  status: CertificationStatus
  /** The stars in force; null unless `CERTIFIED`. */
  stars: number | null
  /** The last day on which `stars` hold if nothing more is written; null unless `CERTIFIED`. */
  through: Day | null
  /** The stars held last; null unless `EXPIRED` or `WITHDRAWN`. */
  lastStars: number | null
}

/** Where a product with these certificates stands on a Hanoi day. */
export const certificationOn = (certificates: readonly CertificateTerm[], day: Day): Certification => {
  const standing = starsOn(certificates, day)
  if (standing) return { status: 'CERTIFIED', stars: standing.stars, through: standing.through, lastStars: null }

  const lastDay = certificates
    .filter(({ issuedDay }) => issuedDay <= day)
    .filter((certificate) => certificate.issuedDay <= lastDayInForce(certificate))
    .map(lastDayInForce)
    .reduce<Day>((latest, end) => (end > latest ? end : latest), '')
  const last = lastDay ? starsOn(certificates, lastDay)?.certificate : undefined
  if (!last) return { status: 'NONE', stars: null, through: null, lastStars: null }

  const withdrawn = Boolean(last.withdrawal?.day && last.withdrawal.day <= day)
  return { status: withdrawn ? 'WITHDRAWN' : 'EXPIRED', stars: null, through: null, lastStars: last.stars }
}
