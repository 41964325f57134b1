import { toneKey } from '../text/tone-key.ts'
import { wordsIn } from './words.ts'

/** A word that was asked for. */
export interface Token {
  term: string
  fold: string
  /** Letters and tones, wherever the tone mark stands: `hoà` = `hòa`. */
  key: string
  /** The last word: it may be the beginning of one, since people search while they type. */
  isLast: boolean
}

export interface Query {
  tokens: readonly Token[]
  /** Whether accents were typed: then they count. */
  isAccented: boolean
}

/** Words of one query; a longer one is a text, not a search. */
export const TOKENS_MAX = 16

/** A query taken apart. Never throws, whatever the text; without words there are no tokens. Words said twice count once. */
export const analyseQuery = (q: string): Query => {
  const words = wordsIn(q)
  const last = words.at(-1)
  const kept = words.filter((word, n) => words.findIndex(({ term }) => term === word.term) === n).slice(0, TOKENS_MAX)
  return {
    tokens: kept.map(({ term, fold }) => ({ term, fold, key: toneKey(term), isLast: term === last?.term })),
    isAccented: kept.some(({ term, fold }) => term !== fold),
  }
}

/** How well a word of a text answers a word that was asked for. */
export type Fit = 'exact' | 'folded' | 'prefix' | 'typo'
