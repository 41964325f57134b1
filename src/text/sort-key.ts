import { expandLatin } from './latin-expansions.ts'
import { nfc } from './nfc.ts'
import { distanceWeight, LEVEL_END, markWeight, primaryWeight } from './sort-weights.ts'

// Breve, circumflex and horn make letters of their own of these.
const OWN_LETTERS: ReadonlyMap<string, string> = new Map(
  [...'ăâêôơư'].map((letter) => [letter.normalize('NFD'), letter]),
)

// Marks that do not keep a later mark from joining the letter (canonical combining class below 230).
const STANDS_ASIDE = /[\u031B\u0323-\u0328\u032D\u032E\u0330\u0331\u0335\u0338]/

// JavaScript counts it as white space, the collator does not.
const BYTE_ORDER_MARK = '\uFEFF'

const IGNORED = /[\p{Cc}\p{Cf}]/u

const TYPOGRAPHIC: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
])

/** A sign as it counts: the same for its typographic forms, nothing for what does not print. */
const readSign = (sign: string): string => {
  if (sign !== BYTE_ORDER_MARK && /\s/.test(sign)) return ' '
  return IGNORED.test(sign) ? '' : (TYPOGRAPHIC.get(sign) ?? sign)
}

/** Joins a base letter with the mark that makes another letter of it; gives the letter and the marks that are left. */
const readLetter = ({ base, marks }: { base: string; marks: string[] }): { letter: string; rest: string[] } => {
  for (const [index, mark] of marks.entries()) {
    const letter = OWN_LETTERS.get(base + mark)
    if (letter !== undefined) return { letter, rest: marks.toSpliced(index, 1) }
    if (!STANDS_ASIDE.test(mark)) break
  }
  return { letter: base, rest: marks }
}

/** Collects the marked places of one level, each with its distance from the one before. */
const createLevel = () => {
  let key = ''
  let unmarked = 0
  return {
    pass: () => void unmarked++,
    mark: (weight = '') => {
      key += distanceWeight(unmarked) + weight
      unmarked = 0
    },
    key: () => key,
  }
}

/**
 * A key whose plain order (JavaScript `<`, SQLite BINARY, MongoDB's simple comparison) is that of
 * `Intl.Collator('vi')`: first the letters a ă â b c d đ e ê …, then the tones ngang, huyền, hỏi, ngã, sắc, nặng,
 * then lower before upper case. Equal for NFC and NFD. It agrees with the collator over Vietnamese letters, Latin
 * letters with or without foreign accents, digits, spaces and ASCII punctuation. Of the rest: every white space counts
 * as a space, curly quotes as straight ones, the eth as đ, control and format characters as nothing; compatibility forms
 * as what they stand for; other signs come before the digits and other letters after z, both by code point.
 *
 * Printable ASCII, about one character per letter and one or two per tone or capital. For comparing only: it shows
 * nothing readable, and it is stored, so that a change of the order means writing the stored keys again.
 */
export const sortKey = (text: string): string => {
  const secondary = createLevel()
  const tertiary = createLevel()
  let primary = ''
  for (const [, base = '', marks = ''] of expandLatin(nfc(text).normalize('NFKD')).matchAll(/(\P{M}?)(\p{M}*)/gsu)) {
    const plain = readSign(base)
    const lower = plain.toLowerCase()
    const { letter, rest } = readLetter({ base: lower, marks: [...marks] })
    if (letter !== '') {
      primary += primaryWeight(letter)
      secondary.pass()
      if (lower === plain) tertiary.pass()
      else tertiary.mark()
    }
    for (const mark of rest) secondary.mark(markWeight(mark))
  }
  return [primary, secondary.key(), tertiary.key()].join(LEVEL_END).replace(/!+$/, '')
}
