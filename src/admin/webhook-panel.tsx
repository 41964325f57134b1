'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { timeText } from './use-partner-site.ts'
import { useWebhooks } from './use-webhooks.ts'
import { WebhookSecret } from './webhook-secret.tsx'
import type { ShownDelivery } from './webhook-texts.ts'

const SHOWN = 20

/** What a receiver was sent last, with what it answered; sends a test, and what was sent again. */
export const WebhookPanel = () => {
  const { id, adminRoute, ask, post, attempt, problem, say } = useWebhooks()
  const [deliveries, setDeliveries] = useState<ShownDelivery[] | null>(null)

  const load = async (): Promise<void> => {
    const { docs } = await ask(`/webhook-deliveries?where[endpoint][equals]=${id}&sort=-at&limit=${SHOWN}&depth=0`)
    setDeliveries(docs as ShownDelivery[])
  }
  useEffect(() => {
    if (id) void attempt(load)
    // Of one document only: the functions are new at each rendering.
  }, [id])
  if (!id) return null

  const sendTest = () => attempt(async () => {
    await post(`/webhook-endpoints/${id}/test`)
    await load()
  })
  const replay = (delivery: string) => attempt(async () => {
    await post(`/webhook-deliveries/${delivery}/replay`)
    await load()
  })
  return (
    <>
      <WebhookSecret />
      <section className="field-type ocop-press-panel" id="webhook-log">
        <h3>{say.logTitle}</h3>
        <div className="ocop-press-panel__row">
          <Button id="webhook-test" margin={false} onClick={() => void sendTest()} size="small">{say.test}</Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => void attempt(load)} size="small">{say.refresh}</Button>
          <a href={`${adminRoute}/collections/webhook-deliveries?where[or][0][and][0][endpoint][equals]=${id}`}>{say.all}</a>
        </div>
        {problem !== null && <p className="ocop-press-panel__problem" role="alert">{problem}</p>}
        {deliveries?.length === 0 && <p>{say.none}</p>}
        {deliveries !== null && deliveries.length > 0 && (
          <table>
            <thead><tr>{[say.at, say.event, say.about, say.state, say.tries, say.answer, say.next, ''].map((head, at) => <th key={at}>{head}</th>)}</tr></thead>
            <tbody>
              {deliveries.map(({ id: delivery, at, type, about, state, tries, nextAt = null, attempts }) => {
                const last = attempts?.at(-1)
                return (
                  <tr key={delivery}>
                    <td><a href={`${adminRoute}/collections/webhook-deliveries/${delivery}`}>{timeText(at)}</a></td>
                    <td><code>{type}</code></td>
                    <td>{about}</td>
                    <td>{say.states[state]}</td>
                    <td>{tries}</td>
                    <td title={last?.said}>{last ? `${last.status ?? say.noAnswer} (${last.ms} ms)` : '—'}</td>
                    <td>{timeText(nextAt)}</td>
                    <td><Button buttonStyle="secondary" margin={false} onClick={() => void replay(delivery)} size="small">{say.replay}</Button></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}
