import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Router } from 'express'
import type { Payload } from 'payload'
import type { Delivery } from '../cache/delivery.ts'
import type { Env } from '../env.ts'
import { feedRoutes } from '../feeds/feed-routes.ts'
import { createArtefacts } from '../feeds/whole/artefacts.ts'
import { createFileThread } from '../feeds/whole/file-thread.ts'
import type { Log } from '../log.ts'
import { admit } from '../partners/admit.ts'
import { onPublishedChange } from '../published/changes.ts'
import type { Store } from '../published/store.ts'

// Writing ten thousand products takes seconds; who waits longer is asked to come again.
const FILE_WAIT_MS = 20_000

/** What feeds are answered with: their routes, and the folder of this process where those are written that are had as files. */
export const feedsSide = ({ payload, store, delivery, env, log }: { payload: Payload; store: Store; delivery: Delivery; env: Pick<Env, 'DATABASE_URL' | 'SITE_URL' | 'PUBLIC_ORIGIN' | 'WEBSUB_HUB' | 'PURGE_URL' | 'CDN_TAGS'>; log: Log }): { route: Router; stop: () => Promise<void> } => {
  const addresses = { siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN }
  const artefacts = createArtefacts({
    folder: mkdtempSync(join(tmpdir(), 'ocop-press-feeds-')), thread: createFileThread({ databaseUrl: env.DATABASE_URL }), store, changes: onPublishedChange(payload), ...addresses, waitMs: FILE_WAIT_MS,
    report: (error) => log.error({ err: error }, 'a feed could not be written as a file; it is tried again when it is asked for'),
  })
  return {
    route: feedRoutes({ ...addresses, store, delivery, artefacts, isPurged: env.PURGE_URL !== '' && env.CDN_TAGS, hub: env.WEBSUB_HUB || null, admit }),
    stop: artefacts.stop,
  }
}
