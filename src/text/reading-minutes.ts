const words = new Intl.Segmenter('vi', { granularity: 'word' })

/**
 * Vietnamese syllables per minute. A choice: no measurement of Vietnamese news readers stands behind it. The international
 * reading speed texts (IReST, Trauzettel-Klosinski and Dietz 2012, doi:10.1167/iovs.11-8284) were read aloud at 184 ± 29
 * words and 370 ± 80 syllables a minute on average over 17 languages; a Vietnamese written word is one syllable, and
 * carries less than an average word and more than an average syllable.
 */
const SYLLABLES_PER_MINUTE = 250

/** The words of a plain text as Vietnamese is written: every syllable is one, and so is every number. */
export const countWords = (text: string): number => {
  let count = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1
  return count
}

/** How long reading a plain text takes, in whole minutes: at least 1, but 0 for a text without words. */
export const readingMinutes = (text: string): number => {
  const count = countWords(text)
  return count === 0 ? 0 : Math.max(1, Math.round(count / SYLLABLES_PER_MINUTE))
}
