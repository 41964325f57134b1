import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { formatDay, formatMonth } from '../../../src/text/format-day.ts'
import { formatVnd } from '../../../src/text/format-vnd.ts'

describe('formatVnd', () => {
  it.each([
    [0, '0 ₫'],
    [500, '500 ₫'],
    [45_000, '45.000 ₫'],
    [1_234_567, '1.234.567 ₫'],
    [1999.5, '2.000 ₫'],
    [-45_000, '-45.000 ₫'],
    [-0.2, '0 ₫'],
  ])('%s → %s', (amount, text) => expect(formatVnd(amount)).toBe(text))

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (amount) => {
    expect(() => formatVnd(amount)).toThrow(RangeError)
  })

  it('keeps the amount', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (amount) => expect(Number(formatVnd(amount).replace(' ₫', '').replaceAll('.', ''))).toBe(amount)))
  })
})

describe('formatDay and formatMonth', () => {
  it('write a day and a month as Vietnamese readers do', () => {
    expect(formatDay('2027-03-05')).toBe('05/03/2027')
    expect(formatDay('2028-02-29')).toBe('29/02/2028')
    expect(formatMonth('2027-03-05')).toBe('03/2027')
    expect(formatMonth('2027-03')).toBe('03/2027')
  })

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-3-5', '05/03/2027', '', '2027-03-05T00:00:00Z', '2027-03'])('refuses the day %s', (day) => {
    expect(() => formatDay(day)).toThrow(RangeError)
  })

  it.each(['2027-13', '2027', '2027-02-30', ''])('refuses the month %s', (month) => {
    expect(() => formatMonth(month)).toThrow(RangeError)
  })

  it('say which day it is', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(fc.property(day, (text) => {
      expect(formatDay(text).split('/').reverse().join('-')).toBe(text)
      expect(formatMonth(text)).toBe(formatDay(text).slice(3))
    }))
  })
})
