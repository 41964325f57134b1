import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { gtinCheckDigit, isGtin } from '../../../collections/products/gtin.ts'

describe('GTIN', () => {
  it.each([
    ['a GTIN-8', '96385074'],
    ['a GTIN-12', '036000291452'],
    ['a GTIN-13', '4006381333931'],
    ['a GTIN-13 of GS1 Vietnam', '8934563138165'],
    ['a GTIN-14', '10614141000415'],
  ])('accepts %s', (_name, gtin) => {
    expect(isGtin(gtin)).toBe(true)
  })

  it.each([
    ['a wrong check digit', '4006381333932'],
    ['a length that does not exist', '40063813339'],
    ['letters', '40063813339AB'],
    ['a space inside', '400638133393 1'],
    ['digits of another script', '４００６３８１３３３９３１'],
    ['nothing', ''],
  ])('refuses %s', (_name, gtin) => {
    expect(isGtin(gtin)).toBe(false)
  })

  const body = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''))

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(7, 11, 12, 13).chain(body),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (digits, position, shift) => {
          const gtin = digits + gtinCheckDigit(digits)
          const at = position % gtin.length
          const wrong = gtin.slice(0, at) + ((Number(gtin[at]) + shift) % 10) + gtin.slice(at + 1)
          return isGtin(gtin) && !isGtin(wrong)
        },
      ),
    )
  })
})
