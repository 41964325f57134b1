import type { Endpoint } from 'payload'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { asRequest } from '../../src/db/local-api.ts'
import { sendAgain } from '../../src/webhooks/delivery.ts'

/** Sends a message again. It asks for the right to change its receiver. */
const replay: Endpoint = {
  path: '/:id/replay',
  method: 'post',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    await inTransaction({
      payload: req.payload,
      req,
      work: async () => {
        const { endpoint, round } = await asRequest(req).findByID({ collection: 'webhook-deliveries', id, depth: 0 })
        await asRequest(req).update({ collection: 'webhook-endpoints', id: endpoint, data: {}, depth: 0 })
        await sendAgain({ req, delivery: { id, endpoint, round } })
      },
    })
    return Response.json({ doc: { id } }, { status: 202 })
  },
}

export const deliveryEndpoints: Endpoint[] = [replay]
