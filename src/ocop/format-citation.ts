import { formatDay } from '../text/format-day.ts'
import { nfc } from '../text/nfc.ts'
import type { Day } from './day.ts'
import { type DocumentKind, documentKindOf, normalizeDocumentNumber } from './document-number.ts'

/** The kinds of documents in Vietnamese, as a citation begins. */
export const documentKindNames: Readonly<Record<DocumentKind, string>> = {
  decision: 'Quyết định',
  resolution: 'Nghị quyết',
  law: 'Luật',
  decree: 'Nghị định',
  circular: 'Thông tư',
  plan: 'Kế hoạch',
  directive: 'Chỉ thị',
  notice: 'Thông báo',
  report: 'Báo cáo',
  other: 'Văn bản',
}

/**
 * A legal document as a Vietnamese article cites it in full: `Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng
 * Chính phủ`. Without `kind` the number tells it; a date that is not known is left out.
 */
export const formatCitation = ({ number, issuer, date, kind }: {
  number: string
  issuer: string
  date: Day | null
  kind?: DocumentKind
}): string =>
  [
    documentKindNames[kind ?? documentKindOf(number) ?? 'other'],
    `số ${normalizeDocumentNumber(number)}`,
    date && `ngày ${formatDay(date)}`,
    `của ${nfc(issuer).replace(/\s+/gu, ' ').trim()}`,
  ].filter(Boolean).join(' ')
