import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readSettings } from '../../../src/env.ts'
import { purgeBatches } from '../../../src/outbox/purge-batches.ts'
import { retryAfterOf } from '../../../src/outbox/purge.ts'

describe('the calls of a purge', () => {
  it('name each tag once, in the order in which they came', () => {
    expect(purgeBatches(['article:1', 'list:article', 'article:2', 'list:article'])).toEqual([['article:1', 'list:article', 'article:2']])
    expect(purgeBatches([])).toEqual([])
  })

  it('hold at most 256 tags and 14 kB, and lose none', () => {
    // Long ones reach the bound on bytes first, short ones that on their number.
    const tags = fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 200 })).map(([count, length]) => Array.from({ length: count }, (_, n) => `${'ă'.repeat(length)}:${n % 900}`))
    fc.assert(fc.property(tags, (all) => {
      const batches = purgeBatches(all)
      expect(batches.flat()).toEqual([...new Set(all)])
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(256)
        expect(Buffer.byteLength(batch.join(' '))).toBeLessThanOrEqual(14 * 1024)
      }
    }), { numRuns: 30 })
  })

  it('are as few as they can be', () => {
    expect(purgeBatches(Array.from({ length: 1000 }, (_, n) => `article:${n}`)).map(({ length }) => length)).toEqual([256, 256, 256, 232])
  })
})

describe('Retry-After', () => {
  it.each([['120', 120_000], ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000], ['Wed, 31 Dec 2025 23:00:00 GMT', 0], ['soon', null], [null, null]])('%j is %j ms', (text, ms) => {
    expect(retryAfterOf({ text, now: Date.parse('2026-01-01T00:00:00.000Z') })).toBe(ms)
  })
})

describe('the settings of a purge', () => {
  it('take a header of name and value', () => {
    expect(readSettings({ PURGE_HEADER: 'Fastly-Key: a b:c' }).PURGE_HEADER).toEqual({ name: 'Fastly-Key', value: 'a b:c' })
    expect(readSettings({}).PURGE_HEADER).toBeNull()
  })

  it.each(['geheim', ': geheim', 'Fastly Key: geheim', 'Fastly-Key:', 'Fastly-Key: geheim\r\nHost: x'])('refuse the header %j without repeating it', (PURGE_HEADER) => {
    expect(() => readSettings({ PURGE_HEADER })).toThrow(/PURGE_HEADER: the value is not a header/)
  })

  it('warn of a purge by tags that no answer carries', () => {
    const warningsWith = (more: Record<string, string>) => readSettings({ PURGE_URL: 'https://cdn.example/purge', ...more }).warnings.filter((warning) => warning.startsWith('PURGE_URL'))
    expect(warningsWith({})).toHaveLength(1)
    expect(warningsWith({ CDN_TAGS: '1' })).toEqual([])
  })
})
