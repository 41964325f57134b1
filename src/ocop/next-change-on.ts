import type { CertificateTerm } from './certificate.ts'
import { certificationOn } from './certification-on.ts'
import type { Day } from './day.ts'
import { edgesAfter } from './edges-after.ts'
import { starsOn } from './stars-on.ts'

/**
 * The next Hanoi day after `day` on which the certificates say something else without any further write: other stars,
 * another certificate behind the same stars, or another status (an expired certificate whose withdrawal is already
 * recorded for a later day). Null when nothing changes any more.
 */
export const nextChangeOn = (certificates: readonly CertificateTerm[], day: Day): Day | null => {
  const said = (when: Day) => {
    const { status, lastStars } = certificationOn(certificates, when)
    return [starsOn(certificates, when)?.certificate, status, lastStars]
  }
  const before = said(day)
  return edgesAfter(certificates, day).find((edge) => said(edge).some((part, index) => part !== before[index])) ?? null
}
