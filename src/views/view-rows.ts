import type { Payload, PayloadRequest } from 'payload'
import type { Bucket, ViewKind, ViewWindow } from './windows.ts'

/** What is added to the sums of one thing; negative for what has left a window. */
export type TotalChange = { kind: ViewKind; docId: string } & Partial<Record<ViewWindow, number>> & {
  /** The beginning of its visibility, where it is known. */
  newest?: string
}

export interface Total {
  kind: ViewKind
  docId: string
  newest: string
  views: number
}

/** The rows of counted views, on either database. What takes a `req` happens in its transaction. */
export interface ViewRows {
  /** Takes away buckets, adds to buckets and sums, which are made where there are none; sums of nothing are dropped. */
  write: (args: { req: PayloadRequest; drop?: readonly string[]; add: readonly Bucket[]; totals: readonly TotalChange[] }) => Promise<void>
  /** Buckets that leave their span by now, those first that leave first; without a `req` as committed. */
  due: (args: { req?: PayloadRequest; now: string; limit: number }) => Promise<Bucket[]>
  /** What was read most in a window: by number, then the newest, then the greatest id. */
  top: (args: { kind: ViewKind; window: ViewWindow; first: number }) => Promise<Total[]>
  note: (args: { req: PayloadRequest; id: string }) => Promise<string | null>
  setNote: (args: { req: PayloadRequest; id: string; value: string; at: string }) => Promise<void>
  /** Drops the notes whose id begins so and that are older than an instant. */
  dropNotes: (args: { req: PayloadRequest; prefix: string; before: string }) => Promise<void>
  /** The notes whose id begins so, as committed. */
  notes: (prefix: string) => Promise<Map<string, string>>
}

/** The rows of a Payload instance. */
export const viewRowsOf = async (payload: Payload): Promise<ViewRows> =>
  payload.db.name === 'mongoose'
    ? (await import('./mongo-view-rows.ts')).mongoViewRows(payload)
    : (await import('./sqlite-view-rows.ts')).sqliteViewRows(payload)
