import type { Payload } from 'payload'
import { consequencesOf, type Decision } from '../published/consequences.ts'
import { moment } from '../published/moment.ts'
import type { RowContent } from '../published/row.ts'
import { type PublishedRow, type Ref, type Store, storeOf } from '../published/store.ts'
import type { Thing } from './event.ts'
import { eventsOf } from './events-of.ts'
import { activeReceivers } from './receivers.ts'
import { tellReceivers } from './tell-receivers.ts'

type Told = Decision & { kind: Thing['kind'] }

const isTold = (decision: Decision): decision is Told => decision.kind === 'product' || decision.kind === 'article'

export const thingOf = ({ kind, id, slug, number, stars, starsThrough, data }: PublishedRow): Thing => ({ kind: kind as Thing['kind'], id, slug, number, stars, starsThrough, data })

const written = ({ kind, docId, slug, number, stars, starsThrough, data, heavy }: RowContent): Thing => ({
  kind: kind as Thing['kind'], id: docId, slug, number, stars, starsThrough, data: { ...(JSON.parse(data) as Record<string, unknown>), ...(heavy === null ? {} : (JSON.parse(heavy) as Record<string, unknown>)) },
})

/** What is committed: while the transaction is open, that is the row as it was before. */
const committed = async ({ store, ref }: { store: Store; ref: Ref }): Promise<Thing | null> => {
  const [whole] = (await store.many({ refs: [ref], heavy: true, moment: moment() })).values()
  const row = whole ?? (await store.standing({ refs: [ref] }))[0]
  return row ? thingOf(row) : null
}

/**
 * Writes what receivers are to be sent with every change of an article or a product that the public sees, in the same transaction: what is
 * rolled back is told to nobody. A rebuild of the store changes the form of rows and is no news.
 */
export const tellOfChanges = (payload: Payload): void => {
  consequencesOf(payload).add(async (decision) => {
    if (!isTold(decision)) return
    const { req, kind, id, wasPublic, isPublic, isRebuild, row } = decision
    if ((!wasPublic && !isPublic) || isRebuild) return
    const receivers = await activeReceivers(req)
    if (receivers.length === 0) return
    const known = wasPublic || row === null ? await committed({ store: await storeOf(payload), ref: { kind, id } }) : null
    const before = wasPublic ? known : null
    const after = isPublic ? (row === null ? known : written(row)) : null
    for (const event of eventsOf({ before, after, gone: (row?.gone ?? null) as 'RETRACTED' | 'LEGAL' | null })) await tellReceivers({ req, event, receivers })
  })
}
