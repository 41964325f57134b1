import type { CertificateTerm } from './certificate.ts'
import { addDays, type Day } from './day.ts'

/** A day on which the desk is reminded that a certificate comes to its end. */
export type RenewalDay = { daysBefore: number; day: Day; meaning: 'window-opens' | 'window-closes' | 'last-notice' }

// 180 and 120: the subject files for re-recognition between these days (26/2026/QĐ-TTg art. 7(6)(a)).
// 30: the last notice by the authority under 148/QĐ-TTg, kept as the last reminder.
const reminders = [
  { daysBefore: 180, meaning: 'window-opens' },
  { daysBefore: 120, meaning: 'window-closes' },
  { daysBefore: 30, meaning: 'last-notice' },
] as const

/**
 * The days 180, 120 and 30 days before the end of a certificate, in order. They count back from its own last day, not
 * from an extension, and end with a withdrawal.
 */
export const renewalDays = ({ lastDay, withdrawal }: Pick<CertificateTerm, 'lastDay' | 'withdrawal'>): RenewalDay[] =>
  reminders
    .map((reminder) => ({ ...reminder, day: addDays(lastDay, -reminder.daysBefore) }))
    .filter(({ day }) => !withdrawal?.day || day < withdrawal.day)
