'use client'

import { Button, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { timeText } from './use-partner-site.ts'
import { useWebhooks } from './use-webhooks.ts'
import type { ShownAttempt } from './webhook-texts.ts'

/** The attempts of one delivery, with what the receiver said, and the button that sends it again. */
export const WebhookAttempts = () => {
  const { id, post, attempt, problem, say } = useWebhooks()
  const router = useRouter()
  const value = useFormFields(([fields]) => fields['attempts']?.value)
  const attempts = (Array.isArray(value) ? value : []) as ShownAttempt[]
  if (!id) return null
  const replay = () => attempt(async () => {
    await post(`/webhook-deliveries/${id}/replay`)
    router.refresh()
  })
  return (
    <section className="field-type ocop-press-panel" id="webhook-attempts">
      <h3>{say.attemptsTitle}</h3>
      {attempts.length > 0 && (
        <table>
          <thead><tr>{[say.at, say.answer, say.took, ''].map((head, at) => <th key={at}>{head}</th>)}</tr></thead>
          <tbody>
            {attempts.map(({ at, status, ms, said }, row) => <tr key={row}><td>{timeText(at)}</td><td>{status ?? say.noAnswer}</td><td>{`${ms} ms`}</td><td>{said}</td></tr>)}
          </tbody>
        </table>
      )}
      <div className="ocop-press-panel__row"><Button id="webhook-replay" margin={false} onClick={() => void replay()} size="small">{say.replay}</Button></div>
      {problem !== null && <p className="ocop-press-panel__problem" role="alert">{problem}</p>}
    </section>
  )
}
