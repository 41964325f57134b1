import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { now, nowMs } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { flushNote, visibleNow } from './record-views.ts'
import { type Total, type TotalChange, type ViewRows, viewRowsOf } from './view-rows.ts'
import { movedOn, viewKinds, type ViewWindow, viewWindowNames } from './windows.ts'

/** Things of each kind in a ranking. */
export const RANKED = 100
// Read beyond that, to make up for those that are public no more.
const SPARE = 50
const BATCH = 500
const TRIES = 10
/** A process that has written nothing for so long has no batch left to try again. */
const FORGET_FLUSHES_MS = 7 * 86_400_000

export const rankingPrefix = 'ranking:'

/** Takes out of each window what has left it. Each batch is a transaction that leaves the sums equal to the buckets. */
const expire = async ({ payload, rows, signal }: { payload: Payload; rows: ViewRows; signal: AbortSignal }): Promise<void> => {
  const batch = (): Promise<unknown> => replayOnWriteConflict({
    tries: TRIES,
    attempt: () => inTransaction({
      payload,
      work: async (req) => {
        const due = await rows.due({ req, now: now().toISOString(), limit: BATCH })
        const totals = due.map(({ kind, docId, span, views }): TotalChange => ({ kind, docId, [span]: -views }))
        await rows.write({ req, drop: due.map(({ id }) => id), add: due.map(movedOn).filter((bucket) => bucket !== null), totals })
      },
    }),
  })
  // What has moved on may have to move on again: there was nobody to do it for long.
  while (!signal.aborted && (await rows.due({ now: now().toISOString(), limit: 1 })).length > 0) await batch()
}

const text = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1)

/** The order of a ranking: by number, then the newest, then the greatest id. */
const before = (a: Total, b: Total): number => b.views - a.views || text(a.newest, b.newest) || text(a.docId, b.docId)

/** The things that were read most in a window and are public now, all kinds mixed and of each at most `RANKED`, as `kind:id`. */
const rank = async ({ payload, rows, window }: { payload: Payload; rows: ViewRows; window: ViewWindow }): Promise<string[]> => {
  const tops = await Promise.all(viewKinds.map((kind) => rows.top({ kind, window, first: RANKED + SPARE })))
  const visible = await visibleNow({ payload, refs: tops.flat().map(({ kind, docId: id }) => ({ kind, id })) })
  const nameOf = ({ kind, docId }: Total): string => `${kind}:${docId}`
  return tops.flatMap((top) => top.filter((total) => visible.has(nameOf(total))).slice(0, RANKED)).sort(before).map(nameOf)
}

/** Brings windows and rankings in line with the time and with what was counted. A ranking is written when its order has changed. */
export const rankViews = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  const rows = await viewRowsOf(payload)
  await expire({ payload, rows, signal })
  const known = await rows.notes(rankingPrefix)
  for (const window of viewWindowNames) {
    const id = `${rankingPrefix}${window}`
    const value = JSON.stringify(await rank({ payload, rows, window }))
    if (signal.aborted || (known.get(id) ?? '[]') === value) continue
    await inTransaction({ payload, work: (req) => rows.setNote({ req, id, value, at: now().toISOString() }) })
  }
}

/** Ranks every `everyMs` milliseconds until the signal ends it, and now and then forgets processes that are gone. */
export const keepRanking = async ({ payload, everyMs, signal }: { payload: Payload; everyMs: number; signal: AbortSignal }): Promise<void> => {
  let tidiedAt = -Infinity
  const tidy = async (): Promise<void> => {
    if (Math.abs(nowMs() - tidiedAt) < FORGET_FLUSHES_MS) return
    const rows = await viewRowsOf(payload)
    await inTransaction({ payload, work: (req) => rows.dropNotes({ req, prefix: flushNote(''), before: new Date(nowMs() - FORGET_FLUSHES_MS).toISOString() }) })
    tidiedAt = nowMs()
  }
  while (!signal.aborted) {
    try {
      await rankViews({ payload, signal })
      await tidy()
    } catch (error) {
      payload.logger.error({ err: error, msg: 'What is read most could not be ranked; it is tried again' })
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
