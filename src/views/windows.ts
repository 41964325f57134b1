import type { Ref } from '../published/store.ts'

/** What can be counted as read, and listed as most read. */
export const viewKinds = ['article', 'product'] as const

export type ViewKind = (typeof viewKinds)[number]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * The spans of time over which is counted, the shortest first. The last day is counted by hours, the longer ones by days (UTC): a span
 * reaches back at least as long as it says, and at most one hour (`day`) or one day (`week`, `month`) longer.
 */
export const viewWindows = {
  day: { ms: DAY_MS, unitMs: HOUR_MS },
  week: { ms: 7 * DAY_MS, unitMs: DAY_MS },
  month: { ms: 30 * DAY_MS, unitMs: DAY_MS },
} as const

export type ViewWindow = keyof typeof viewWindows

export const viewWindowNames = Object.keys(viewWindows) as ViewWindow[]

/** How often one thing was read in one hour or on one day. */
export interface Bucket {
  /** `span:kind:docId@period`: one that has moved on to a longer span is another one. */
  id: string
  kind: ViewKind
  docId: string
  /** The shortest window it counts in; it counts in all longer ones, too. */
  span: ViewWindow
  /** `YYYY-MM-DDTHH` or `YYYY-MM-DD`, UTC. */
  period: string
  views: number
  /** The instant (ISO) from which it counts in `span` no longer. */
  leaves: string
}

type Counted = Pick<Bucket, 'kind' | 'docId' | 'span' | 'period' | 'views'>

const startOf = (period: string): number => Date.parse(period.length === 13 ? `${period}:00:00.000Z` : `${period}T00:00:00.000Z`)

const bucket = (counted: Counted): Bucket => {
  const { kind, docId, span, period } = counted
  const { ms, unitMs } = viewWindows[span]
  return { ...counted, id: `${span}:${kind}:${docId}@${period}`, leaves: new Date(startOf(period) + unitMs + ms).toISOString() }
}

/** The bucket in which something read now is counted first: that of the hour. `now` is an instant in ISO 8601, UTC. */
export const bucketNow = ({ ref: { kind, id: docId }, views, now }: { ref: Ref & { kind: ViewKind }; views: number; now: string }): Bucket =>
  bucket({ kind, docId, span: 'day', period: now.slice(0, 13), views })

/** What becomes of a bucket that leaves its span: that of its day in the next longer one; null at the end of the longest. */
export const movedOn = ({ kind, docId, span, period, views }: Counted): Bucket | null => {
  const next = viewWindowNames[viewWindowNames.indexOf(span) + 1]
  return next ? bucket({ kind, docId, span: next, period: period.slice(0, 10), views }) : null
}
