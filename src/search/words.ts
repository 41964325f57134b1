import { fold } from '../text/fold.ts'
import { nfc } from '../text/nfc.ts'

/** A word of a text, with its place in UTF-16 units. */
export interface Word {
  /** As it stands in the text. */
  text: string
  start: number
  end: number
  /** In lower case and NFC: what is indexed. */
  term: string
  /** Without marks: what is compared when accents do not matter. */
  fold: string
}

/** Of a longer word only the beginning counts. */
const LENGTH_MAX = 48

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** What is known of words as they were met. A language has not so many; what is beyond is forgotten and found out again. */
const known = new Map<string, Pick<Word, 'term' | 'fold'>>()
const KNOWN_MAX = 50_000

const read = (word: string): Pick<Word, 'term' | 'fold'> => {
  const met = known.get(word)
  if (met) return met
  const term = nfc(word).toLowerCase()
  // Compatibility forms can fold to several words, or to signs.
  const made = { term, fold: fold(term).replace(/[^\p{L}\p{N}]+/gu, '') }
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(word, made)
  return made
}

/**
 * The words of a text as Vietnamese is written: every syllable is one, and so is every number; signs divide. Words that are nothing
 * without their marks are left out.
 */
export const wordsIn = (text: string): Word[] => {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const { term, fold: plain } = read(word.slice(0, LENGTH_MAX))
    if (plain !== '') words.push({ text: word, start: index, end: index + word.length, term, fold: plain })
  }
  return words
}

/** The words of a text without marks, each between spaces, so that a phrase is found as a part: ` mien dong na ri `. */
export const foldedLine = (words: readonly Pick<Word, 'fold'>[]): string => ` ${words.map((word) => word.fold).join(' ')} `

/** The words of a text as the index takes them, with a space between. */
export const termsOf = (text: string): string => wordsIn(text).map(({ term }) => term).join(' ')
