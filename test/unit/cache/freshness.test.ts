import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type AnswerKind, cacheControl, freshness } from '../../../src/cache/freshness.ts'

const kinds = Object.keys(freshness) as AnswerKind[]
const secondsIn = (header: string): Record<string, number> => Object.fromEntries([...header.matchAll(/([a-z-]+)=(\d+)/g)].map(([, name, seconds]) => [name, Number(seconds)]))

it('says how long an answer is good, by its kind', () => {
  expect(cacheControl({ kind: 'item', leftMs: 86_400_000, purged: false })).toBe('public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=3600')
  expect(cacheControl({ kind: 'item', leftMs: 86_400_000, purged: true })).toBe('public, max-age=30, s-maxage=3600, stale-while-revalidate=60, stale-if-error=3600')
  expect(cacheControl({ kind: 'absent', leftMs: 10_000, purged: true })).toBe('public, max-age=5, s-maxage=10')
})

it('promises nothing, stale allowances included, beyond what is left', () => {
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.integer({ min: -1000, max: 200_000_000 }), fc.boolean(), (kind, leftMs, purged) => {
    const { 'max-age': own = NaN, 's-maxage': shared = NaN, 'stale-while-revalidate': revalidate = 0, 'stale-if-error': failing = 0 } = secondsIn(cacheControl({ kind, leftMs, purged }))
    const left = Math.max(0, leftMs / 1000)
    // In a browser the allowances begin after max-age, in a shared cache after s-maxage.
    expect(Math.max(own, shared) + Math.max(revalidate, failing)).toBeLessThanOrEqual(left)
    expect(own).toBeGreaterThanOrEqual(0)
  }))
})
