import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { now } from '../../src/clock.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { asRequest } from '../../src/db/local-api.ts'
import { messageId, sendLater } from '../../src/webhooks/delivery.ts'
import { testEventType } from '../../src/webhooks/event.ts'
import { receiverById } from '../../src/webhooks/receivers.ts'
import { makeSecret, seal, unseal } from '../../src/webhooks/secrets.ts'
import { say } from '../shared/label.ts'
import { notedSecret, type SecretChange } from './secrets.ts'

const collection = 'webhook-endpoints'

const idOf = ({ routeParams }: PayloadRequest): string => String(routeParams?.['id'] ?? '')

// On behalf of the person: who may not change the receiver may do nothing with its secret.
const change = async (req: PayloadRequest, what: SecretChange): Promise<void> => {
  await asRequest(req).update({ collection, id: idOf(req), data: {}, depth: 0, context: { [notedSecret]: what } })
}

const secretToShow = async (req: PayloadRequest): Promise<string> => {
  const asked = ((await req.json?.().catch(() => null)) ?? {}) as { rotate?: unknown }
  const installation = req.payload.config.secret
  if (asked.rotate === true) {
    const secret = makeSecret()
    await change(req, { sealed: seal({ secret, installation }) })
    return secret
  }
  await change(req, { show: true })
  const receiver = await receiverById({ payload: req.payload, id: idOf(req) })
  return unseal({ sealed: receiver?.secrets[0]?.sealed ?? '', installation })
}

/** Shows the first secret, once, or with `rotate` makes another one and shows that; the one before it goes on for a day. */
const secret: Endpoint = {
  path: '/:id/secret',
  method: 'post',
  handler: async (req) => Response.json({ secret: await secretToShow(req) }, { headers: { 'cache-control': 'no-store' } }),
}

/** Sends a test message, whatever the receiver wants to hear of. */
const test: Endpoint = {
  path: '/:id/test',
  method: 'post',
  handler: async (req) => {
    const id = await inTransaction({
      payload: req.payload,
      req,
      work: async () => {
        const doc = await asRequest(req).update({ collection, id: idOf(req), data: {}, depth: 0 })
        if (!doc.active) throw new APIError(say({ req, vi: 'Điểm nhận đang tắt: hãy bật trước khi gửi thử.', en: 'The receiver is off: switch it on before sending a test.' }), 409, undefined, true)
        const message = { type: testEventType, timestamp: now().toISOString(), data: { receiver: doc.name } } as const
        return sendLater({ req, endpoint: { id: String(doc.id), name: doc.name }, id: messageId(), message, about: say({ req, vi: 'Gửi thử', en: 'Test' }) })
      },
    })
    return Response.json({ doc: { id } }, { status: 201 })
  },
}

/** What the panel of a receiver asks. Each does only what the person may do with the receiver itself. */
export const webhookEndpoints: Endpoint[] = [secret, test]
