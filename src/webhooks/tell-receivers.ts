import type { PayloadRequest } from 'payload'
import { now, today } from '../clock.ts'
import { addressOf } from '../published/answer/address.ts'
import { moment } from '../published/moment.ts'
import { storeOf } from '../published/store.ts'
import { messageId, sendLater } from './delivery.ts'
import type { WebhookEvent } from './event.ts'
import { aboutOf, type Addresses, messageOf } from './message-of.ts'
import { places } from './places.ts'
import { type Receiver, wishOf } from './receivers.ts'
import { isWanted } from './wanted.ts'

const apiNames = { product: 'products', article: 'articles' } as const

const addressesOf = async ({ req, thing }: { req: PayloadRequest; thing: WebhookEvent['thing'] }): Promise<Addresses> => {
  const [settings = null] = (await (await storeOf(req.payload)).many({ refs: [{ kind: 'siteSettings', id: 'site-settings' }], moment: moment() })).values()
  return { url: addressOf({ row: thing, settings, siteUrl: places.siteUrl }), api: `${places.origin}/v1/${apiNames[thing.kind]}/id:${encodeURIComponent(thing.id)}` }
}

/** Writes, in the transaction of the request, what each receiver that wants it is to be sent of an event. */
export const tellReceivers = async ({ req, event, receivers }: { req: PayloadRequest; event: WebhookEvent; receivers: readonly Receiver[] }): Promise<void> => {
  const asked = receivers.filter(({ events }) => events.includes(event.type))
  if (asked.length === 0) return
  const message = messageOf({ event, addresses: await addressesOf({ req, thing: event.thing }), timestamp: now().toISOString(), today: today() })
  const id = messageId()
  for (const receiver of asked) {
    if (!isWanted({ wish: await wishOf({ payload: req.payload, receiver }), type: event.type, thing: event.thing })) continue
    await sendLater({ req, endpoint: receiver, id, message, about: aboutOf(event) })
  }
}
