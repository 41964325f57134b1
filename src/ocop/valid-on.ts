import type { CertificateTerm } from './certificate.ts'
import type { Day } from './day.ts'
import { inForceOn } from './in-force-on.ts'

/** Picks certificates in force on a Hanoi day. A product may have several: to count products, use `standingOn`. */
export const validOn = (day: Day) => (certificate: CertificateTerm): boolean => inForceOn(certificate, day)
