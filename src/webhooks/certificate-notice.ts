import type { CertificateTerm } from '../ocop/certificate.ts'
import { addDays, type Day } from '../ocop/day.ts'
import { lastDayInForce } from '../ocop/in-force-on.ts'
import { starsOn } from '../ocop/stars-on.ts'
import { expiringDays } from './event.ts'

/** What is to be told of the end of a certificate. `daysLeft`: whole days from that day to its last day, below 0 once expired. */
export interface Notice {
  type: 'certificate.expiring' | 'certificate.expired'
  lastDay: Day
  daysLeft: number
}

const DAY_MS = 86_400_000
const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Days on which something of a certificate is to be told, when it ends on `lastDay`. */
const daysToTell = (lastDay: Day): { day: Day; type: Notice['type'] }[] => [
  ...expiringDays.map((days) => ({ day: addDays(lastDay, -days), type: 'certificate.expiring' as const })),
  { day: addDays(lastDay, 1), type: 'certificate.expired' as const },
]

/**
 * What is to be told of a certificate of a product on the days after `after` up to `through`; the last of several. Nothing of one that was
 * withdrawn, since that is a decision and `product.updated` tells of it, and nothing when another one of the product holds on the day after its end.
 */
export const noticeOf = ({ term, terms, after, through }: { term: CertificateTerm; terms: readonly CertificateTerm[]; after: Day; through: Day }): Notice | null => {
  const lastDay = lastDayInForce(term)
  if (term.withdrawal?.day && lastDay < (term.extendedUntil || term.lastDay)) return null
  if (lastDay < term.issuedDay || starsOn([...terms], addDays(lastDay, 1)) !== null) return null
  const due = daysToTell(lastDay).filter(({ day }) => after < day && day <= through && term.issuedDay <= day).at(-1)
  return due ? { type: due.type, lastDay, daysLeft: daysBetween(through, lastDay) } : null
}

/** The ranges of last days, both ends included, in which a certificate may lie of which something is to be told. */
export const lastDaysDue = ({ after, through }: { after: Day; through: Day }): { from: Day; to: Day }[] =>
  [...expiringDays, -1].map((days) => ({ from: addDays(after, days + 1), to: addDays(through, days) }))
