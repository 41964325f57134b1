import type { Payload } from 'payload'
import { nowMs } from '../clock.ts'
import { publicFeeds } from '../feeds/find-feed.ts'
import { isPaged } from '../feeds/formats/formats.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { registerDelivery } from '../outbox/topics.ts'
import { consequencesOf, type Decision } from '../published/consequences.ts'
import { moment } from '../published/moment.ts'
import { type Store, storeOf } from '../published/store.ts'
import { places } from './places.ts'
import { type FeedChange, touchedFeeds } from './touched-feeds.ts'

const topic = 'websub'
// Changes that come together are told together.
const GATHER_MS = 1_000
const CALL_MS = 5_000
const ROWS = 500

type Change = Decision & { kind: FeedChange['kind'] }

const isOfFeeds = (decision: Decision): decision is Change => ['article', 'product', 'feed'].includes(decision.kind)

const categoriesIn = (data: Readonly<Record<string, unknown>> | undefined): string[] => [data?.['category'], data?.['categories']].flat().filter((id): id is string => typeof id === 'string')

/** The categories of an article as it was and as it is; while the transaction is open, the store shows what was. */
const categoriesOf = async ({ store, decision: { kind, id, row } }: { store: Store; decision: Change }): Promise<string[]> => {
  if (kind !== 'article') return []
  const [before] = await store.standing({ refs: [{ kind, id }] })
  return [...new Set([...categoriesIn(before?.data), ...categoriesIn(row ? (JSON.parse(row.data) as Record<string, unknown>) : undefined)])]
}

const withAbove = async ({ store, ids }: { store: Store; ids: readonly string[] }): Promise<Map<string, string[]>> => {
  const rows = await store.many({ refs: ids.map((id) => ({ kind: 'category', id })), moment: moment() })
  return new Map(ids.map((id) => [id, [id, ...((rows.get(`category:${id}`)?.data['ancestors'] ?? []) as string[])]]))
}

/** Tells the hub that a feed has changed, in the form that hubs take from publishers: `hub.mode=publish` with `hub.url`. */
const ping = async ({ hub, url, signal }: { hub: string; url: string; signal: AbortSignal }): Promise<void> => {
  const response = await fetch(hub, {
    method: 'POST', redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': url }),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`WEBSUB_HUB answered ${response.status}`)
}

/**
 * Tells a WebSub hub which public feeds have changed (W3C WebSub; how a publisher tells its hub is left to the two): the address of the
 * first page in each format that names the hub. Changes are told once committed, those of a moment together, and again until the hub has taken them.
 */
export const pingHub = ({ payload, hub }: { payload: Payload; hub: string }): void => {
  consequencesOf(payload).add(async (decision) => {
    if (!isOfFeeds(decision) || (!decision.wasPublic && !decision.isPublic)) return
    const { req, kind, id } = decision
    const body: FeedChange = { kind, id, categories: await categoriesOf({ store: await storeOf(payload), decision }) }
    await enqueue({ req, topic, key: 'hub', body, notBefore: new Date(nowMs() + GATHER_MS) })
  })
  registerDelivery({
    payload,
    topic,
    schedule: { delays: [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000], forMs: 24 * 3_600_000, jitter: 0.2 },
    timeLimitMs: 120_000,
    mergesUpTo: ROWS,
    deliver: async ({ rows, signal }) => {
      const store = await storeOf(payload)
      const told = rows.map(({ body }) => body as FeedChange)
      const above = await withAbove({ store, ids: [...new Set(told.flatMap(({ categories }) => categories))] })
      const changes = told.map((change) => ({ ...change, categories: change.categories.flatMap((id) => above.get(id) ?? [id]) }))
      const feeds = touchedFeeds({ feeds: await publicFeeds({ store, moment: moment() }), changes })
      for (const { slug, formats } of feeds) {
        for (const format of formats.filter(isPaged)) await ping({ hub, url: `${places.origin}/feeds/${encodeURIComponent(slug)}.${format}`, signal })
      }
    },
  })
}
