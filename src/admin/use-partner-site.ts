'use client'

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

export type ShownKey = { shown: string; type: 'publishable' | 'secret'; scopes: string[]; createdAt: string; expiresAt: string | null; revokedAt: string | null; isLive: boolean; lastUsedAt: string | null }
export type PartnerReport = { keys: ShownKey[]; days: { day: string; feed: string; format: string; requests: number; errors: number }[]; lastSeen: string | null }

/** Told when keys have changed, so that both panels of the page show the same. */
export const CHANGED = 'ocop-press-partner-keys'

/** What the server knows of the keys and the usage of the partner site on this page. */
export const usePartnerSite = () => {
  const { id } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const { i18n } = useTranslation()
  const [report, setReport] = useState<PartnerReport | null>(null)
  const address = id === undefined ? null : `${routes.api}/partner-sites/${id}`

  const load = useCallback(async () => {
    if (!address) return
    const response = await fetch(`${address}/usage`, { credentials: 'same-origin' })
    if (response.ok) setReport((await response.json()) as PartnerReport)
  }, [address])

  useEffect(() => {
    const again = () => void load()
    again()
    window.addEventListener(CHANGED, again)
    return () => window.removeEventListener(CHANGED, again)
  }, [load])

  /** Asks for a change. @throws Error with what the server says when it refuses. */
  const post = async (path: string, body: object = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(`${address}${path}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown> & { errors?: { message?: string }[] }
    if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? String(response.status))
    window.dispatchEvent(new Event(CHANGED))
    return answer
  }

  return { address, report, post, isEnglish: i18n.language === 'en' }
}

const time = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** An instant for people, in Hanoi. */
export const timeText = (instant: string | null): string => (instant === null ? '—' : time.format(new Date(instant)))
