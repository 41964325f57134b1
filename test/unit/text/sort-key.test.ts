import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { sortKey } from '../../../src/text/sort-key.ts'
import { anyText, ascii, foreignLetters, textOver, vietnameseLetters, vietnameseText } from './arbitraries.ts'

const collator = new Intl.Collator('vi')
const plain = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const byKey = (one: string, other: string): number => plain(sortKey(one), sortKey(other))
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(sortKey(one)), Buffer.from(sortKey(other)))

const agree = (one: string, other: string): void => {
  const expected = Math.sign(collator.compare(one, other))
  expect([one, other, byKey(one, other), byBytes(one, other)]).toEqual([one, other, expected, expected])
}

/** Two texts that differ in little: some letters changed for ones that share a base letter, so that every level decides. */
const nearPair = (signs: readonly string[]): fc.Arbitrary<[string, string]> => {
  const base = (letter: string): string => letter.normalize('NFD').charAt(0).toLowerCase()
  const alike = new Map<string, string[]>()
  for (const sign of signs) alike.set(base(sign), [...(alike.get(base(sign)) ?? []), sign])
  const slot = fc.constantFrom(...alike.values()).chain((letters) => {
    const letter = fc.constantFrom(...letters)
    return fc.oneof({ weight: 3, arbitrary: letter.map((same): [string, string] => [same, same]) }, { weight: 1, arbitrary: fc.tuple(letter, letter) })
  })
  const form = fc.constantFrom('NFC', 'NFD')
  return fc.tuple(fc.array(slot, { minLength: 1, maxLength: 8 }), form, form).map(([slots, as, otherAs]) => [
    slots.map(([letter]) => letter).join('').normalize(as),
    slots.map(([, letter]) => letter).join('').normalize(otherAs),
  ])
}

const stated = [...vietnameseLetters, ...'0123456789', ' ']
const wide = [...stated, ...ascii, ...foreignLetters]

describe('sortKey', () => {
  it('orders tones, then case', () => {
    const words = ['ma', 'Ma', 'MA', 'mà', 'Mà', 'mả', 'mã', 'má', 'mạ', 'MẠ']
    expect([...words].reverse().sort(byKey)).toEqual(words)
  })

  it('orders letters before tones', () => {
    const words = ['mạ a', 'mà b', 'ma c', 'mă', 'mâ']
    expect([...words].reverse().sort(byKey)).toEqual(words)
  })

  it('orders the provinces as a Vietnamese reader expects', () => {
    const names = ['An Giang', 'Bắc Ninh', 'Cà Mau', 'Cao Bằng', 'Cần Thơ', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Đồng Nai', 'Đồng Tháp', 'Gia Lai', 'Hà Nội', 'Hà Tĩnh', 'Hải Phòng', 'Hồ Chí Minh', 'Huế', 'Hưng Yên', 'Khánh Hòa', 'Lai Châu', 'Lạng Sơn', 'Lào Cai', 'Lâm Đồng', 'Nghệ An', 'Ninh Bình', 'Phú Thọ', 'Quảng Ngãi', 'Quảng Ninh', 'Quảng Trị', 'Sơn La', 'Tây Ninh', 'Thái Nguyên', 'Thanh Hóa', 'Tuyên Quang', 'Vĩnh Long']
    expect([...names].reverse().sort(byKey)).toEqual(names)
    expect([...names].sort(collator.compare)).toEqual(names)
  })

  it('orders every pair of letters as the collator does', () => {
    const texts = wide.map((letter) => `x${letter}e`)
    const keys = texts.map(sortKey)
    const differing = texts.flatMap((one, index) => texts.filter((other, otherIndex) =>
      plain(keys[index] ?? '', keys[otherIndex] ?? '') !== Math.sign(collator.compare(one, other))).map((other) => `${one} ${other}`))
    expect(differing).toEqual([])
    expect(wide.length).toBeGreaterThan(600)
  })

  it('is Intl.Collator("vi") over Vietnamese and Latin letters, digits and spaces', () => {
    fc.assert(fc.property(vietnameseText, vietnameseText, agree), { numRuns: 5000 })
    fc.assert(fc.property(nearPair(stated), ([one, other]) => agree(one, other)), { numRuns: 10_000 })
  })

  it('is the collator for foreign accents and ASCII punctuation too', () => {
    const text = textOver({ signs: wide, maxLength: 6 })
    fc.assert(fc.property(text, text, agree), { numRuns: 5000 })
    fc.assert(fc.property(nearPair(wide), ([one, other]) => agree(one, other)), { numRuns: 10_000 })
  })

  it('holds where marked letters are far apart', () => {
    const filler = fc.integer({ min: 0, max: 400 }).map((length) => 'a'.repeat(length))
    const marked = fc.constantFrom('a', 'à', 'A', 'Ạ')
    fc.assert(fc.property(filler, marked, marked, filler, marked, marked, (before, one, other, after, last, otherLast) => {
      agree(`${before}${one}${after}${last}`, `${before}${other}${after}${otherLast}`)
    }), { numRuns: 2000 })
  })

  it('is one compact key of printable ASCII for NFC and NFD of anything', () => {
    fc.assert(fc.property(anyText, (text) => {
      const key = sortKey(text)
      expect(key).toMatch(/^[\x21-\x7e]*$/)
      expect(sortKey(text.normalize('NFD'))).toBe(key)
    }), { numRuns: 3000 })
    expect(sortKey('')).toBe('')
    expect(sortKey('ma')).toHaveLength(2)
    expect(sortKey('Đặc sản Thái Nguyên').length).toBeLessThan(32)
  })

  it('reads typographic signs as their plain forms, white space as a space, and skips what does not print', () => {
    expect(sortKey('“Đắk R’lấp”')).toBe(sortKey('"Đắk R\'lấp"'))
    expect(sortKey('Bắc\u00A0Kạn\tA')).toBe(sortKey('Bắc Kạn A'))
    expect(sortKey('Bắc\u200B\uFEFF Kạn')).toBe(sortKey('Bắc Kạn'))
    expect(sortKey('\u00D0à Nẵng')).toBe(sortKey('Đà Nẵng'))
  })

  it('puts other signs before the digits and other letters after z', () => {
    const signs = ['$', '₫', '♥', '0', 'z', 'ж', '日']
    expect([...signs].reverse().sort(byKey)).toEqual(signs)
  })
})
