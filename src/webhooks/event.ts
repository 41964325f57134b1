/** What partners can be told of. Names as Standard Webhooks 1.0 has them: parts joined by dots. */
export const eventTypes = [
  'product.published', 'product.updated', 'product.withdrawn',
  'certificate.expiring', 'certificate.expired',
  'article.published', 'article.updated', 'article.corrected', 'article.retracted',
] as const
export type EventType = (typeof eventTypes)[number]

/** What a member of the staff sends to see whether a receiver works. */
export const testEventType = 'webhook.test'

/** Days before the end of a certificate on which partners are told of it. */
export const expiringDays = [180, 90, 30] as const

/** A row of the store, before or after a change, in what events need of it. */
export interface Thing {
  kind: 'product' | 'article'
  id: string
  slug: string | null
  number: number | null
  stars: number | null
  starsThrough: string | null
  /** The projected fields, the heavy ones included. */
  data: Readonly<Record<string, unknown>>
}

/** Something that happened to a thing, before anyone is asked who wants to hear of it. */
export interface WebhookEvent {
  type: EventType
  thing: Thing
  /** Fields of the public API that say something else than before; empty for what is new or gone. */
  changed: readonly string[]
  /** Why an article is gone. */
  reason?: 'retracted' | 'legal' | 'unpublished'
  /** The certificate that ends. */
  certificate?: { id: string; stars: number; lastDay: string; daysLeft: number }
}

/** The body of a message (Standard Webhooks 1.0, "payload structure"): thin, what has changed is read at `api`. */
export interface Message {
  type: EventType | typeof testEventType
  /** When it happened, ISO 8601. */
  timestamp: string
  data: Readonly<Record<string, unknown>>
}
