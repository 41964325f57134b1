import type { CertificateTerm } from '../../src/ocop/certificate.ts'
import type { Day } from '../../src/ocop/day.ts'
import { nextChangeOn } from '../../src/ocop/next-change-on.ts'
import { starsOn } from '../../src/ocop/stars-on.ts'
import { groupOf, idIn, numberOf, textOf } from './public-read.ts'

/** What a product says of its certificates; never typed by a person. */
export interface DerivedStars {
  stars: number | null
  /** The last day on which `stars` hold if nothing more is written. */
  starsThrough: Day | null
  /** The next day on which the certificates say something else. */
  starsChangeOn: Day | null
}

export const noStars: DerivedStars = { stars: null, starsThrough: null, starsChangeOn: null }

/** A stored certificate as the rules on stars see it. */
export const termOf = (stored: Readonly<Record<string, unknown>>): CertificateTerm => ({
  id: idIn(stored['id']) ?? '',
  stars: numberOf(stored, 'stars') ?? 0,
  issuedDay: textOf(stored, 'issuedDay') ?? '',
  lastDay: textOf(stored, 'lastDay') ?? '',
  extendedUntil: textOf(stored, 'extendedUntil'),
  withdrawal: { day: textOf(groupOf(stored, 'withdrawal'), 'day') },
})

/** The stars of a product with these certificates on a Hanoi day. */
export const derivedStars = (certificates: readonly CertificateTerm[], day: Day): DerivedStars => {
  const standing = starsOn(certificates, day)
  return { stars: standing?.stars ?? null, starsThrough: standing?.through ?? null, starsChangeOn: nextChangeOn(certificates, day) }
}
