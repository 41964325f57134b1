'use client'

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { webhookTexts } from './webhook-texts.ts'

/** What the panels of receivers and of their log share: the document on this page, asking the server, and saying what it refuses. */
export const useWebhooks = () => {
  const { id } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const { i18n } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)

  const ask = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(`${routes.api}${path}`, { credentials: 'same-origin', ...init })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown> & { errors?: { message?: string }[] }
    if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? String(response.status))
    return answer
  }
  const post = (path: string, body: object = {}) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null)
    await work().catch((error: Error) => setProblem(error.message))
  }
  return { id: id === undefined ? null : String(id), adminRoute: routes.admin, ask, post, attempt, problem, say: webhookTexts[i18n.language === 'en' ? 'en' : 'vi'] }
}
