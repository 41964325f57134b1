import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { nowMs, today } from '../clock.ts'
import { databaseKind } from '../db/database-kind.ts'
import { env } from '../env.ts'
import { ensureAdministrator, tellAdministrator } from './administrator.ts'
import { beats, readMarker, type SeedMarker, type SeedMode, writeMarker } from './marker.ts'
import type { Progress, SeedRun } from './run.ts'
import { seedArticles } from './steps/articles.ts'
import { seedImages } from './steps/images.ts'
import { seedNewsroom } from './steps/newsroom.ts'
import { seedOcop } from './steps/ocop.ts'
import { seedReference } from './steps/reference.ts'
import { seedSite } from './steps/site.ts'

type Step = (run: SeedRun) => Promise<void>

/** What each mode makes, in order; the administrator comes after it in each. */
const steps: Readonly<Record<SeedMode, readonly Step[]>> = {
  none: [],
  reference: [seedReference],
  demo: [seedReference, seedImages, seedNewsroom, seedOcop, seedArticles, seedSite],
}

const contentCollections = ['administrative-units', 'product-groups', 'legal-documents', 'media', 'authors', 'categories', 'topics', 'partner-brands', 'producers', 'products', 'articles'] as const satisfies readonly CollectionSlug[]

const isEmpty = async ({ payload, collections }: { payload: Payload; collections: readonly CollectionSlug[] }): Promise<boolean> => {
  for (const collection of collections) {
    const { totalDocs } = await payload.count({ collection })
    if (totalDocs > 0) return false
  }
  return true
}

/** Waits while another process seeds the same database; gives the marker that stands then. */
const waitForOther = async ({ payload, log, marker }: { payload: Payload; log: Progress; marker: SeedMarker | null }): Promise<SeedMarker | null> => {
  // SQLite belongs to one process: a running marker there is one that was interrupted.
  if (databaseKind(payload) === 'sqlite' || !marker || !beats(marker)) return marker
  log.info('Another process is seeding the database: waiting for it …')
  await sleep(1000)
  return waitForOther({ payload, log: { info: () => undefined }, marker: await readMarker(payload) })
}

const carryOut = async ({ payload, log, marker }: { payload: Payload; log: Progress; marker: Omit<SeedMarker, 'beatMs'> }): Promise<void> => {
  const { mode, seedingDay, startedAtMs } = marker
  await writeMarker({ payload, marker })
  const run: SeedRun = {
    payload, seedingDay, nowMs: startedAtMs, ids: new Map(),
    progress: async (message) => {
      log.info(message)
      await writeMarker({ payload, marker })
    },
  }
  for (const step of steps[mode]) await step(run)
  const account = marker.administratorTold ? null : await ensureAdministrator(payload)
  if (account) tellAdministrator(account)
  await writeMarker({ payload, marker: { ...marker, state: 'done', administratorTold: true } })
}

/** What came of it: made now, made at an earlier start, or left alone because something else is there. */
export type SeedOutcome = 'seeded' | 'done-before' | 'not-empty'

/**
 * Gives an empty database what the mode says and one administrator, shown once. An interrupted seeding is completed at the next
 * start: every document is found by its natural key or made, and dates count from the day it began. A database that has
 * users, content or a finished seeding is left alone; `asked` (the command) also fills one that has users only.
 * @throws Error naming the document that was refused.
 */
export const seedIfEmpty = async ({ payload, log, mode = env.SEED, asked = false }: { payload: Payload; log: Progress; mode?: SeedMode; asked?: boolean }): Promise<SeedOutcome> => {
  const marker = await waitForOther({ payload, log, marker: await readMarker(payload) })
  if (marker?.state === 'running') {
    log.info('Completing a seeding that was interrupted …')
    await carryOut({ payload, log, marker })
    return 'seeded'
  }
  if (marker && !asked) return 'done-before'
  if (!(await isEmpty({ payload, collections: asked ? contentCollections : ['users', ...contentCollections] }))) return 'not-empty'
  // An administrator who is there without our doing keeps the password.
  const administratorTold = marker?.administratorTold ?? !(await isEmpty({ payload, collections: ['users'] }))
  log.info(mode === 'none' ? 'The database is empty: making an administrator …' : 'The database is empty: seeding it …')
  const startedAtMs = nowMs()
  await carryOut({ payload, log, marker: { state: 'running', mode, seedingDay: today(), startedAtMs, administratorTold } })
  log.info(`Seeded in ${Math.round((nowMs() - startedAtMs) / 1000)} s.`)
  return 'seeded'
}
