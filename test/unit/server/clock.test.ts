import { afterEach, describe, expect, it } from '@jest/globals'
import { moveClock, now, nowMs, today } from '../../../src/clock.ts'

describe('the clock', () => {
  afterEach(() => moveClock({ now: null }))

  it('is the machine\'s until it is moved', () => {
    expect(Math.abs(nowMs() - Date.now())).toBeLessThan(50)
  })

  it('goes on running from where it is set, and can be moved on', () => {
    moveClock({ now: '2026-01-01T00:00:00Z' })
    expect(now().toISOString()).toMatch(/^2026-01-01T00:00:00/)
    moveClock({ advance: 3_600_000 })
    expect(now().toISOString()).toMatch(/^2026-01-01T01:00:00/)
  })

  it.each([
    ['2026-03-01T16:59:50.000Z', '2026-03-01'],
    ['2026-03-01T17:00:00.000Z', '2026-03-02'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01'],
  ])('%s is %s in Hanoi', (instant, day) => {
    moveClock({ now: instant })
    expect(today()).toBe(day)
  })

  it('refuses what is not an instant', () => {
    expect(() => moveClock({ now: 'tomorrow' })).toThrow('"tomorrow" is not an instant')
  })
})
