import { APIError, type CollectionBeforeChangeHook, type Endpoint, type PayloadRequest } from 'payload'
import { now, nowMs } from '../../src/clock.ts'
import { asRequest } from '../../src/db/local-api.ts'
import { createKey, hashOfKey, shownPart } from '../../src/partners/key-format.ts'
import { changedKeys, isLive, keyAsked, type KeyChange, type KeyRefusal, LIVE_PER_TYPE } from '../../src/partners/stored-key.ts'
import { readUsage } from '../../src/partners/usage-rows.ts'
import { type Label, say } from '../shared/label.ts'
import { instantOf, rowsOf, textOf, textsOf } from '../shared/public-read.ts'
import { storedKeys } from './stored-keys.ts'

const collection = 'partner-sites'
const noted = 'partnerKeyChange'

const refusals: Readonly<Record<KeyRefusal, { status: number } & Label>> = {
  'too-many': { status: 409, vi: `Mỗi loại có nhiều nhất ${LIVE_PER_TYPE} khóa cùng hiệu lực: hãy thu hồi một khóa cũ trước.`, en: `There are at most ${LIVE_PER_TYPE} keys of a type that work: revoke an old one first.` },
  unknown: { status: 404, vi: 'Không có khóa này.', en: 'There is no such key.' },
  revoked: { status: 409, vi: 'Khóa này đã được thu hồi.', en: 'This key is revoked already.' },
}

/** Does with the keys what an endpoint has asked for. Nothing that a request says itself reaches them. */
export const changeKeys: CollectionBeforeChangeHook = ({ data, originalDoc, context, req }) => {
  const change = context[noted] as KeyChange | undefined
  if (!change) return data
  const keys = changedKeys({ keys: storedKeys(originalDoc ?? {}), change, now: now().toISOString() })
  if (typeof keys === 'string') throw new APIError(say({ req, ...refusals[keys] }), refusals[keys].status, undefined, true)
  return { ...data, keys }
}

const idOf = ({ routeParams }: PayloadRequest): string => String(routeParams?.['id'] ?? '')

// On behalf of the person: who may not change the partner site may do nothing with its keys.
const change = async ({ req, what }: { req: PayloadRequest; what: KeyChange }): Promise<void> => {
  await asRequest(req).update({ collection, id: idOf(req), data: {}, depth: 0, context: { [noted]: what } })
}

const make: Endpoint = {
  path: '/:id/keys',
  method: 'post',
  handler: async (req) => {
    const asked = keyAsked(await req.json?.().catch(() => null))
    if (!asked) throw new APIError(say({ req, vi: 'Hãy chọn loại khóa, phạm vi và thời hạn.', en: 'Choose a type, scopes and a term.' }), 400, undefined, true)
    const { type, scopes, lifeMs } = asked
    const key = createKey(type)
    const at = nowMs()
    await change({
      req,
      what: { add: { shown: shownPart(key), hash: hashOfKey(key), type, scopes, createdAt: new Date(at).toISOString(), expiresAt: lifeMs === null ? null : new Date(at + lifeMs).toISOString(), revokedAt: null } },
    })
    return Response.json({ key, shown: shownPart(key) }, { status: 201 })
  },
}

const revoke: Endpoint = {
  path: '/:id/keys/:shown/revoke',
  method: 'post',
  handler: async (req) => {
    await change({ req, what: { revoke: String(req.routeParams?.['shown'] ?? ''), at: now().toISOString() } })
    return Response.json({ revoked: true })
  },
}

const usage: Endpoint = {
  path: '/:id/usage',
  method: 'get',
  handler: async (req) => {
    const doc = await asRequest(req).findByID({ collection, id: idOf(req), depth: 0 })
    const { days, lastUsed } = await readUsage({ payload: req.payload, partner: String(doc.id) })
    const at = now().toISOString()
    const keys = rowsOf(doc as unknown as Record<string, unknown>, 'keys').map((row) => {
      const [shown, expiresAt, revokedAt] = [textOf(row, 'shown') ?? '', instantOf(row, 'expiresAt'), instantOf(row, 'revokedAt')]
      return { shown, type: textOf(row, 'type'), scopes: textsOf(row, 'scopes'), createdAt: instantOf(row, 'createdAt'), expiresAt, revokedAt, isLive: isLive({ expiresAt, revokedAt }, at), lastUsedAt: lastUsed.get(shown) ?? null }
    })
    return Response.json({ keys, days, lastSeen: [...lastUsed.values()].sort().at(-1) ?? null })
  },
}

/** What the panel of a partner site asks. Each does only what the person may do with the partner site itself. */
export const keyEndpoints: Endpoint[] = [make, revoke, usage]
