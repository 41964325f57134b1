import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CertificateTerm } from '../../../src/ocop/certificate.ts'
import { type Certification, certificationOn } from '../../../src/ocop/certification-on.ts'
import { addDays, type Day } from '../../../src/ocop/day.ts'
import { nextChangeOn } from '../../../src/ocop/next-change-on.ts'
import { starsOn } from '../../../src/ocop/stars-on.ts'
import { calendar, certificateSets, dayInCalendar, firstDay } from './arbitraries.ts'

const three: CertificateTerm = { id: 'three', stars: 3, issuedDay: '2022-01-10', lastDay: '2025-01-10' }

const holds = ({ issuedDay, lastDay, extendedUntil, withdrawal }: CertificateTerm, day: Day): boolean =>
  day >= issuedDay && day <= (extendedUntil ?? lastDay) && !(withdrawal?.day && day >= withdrawal.day)

/** Walks the calendar from its beginning and keeps what it last saw. */
const byHand = (certificates: readonly CertificateTerm[], day: Day): Omit<Certification, 'through'> => {
  let [stars, lastStars, lastHolders]: [number | null, number | null, CertificateTerm[]] = [null, null, []]
  for (let today = firstDay; today <= day; today = addDays(today, 1)) {
    const holders = certificates.filter((one) => holds(one, today))
    stars = holders.length > 0 ? Math.max(...holders.map((one) => one.stars)) : null
    if (stars) [lastStars, lastHolders] = [stars, holders.filter((one) => one.stars === stars)]
  }
  if (stars) return { status: 'CERTIFIED', stars, lastStars: null }
  if (!lastStars) return { status: 'NONE', stars: null, lastStars: null }
  // Among equals the one issued last, then the greater id, stands for the product: they all ended on the same day.
  const last = lastHolders.sort((a, b) => (a.issuedDay < b.issuedDay || (a.issuedDay === b.issuedDay && a.id < b.id) ? 1 : -1))[0]!
  return { status: last.withdrawal?.day && last.withdrawal.day <= day ? 'WITHDRAWN' : 'EXPIRED', stars: null, lastStars }
}

describe('certificationOn', () => {
  it('is NONE before the first certificate', () => {
    const none = { status: 'NONE', stars: null, through: null, lastStars: null }
    expect(certificationOn([], '2024-01-01')).toEqual(none)
    expect(certificationOn([three], '2022-01-09')).toEqual(none)
  })

  it('is CERTIFIED through the last day and EXPIRED from the next', () => {
    expect(certificationOn([three], '2025-01-10')).toEqual({ status: 'CERTIFIED', stars: 3, through: '2025-01-10', lastStars: null })
    expect(certificationOn([three], '2025-01-11')).toEqual({ status: 'EXPIRED', stars: null, through: null, lastStars: 3 })
  })

  it('is WITHDRAWN from the day of the withdrawal, in its time or after its end', () => {
    const inTime = { ...three, withdrawal: { day: '2024-05-01' } }
    expect(certificationOn([inTime], '2024-04-30').status).toBe('CERTIFIED')
    expect(certificationOn([inTime], '2024-05-01')).toEqual({ status: 'WITHDRAWN', stars: null, through: null, lastStars: 3 })
    const afterwards = { ...three, withdrawal: { day: '2025-06-01' } }
    expect(certificationOn([afterwards], '2025-05-31').status).toBe('EXPIRED')
    expect(certificationOn([afterwards], '2025-06-01').status).toBe('WITHDRAWN')
  })

  it('tells by the certificate in force last, not by the one written last', () => {
    const four: CertificateTerm = { id: 'four', stars: 4, issuedDay: '2021-01-01', lastDay: '2024-01-01', withdrawal: { day: '2023-01-01' } }
    expect(certificationOn([four, three], '2025-02-01')).toMatchObject({ status: 'EXPIRED', lastStars: 3 })
  })

  it('passes over a certificate withdrawn on the day of its issue: it never was in force', () => {
    expect(certificationOn([{ ...three, withdrawal: { day: three.issuedDay } }], '2023-01-01').status).toBe('NONE')
  })

  it('agrees, day by day, with a walk through the calendar', () => {
    fc.assert(fc.property(certificateSets, (certificates) => {
      for (const day of calendar) {
        const { through, ...rest } = certificationOn(certificates, day)
        expect(rest).toEqual(byHand(certificates, day))
        expect(through).toBe(starsOn(certificates, day)?.through ?? null)
      }
    }), { numRuns: 300 })
  })
})

describe('nextChangeOn', () => {
  it('is the beginning of the next certificate, then its end, then nothing', () => {
    expect(nextChangeOn([three], '2021-01-01')).toBe('2022-01-10')
    expect(nextChangeOn([three], '2022-01-10')).toBe('2025-01-11')
    expect(nextChangeOn([three], '2025-01-11')).toBeNull()
    expect(nextChangeOn([], '2025-01-11')).toBeNull()
  })

  it('passes over edges that change nothing', () => {
    const within: CertificateTerm = { id: 'within', stars: 3, issuedDay: '2023-01-01', lastDay: '2024-01-01' }
    expect(nextChangeOn([three, within], '2022-06-01')).toBe('2025-01-11')
  })

  it('sees a withdrawal recorded for a later day', () => {
    expect(nextChangeOn([{ ...three, withdrawal: { day: '2025-06-01' } }], '2025-02-01')).toBe('2025-06-01')
  })

  it('is the first later day on which anything differs, found by scanning', () => {
    const said = (certificates: CertificateTerm[], day: Day) => {
      const { status, lastStars } = certificationOn(certificates, day)
      return [starsOn(certificates, day)?.certificate.id, starsOn(certificates, day)?.stars, status, lastStars].join()
    }
    fc.assert(fc.property(certificateSets, dayInCalendar, (certificates, day) => {
      const later = calendar.filter((one) => one > day)
      const scanned = later.find((one) => said(certificates, one) !== said(certificates, day)) ?? null
      expect(nextChangeOn(certificates, day)).toBe(scanned)
    }), { numRuns: 500 })
  })

  it('never lies after the day through which the stars hold, but for the day next to it', () => {
    fc.assert(fc.property(certificateSets, dayInCalendar, (certificates, day) => {
      const standing = starsOn(certificates, day)
      fc.pre(standing !== null)
      expect(nextChangeOn(certificates, day)! <= addDays(standing!.through, 1)).toBe(true)
    }), { numRuns: 300 })
  })
})
