import type { Payload, PayloadRequest } from 'payload'
import { today } from '../clock.ts'
import { addDays, type Day } from '../ocop/day.ts'

/** What one key has asked of one feed in one format on one day. */
export interface Usage {
  partner: string
  /** A Hanoi day. */
  day: Day
  /** The beginning of the key. */
  shown: string
  /** Empty where nothing is known to be asked for: errors, mostly. */
  feed: string
  format: string
  /** Those that the key and its limits let through. */
  requests: number
  /** Those that were refused or failed. */
  errors: number
  /** An instant. */
  lastSeen: string
}

/** The rows of what partners have asked, on either database. */
export interface UsageRows {
  /** Adds to the rows, which are made where there are none, in the transaction of the request. */
  add: (args: { req: PayloadRequest; usage: readonly Usage[] }) => Promise<void>
  /** Drops the rows of days before one, in the transaction of the request. */
  dropBefore: (args: { req: PayloadRequest; day: Day }) => Promise<void>
  /** The rows of a partner from a day on, the last day first. */
  since: (args: { partner: string; day: Day }) => Promise<Usage[]>
  /** How many requests of a day each key has made. */
  requestsOf: (day: Day) => Promise<{ partner: string; shown: string; requests: number }[]>
}

/** The rows of a Payload instance. */
export const usageRowsOf = async (payload: Payload): Promise<UsageRows> =>
  payload.db.name === 'mongoose'
    ? (await import('./mongo-usage-rows.ts')).mongoUsageRows(payload)
    : (await import('./sqlite-usage-rows.ts')).sqliteUsageRows(payload)

/** The id of a row. */
export const usageId = ({ partner, day, shown, feed, format }: Omit<Usage, 'requests' | 'errors' | 'lastSeen'>): string => [partner, day, shown, format, feed].join(' ')

/** Days that the page of a partner shows, and days that are kept. */
const SHOWN_DAYS = 31
export const KEPT_DAYS = 92

/** What the page of a partner says: by day, feed and format, and when each key was last used. */
export const readUsage = async ({ payload, partner }: { payload: Payload; partner: string }): Promise<{ days: Omit<Usage, 'partner' | 'shown' | 'lastSeen'>[]; lastUsed: Map<string, string> }> => {
  const rows = await (await usageRowsOf(payload)).since({ partner, day: addDays(today(), -KEPT_DAYS) })
  const lastUsed = new Map<string, string>()
  for (const { shown, lastSeen } of rows) if (lastSeen > (lastUsed.get(shown) ?? '')) lastUsed.set(shown, lastSeen)
  const first = addDays(today(), -SHOWN_DAYS)
  const sums = new Map<string, Omit<Usage, 'partner' | 'shown' | 'lastSeen'>>()
  for (const { day, feed, format, requests, errors } of rows.filter((row) => row.day > first)) {
    const name = [day, feed, format].join(' ')
    const known = sums.get(name) ?? { day, feed, format, requests: 0, errors: 0 }
    sums.set(name, { ...known, requests: known.requests + requests, errors: known.errors + errors })
  }
  return { days: [...sums.values()].sort((a, b) => (a.day === b.day ? b.requests - a.requests : a.day < b.day ? 1 : -1)), lastUsed }
}
