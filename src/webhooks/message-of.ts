import type { Message, WebhookEvent } from './event.ts'

/** Addresses of a thing: its page on the reader site, and where the public API answers it. */
export interface Addresses {
  url: string
  api: string
}

/** The stars that hold on a Hanoi day; null when none do. */
const starsOn = ({ stars, starsThrough }: WebhookEvent['thing'], today: string): number | null => (stars !== null && starsThrough !== null && starsThrough >= today ? stars : null)

/** The message of an event: what it is about and where to read it. `today` is a Hanoi day. */
export const messageOf = ({ event: { type, thing, changed, reason, certificate }, addresses, timestamp, today }: { event: WebhookEvent; addresses: Addresses; timestamp: string; today: string }): Message => {
  const { kind, id, slug, number, data } = thing
  const stars = starsOn(thing, today)
  const named = kind === 'product' ? { name: data['name'] ?? null, stars, starsThrough: stars === null ? null : thing.starsThrough } : { title: data['title'] ?? null }
  return {
    type,
    timestamp,
    data: { kind, id, slug, number, ...named, ...addresses, changed, ...(reason ? { reason } : {}), ...(certificate ? { certificate } : {}) },
  }
}

/** What the log calls it. */
export const aboutOf = ({ thing: { id, data } }: Pick<WebhookEvent, 'thing'>): string => String(data['name'] ?? data['title'] ?? id).slice(0, 300)
