import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { nowMs } from '../clock.ts'
import { asSystem } from '../db/local-api.ts'
import { enqueue } from '../outbox/enqueue.ts'
import type { Message } from './event.ts'

export const webhookTopic = 'webhook'

/** The row of the outbox: which delivery, and which round of it. A replay is a new round; what is left of an earlier one is dropped. */
export interface DeliveryRow {
  delivery: string
  round: number
}

/** One attempt as the log keeps it. `status` null: there was no answer. */
export interface LoggedAttempt {
  at: string
  status: number | null
  ms: number
  /** The beginning of the answer, or why there was none. */
  said: string
}

/** Deliveries to one receiver that go on beside each other. */
const LANES = 2
const laneOf = (): number => Math.floor(Math.random() * LANES)

/** The identity of a message (header `webhook-id`): the same at each attempt and for all who get it. */
export const messageId = (): string => `msg_${randomBytes(18).toString('base64url')}`

const hand = ({ req, endpoint, row }: { req: PayloadRequest; endpoint: string; row: DeliveryRow }) => enqueue({ req, topic: webhookTopic, key: `${endpoint}/${laneOf()}`, body: row })

/** Writes, in the transaction of the request, that a receiver is to be sent a message. Gives the id of the entry in the log. */
export const sendLater = async ({ req, endpoint, id, message, about }: {
  req: PayloadRequest
  endpoint: { id: string; name: string }
  /** Header `webhook-id`. */
  id: string
  message: Message
  /** What it is about, as people call it. */
  about: string
}): Promise<string> => {
  const made = await asSystem(req).create({
    collection: 'webhook-deliveries',
    data: {
      endpoint: endpoint.id, receiver: endpoint.name, messageId: id, type: message.type, about, at: message.timestamp, body: JSON.stringify(message), state: 'waiting', round: 1, tries: 0, attempts: [],
    },
  })
  await hand({ req, endpoint: endpoint.id, row: { delivery: String(made.id), round: 1 } })
  return String(made.id)
}

/** Sends a message again with the same id, at once and with all its attempts, whatever became of it before. */
export const sendAgain = async ({ req, delivery: { id, endpoint, round } }: { req: PayloadRequest; delivery: { id: string; endpoint: string; round: number } }): Promise<void> => {
  await asSystem(req).update({ collection: 'webhook-deliveries', id, data: { state: 'waiting', round: round + 1, tries: 0, nextAt: new Date(nowMs()).toISOString() } })
  await hand({ req, endpoint, row: { delivery: id, round: round + 1 } })
}
