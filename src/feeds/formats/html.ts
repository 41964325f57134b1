import { escapeHtml } from '../../../collections/shared/public-body-parts.ts'
import type { FeedItem } from '../feed-item.ts'

/** The summary as HTML, for formats whose summaries are HTML. */
export const summaryHtml = ({ summary }: FeedItem): string | undefined => (summary === null ? undefined : escapeHtml(summary).replaceAll('\n', '<br>'))

/** The stars in words, as they may be shown today. Null without any. */
export const starsText = ({ product }: FeedItem): string | null => {
  const { stars = null, through = null } = product?.certification ?? {}
  if (stars === null) return null
  const [year, month] = (through ?? '').split('-')
  return `OCOP ${stars} sao${year && month ? `, có hiệu lực đến ${month}/${year}` : ''}`
}

/** All there is to read of an item as HTML; the summary where there is no text. */
export const contentHtml = (item: FeedItem): string | undefined => {
  const stars = starsText(item)
  const body = item.html ?? (summaryHtml(item) === undefined ? undefined : `<p>${summaryHtml(item)}</p>`)
  if (stars === null) return body
  return `<p><strong>${escapeHtml(stars)}</strong></p>${body ?? ''}`
}
