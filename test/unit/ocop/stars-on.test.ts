import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CertificateTerm } from '../../../src/ocop/certificate.ts'
import { addDays, type Day } from '../../../src/ocop/day.ts'
import { inForceOn } from '../../../src/ocop/in-force-on.ts'
import { lastDayOf } from '../../../src/ocop/last-day-of.ts'
import { starsOn } from '../../../src/ocop/stars-on.ts'
import { calendar, certificateSets, dayInCalendar } from './arbitraries.ts'

const certificate = (id: string, stars: number, issuedDay: Day, lastDay: Day, more: Partial<CertificateTerm> = {}): CertificateTerm =>
  ({ id, stars, issuedDay, lastDay, ...more })

/** The rule in the words of the law, day by day, without the code under test. */
const holds = ({ issuedDay, lastDay, extendedUntil, withdrawal }: CertificateTerm, day: Day): boolean =>
  day >= issuedDay && day <= (extendedUntil ?? lastDay) && !(withdrawal?.day && day >= withdrawal.day)

const starsByHand = (certificates: readonly CertificateTerm[], day: Day): number | null =>
  certificates.filter((one) => holds(one, day)).map(({ stars }) => stars).sort().at(-1) ?? null

describe('lastDayOf', () => {
  it('is the same day 36 months on, clamped to the month', () => {
    expect(lastDayOf('2021-03-19', '1048/2019')).toBe('2024-03-19')
    expect(lastDayOf('2024-02-29', '148/2023')).toBe('2027-02-28')
  })

  it('refuses a version that does not exist', () => expect(() => lastDayOf('2021-03-19', '148')).toThrow(RangeError))
})

describe('inForceOn', () => {
  const plain = certificate('a', 3, '2024-01-10', '2024-01-20')

  it.each([['2024-01-09', false], ['2024-01-10', true], ['2024-01-20', true], ['2024-01-21', false]])(
    'includes the first and the last day: %s is %p', (day, expected) => expect(inForceOn(plain, day)).toBe(expected))

  it('does not include the day of the withdrawal', () => {
    const withdrawn = { ...plain, withdrawal: { day: '2024-01-15' } }
    expect(inForceOn(withdrawn, '2024-01-14')).toBe(true)
    expect(inForceOn(withdrawn, '2024-01-15')).toBe(false)
  })

  it('lasts through an extension, unless withdrawn in it', () => {
    const extended = { ...plain, extendedUntil: '2024-02-20' }
    expect(inForceOn(extended, '2024-02-20')).toBe(true)
    expect(inForceOn(extended, '2024-02-21')).toBe(false)
    expect(inForceOn({ ...extended, withdrawal: { day: '2024-02-01' } }, '2024-02-01')).toBe(false)
  })

  it('is what the law says on every day', () => {
    fc.assert(fc.property(certificateSets, dayInCalendar, (certificates, day) =>
      certificates.every((one) => inForceOn(one, day) === holds(one, day))))
  })
})

describe('starsOn', () => {
  it('is null without certificates and after the last one', () => {
    expect(starsOn([], '2024-01-01')).toBeNull()
    expect(starsOn([certificate('a', 3, '2021-01-01', '2024-01-01')], '2024-01-02')).toBeNull()
  })

  it('takes the upgrade as soon as it is issued, and says how long its stars hold', () => {
    const three = certificate('three', 3, '2022-01-01', '2025-01-01')
    const four = certificate('four', 4, '2023-06-01', '2026-06-01')
    expect(starsOn([three, four], '2023-05-31')).toEqual({ stars: 3, certificate: three, through: '2023-05-31' })
    expect(starsOn([three, four], '2023-06-01')).toEqual({ stars: 4, certificate: four, through: '2026-06-01' })
  })

  it('falls back to the lesser certificate that outlives the better one', () => {
    const five = certificate('five', 5, '2022-01-01', '2024-12-31', { withdrawal: { day: '2024-03-01' } })
    const three = certificate('three', 3, '2023-01-01', '2026-01-01')
    expect(starsOn([five, three], '2024-02-29')).toMatchObject({ stars: 5, through: '2024-02-29' })
    expect(starsOn([five, three], '2024-03-01')).toMatchObject({ stars: 3, through: '2026-01-01' })
  })

  it('counts certificates with as many stars together when no day lies between them', () => {
    const first = certificate('a', 3, '2021-01-01', '2024-01-01')
    const second = certificate('b', 3, '2024-01-02', '2027-01-02')
    const third = certificate('c', 3, '2027-01-04', '2030-01-04')
    expect(starsOn([third, second, first], '2023-01-01')).toEqual({ stars: 3, certificate: first, through: '2027-01-02' })
  })

  it('names the certificate that lasts longest among equals', () => {
    const short = certificate('a', 4, '2023-01-01', '2024-06-30')
    const long = certificate('b', 4, '2022-01-01', '2025-01-01')
    expect(starsOn([short, long], '2024-01-01')?.certificate).toBe(long)
    expect(starsOn([long, short], '2024-01-01')?.certificate).toBe(long)
  })

  it('never shows more than the best certificate in force, and never less', () => {
    fc.assert(fc.property(certificateSets, dayInCalendar, (certificates, day) => {
      const standing = starsOn(certificates, day)
      expect(standing?.stars ?? null).toBe(starsByHand(certificates, day))
      if (standing) {
        expect(holds(standing.certificate, day)).toBe(true)
        expect(standing.certificate.stars).toBe(standing.stars)
      }
    }), { numRuns: 500 })
  })

  it('holds its stars through exactly the day it says', () => {
    fc.assert(fc.property(certificateSets, dayInCalendar, (certificates, day) => {
      const standing = starsOn(certificates, day)
      fc.pre(standing !== null)
      let last = day
      while (starsByHand(certificates, addDays(last, 1)) === standing!.stars) last = addDays(last, 1)
      expect(standing!.through).toBe(last)
    }), { numRuns: 500 })
  })

  it('does not depend on the order of the certificates', () => {
    fc.assert(fc.property(certificateSets, (certificates) => {
      const reversed = [...certificates].reverse()
      for (const day of calendar) expect(starsOn(reversed, day)).toEqual(starsOn(certificates, day))
    }))
  })
})
