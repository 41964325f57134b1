import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { nfc } from '../../../src/text/nfc.ts'
import { normalizeDeep } from '../../../src/text/normalize-deep.ts'
import { anyText } from './arbitraries.ts'

const apart = 'Đặc sản'.normalize('NFD')

describe('normalizeDeep', () => {
  it('normalises every string, however deep, and leaves the given value alone', () => {
    const value = { title: apart, list: [1, apart, [{ deep: apart }]], none: null, missing: undefined, yes: true }
    const before = structuredClone(value)
    expect(normalizeDeep(value)).toEqual({ title: 'Đặc sản', list: [1, 'Đặc sản', [{ deep: 'Đặc sản' }]], none: null, missing: undefined, yes: true })
    expect(value).toEqual(before)
  })

  it('gives the same reference for what does not change, part by part', () => {
    const kept = { body: [{ text: 'Đặc sản' }], number: Number.NaN }
    expect(normalizeDeep(kept)).toBe(kept)
    const mixed = normalizeDeep({ kept, title: apart })
    expect(mixed.kept).toBe(kept)
    expect(mixed.title).toBe('Đặc sản')
  })

  it('does not enter dates, buffers, files, maps and instances of classes', () => {
    class Note { text = apart }
    const value = { date: new Date(0), buffer: Buffer.from(apart), file: new File([apart], apart), map: new Map([['a', apart]]), note: new Note(), title: apart }
    const normal = normalizeDeep(value)
    expect(normal).not.toBe(value)
    for (const name of ['date', 'buffer', 'file', 'map', 'note'] as const) expect(normal[name]).toBe(value[name])
    expect(normal.note.text).toBe(apart)
  })

  it('keeps objects without a prototype so, and a key named __proto__ a key', () => {
    const bare: Record<string, unknown> = Object.create(null)
    bare.q = apart
    const normal = normalizeDeep(bare)
    expect(Object.getPrototypeOf(normal)).toBeNull()
    expect(normal.q).toBe('Đặc sản')

    const hostile: unknown = normalizeDeep(JSON.parse(JSON.stringify({ title: apart }).replace('{', '{"__proto__":{"admin":true},')))
    expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype)
    expect(Object.keys(hostile as object)).toEqual(['__proto__', 'title'])
  })

  it('is nfc on strings, idempotent on JSON, and changes nothing but strings', () => {
    fc.assert(fc.property(anyText, (text) => expect(normalizeDeep(text)).toBe(nfc(text))))
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const normal = normalizeDeep(value)
      expect(normalizeDeep(normal)).toBe(normal)
      const expected: unknown = JSON.parse(JSON.stringify({ value }), (_name, item: unknown) => (typeof item === 'string' ? nfc(item) : item)).value
      expect(JSON.stringify(normal)).toBe(JSON.stringify(expected))
    }), { numRuns: 2000 })
  })
})
