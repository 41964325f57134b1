import type { Thing, WebhookEvent } from './event.ts'

interface Happened {
  /** As the public saw it until now; null when it did not. */
  before: Thing | null
  /** As the public sees it from now on; null when it does not. */
  after: Thing | null
  /** Why it is gone, when the public is told. */
  gone: 'RETRACTED' | 'LEGAL' | null
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

/** The public fields that differ, in the order of their names. What begins with `_` is not public. */
export const changedFields = ({ before, after }: { before: Thing; after: Thing }): string[] => {
  const names = new Set([...Object.keys(before.data), ...Object.keys(after.data)].filter((name) => !name.startsWith('_')))
  const fields = [...names].filter((name) => differs(before.data[name], after.data[name]))
  const certified = before.stars !== after.stars || before.starsThrough !== after.starsThrough
  return [...fields, ...(certified ? ['certification'] : [])].sort()
}

const reasons = { RETRACTED: 'retracted', LEGAL: 'legal' } as const

/**
 * What partners have to be told of one decision. Nothing for what the public neither saw nor sees, and nothing for a change of which it
 * sees nothing. An article that is taken away is `article.retracted`, whatever the reason: who shows it has to take it down.
 */
export const eventsOf = ({ before, after, gone }: Happened): WebhookEvent[] => {
  if (!before && !after) return []
  if (before && !after) {
    return before.kind === 'product'
      ? [{ type: 'product.withdrawn', thing: before, changed: [] }]
      : [{ type: 'article.retracted', thing: before, changed: [], reason: gone ? reasons[gone] : 'unpublished' }]
  }
  if (!before && after) return [{ type: `${after.kind}.published`, thing: after, changed: [] }]
  if (!before || !after) return []
  const changed = changedFields({ before, after })
  if (changed.length === 0) return []
  return [{ type: after.kind === 'article' && changed.includes('corrections') ? 'article.corrected' : `${after.kind}.updated`, thing: after, changed }]
}
