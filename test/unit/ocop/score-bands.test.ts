import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { criteriaVersions } from '../../../src/ocop/criteria-versions.ts'
import { bandOf, describeBand, isInBand, starsForScore } from '../../../src/ocop/score-bands.ts'

describe.each(criteriaVersions.map((version) => [version.id, version] as const))('score bands of %s', (_id, version) => {
  it.each([
    [0, 1], [29.9, 1], [30, 2], [49.99, 2], [50, 3], [69.9, 3], [70, 4], [89.6, 4], [89.999, 4], [90, 5], [100, 5],
    [100.1, null], [-0.1, null], [Number.NaN, null],
  ])('a score of %p is worth %p stars', (score, stars) => expect(starsForScore({ version, score })).toBe(stars))

  it('put each boundary in the band above and what lies just below in the one below', () => {
    for (const { star, min } of version.bands.filter((band) => band.min > 0)) {
      expect(starsForScore({ version, score: min })).toBe(star)
      expect(starsForScore({ version, score: min - 1e-9 })).toBe(star - 1)
    }
  })

  it('leave no score between 0 and 100 without exactly one band', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (score) =>
      version.bands.filter((band) => isInBand({ band, score })).length === 1))
  })

  it('certify from three stars', () => {
    expect(version.bands.filter(({ certificate }) => certificate).map(({ star }) => star).sort()).toEqual([3, 4, 5])
  })
})

it('a band reads as the decision writes it', () => {
  const version = criteriaVersions.at(-1)!
  expect(describeBand(bandOf({ version, stars: 4 })!)).toEqual({ vi: 'từ 70 đến dưới 90', en: '70 to below 90' })
  for (const { star } of version.bands.filter(({ star }) => star > 1)) {
    expect(describeBand(bandOf({ version, stars: star })!).vi).toBe(version.bandsAsWritten[`${star}`])
  }
})
