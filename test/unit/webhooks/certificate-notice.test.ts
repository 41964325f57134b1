import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CertificateTerm } from '../../../src/ocop/certificate.ts'
import { addDays } from '../../../src/ocop/day.ts'
import { lastDaysDue, noticeOf } from '../../../src/webhooks/certificate-notice.ts'

const term = (more: Partial<CertificateTerm> = {}): CertificateTerm => ({ id: 'c', stars: 4, issuedDay: '2024-03-06', lastDay: '2027-03-05', ...more })
const told = (after: string, through: string, one = term(), others: CertificateTerm[] = []) => noticeOf({ term: one, terms: [one, ...others], after, through })

describe('notices of the end of a certificate', () => {
  it('come 180, 90 and 30 days before the last day and on the day after it', () => {
    const days = Array.from({ length: 200 }, (_, at) => addDays('2026-08-30', at)).flatMap((day) => {
      const notice = told(addDays(day, -1), day)
      return notice ? [[day, notice.type, notice.daysLeft]] : []
    })
    expect(days).toEqual([
      ['2026-09-06', 'certificate.expiring', 180], ['2026-12-05', 'certificate.expiring', 90], ['2027-02-03', 'certificate.expiring', 30], ['2027-03-06', 'certificate.expired', -1],
    ])
  })

  it('are the last of several after a time in which nobody looked', () => {
    expect(told('2026-09-01', '2027-02-10')).toEqual({ type: 'certificate.expiring', lastDay: '2027-03-05', daysLeft: 23 })
    expect(told('2026-09-01', '2027-06-01')?.type).toBe('certificate.expired')
  })

  it('follow an extension', () => {
    const extended = term({ extendedUntil: '2027-06-01' })
    expect(told('2027-03-05', '2027-03-06', extended)?.type).toBeUndefined()
    expect(told('2027-06-01', '2027-06-02', extended)?.type).toBe('certificate.expired')
  })

  it('are not sent of what was withdrawn, nor where another certificate follows', () => {
    expect(told('2027-02-01', '2027-03-06', term({ withdrawal: { day: '2026-12-01' } }))).toBeNull()
    expect(told('2026-12-01', '2026-12-02', term({ withdrawal: { day: '2026-12-02' } }))).toBeNull()
    expect(told('2027-03-05', '2027-03-06', term(), [term({ id: 'd', issuedDay: '2027-01-10', lastDay: '2030-01-09' })])).toBeNull()
  })

  it('are found by the ranges of last days that are asked of the database, each once however the days are cut', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days))
    fc.assert(fc.property(day, day, fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), (lastDay, extended, cuts) => {
      const one = term({ issuedDay: '2020-01-01', lastDay, ...(extended > lastDay ? { extendedUntil: extended } : {}) })
      const [first = '', ...rest] = [...cuts].sort()
      let after = first
      for (const through of rest) {
        if (told(after, through, one)) {
          const found = lastDaysDue({ after, through }).some(({ from, to }) => [one.lastDay, one.extendedUntil].some((last) => last && from <= last && last <= to))
          expect(found).toBe(true)
        }
        after = through
      }
      const expired = rest.map((through, at) => told([first, ...rest][at] as string, through, one)?.type).filter((type) => type === 'certificate.expired')
      expect(expired.length).toBeLessThanOrEqual(1)
    }))
  })
})
