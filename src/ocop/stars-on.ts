import type { CertificateTerm } from './certificate.ts'
import { addDays, type Day } from './day.ts'
import { edgesAfter } from './edges-after.ts'
import { inForceOn, lastDayInForce } from './in-force-on.ts'

/** What a product's certificates say on one day. */
export type Standing<C extends CertificateTerm = CertificateTerm> = {
  stars: C['stars']
  /** The certificate that gives these stars; of several with as many stars the one that lasts longest. */
  certificate: C
  /** The last day on which these stars hold if nothing more is written. */
  through: Day
}

const isBetter = (a: CertificateTerm, b: CertificateTerm): boolean => {
  const [endA, endB] = [lastDayInForce(a), lastDayInForce(b)]
  if (a.stars !== b.stars) return a.stars > b.stars
  if (endA !== endB) return endA > endB
  if (a.issuedDay !== b.issuedDay) return a.issuedDay > b.issuedDay
  return a.id > b.id
}

const bestOn = <C extends CertificateTerm>(certificates: readonly C[], day: Day): C | undefined =>
  certificates
    .filter((certificate) => inForceOn(certificate, day))
    .reduce<C | undefined>((best, one) => (best && !isBetter(one, best) ? best : one), undefined)

/**
 * The public stars of a product on a Hanoi day: those of the best certificate in force, or null when none is in force
 * (26/2026/QĐ-TTg art. 4(3): without a valid certificate there are no stars). A later certificate with fewer stars does
 * not end an earlier one; only its end or its withdrawal does. The one source of truth for stars.
 */
export const starsOn = <C extends CertificateTerm>(certificates: readonly C[], day: Day): Standing<C> | null => {
  const certificate = bestOn(certificates, day)
  if (!certificate) return null
  // Certificates with as many stars may follow one another without a gap, so the end of this one need not be the end.
  const change = edgesAfter(certificates, day).find((edge) => bestOn(certificates, edge)?.stars !== certificate.stars)
  return { stars: certificate.stars, certificate, through: change ? addDays(change, -1) : lastDayInForce(certificate) }
}
