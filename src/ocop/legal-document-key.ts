import { toneKey } from '../text/tone-key.ts'
import type { Day } from './day.ts'
import { normalizeDocumentNumber } from './document-number.ts'

// Issuers stand abbreviated and written out in the same list.
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})UBND(?!\p{L})/giu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})HĐND(?!\p{L})/giu, 'Hội đồng nhân dân'],
  [/(?<!\p{L})TTg(?!\p{L})/giu, 'Thủ tướng Chính phủ'],
]

/**
 * The identity of a legal document: number, issuer and date together, for the same number recurs every year and in every
 * province (148/QĐ-TTg is also a seaport decision of 16/01/2025). It does not see spaces, case, Unicode form, the place
 * of tone marks, zeros before the serial number, or whether the issuer is abbreviated. For comparing, not for showing.
 */
export const legalDocumentKey = ({ number, issuer, date }: { number: string; issuer: string; date: Day | null }): string => {
  const serialised = normalizeDocumentNumber(number).replace(/^0+(?=\d)/, '')
  const writtenOut = abbreviations.reduce((name, [short, full]) => name.replace(short, full), issuer.normalize('NFC'))
  return [serialised, writtenOut.replace(/\s+/gu, ' ').trim(), date ?? ''].map(toneKey).join('|')
}
