import type { Payload } from 'payload'
import { now, today } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { addDays, type Day } from '../ocop/day.ts'
import { type KeyType, typeOfShown } from './key-format.ts'
import { KEPT_DAYS, type Usage, usageId, type UsageRows } from './usage-rows.ts'

/** Who has asked, and what for. */
export interface Used {
  partner: string
  shown: string
  feed: string
  format: string
}

/** What partners ask, counted in memory and written each `everyMs`. */
export interface UsageCount {
  /** So many requests of today were let through for keys of a type, by all processes as far as they have written them. */
  usedToday: (args: { partner: string; type: KeyType }) => number
  /** Counts one that is let through; gives what is called when it is over. */
  begin: (args: Pick<Used, 'partner' | 'shown'>) => (args: Pick<Used, 'feed' | 'format'> & { isError: boolean }) => void
  /** Counts one that is refused. */
  refuse: (used: Used) => void
  /** Writes what was counted. Never rejects: what could not be written stays for the next time. */
  flush: () => Promise<void>
  stop: () => Promise<void>
}

const quotaName = (partner: string, type: KeyType): string => `${partner} ${type}`
const TRIES = 10

const add = (sums: Map<string, number>, name: string, by: number): void => void sums.set(name, (sums.get(name) ?? 0) + by)

/** Rows that are not written yet, and how many requests of each day and type they hold. */
interface Held {
  rows: Map<string, Usage>
  sums: Map<string, number>
}

const nothing = (): Held => ({ rows: new Map(), sums: new Map() })
const dayName = (day: Day, name: string): string => `${day} ${name}`

const hold = ({ rows, sums }: Held, usage: Usage): void => {
  const id = usageId(usage)
  const known = rows.get(id)
  rows.set(id, known ? { ...usage, requests: known.requests + usage.requests, errors: known.errors + usage.errors, lastSeen: known.lastSeen > usage.lastSeen ? known.lastSeen : usage.lastSeen } : usage)
  if (usage.requests > 0) add(sums, dayName(usage.day, quotaName(usage.partner, typeOfShown(usage.shown))), usage.requests)
}

/**
 * Begins to count. What a process that is killed has not written is lost; a commit that was not answered may be counted twice. Quotas know
 * what other processes have let through once it is written.
 */
export const countUsage = async ({ payload, everyMs, rows, transact = inTransaction }: { payload: Payload; everyMs: number; rows: UsageRows; transact?: typeof inTransaction }): Promise<UsageCount> => {
  let counted = nothing()
  let beingWritten = nothing()
  const readStored = async (day: Day): Promise<{ day: Day; sums: Map<string, number> }> => {
    const sums = new Map<string, number>()
    for (const { partner, shown, requests } of await rows.requestsOf(day)) add(sums, quotaName(partner, typeOfShown(shown)), Number(requests))
    return { day, sums }
  }
  let stored = await readStored(today())
  const open = new Map<string, number>()
  let droppedOn: Day | null = null
  let flushing: Promise<void> | null = null

  const count = ({ requests, errors, ...used }: Used & { requests: number; errors: number }): void =>
    hold(counted, { ...used, day: today(), requests, errors, lastSeen: now().toISOString() })
  const countOpen = (name: string, by: 1 | -1): void => {
    const left = (open.get(name) ?? 0) + by
    if (left > 0) open.set(name, left)
    else open.delete(name)
  }
  const write = async (): Promise<void> => {
    const day = today()
    beingWritten = counted
    counted = nothing()
    try {
      const usage = [...beingWritten.rows.values()]
      if (usage.length > 0 || droppedOn !== day) {
        await replayOnWriteConflict({
          tries: TRIES,
          attempt: () => transact({
            payload,
            work: async (req) => {
              if (usage.length > 0) await rows.add({ req, usage })
              if (droppedOn !== day) await rows.dropBefore({ req, day: addDays(day, -KEPT_DAYS) })
            },
          }),
        })
      }
      droppedOn = day
    } catch (error) {
      for (const usage of beingWritten.rows.values()) hold(counted, usage)
      beingWritten = nothing()
      throw error
    }
    // Until it is known what is stored, what was just written counts from here.
    stored = await readStored(day)
    beingWritten = nothing()
  }
  const flush = (): Promise<void> => (flushing ??= write()
    .catch((error: unknown) => payload.logger.warn({ err: error, msg: 'What partners have asked could not be written or read and is kept for the next time' }))
    .finally(() => { flushing = null }))

  const timer = setInterval(() => void flush(), everyMs)
  timer.unref()
  return {
    usedToday: ({ partner, type }) => {
      const [day, name] = [today(), quotaName(partner, type)]
      const held = ({ sums }: Held): number => sums.get(dayName(day, name)) ?? 0
      return (stored.day === day ? (stored.sums.get(name) ?? 0) : 0) + held(counted) + held(beingWritten) + (open.get(name) ?? 0)
    },
    begin: ({ partner, shown }) => {
      const name = quotaName(partner, typeOfShown(shown))
      countOpen(name, 1)
      return ({ feed, format, isError }) => {
        countOpen(name, -1)
        count({ partner, shown, feed, format, requests: 1, errors: isError ? 1 : 0 })
      }
    },
    refuse: (used) => count({ ...used, requests: 0, errors: 1 }),
    flush,
    stop: async () => {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}
