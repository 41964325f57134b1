import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, addMonths, compareDays, hanoiDay, isDay, startOfHanoiDay } from '../../../src/ocop/day.ts'

const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('isDay', () => {
  it.each(['2024-02-29', '2026-05-22', '1999-12-31'])('takes %s', (day) => expect(isDay(day)).toBe(true))
  it.each(['2023-02-29', '2026-13-01', '2026-04-31', '22/05/2026', '2026-5-22', '2026-05-22T00:00', ' 2026-05-22', '', null, 20260522])(
    'refuses %p', (value) => expect(isDay(value)).toBe(false))
})

describe('Hanoi days', () => {
  it('begin at 17:00 UTC of the day before', () => {
    expect(startOfHanoiDay('2026-07-01')).toBe(Date.UTC(2026, 5, 30, 17))
    expect(hanoiDay(Date.UTC(2026, 5, 30, 17) - 1)).toBe('2026-06-30')
    expect(hanoiDay(Date.UTC(2026, 5, 30, 17))).toBe('2026-07-01')
  })

  it('agree with the time zone data of the platform', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      (date) => expect(hanoiDay(date.getTime())).toBe(format.format(date))))
  })

  it('contain the instant at which they begin and not the one before', () => {
    fc.assert(fc.property(days, (day) => {
      expect(hanoiDay(startOfHanoiDay(day))).toBe(day)
      expect(hanoiDay(startOfHanoiDay(day) - 1)).toBe(addDays(day, -1))
    }))
  })
})

describe('addMonths', () => {
  it.each([
    ['2022-08-31', 6, '2023-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2021-03-19', 36, '2024-03-19'],
    ['2021-12-31', 2, '2022-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

  it('lands in the right month, on the same date or on the last day of that month', () => {
    fc.assert(fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      const moved = addMonths(day, months)
      const [movedYear, movedMonth, movedDate] = moved.split('-').map(Number) as [number, number, number]
      expect(movedYear * 12 + movedMonth).toBe(year * 12 + month + months)
      if (movedDate !== date) {
        expect(movedDate).toBeLessThan(date)
        expect(addDays(moved, 1).slice(8)).toBe('01')
      }
    }))
  })
})

describe('addDays and compareDays', () => {
  it('go there and back, in order', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 4000 }), (day, count) => {
      const later = addDays(day, count)
      expect(addDays(later, -count)).toBe(day)
      expect(compareDays(day, later)).toBeLessThan(0)
      expect(compareDays(later, day)).toBeGreaterThan(0)
      expect(compareDays(day, day)).toBe(0)
    }))
  })

  it('knows the leap day', () => expect(addDays('2024-02-28', 2)).toBe('2024-03-01'))
})
