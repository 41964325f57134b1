import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Certificate, CertificateKind } from '../../../src/ocop/certificate.ts'
import { issuedIn } from '../../../src/ocop/issued-in.ts'
import { renewalDays } from '../../../src/ocop/renewal-days.ts'
import { standingOn } from '../../../src/ocop/standing-on.ts'
import { starsOn } from '../../../src/ocop/stars-on.ts'
import { type Countable, tallyCertificates, tallyDimensions } from '../../../src/ocop/tally-certificates.ts'
import { validOn } from '../../../src/ocop/valid-on.ts'
import { certificateSets, dayInCalendar } from './arbitraries.ts'

type Counted = Countable & Pick<Certificate, 'id' | 'issuedDay' | 'lastDay'> & { product: string }

const many = (count: number, of: Partial<Counted> & { stars: 3 | 4 | 5; kind: CertificateKind }): Counted[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${of.stars}-${of.kind}-${n}`, product: `p-${of.stars}-${of.kind}-${n}`, issuedDay: '2021-03-19', lastDay: '2024-03-19',
    group: 'thuc-pham', province: 'bac-kan-2019', ...of,
  }))

/** The results of Bắc Kạn province in 2021. */
const bacKan2021 = [
  ...many(16, { stars: 3, kind: 're-recognised' }),
  ...many(39, { stars: 3, kind: 'new', group: 'do-uong' }),
  ...many(1, { stars: 4, kind: 'new' }),
  ...many(1, { stars: 5, kind: 'new', group: null }),
]

describe('tallyCertificates', () => {
  it('counts by stars, the most first', () => {
    expect(tallyCertificates({ certificates: bacKan2021, by: 'stars' }))
      .toEqual([{ stars: 5, count: 1 }, { stars: 4, count: 1 }, { stars: 3, count: 55 }])
  })

  it('counts by kind in the order of kinds', () => {
    expect(tallyCertificates({ certificates: bacKan2021, by: 'kind' }))
      .toEqual([{ kind: 'new', count: 41 }, { kind: 're-recognised', count: 16 }])
  })

  it('counts by group and province, what is not known last', () => {
    expect(tallyCertificates({ certificates: bacKan2021, by: 'group' }))
      .toEqual([{ group: 'do-uong', count: 39 }, { group: 'thuc-pham', count: 17 }, { group: null, count: 1 }])
    expect(tallyCertificates({ certificates: bacKan2021, by: 'province' })).toEqual([{ province: 'bac-kan-2019', count: 57 }])
  })

  it('counts by several dimensions at once', () => {
    expect(tallyCertificates({ certificates: bacKan2021, by: ['stars', 'kind'] })).toEqual([
      { stars: 5, kind: 'new', count: 1 }, { stars: 4, kind: 'new', count: 1 },
      { stars: 3, kind: 'new', count: 39 }, { stars: 3, kind: 're-recognised', count: 16 },
    ])
  })

  it('loses and invents nothing', () => {
    const countable = fc.record({
      stars: fc.constantFrom(3, 4, 5), kind: fc.constantFrom<CertificateKind>('new', 're-recognised', 'upgraded'),
      group: fc.option(fc.constantFrom('a', 'b', 'c')), province: fc.option(fc.constantFrom('x', 'y')),
    })
    fc.assert(fc.property(fc.array(countable), fc.uniqueArray(fc.constantFrom(...tallyDimensions), { minLength: 1 }), (certificates, by) => {
      const rows = tallyCertificates({ certificates, by })
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(certificates.length)
      for (const { count, ...values } of rows) {
        expect(certificates.filter((one) => by.every((dimension) => one[dimension] === values[dimension]))).toHaveLength(count)
      }
      expect(new Set(rows.map(({ count: _, ...values }) => JSON.stringify(values))).size).toBe(rows.length)
    }))
  })
})

describe('what is counted', () => {
  it('by year of issue: whatever became of it since', () => {
    expect(bacKan2021.filter(issuedIn(2021))).toHaveLength(57)
    expect(bacKan2021.filter(issuedIn(2022))).toHaveLength(0)
  })

  it('on a day: certificates in force', () => {
    expect(bacKan2021.filter(validOn('2024-03-19'))).toHaveLength(57)
    expect(bacKan2021.filter(validOn('2024-03-20'))).toHaveLength(0)
  })

  it('on a day: each product once, at its public stars', () => {
    const overlapping = [
      ...many(1, { stars: 3, kind: 'new', product: 'mien-dong' }),
      ...many(1, { stars: 4, kind: 'upgraded', product: 'mien-dong', issuedDay: '2022-01-01', lastDay: '2025-01-01' }),
    ]
    expect(overlapping.filter(validOn('2023-01-01'))).toHaveLength(2)
    expect(standingOn(overlapping, '2023-01-01').map(({ stars }) => stars)).toEqual([4])
    expect(standingOn(overlapping, '2021-06-01').map(({ stars }) => stars)).toEqual([3])
    expect(standingOn(overlapping, '2026-01-01')).toEqual([])
  })

  it('on a day: what starsOn says of each product', () => {
    fc.assert(fc.property(certificateSets, dayInCalendar, fc.array(fc.constantFrom('p', 'q', 'r'), { minLength: 6, maxLength: 6 }), (certificates, day, products) => {
      const all = certificates.map((certificate, n) => ({ ...certificate, product: products[n]! }))
      const expected = ['p', 'q', 'r'].flatMap((product) => starsOn(all.filter((one) => one.product === product), day)?.certificate.id ?? [])
      expect(standingOn(all, day).map(({ id }) => id).sort()).toEqual(expected.sort())
    }))
  })
})

describe('renewalDays', () => {
  it('are 180, 120 and 30 days before the end', () => {
    expect(renewalDays({ lastDay: '2026-12-31' })).toEqual([
      { daysBefore: 180, day: '2026-07-04', meaning: 'window-opens' },
      { daysBefore: 120, day: '2026-09-02', meaning: 'window-closes' },
      { daysBefore: 30, day: '2026-12-01', meaning: 'last-notice' },
    ])
  })

  it('end with a withdrawal', () => {
    expect(renewalDays({ lastDay: '2026-12-31', withdrawal: { day: '2026-09-02' } }).map(({ daysBefore }) => daysBefore)).toEqual([180])
  })
})
