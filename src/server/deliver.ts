import type { RequestListener } from 'node:http'
import type { Payload } from 'payload'
import { Counter, Gauge } from 'prom-client'
import { createChangeLog } from '../api/read/change-log.ts'
import { createAvailability } from '../cache/availability.ts'
import { createDelivery } from '../cache/delivery.ts'
import { createHits } from '../cache/hits.ts'
import { createResponseCache, type ResponseCache } from '../cache/response-cache.ts'
import { tagsOfChange } from '../cache/tags.ts'
import { nowMs } from '../clock.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { askingPartner } from '../partners/asking-partner.ts'
import type { KeyStage } from '../partners/key-stage.ts'
import { onPublishedChange } from '../published/changes.ts'
import type { Store } from '../published/store.ts'
import { eventLoopLateness } from './event-loop-lateness.ts'
import { keyOfGet, withStored } from './front.ts'
import { createGate, type Gate } from './gate.ts'
import { limitReads } from './limit-reads.ts'
import type { Metrics } from './metrics.ts'
import type { State } from './routes/health.ts'
import { createRateLimit } from './rate-limits.ts'
import { refuseEarly } from './refuse-early.ts'
import { watchDatabase } from './watch-database.ts'

/** Stored answers are thrown away by what is told of changes, in this process and in others. */
const obeyChanges = ({ payload, cache }: { payload: Payload; cache: ResponseCache }): void => {
  const changes = onPublishedChange(payload)
  changes.on((changed) => cache.bump(changed.flatMap(tagsOfChange)))
  changes.onLost(() => cache.flush())
}

const observe = ({ cache, gate, hits, metrics: { registry } }: { cache: ResponseCache; gate: Gate; hits: ReturnType<typeof createHits>['counts']; metrics: Metrics }): void => {
  const registers = [registry]
  const counted = (name: string, help: string, count: () => number) => new Counter({ name, help, registers, collect() { this.reset(); this.inc(count()) } })
  new Gauge({ name: 'cache_bytes', help: 'Memory that stored answers take at most', registers, collect() { this.set(cache.stats().bytes) } })
  new Gauge({ name: 'cache_entries', help: 'Stored answers', registers, collect() { this.set(cache.stats().entries) } })
  new Gauge({ name: 'uncached_in_flight', help: 'Public answers that are being made', registers, collect() { this.set(gate.stats().inFlight) } })
  new Gauge({ name: 'uncached_queued', help: 'Public answers that wait for their turn to be made', registers, collect() { this.set(gate.stats().queued) } })
  counted('cache_hits_total', 'Answers given from the cache, whole', () => hits.whole)
  counted('cache_not_modified_total', 'Answers given from the cache as 304', () => hits.notModified)
  counted('cache_stale_total', 'Answers given from the cache while nobody could vouch for them', () => hits.stale)
  counted('cache_joined_total', 'Requests that waited for an answer that was being made', () => cache.stats().joined)
  counted('cache_overtaken_total', 'Answers not kept, since something changed while they were made', () => cache.stats().overtaken)
  counted('cache_evicted_total', 'Stored answers that gave way to others', () => cache.stats().evicted)
}

type Options = { payload: Payload; store: Store; env: Env; log: Log; metrics: Metrics; hosts: ReadonlySet<string>; isStopping: () => boolean }

/** Makes what public answers go out through, and starts the watch on whether they can be vouched for. */
export const deliver = async ({ payload, store, env, log, metrics, hosts, isStopping }: Options) => {
  const cache = createResponseCache({ maxBytes: env.CACHE_SIZE })
  obeyChanges({ payload, cache })
  const availability = createAvailability(env.databaseKind === 'sqlite' ? { proofMs: Infinity } : {})
  const stopWatching = await watchDatabase({ payload, store, availability, log, metrics })
  const lateness = eventLoopLateness()
  const gate = createGate({
    limits: { concurrency: env.GATE_CONCURRENCY, queue: env.GATE_QUEUE, waitMs: env.GATE_WAIT, lateMs: env.GATE_LATE },
    lateness: lateness.read,
    onShed: (labels) => metrics.shed.inc(labels),
  })
  const reads = createRateLimit({ name: 'reads', points: env.RATE_LIMIT_READS, windowMs: env.RATE_LIMIT_READS_WINDOW, onRefused: (limit) => metrics.limited.inc({ limit }) })
  const limitByAddress = limitReads({ limit: reads, exempt: env.RATE_LIMIT_EXEMPT, believesProxies: env.TRUST_PROXY !== false, log })
  // Partners have limits of their own, which were looked at before.
  const limit: typeof limitByAddress = async (req) => (askingPartner(req) ? undefined : limitByAddress(req))
  const delivery = createDelivery({
    store, cache, availability, gate, limit, staleMaxMs: env.STALE_MAX, limitMs: env.READ_TIMEOUT, isPurged: env.PURGE_URL !== '' && env.CDN_TAGS, namesTags: env.CDN_TAGS,
  })
  const hits = createHits({ delivery, keyOf: keyOfGet, hosts, isStopping })
  observe({ cache, gate, hits: hits.counts, metrics })
  const refuse = refuseEarly({ gate, isAwaited: cache.isUnderWay, metrics })
  return {
    delivery,
    cache,
    availability,
    /** The log of changes, whose waiting ends when the process stops. */
    changeLog: createChangeLog({ store, changes: onPublishedChange(payload), heardUntil: () => availability.heardUntil, isStopping }),
    /** For probes: with stored answers that may still be given, a process is worth asking without its database. */
    state: (): State => {
      const since = availability.staleSince
      if (since === null) return 'ready'
      const hasAnswers = cache.stats().entries > 0 && nowMs() - since <= env.STALE_MAX
      return availability.reachable || hasAnswers ? 'degraded' : 'away'
    },
    /** Puts the keys of partners, the stored answers, and refusals, before an application. */
    before: (app: RequestListener, keys?: KeyStage): RequestListener => withStored({ keys, hits, refuse, app }),
    stop: async (): Promise<void> => {
      lateness.stop()
      await stopWatching()
    },
  }
}
