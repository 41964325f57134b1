import fc from 'fast-check'
import type { CertificateTerm } from '../../../src/ocop/certificate.ts'
import { addDays, type Day } from '../../../src/ocop/day.ts'

/** The first day of the small calendar in which random certificates live, so that they meet and touch often. */
export const firstDay: Day = '2024-02-20'

/** Days that the small calendar has; all certificates end well inside it. */
export const calendarDays = 60

export const calendar: readonly Day[] = Array.from({ length: calendarDays }, (_, n) => addDays(firstDay, n))

export const dayInCalendar = fc.nat({ max: calendarDays - 1 }).map((n) => addDays(firstDay, n))

const term = fc.record({
  stars: fc.constantFrom(3, 4, 5),
  begins: fc.integer({ min: 1, max: 30 }),
  length: fc.integer({ min: 0, max: 10 }),
  extension: fc.option(fc.integer({ min: 1, max: 8 })),
  withdrawnAfter: fc.option(fc.integer({ min: 0, max: 25 })),
}).map(({ stars, begins, length, extension, withdrawnAfter }) => {
  const issuedDay = addDays(firstDay, begins)
  const lastDay = addDays(issuedDay, length)
  return {
    stars,
    issuedDay,
    lastDay,
    extendedUntil: extension === null ? null : addDays(lastDay, extension),
    withdrawal: { day: withdrawnAfter === null ? null : addDays(issuedDay, withdrawnAfter) },
  }
})

/** Up to six certificates of one product: overlapping, touching, extended, withdrawn before, on and after their end. */
export const certificateSets: fc.Arbitrary<CertificateTerm[]> =
  fc.array(term, { maxLength: 6 }).map((terms) => terms.map((one, n) => ({ id: `c${n}`, ...one })))
