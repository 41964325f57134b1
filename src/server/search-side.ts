import path from 'node:path'
import type { Payload } from 'payload'
import { Gauge } from 'prom-client'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { onPublishedChange } from '../published/changes.ts'
import type { Store } from '../published/store.ts'
import { projectionVersion } from '../published/version.ts'
import { databaseMark } from '../search/database-mark.ts'
import { startIndexThread } from '../search/index-thread.ts'
import { createReaderSearch, type ReaderSearch } from '../search/reader-search.ts'
import type { Metrics } from './metrics.ts'

/** The search of readers in a public process. It begins at once and answers when it is ready. */
export const searchSide = ({ payload, store, env, log, metrics: { registry } }: { payload: Payload; store: Store; env: Pick<Env, 'DATA_DIR'>; log: Log; metrics: Metrics }): ReaderSearch => {
  const search = createReaderSearch({
    store, log, changes: onPublishedChange(payload), thread: startIndexThread,
    file: path.join(env.DATA_DIR, 'search-index.ndjson'),
    origin: async () => ({ database: await databaseMark(payload), projectionVersion }),
  })
  const registers = [registry]
  new Gauge({ name: 'search_ready', help: 'Whether the search of readers answers', registers, collect() { this.set(search.state().isReady ? 1 : 0) } })
  new Gauge({ name: 'search_documents', help: 'Articles and products in the search index', registers, collect() { this.set(search.state().documents) } })
  return search
}
