import { describe, expect, it } from '@jest/globals'
import { sampledWeight } from '../../../src/views/sampled-weight.ts'

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

describe('the weight of a sampled view', () => {
  it('is one for each when each is counted, without drawing', () => {
    expect(sampledWeight({ rate: 1, random: () => { throw new Error('drawn') } })).toBe(1)
  })

  it.each([0.9, 0.5, 0.3, 0.1, 0.07, 0.01])('adds up to the true number at a rate of %d', (rate) => {
    const views = 200_000
    const random = seeded(20_260_601)
    const weights = Array.from({ length: views }, () => sampledWeight({ rate, random }))
    // Whole, so that sums of them stay exact; most views weigh nothing.
    expect(weights.every(Number.isInteger)).toBe(true)
    expect(Math.abs(weights.filter((weight) => weight > 0).length / views - rate)).toBeLessThan(0.01)
    // Five standard deviations of the sum, of which fair sampling stays below.
    const deviation = Math.sqrt(views * (1 / rate - 1) + views / 4)
    expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - views)).toBeLessThan(5 * deviation)
  })
})
