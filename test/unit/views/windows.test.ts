import { describe, expect, it } from '@jest/globals'
import { type Bucket, bucketNow, movedOn, viewWindows } from '../../../src/views/windows.ts'

const first = bucketNow({ ref: { kind: 'article', id: 'a1' }, views: 3, now: '2026-02-28T23:59:59.999Z' })

describe('what was read in an hour', () => {
  it('is counted in the hour, and leaves the day 24 hours after the hour has ended', () => {
    expect(first).toEqual({ id: 'day:article:a1@2026-02-28T23', kind: 'article', docId: 'a1', span: 'day', period: '2026-02-28T23', views: 3, leaves: '2026-03-02T00:00:00.000Z' })
  })

  it('goes on as part of its day, and of none in the end', () => {
    const week = movedOn(first) as Bucket
    expect(week).toMatchObject({ id: 'week:article:a1@2026-02-28', span: 'week', period: '2026-02-28', views: 3, leaves: '2026-03-08T00:00:00.000Z' })
    const month = movedOn(week) as Bucket
    expect(month).toMatchObject({ id: 'month:article:a1@2026-02-28', span: 'month', views: 3, leaves: '2026-03-31T00:00:00.000Z' })
    expect(movedOn(month)).toBeNull()
  })

  it('counts in a window as long as that says, and at most a unit longer', () => {
    for (let bucket: Bucket | null = first; bucket; bucket = movedOn(bucket)) {
      const { ms, unitMs } = viewWindows[bucket.span]
      const counts = Date.parse(bucket.leaves) - Date.parse('2026-02-28T23:59:59.999Z')
      expect(counts).toBeGreaterThanOrEqual(ms)
      expect(counts).toBeLessThanOrEqual(ms + unitMs)
    }
  })
})
