import type { Token } from './analyse-query.ts'
import { fitOf, type Fitting } from './fit-of.ts'
import { wordsIn } from './words.ts'

/** A word of the index that fits a word that was asked for. */
export interface Reading extends Fitting {
  term: string
}

/** Every word of the index, by what it is without marks, and how often it was met. Words that went out of use stay; they find nothing. */
export const createVocabulary = () => {
  const counts = new Map<string, number>()
  const readings = new Map<string, string[]>()

  const add = (term: string, count = 1): void => {
    const met = counts.get(term)
    counts.set(term, (met ?? 0) + count)
    if (met !== undefined) return
    const plain = wordsIn(term)[0]?.fold ?? term
    const known = readings.get(plain)
    if (known) known.push(term)
    else readings.set(plain, [term])
  }

  const fitting = ({ token, plain, forgiving }: { token: Token; plain: string; forgiving: boolean }): Reading[] =>
    (readings.get(plain) ?? []).flatMap((term) => {
      const fit = fitOf({ token, word: { term, fold: plain }, forgiving })
      return fit ? [{ term, ...fit }] : []
    })

  const countOf = (plain: string): number => (readings.get(plain) ?? []).reduce((sum, term) => sum + (counts.get(term) ?? 0), 0)

  return {
    add,
    has: (plain: string): boolean => readings.has(plain),
    /** All words of the index that fit a word that was asked for. */
    readingsOf: ({ token, forgiving }: { token: Token; forgiving: boolean }): Reading[] => {
      if (!forgiving && !token.isLast) return fitting({ token, plain: token.fold, forgiving })
      const found: Reading[] = []
      for (const plain of readings.keys()) {
        // Whether the letters fit is the same for all readings of a word.
        if (fitOf({ token, word: { term: plain, fold: plain }, forgiving })) found.push(...fitting({ token, plain, forgiving }))
      }
      return found
    },
    /** The words without marks at a finite distance, the nearest first, then the most used. */
    nearest: (distanceOf: (plain: string) => number): string[] =>
      [...readings.keys()]
        .map((plain) => ({ plain, distance: distanceOf(plain) }))
        .filter(({ distance }) => Number.isFinite(distance))
        .map((one) => ({ ...one, count: countOf(one.plain) }))
        .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.plain < b.plain ? -1 : 1))
        .map(({ plain }) => plain),
    /** A word as it is mostly written. */
    usual: (plain: string): string => [...(readings.get(plain) ?? [])].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))[0] ?? plain,
  }
}

export type Vocabulary = ReturnType<typeof createVocabulary>
