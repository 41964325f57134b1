import { type RequestHandler, Router } from 'express'
import type { Payload } from 'payload'
import type { Availability } from '../cache/availability.ts'
import type { Env } from '../env.ts'
import { refusalOf } from '../partners/asking-partner.ts'
import { countUsage } from '../partners/count-usage.ts'
import { createDirectory } from '../partners/directory.ts'
import { createKeyStage, type KeyStage } from '../partners/key-stage.ts'
import { usageRowsOf } from '../partners/usage-rows.ts'
import { onPublishedChange } from '../published/changes.ts'
import type { Store } from '../published/store.ts'
import type { Metrics } from './metrics.ts'
import { tooMany } from './rate-limits.ts'

/** Answers what the stage of keys has refused: before everything else of the public side, and readable for any page. */
const refused: RequestHandler = (req, res, next) => {
  const refusal = refusalOf(req)
  if (refusal) res.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After, X-Request-Id' })
  next(refusal ?? undefined)
}

/** What checks the keys of partner sites in a public process, and counts what they ask. */
export const partnersSide = async ({ payload, store, availability, env, metrics }: {
  payload: Payload
  store: Store
  availability: Pick<Availability, 'staleSince'>
  env: Pick<Env, 'USAGE_FLUSH' | 'allOrigins'>
  metrics: Pick<Metrics, 'limited'>
}): Promise<{
  stage: KeyStage
  route: Router
  /** Writes what was counted last. */
  stop: () => Promise<void>
}> => {
  const directory = createDirectory({ store, changes: onPublishedChange(payload), isVouchedFor: () => availability.staleSince === null })
  const usage = await countUsage({ payload, everyMs: env.USAGE_FLUSH, rows: await usageRowsOf(payload) })
  return {
    stage: createKeyStage({
      directory, usage, ownOrigins: env.allOrigins,
      tooMany: ({ leftMs, ...allowance }) => {
        metrics.limited.inc({ limit: allowance.name })
        return tooMany(allowance, leftMs)
      },
    }),
    route: Router().use(refused),
    stop: async () => {
      directory.stop()
      await usage.stop()
    },
  }
}
