import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { nfc } from '../../../src/text/nfc.ts'
import { plainExcerpt } from '../../../src/text/plain-excerpt.ts'
import { countWords, readingMinutes } from '../../../src/text/reading-minutes.ts'
import { anyText, vietnameseText } from './arbitraries.ts'

const runs = { numRuns: 2000 }

describe('countWords', () => {
  it.each([
    ['', 0],
    [' … – !', 0],
    ['Hợp tác xã', 3],
    ['Giá 45.000 ₫, tăng 1.234.567,5 lần', 5],
    ['“Đặc sản” – Bắc Kạn', 4],
    ['Hợp\ntác\n\nxã', 3],
  ])('%j: %s', (text, count) => {
    expect(countWords(text)).toBe(count)
    expect(countWords(text.normalize('NFD'))).toBe(count)
  })

  it('counts the syllables between the spaces', () => {
    const syllable = fc.constantFrom('đặc', 'sản', 'Quýt', 'NGHIÊNG', 'ướt', '2021')
    fc.assert(fc.property(fc.array(syllable, { maxLength: 40 }), (syllables) => expect(countWords(syllables.join(' '))).toBe(syllables.length)))
  })
})

describe('readingMinutes', () => {
  const text = (syllables: number): string => Array.from({ length: syllables }, () => 'chè').join(' ')

  it.each([[0, 0], [1, 1], [250, 1], [374, 1], [376, 2], [1000, 4], [2600, 10]])('%s syllables: %s minutes', (syllables, minutes) => {
    expect(readingMinutes(text(syllables))).toBe(minutes)
  })
})

describe('plainExcerpt', () => {
  it('leaves a short text as it is, on one line and composed', () => {
    expect(plainExcerpt({ text: '  Đặc sản\n\n Bắc\u00A0Kạn. ', max: 40 })).toBe('Đặc sản Bắc Kạn.')
    expect(plainExcerpt({ text: 'Đặc sản'.normalize('NFD'), max: 7 })).toBe('Đặc sản')
  })

  it('cuts between words, the ellipsis within the limit', () => {
    expect(plainExcerpt({ text: 'Đông trùng hạ thảo', max: 14 })).toBe('Đông trùng hạ…')
    expect(plainExcerpt({ text: 'Đông trùng hạ thảo', max: 13 })).toBe('Đông trùng…')
  })

  it('leaves no punctuation dangling', () => {
    expect(plainExcerpt({ text: 'Chè, miến, gạo và mật ong', max: 11 })).toBe('Chè, miến…')
    expect(plainExcerpt({ text: 'Gọi là – “đệ nhất danh trà”', max: 12 })).toBe('Gọi là…')
    expect(plainExcerpt({ text: 'Trà (“ngon”) của Tân Cương', max: 14 })).toBe('Trà (“ngon”)…')
  })

  it('cuts inside a first word that is too long, but not inside a character', () => {
    expect(plainExcerpt({ text: 'nghiêngnghiêng', max: 8 })).toBe('nghiêng…')
    expect(plainExcerpt({ text: '👩‍🌾👩‍🌾👩‍🌾', max: 8 })).toBe('👩‍🌾…')
    expect(plainExcerpt({ text: 'ab', max: 1 })).toBe('…')
  })

  it.each([0, -5, 1.5])('refuses a limit of %s', (max) => {
    expect(() => plainExcerpt({ text: 'a', max })).toThrow(RangeError)
  })

  it('keeps the limit and begins as the text does, the same for NFC and NFD', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, max) => {
      const excerpt = plainExcerpt({ text, max })
      expect(excerpt.length).toBeLessThanOrEqual(max)
      expect(plainExcerpt({ text: text.normalize('NFD'), max })).toBe(excerpt)
      const line = nfc(text).replace(/\s+/g, ' ').trim()
      expect(excerpt === line || line.startsWith(excerpt.slice(0, -1))).toBe(true)
    }), runs)
  })

  it('ends with a whole word wherever one fits', () => {
    fc.assert(fc.property(vietnameseText, fc.integer({ min: 2, max: 20 }), (text, max) => {
      const words = text.normalize('NFC').split(/ +/).filter((word) => word !== '')
      const excerpt = plainExcerpt({ text, max })
      if (words.length < 2 || (words[0] ?? '').length >= max || !excerpt.endsWith('…')) return
      const kept = excerpt.slice(0, -1).split(' ')
      expect(kept).toEqual(words.slice(0, kept.length))
    }), runs)
  })
})
