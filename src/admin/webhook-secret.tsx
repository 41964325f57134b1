'use client'

import { Button, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'
import { useWebhooks } from './use-webhooks.ts'

/** The secret of a receiver: shown once, and changed. */
export const WebhookSecret = () => {
  const { id, post, attempt, problem, say } = useWebhooks()
  const wasShown = useFormFields(([fields]) => fields['secretShown']?.value === true)
  const [secret, setSecret] = useState<string | null>(null)
  const [isShown, setShown] = useState(false)
  const [isCopied, setCopied] = useState(false)
  if (!id) return null

  const ask = (rotate: boolean) => attempt(async () => {
    if (rotate && !window.confirm(say.sure)) return
    const answer = await post(`/webhook-endpoints/${id}/secret`, { rotate })
    setCopied(false)
    setShown(true)
    setSecret(String(answer['secret']))
  })
  return (
    <section className="field-type ocop-press-panel" id="webhook-secret">
      <h3>{say.secretTitle}</h3>
      {secret !== null && (
        <div className="ocop-press-panel__once" role="status">
          <p>{say.once}</p>
          <input aria-label={say.secretTitle} id="webhook-secret-shown" onFocus={({ target }) => target.select()} readOnly value={secret} />
          <div className="ocop-press-panel__row">
            <Button margin={false} onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))} size="small">{isCopied ? say.copied : say.copy}</Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => setSecret(null)} size="small">{say.close}</Button>
          </div>
        </div>
      )}
      <div className="ocop-press-panel__row">
        {!wasShown && !isShown && <Button id="webhook-secret-show" margin={false} onClick={() => void ask(false)} size="small">{say.show}</Button>}
        <Button buttonStyle="secondary" id="webhook-secret-rotate" margin={false} onClick={() => void ask(true)} size="small">{say.rotate}</Button>
      </div>
      {problem !== null && <p className="ocop-press-panel__problem" role="alert">{problem}</p>}
      <p className="field-description">{say.secretHelp}</p>
    </section>
  )
}
