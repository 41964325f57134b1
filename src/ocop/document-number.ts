import { nfc } from '../text/nfc.ts'

/** What a legal document can be, as the newsroom files it. */
export const documentKinds = [
  'decision', 'resolution', 'law', 'decree', 'circular', 'plan', 'directive', 'notice', 'report', 'other',
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** A document number in its parts. */
export type DocumentNumber = {
  /** As printed: `263`, `05`. */
  serial: string
  /** Only legal norms carry their year: `26/2026/QĐ-TTg`. */
  year: number | null
  /** The abbreviated type, `QĐ`; null where the number has none: `126/2025/QH15`. */
  type: string | null
  /** The abbreviated issuer: `TTg`, `UBND`, `QH15`. */
  issuer: string
}

// Abbreviations of Decree 30/2020/NĐ-CP, annex III, as far as the domain meets them.
const kindsByType: Readonly<Record<string, DocumentKind>> = {
  QĐ: 'decision', NQ: 'resolution', NĐ: 'decree', TT: 'circular', KH: 'plan', CT: 'directive', TB: 'notice', BC: 'report',
}

/**
 * A document number in its one written form: NFC, no spaces, no leading `Số`, plain hyphens, `Đ` for the eth that looks
 * like it: `Số: 263 / QÐ–TTg` → `263/QĐ-TTg`.
 */
export const normalizeDocumentNumber = (number: string): string =>
  nfc(number)
    .replace(/\s+/gu, '')
    .replace(/^số:?/iu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')

/**
 * Reads a document number: `<serial>[/<year>]<separator>[<type><separator>]<issuer>`, where a separator is `/` or `-`:
 * `263/QĐ-TTg`, `26/2026/QĐ-TTg`, `23-NQ/TU`, `126/2025/QH15`. Null when it is none.
 */
export const parseDocumentNumber = (number: string): DocumentNumber | null => {
  const match = /^(\d+\p{L}?)(?:\/((?:19|20)\d{2}))?[/-](?:(\p{L}+)[/-])?(\p{L}[\p{L}\d]*(?:[/-]\p{L}[\p{L}\d]*)*)$/u
    .exec(normalizeDocumentNumber(number))
  if (!match) return null
  const [, serial = '', year, type = null, issuer = ''] = match
  return { serial, year: year ? Number(year) : null, type, issuer }
}

/** The kind of document that a number tells, or null when it tells none (the National Assembly's laws and resolutions). */
export const documentKindOf = (number: string): DocumentKind | null =>
  kindsByType[parseDocumentNumber(number)?.type?.toUpperCase() ?? ''] ?? null
