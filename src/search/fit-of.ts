import { toneKey } from '../text/tone-key.ts'
import type { Fit, Token } from './analyse-query.ts'
import { isOneTypo, TYPO_LENGTH_MIN } from './one-typo.ts'

export interface Fitting {
  fit: Fit
  /** With the accents that were typed; of a prefix: its letters as typed. */
  isExact: boolean
}

/**
 * How a word of a text fits a word that was asked for; null when it does not. Only when `forgiving`, words of five letters or more
 * may have one typo.
 */
export const fitOf = ({ token, word, forgiving }: { token: Token; word: { term: string; fold: string }; forgiving: boolean }): Fitting | null => {
  if (word.fold === token.fold) {
    const isExact = word.term === token.term || toneKey(word.term) === token.key
    return { fit: isExact ? 'exact' : 'folded', isExact }
  }
  if (token.isLast && word.fold.startsWith(token.fold)) return { fit: 'prefix', isExact: word.term.startsWith(token.term) }
  if (forgiving && token.fold.length >= TYPO_LENGTH_MIN && isOneTypo(token.fold, word.fold)) return { fit: 'typo', isExact: false }
  return null
}
