import type { Query } from './analyse-query.ts'
import { fitOf } from './fit-of.ts'
import { type Word, wordsIn } from './words.ts'

/** A part of a text. All parts joined are the text, unchanged and unescaped. */
export interface Fragment {
  text: string
  /** Whether it is what was asked for. */
  isMatch: boolean
}

/** Whether a word is the next one after a marked one. */
const follows = ({ words, at, marked }: { words: readonly Word[]; at: number; marked: ReadonlySet<Word> }): boolean => {
  const before = words[at - 1]
  return before !== undefined && marked.has(before)
}

/**
 * For one word asked for: the words of the text that fit it best. Where accents were typed and stand there, other readings are left alone;
 * where the word stands whole, words that begin with it; and where a beginning goes on after what is marked, other beginnings.
 */
const bestFits = ({ words, token, isAccented, forgiving, marked }: { words: readonly Word[]; token: Query['tokens'][number]; isAccented: boolean; forgiving: boolean; marked: ReadonlySet<Word> }): Word[] => {
  const fitting = words.flatMap((word, at) => {
    const found = fitOf({ token, word, forgiving })
    return found ? [{ word, at, ...found }] : []
  })
  const preferring = (holds: (one: (typeof fitting)[number]) => boolean) => (ones: typeof fitting) => (ones.some(holds) ? ones.filter(holds) : ones)
  const asTyped = isAccented ? preferring(({ isExact }) => isExact)(fitting) : fitting
  const whole = preferring(({ fit }) => fit === 'exact' || fit === 'folded')(asTyped)
  return preferring(({ at, fit }) => fit !== 'prefix' || follows({ words, at, marked }))(whole).map(({ word }) => word)
}

/**
 * A text in parts, with what was asked for marked; null when nothing of it is there. Neighbouring words that match, with the space
 * between them, are one part. The parts are plain text: whoever prints them escapes them.
 */
export const highlight = ({ text, query: { tokens, isAccented }, forgiving = false }: { text: string; query: Query; forgiving?: boolean }): Fragment[] | null => {
  const words = wordsIn(text)
  const marked = new Set<Word>()
  for (const token of tokens) for (const word of bestFits({ words, token, isAccented, forgiving, marked })) marked.add(word)
  if (marked.size === 0) return null
  const ranges: { start: number; end: number }[] = []
  for (const { start, end } of words.filter((word) => marked.has(word))) {
    const last = ranges.at(-1)
    if (last && /^\s+$/u.test(text.slice(last.end, start))) last.end = end
    else ranges.push({ start, end })
  }
  const fragments: Fragment[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (start > at) fragments.push({ text: text.slice(at, start), isMatch: false })
    fragments.push({ text: text.slice(start, end), isMatch: true })
    at = end
  }
  if (at < text.length) fragments.push({ text: text.slice(at), isMatch: false })
  return fragments
}
