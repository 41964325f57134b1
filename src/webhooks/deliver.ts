import type { Payload } from 'payload'
import { Webhook } from 'standardwebhooks'
import { now as clock, nowMs } from '../clock.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { asSystem } from '../db/local-api.ts'
import { replayOnWriteConflict } from '../db/write-conflict.ts'
import { retryAfterOf } from '../outbox/purge.ts'
import { registerDelivery, type Topic } from '../outbox/topics.ts'
import { type DeliveryRow, type LoggedAttempt, webhookTopic } from './delivery.ts'
import { nextStep, type Reply, type Step } from './next-step.ts'
import { createPace } from './pace.ts'
import { ANSWER_MS, post } from './post.ts'
import { type Receiver, receiverById } from './receivers.ts'
import { standing, unseal, UnreadableSecretError } from './secrets.ts'

const HOUR_MS = 3_600_000
// What a receiver that is paused again and again has not been sent by then is given up.
const LONGEST_MS = 5 * 24 * HOUR_MS
const ATTEMPTS_KEPT = 30
const UNKNOWN_KEPT_MS = 7 * 24 * HOUR_MS

type Entry = { id: string; endpoint: string; messageId: string; at: string; body: string; state: string; round: number; tries: number; nextAt?: string | null; attempts?: unknown }
type State = 'delivered' | 'waiting' | 'failed' | 'cancelled'
type Reason = 'given-up' | 'gone' | 'off' | 'secret'

/** Signatures of all secrets that hold, the newest first (Standard Webhooks 1.0, "signature scheme"). */
const signaturesOf = ({ receiver: { secrets }, installation, id, at, body }: { receiver: Receiver; installation: string; id: string; at: Date; body: string }): string =>
  standing({ secrets, now: at.getTime() }).map(({ sealed }) => new Webhook(unseal({ sealed, installation })).sign(id, at, body)).join(' ')

const saidOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  return (code && !error.message.includes(code) ? `${error.message} (${code})` : error.message || String(code)).slice(0, 300)
}

/** Delivers messages to receivers, and writes down what came of each attempt. `allow`: `host:port` of receivers that may be anywhere. */
export const deliverWebhooks = ({ payload, installation, allow }: {
  payload: Payload
  /** The secret of the installation, under which those of receivers are stored. */
  installation: string
  allow: readonly string[]
}): void => {
  const pace = createPace()
  const write = async (work: Parameters<typeof inTransaction>[0]['work']): Promise<void> => void (await replayOnWriteConflict({ tries: 10, attempt: () => inTransaction({ payload, work }) }))

  const finish = ({ id }: Entry, data: { state: State; tries?: number; nextAt?: string | null; attempts?: unknown[]; reason?: Reason | null }) =>
    write((req) => asSystem(req).update({ collection: 'webhook-deliveries', id, data: { nextAt: null, reason: null, ...data } }))

  const disable = (receiver: Receiver) => write(async (req) => {
    await asSystem(req).update({ collection: 'webhook-endpoints', id: receiver.id, data: { active: false, disabled: { at: clock().toISOString(), reason: 'gone' } } })
  })

  const attempt = async ({ entry, receiver, signal }: { entry: Entry; receiver: Receiver; signal: AbortSignal }): Promise<{ reply: Reply; logged: LoggedAttempt }> => {
    const at = clock()
    const begun = performance.now()
    const logged = (status: number | null, said: string): LoggedAttempt => ({ at: at.toISOString(), status, ms: Math.round(performance.now() - begun), said })
    const headers = {
      'content-type': 'application/json; charset=utf-8', 'user-agent': 'OCOP-Press-Webhooks/1', 'webhook-id': entry.messageId, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signaturesOf({ receiver, installation, id: entry.messageId, at, body: entry.body }),
    }
    try {
      const { status, retryAfter, excerpt } = await post({ address: receiver.url, headers, body: entry.body, allow, signal })
      return { reply: { status, retryAfterMs: retryAfterOf({ text: retryAfter, now: nowMs() }) }, logged: logged(status, excerpt) }
    } catch (error) {
      // Ended with the process: that is no failure of the receiver.
      if (signal.aborted) throw error
      return { reply: { status: null, retryAfterMs: null }, logged: logged(null, saidOf(error)) }
    }
  }

  const note = async ({ entry, receiver, step, logged, tries }: { entry: Entry; receiver: Receiver; step: Step; logged: LoggedAttempt; tries: number }): Promise<ReturnType<Topic['deliver']>> => {
    const attempts = [...((entry.attempts ?? []) as LoggedAttempt[]), logged].slice(-ATTEMPTS_KEPT)
    if (step.state === 'waiting') {
      await finish(entry, { state: 'waiting', tries, attempts, nextAt: new Date(nowMs() + step.afterMs).toISOString() })
      return { retryAfterMs: step.afterMs, reason: logged.status === null ? logged.said : `The receiver answered ${logged.status}` }
    }
    if (step.state === 'gone') await disable(receiver)
    const reason = step.state === 'gone' ? 'gone' : step.state === 'failed' ? 'given-up' : null
    await finish(entry, { state: step.state === 'delivered' ? 'delivered' : 'failed', tries, attempts, reason })
    if (step.state === 'failed') payload.logger.error({ msg: 'A message to a receiver was given up', receiver: receiver.name, delivery: entry.id, tries })
    if (step.state === 'gone') payload.logger.warn({ msg: 'A receiver says that it is gone, and gets no more messages', receiver: receiver.name })
  }

  const deliver: Topic['deliver'] = async ({ rows: [row], signal }) => {
    const { delivery, round } = row?.body as DeliveryRow
    // The worker reads its own log: nobody has asked for it.
    const entry = (await payload.findByID({ collection: 'webhook-deliveries', id: delivery, overrideAccess: true, disableErrors: true, depth: 0 })) as Entry | null
    // Delivered already, or left over from before it was sent again.
    if (!entry || entry.state !== 'waiting' || entry.round !== round) return
    const receiver = await receiverById({ payload, id: entry.endpoint })
    if (!receiver?.active) return finish(entry, { state: 'cancelled', reason: 'off' })
    const now = nowMs()
    const early = Date.parse(entry.nextAt ?? '') - now
    if (early > 0) return { retryAfterMs: early, reason: 'It is not due yet' }
    if (now - Date.parse(row?.created ?? '') > LONGEST_MS) return finish(entry, { state: 'failed', reason: 'given-up' })
    const pauseMs = pace.pauseMs({ endpoint: receiver.id, now })
    if (pauseMs > 0) return { retryAfterMs: pauseMs, reason: 'The receiver is left alone for a while' }
    const made = await attempt({ entry, receiver, signal }).catch((error: unknown) => {
      if (error instanceof UnreadableSecretError) return error
      throw error
    })
    if (made instanceof UnreadableSecretError) {
      payload.logger.error({ err: made, msg: 'A message could not be signed', receiver: receiver.name })
      return finish(entry, { state: 'failed', reason: 'secret' })
    }
    const { reply, logged } = made
    const tries = entry.tries + 1
    const step = nextStep({ reply, tries })
    pace.note({ endpoint: receiver.id, now: nowMs(), reply, succeeded: step.state === 'delivered' })
    return note({ entry, receiver, step, logged, tries })
  }

  registerDelivery({
    payload,
    topic: webhookTopic,
    // When it is tried again, and whether, is said of each attempt by what came of it; this is for what fails before there is one.
    schedule: { delays: [1_000, 5_000, 60_000, 600_000], forMs: UNKNOWN_KEPT_MS, jitter: 0.2 },
    timeLimitMs: ANSWER_MS + 10_000,
    deliver,
  })
}
