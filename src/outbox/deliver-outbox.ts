import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { nowMs } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { attempt, type Attempted } from './attempt.ts'
import { createBell } from './bell.ts'
import { changesAfter, type RowsAfter } from './changes-after.ts'
import type { OutboxRow } from './row.ts'
import { outboxRowsOf } from './rows.ts'
import { onWake, type Topic, topicsOf } from './topics.ts'

// One indexed question for each topic: this is how soon rows are seen that another process has written, or whose time has come.
const POLL_MS = 100
// Of one topic: slow receivers of one do not hold up another.
const CONCURRENCY = 8
const ROWS_SEEN = 100
// Beyond the time of a delivery: for noting what became of it.
const LEASE_MARGIN_MS = 10_000
const PAUSE_MS = 1_000
// How long deliveries may go on when the process stops; what they have not said by then is delivered again.
const GRACE_MS = 3_000
const CLEAN_EACH_MS = 600_000
const CLEAN_AT_ONCE = 200
const UNKNOWN_KEPT_MS = 7 * 86_400_000

type Settings = { /** Of one topic. */ concurrency?: number; graceMs?: number; leaseMarginMs?: number }

const instant = (ms: number): string => new Date(ms).toISOString()

/** Small ones, so that editors never wait long for their turn. */
const transaction = async <T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> =>
  (await replayOnWriteConflict({ tries: 10, attempt: () => inTransaction({ payload, work }) })).result

const tellFailure = ({ payload, rows, attempted, after }: { payload: Payload; rows: readonly OutboxRow[]; attempted: Attempted; after: readonly RowsAfter[] }): void => {
  if (attempted.end !== 'failed' && attempted.end !== 'hopeless') return
  const about = { topic: rows[0]?.topic, key: rows[0]?.key, rows: rows.length, attempts: Math.max(...rows.map(({ attempts }) => attempts)), reason: attempted.reason }
  for (const { ids, change } of after) {
    if (change === 'remove') continue
    if (change.state === 'dead') payload.logger.error({ msg: 'A delivery was given up', ...about, rows: ids.length })
    else payload.logger.warn({ msg: 'A delivery failed and is tried again', ...about, next: change.due })
  }
}

/** Removes what is kept no longer, bit by bit. */
const cleaning = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }): Promise<void> => {
  const rows = outboxRowsOf(payload)
  const topics = [...topicsOf(payload).keys()]
  while (!signal.aborted) {
    try {
      const now = nowMs()
      const clean = () => transaction(payload, (req) => rows.clean({ req, now: instant(now), topics, unknownBefore: instant(now - UNKNOWN_KEPT_MS), limit: CLEAN_AT_ONCE }))
      while (!signal.aborted && (await clean()) > 0);
    } catch (error) {
      payload.logger.warn({ err: error, msg: 'The outbox could not be cleaned; it is tried again later' })
    }
    await sleep(CLEAN_EACH_MS, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * Delivers the rows of the outbox until the signal ends it: each at least once, several keys beside each other, one delivery of a key at a time. It is
 * for one process at a time, as it begins by giving back what another had; were there two, their leases would keep them apart from then on.
 * Resolves when no delivery is under way any more.
 */
export const deliverOutbox = async ({ payload, signal, concurrency = CONCURRENCY, graceMs = GRACE_MS, leaseMarginMs = LEASE_MARGIN_MS }: { payload: Payload; signal: AbortSignal } & Settings): Promise<void> => {
  const topics = [...topicsOf(payload).values()]
  if (topics.length === 0) return
  const rows = outboxRowsOf(payload)
  const holder = randomUUID()
  const bell = createBell()
  const cutting = new AbortController()
  const running = new Map<Topic, Map<string, Promise<void>>>(topics.map((topic) => [topic, new Map()]))
  const all = (): Promise<void>[] => [...running.values()].flatMap((keys) => [...keys.values()])

  const note = (after: readonly RowsAfter[]) => transaction(payload, async (req) => {
    for (const { ids, change } of after) await (change === 'remove' ? rows.remove({ req, holder, ids }) : rows.change({ req, holder, ids, change }))
  })

  const deliver = async (topic: Topic, key: string): Promise<void> => {
    const { mergesUpTo, timeLimitMs } = topic
    const claimed = await transaction(payload, (req) => rows.claim({
      req, topic: topic.topic, key, limit: mergesUpTo ?? 1, merging: mergesUpTo !== undefined, holder, now: instant(nowMs()), until: instant(nowMs() + timeLimitMs + leaseMarginMs),
    }))
    if (claimed.length === 0) return
    const attempted = await attempt({ topic, rows: claimed, cut: cutting.signal })
    const after = changesAfter({ topic, rows: claimed, attempted, now: nowMs() })
    await note(after)
    tellFailure({ payload, rows: claimed, attempted, after })
  }

  const start = (topic: Topic, key: string): void => {
    const keys = running.get(topic)
    const done = deliver(topic, key)
      .catch(async (error: unknown) => {
        payload.logger.error({ err: error, msg: 'What was delivered could not be noted; it is delivered again', topic: topic.topic, key })
        await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined)
      })
      .finally(() => {
        keys?.delete(key)
        bell.ring()
      })
    keys?.set(key, done)
  }

  /** Gives the number of deliveries begun. */
  const startDue = async (): Promise<number> => {
    let begun = 0
    for (const topic of topics) {
      const busy = [...(running.get(topic)?.keys() ?? [])]
      const free = concurrency - busy.length
      if (free <= 0) continue
      const keys = await rows.dueKeys({ topic: topic.topic, now: instant(nowMs()), except: busy, limit: ROWS_SEEN })
      for (const key of keys.slice(0, free)) start(topic, key)
      begun += Math.min(keys.length, free)
    }
    return begun
  }

  const leave = onWake(payload, bell.ring)
  signal.addEventListener('abort', bell.ring, { once: true })
  const cleaned = cleaning({ payload, signal })
  let failing = false
  let begunAnew = false
  while (!signal.aborted) {
    try {
      if (!begunAnew) await transaction(payload, (req) => rows.release({ req }))
      begunAnew = true
      const begun = await startDue()
      failing = false
      if (begun === 0 && !signal.aborted) await bell.wait(POLL_MS)
    } catch (error) {
      if (!failing) payload.logger.error({ err: error, msg: 'The outbox can not be read; it is tried again' })
      failing = true
      await bell.wait(PAUSE_MS)
    }
  }
  leave()
  const grace = setTimeout(() => cutting.abort(), graceMs)
  await Promise.all([cleaned, ...all()])
  clearTimeout(grace)
}
