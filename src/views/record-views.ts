import type { Payload } from 'payload'
import { setImmediate as letOthers } from 'node:timers/promises'
import { now } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { moment } from '../published/moment.ts'
import { type PublishedRow, type Ref, storeOf } from '../published/store.ts'
import type { Counted, Viewed } from './tally.ts'
import { viewRowsOf } from './view-rows.ts'
import { bucketNow } from './windows.ts'

/** What one transaction writes, under a number that rises within a process. */
export interface Batch {
  number: number
  counted: readonly Counted[]
}

/** Where a process notes the number of the last batch it has written. */
export const flushNote = (process: string): string => `flush:${process}`

// Parsing rows is work of this thread.
const AT_ONCE = 200
const TRIES = 10

/** Those that are public now, by `kind:id`. */
export const visibleNow = async ({ payload, refs }: { payload: Payload; refs: readonly Ref[] }): Promise<Map<string, PublishedRow>> => {
  const store = await storeOf(payload)
  const found = new Map<string, PublishedRow>()
  for (let from = 0; from < refs.length; from += AT_ONCE) {
    if (from > 0) await letOthers()
    for (const [name, row] of await store.many({ refs: refs.slice(from, from + AT_ONCE), moment: moment() })) found.set(name, row)
  }
  return found
}

/**
 * Adds a batch to what was counted, in one transaction; what is not public now is passed over. A batch whose commit was not answered may be
 * given again: its number tells whether it has been written, and nothing is counted twice.
 */
export const recordViews = async ({ payload, process, batch: { number, counted } }: { payload: Payload; process: string; batch: Batch }): Promise<void> => {
  const visible = await visibleNow({ payload, refs: counted.map(({ ref }) => ref) })
  const known = counted.flatMap(({ ref, views }) => {
    const row = visible.get(`${ref.kind}:${ref.id}`)
    return row ? [{ ref, views, newest: row.visibleFrom }] : []
  })
  if (known.length === 0) return
  const rows = await viewRowsOf(payload)
  const at = now().toISOString()
  const id = flushNote(process)
  await replayOnWriteConflict({
    tries: TRIES,
    attempt: () => inTransaction({
      payload,
      work: async (req) => {
        if (Number(await rows.note({ req, id })) >= number) return
        await rows.setNote({ req, id, value: String(number), at })
        await rows.write({
          req,
          add: known.map(({ ref, views }) => bucketNow({ ref: ref as Viewed, views, now: at })),
          totals: known.map(({ ref, views, newest }) => ({ kind: ref.kind, docId: ref.id, newest, day: views, week: views, month: views })),
        })
      },
    }),
  })
}
