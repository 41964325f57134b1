import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type CertificateClaim, certificateProblems } from '../../../src/ocop/certificate-problems.ts'
import { criteriaVersions } from '../../../src/ocop/criteria-versions.ts'
import { addDays, isDay } from '../../../src/ocop/day.ts'
import { lastDayOf } from '../../../src/ocop/last-day-of.ts'

const sound: CertificateClaim = {
  stars: 4, score: 82.4, kind: 'new', issuedDay: '2026-06-01', lastDay: '2029-06-01', criteriaVersion: '26/2026', authorityLevel: 'province',
}
const codes = (change: CertificateClaim, previous?: CertificateClaim) =>
  certificateProblems({ ...sound, ...change }, previous).map(({ field, code }) => `${field}: ${code}`)
const messages = (change: CertificateClaim, previous?: CertificateClaim) =>
  certificateProblems({ ...sound, ...change }, previous).map(({ message }) => message)

describe('certificateProblems', () => {
  it('finds nothing in a sound certificate, and nothing in an empty form', () => {
    expect(certificateProblems(sound)).toEqual([])
    expect(certificateProblems({})).toEqual([])
    expect(certificateProblems({ withdrawal: {}, score: null, extendedUntil: null })).toEqual([])
  })

  it('finds nothing in what each version allows, at both ends of each band', () => {
    for (const version of criteriaVersions) {
      for (const stars of [3, 4, 5] as const) {
        const band = version.bands.find(({ star }) => star === stars)!
        for (const score of [band.min, band.maxInclusive ? band.max : band.max - 0.01]) {
          const lastDay = lastDayOf(version.validFrom, version.id)
          expect(codes({ stars, score, issuedDay: version.validFrom, lastDay, criteriaVersion: version.id, authorityLevel: version.authority[`${stars}`] })).toEqual([])
        }
      }
    }
  })

  it('names the band that a score misses, the decision, and what the score is worth', () => {
    expect(codes({ score: 90 })).toEqual(['score: score-outside-band'])
    expect(messages({ score: 69.5 })).toEqual([{
      vi: 'Điểm 69,5 nằm ngoài khung điểm hạng 4 sao (từ 70 đến dưới 90 điểm) theo Quyết định 26/2026/QĐ-TTg; mức điểm này ứng với hạng 3 sao.',
      en: 'A score of 69.5 is outside the band for 4 stars (70 to below 90 points) of Decision 26/2026/QĐ-TTg; it is worth 3 stars.',
    }])
    expect(messages({ score: 101 })[0]?.vi).toContain('điểm phải từ 0 đến 100')
    expect(codes({ score: null })).toEqual([])
  })

  it.each([2, 1, 0, 6, 3.5])('refuses a certificate of %p stars', (stars) => {
    expect(codes({ stars })).toEqual(['stars: stars-not-certified'])
  })

  it.each([
    ['1048/2019', 3, ['province']], ['1048/2019', 5, ['centre']],
    ['148/2023', 3, ['district']], ['148/2023', 4, ['province']], ['148/2023', 5, ['centre']],
    ['148+1489/2025', 3, ['province']], ['148+1489/2025', 5, ['centre']],
    ['26/2026', 3, ['province']], ['26/2026', 4, ['province']], ['26/2026', 5, ['centre']],
  ] as const)('under %s lets %i stars be recognised by %p only', (criteriaVersion, stars, allowed) => {
    const found = ['district', 'province', 'centre'].filter((authorityLevel) =>
      !codes({ criteriaVersion, stars, score: null, authorityLevel, issuedDay: '2026-06-01' }).includes('authorityLevel: authority-not-competent'))
    expect(found).toEqual(allowed)
  })

  it('says who is competent, and by which decisions', () => {
    expect(messages({ criteriaVersion: '148+1489/2025', stars: 3, score: 60, authorityLevel: 'district' })[0]?.vi)
      .toBe('Theo Quyết định 148/QĐ-TTg (sửa đổi bởi 1489/QĐ-TTg), sản phẩm 3 sao do cấp tỉnh công nhận, không phải cấp huyện. Hãy kiểm tra lại cấp công nhận, hạng sao hoặc bộ tiêu chí.')
  })

  it('takes a version as recorded after its end, never before its beginning', () => {
    const issued = (criteriaVersion: string, issuedDay: string) =>
      codes({ criteriaVersion, issuedDay, lastDay: addDays(issuedDay, 1000) })
    expect(issued('26/2026', '2026-05-21')).toEqual(['criteriaVersion: version-not-yet-in-force'])
    expect(issued('26/2026', '2026-05-22')).toEqual([])
    expect(issued('148+1489/2025', '2026-06-30')).toEqual([])
    expect(issued('1048/2019', '2023-04-01')).toEqual([])
    expect(issued('148', '2024-01-01')).toEqual(['criteriaVersion: version-unknown'])
  })

  it('holds the last day within 36 months, and lets an authority print less', () => {
    expect(codes({ lastDay: '2026-05-31' })).toEqual(['lastDay: last-day-before-first'])
    expect(codes({ lastDay: '2029-06-02' })).toEqual(['lastDay: last-day-beyond-term'])
    expect(codes({ lastDay: '2029-05-31' })).toEqual([])
  })

  it('refuses days that are none', () => {
    expect(codes({ issuedDay: '2026-02-30', lastDay: '01/06/2029', withdrawal: { day: 'x' } }))
      .toEqual(['issuedDay: day-malformed', 'lastDay: day-malformed', 'withdrawal.day: day-malformed'])
  })

  describe('an extension', () => {
    const old: CertificateClaim = { criteriaVersion: '148/2023', issuedDay: '2023-06-01', lastDay: '2026-06-01', extensionReason: 'Chưa kịp nộp hồ sơ' }

    it('is for certificates of any version that end under 26/2026, for at most 180 days', () => {
      expect(codes({ ...old, extendedUntil: '2026-11-28' })).toEqual([])
      expect(codes({ ...old, extendedUntil: '2026-11-29' })).toEqual(['extendedUntil: extension-too-long'])
      expect(codes({ ...old, extendedUntil: '2026-06-01' })).toEqual(['extendedUntil: extension-not-after-end'])
      expect(messages({ ...old, extendedUntil: '2027-01-01' })[0]?.vi).toContain('Điều 12(3) Quyết định 26/2026/QĐ-TTg')
    })

    it('is not for certificates that ended before 22/05/2026', () => {
      const ended = { ...old, issuedDay: '2023-05-20', extendedUntil: '2026-08-01' }
      expect(codes({ ...ended, lastDay: '2026-05-20' })).toEqual(['extendedUntil: extension-not-allowed'])
      expect(codes({ ...ended, issuedDay: '2023-05-22', lastDay: '2026-05-22' })).toEqual([])
    })

    it('needs its reason', () => {
      expect(codes({ ...old, extendedUntil: '2026-07-01', extensionReason: '  ' })).toEqual(['extensionReason: extension-without-reason'])
    })
  })

  it('refuses a withdrawal before the issue, and a reason without a day', () => {
    expect(codes({ withdrawal: { day: '2026-05-31' } })).toEqual(['withdrawal.day: withdrawal-before-issue'])
    expect(codes({ withdrawal: { reason: 'Ngừng sản xuất' } })).toEqual(['withdrawal.day: withdrawal-without-day'])
    expect(codes({ withdrawal: { day: '2031-01-01', reason: 'Không đánh giá lại' } })).toEqual([])
  })

  it('compares with the certificate it supersedes', () => {
    expect(codes({ kind: 'upgraded' }, { stars: 4, issuedDay: '2024-01-01' })).toEqual(['kind: upgrade-not-higher'])
    expect(codes({ kind: 'upgraded' }, { stars: 3, issuedDay: '2024-01-01' })).toEqual([])
    expect(codes({ kind: 're-recognised' }, { stars: 5, issuedDay: '2024-01-01' })).toEqual([])
    expect(codes({}, { stars: 4, issuedDay: '2026-06-02' })).toEqual(['issuedDay: issued-before-previous'])
  })

  it('says everything in both languages, whatever is claimed', () => {
    const text = fc.option(fc.constantFrom('', 'x', '2026-06-01', '2024-02-29', '2029-06-01', '2030-01-01', '26/2026', '148/2023', 'province', 'upgraded'))
    const claims = fc.record({
      stars: fc.option(fc.integer({ min: 0, max: 6 })), score: fc.option(fc.double({ min: -10, max: 110, noNaN: true })), kind: text, issuedDay: text,
      lastDay: text, extendedUntil: text, extensionReason: text, criteriaVersion: text, authorityLevel: text, withdrawal: fc.option(fc.record({ day: text, reason: text })),
    })
    fc.assert(fc.property(claims, claims, (claim, previous) => {
      const found = certificateProblems(claim, previous)
      for (const { message } of found) {
        expect(message.vi).toMatch(/\p{L}/u)
        expect(message.vi).toBe(message.vi.normalize('NFC'))
        expect(`${message.vi} ${message.en}`).not.toMatch(/undefined|null|NaN|object Object/)
      }
      if (claim.lastDay && !isDay(claim.lastDay)) expect(found.some(({ field }) => field === 'lastDay')).toBe(true)
    }))
  })
})
