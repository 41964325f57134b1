import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { fold } from '../../../src/text/fold.ts'
import { toSlug } from '../../../src/text/to-slug.ts'
import { anyText, vietnameseText } from './arbitraries.ts'

const SLUG = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/
const runs = { numRuns: 3000 }

describe('toSlug', () => {
  it.each([
    ['Đông trùng hạ thảo', 'dong-trung-ha-thao'],
    ['\u00D0ông trùng hạ thảo', 'dong-trung-ha-thao'],
    ['Đề', 'de'],
    ['Chè Tân Cương – “đệ nhất danh trà”', 'che-tan-cuong-de-nhat-danh-tra'],
    ['Nông nghiệp & Môi trường', 'nong-nghiep-va-moi-truong'],
    ['A&B', 'a-va-b'],
    ['Giảm 20% giá: 45.000 ₫', 'giam-20-gia-45-000'],
    ['Vườn 100 m²', 'vuon-100-m2'],
    ["M'Drắk, Đắk R’lấp", 'm-drak-dak-r-lap'],
    ['  --  Bắc Kạn  --  ', 'bac-kan'],
    ['', ''],
    ['…?!', ''],
    ['日本', ''],
  ])('%s → %s', (text, slug) => {
    expect(toSlug(text)).toBe(slug)
    expect(toSlug(text.normalize('NFD'))).toBe(slug)
  })

  it('ends with a whole syllable within the limit', () => {
    expect(toSlug('đông trùng hạ thảo', { max: 18 })).toBe('dong-trung-ha-thao')
    expect(toSlug('đông trùng hạ thảo', { max: 17 })).toBe('dong-trung-ha')
    expect(toSlug('đông trùng hạ thảo', { max: 10 })).toBe('dong-trung')
    expect(toSlug('đông trùng hạ thảo', { max: 9 })).toBe('dong')
  })

  it('cuts only a first syllable that is too long itself', () => {
    expect(toSlug('đông', { max: 3 })).toBe('don')
    expect(toSlug('x'.repeat(200))).toBe('x'.repeat(80))
  })

  it('leaves no later syllable out of the middle', () => {
    expect(toSlug('bí nghiêng a', { max: 5 })).toBe('bi')
  })

  it.each([0, -1, 2.5, Number.NaN])('refuses a limit of %s', (max) => {
    expect(() => toSlug('a', { max })).toThrow(RangeError)
  })

  it('gives an address part of anything, the same for NFC and NFD, and keeps a slug', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, max) => {
      const slug = toSlug(text, { max })
      expect(slug).toMatch(SLUG)
      expect(slug.length).toBeLessThanOrEqual(max)
      expect(toSlug(text.normalize('NFD'), { max })).toBe(slug)
      expect(toSlug(slug, { max })).toBe(slug)
    }), runs)
  })

  it('loses no letter and no digit of Vietnamese', () => {
    fc.assert(fc.property(vietnameseText, (text) => {
      expect(toSlug(text, { max: 1000 }).replaceAll('-', '')).toBe(fold(text).replaceAll(' ', ''))
    }), runs)
  })
})
