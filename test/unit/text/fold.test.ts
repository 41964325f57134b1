import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { fold } from '../../../src/text/fold.ts'
import { nfc } from '../../../src/text/nfc.ts'
import { toneKey } from '../../../src/text/tone-key.ts'
import { anyText, vietnameseText } from './arbitraries.ts'

const runs = { numRuns: 3000 }

describe('nfc', () => {
  it('composes what a Mac or an input tool took apart', () => {
    expect(nfc('Đa\u0323\u0306c sa\u0309n')).toBe('Đặc sản')
    expect(nfc('Đa\u0306\u0323c sa\u0309n')).toBe('Đặc sản')
    expect(nfc('Đặc sản'.normalize('NFD'))).toBe('Đặc sản')
  })

  it('sets the eth right that was typed for Đ', () => {
    expect(nfc('\u00D0ông, \u00F0ặc sản')).toBe('Đông, đặc sản')
  })

  it('is idempotent and the same for NFC and NFD', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(nfc(nfc(text))).toBe(nfc(text))
      expect(nfc(text.normalize('NFD'))).toBe(nfc(text))
    }), runs)
  })

  it('leaves composed Vietnamese as it is', () => {
    fc.assert(fc.property(vietnameseText, (text) => expect(nfc(text)).toBe(text.normalize('NFC'))), runs)
  })
})

describe('fold', () => {
  it.each([
    ['đặc sản', 'dac san'],
    ['Đặc Sản', 'dac san'],
    ['Đông trùng hạ thảo', 'dong trung ha thao'],
    ['\u00D0ông \u00F0ảo', 'dong dao'],
    ['Hợp tác xã Thiên An', 'hop tac xa thien an'],
    ['QUÝT BẮC KẠN', 'quyt bac kan'],
    ['mì sợi ươn ướt', 'mi soi uon uot'],
    ['100 m²', '100 m2'],
    ['Sørlandet, Łódź, Æbler, Straße', 'sorlandet, lodz, aebler, strasse'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })

  it('is idempotent and the same for NFC and NFD', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(text.normalize('NFD'))).toBe(fold(text))
    }), runs)
  })

  it('leaves only ASCII of Vietnamese, whatever its case', () => {
    fc.assert(fc.property(vietnameseText, (text) => {
      expect(fold(text)).toMatch(/^[a-z0-9 ]*$/)
      expect(fold(text.toUpperCase())).toBe(fold(text))
      expect(fold(text)).toHaveLength(text.normalize('NFC').length)
    }), runs)
  })
})

describe('toneKey', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['vịêt', 'việt'],
    ['Hoà Bình', 'hòa bình'],
    ['HTX Thuỷ Sản'.normalize('NFD'), 'htx thủy sản'],
  ])('%s = %s', (one, other) => expect(toneKey(one)).toBe(toneKey(other)))

  it.each([
    ['mà', 'má'],
    ['ma', 'mạ'],
    ['mả', 'mã'],
    ['đa', 'da'],
    ['cần', 'cân'],
    ['tăm', 'tam'],
    ['hóa lan', 'hoa lán'],
    ['Lý', 'Lí'],
  ])('%s ≠ %s', (one, other) => expect(toneKey(one)).not.toBe(toneKey(other)))

  it('is idempotent and the same for NFC and NFD and any case', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(toneKey(toneKey(text))).toBe(toneKey(text))
      expect(toneKey(text.normalize('NFD'))).toBe(toneKey(text))
    }), runs)
    fc.assert(fc.property(vietnameseText, (text) => expect(toneKey(text.toUpperCase())).toBe(toneKey(text))), runs)
  })

  it('does not care which vowel of a syllable carries the tone, and does care which tone it is', () => {
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
    const tone = fc.constantFrom(...tones)
    const rhyme = fc.constantFrom('oa', 'oe', 'uy', 'ua', 'iê', 'uô', 'ươ', 'oai', 'uyê')
    fc.assert(fc.property(rhyme, tone, tone, fc.nat(), fc.nat(), (letters, first, second, at, otherAt) => {
      const put = (mark: string, place: number) => [...letters].map((letter, index) => (index === place % letters.length ? letter + mark : letter)).join('').normalize('NFC')
      expect(toneKey(put(first, at)) === toneKey(put(second, otherAt))).toBe(first === second)
    }), runs)
  })
})
