import type { CertificateTerm } from './certificate.ts'
import { addDays, type Day } from './day.ts'

type Term = Pick<CertificateTerm, 'issuedDay' | 'lastDay' | 'extendedUntil' | 'withdrawal'>

/**
 * The last day on which a certificate is in force: its extended or own last day, or the day before its withdrawal if that
 * is earlier. It lies before `issuedDay` when the certificate never was in force.
 */
export const lastDayInForce = ({ lastDay, extendedUntil, withdrawal }: Term): Day => {
  const end = extendedUntil || lastDay
  // The withdrawal takes effect on its own day: better a day without stars than a withdrawn star on show.
  const beforeWithdrawal = withdrawal?.day ? addDays(withdrawal.day, -1) : end
  return beforeWithdrawal < end ? beforeWithdrawal : end
}

/** Whether a certificate is in force on a Hanoi day: from the day of issue to its last day, both inclusive. */
export const inForceOn = (certificate: Term, day: Day): boolean =>
  certificate.issuedDay <= day && day <= lastDayInForce(certificate)
