import type { inTransaction } from '../../../src/db/in-transaction.ts'
import { type Usage, usageId, type UsageRows } from '../../../src/partners/usage-rows.ts'

/** Rows of usage in memory, and as much of Payload as transactions need. */
export const fakeUsageRows = () => {
  const held = new Map<string, Usage>()
  let warnings = 0
  let isFailing = false
  const add = (usage: readonly Usage[]): void => {
    for (const one of usage) {
      const known = held.get(usageId(one))
      held.set(usageId(one), known ? { ...one, requests: known.requests + one.requests, errors: known.errors + one.errors } : one)
    }
  }
  const rows: UsageRows = {
    add: async ({ usage }) => {
      if (isFailing) throw new Error('The database is away')
      add(usage)
    },
    dropBefore: async ({ day }) => {
      for (const [id, one] of held) if (one.day < day) held.delete(id)
    },
    since: async ({ partner, day }) => [...held.values()].filter((one) => one.partner === partner && one.day >= day),
    requestsOf: async (day) => [...held.values()].filter((one) => one.day === day),
  }
  return {
    rows,
    transact: (async ({ work }) => work({} as never)) as typeof inTransaction,
    payload: { logger: { warn: () => { warnings += 1 } } },
    stored: () => [...held.values()],
    warnings: () => warnings,
    fail: (does: boolean) => { isFailing = does },
    addForeign: (one: Pick<Usage, 'partner' | 'shown' | 'day' | 'requests'>) => add([{ feed: 'articles', format: 'rss', errors: 0, lastSeen: '', ...one }]),
  }
}
