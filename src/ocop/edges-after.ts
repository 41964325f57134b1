import type { CertificateTerm } from './certificate.ts'
import { addDays, type Day } from './day.ts'
import { lastDayInForce } from './in-force-on.ts'

/** The days after `day` on which a certificate comes into force, is no longer in force or is withdrawn, in order. */
export const edgesAfter = (certificates: readonly CertificateTerm[], day: Day): Day[] =>
  certificates
    .flatMap((certificate) => [
      certificate.issuedDay,
      addDays(lastDayInForce(certificate), 1),
      certificate.withdrawal?.day ?? certificate.issuedDay,
    ])
    .filter((edge) => edge > day)
    .sort()
