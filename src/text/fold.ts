import { expandLatin } from './latin-expansions.ts'
import { nfc } from './nfc.ts'

/**
 * A text without marks, variants and case, for finding what was typed without accents: `Đặc sản` → `dac san`.
 * đ, Đ and the eth taken for it become d; ² becomes 2. Words, spaces and punctuation stay. Folding twice changes nothing.
 */
export const fold = (text: string): string =>
  expandLatin(nfc(text).normalize('NFKD'))
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .normalize('NFC')
