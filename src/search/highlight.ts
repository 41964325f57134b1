import type { Query } from './analyse-query.ts'
import { fitOf } from './fit-of.ts'
import { type Word, wordsIn } from './words.ts'

/** A part of a text. All parts joined are the text, unchanged and unescaped. */
export interface Fragment {
  text: string
  /** Whether it is what was asked for. */
  isMatch: boolean
}

const order = { exact: 0, folded: 1, prefix: 2, typo: 3 } as const

/** For one word asked for: the words of the text that fit it best. Where accents were typed and stand there, the other readings are left alone. */
const bestFits = ({ words, token, isAccented, forgiving }: { words: readonly Word[]; token: Query['tokens'][number]; isAccented: boolean; forgiving: boolean }): Word[] => {
  const fitting = words.flatMap((word) => {
    const found = fitOf({ token, word, forgiving })
    return found ? [{ word, found }] : []
  })
  const asTyped = isAccented ? fitting.filter(({ found }) => found.isExact) : []
  const chosen = asTyped.length > 0 ? asTyped : fitting
  const hasWhole = chosen.some(({ found }) => order[found.fit] <= order.folded)
  return chosen.filter(({ found }) => !hasWhole || order[found.fit] <= order.folded).map(({ word }) => word)
}

/**
 * A text in parts, with what was asked for marked; null when nothing of it is there. Neighbouring words that match, with the space
 * between them, are one part. The parts are plain text: whoever prints them escapes them.
 */
export const highlight = ({ text, query: { tokens, isAccented }, forgiving = false }: { text: string; query: Query; forgiving?: boolean }): Fragment[] | null => {
  const words = wordsIn(text)
  const marked = new Set(tokens.flatMap((token) => bestFits({ words, token, isAccented, forgiving })))
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
