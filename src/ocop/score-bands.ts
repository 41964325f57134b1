import type { CriteriaVersion, ScoreBand } from './criteria-versions.ts'

/** The scores of a star level by a version of the criteria, or undefined when it has no such level. */
export const bandOf = ({ version, stars }: { version: CriteriaVersion; stars: number }): ScoreBand | undefined =>
  version.bands.find(({ star }) => star === stars)

/**
 * Whether a score lies in a band. Bands are half-open, for a score is the average over a council and so fractional: 89.6
 * is still four stars; only 100 itself closes the highest band (26/2026/QĐ-TTg art. 3(3)).
 */
export const isInBand = ({ band, score }: { band: ScoreBand; score: number }): boolean =>
  score >= band.min && (score < band.max || (band.maxInclusive && score === band.max))

/** The stars that a score is worth by a version of the criteria, or null when it is not between 0 and 100. */
export const starsForScore = ({ version, score }: { version: CriteriaVersion; score: number }): ScoreBand['star'] | null =>
  version.bands.find((band) => isInBand({ band, score }))?.star ?? null

/** A band in words: `từ 70 đến dưới 90`, `70 to below 90`. */
export const describeBand = ({ min, max, maxInclusive }: ScoreBand): { vi: string; en: string } => ({
  vi: `từ ${min} đến ${maxInclusive ? '' : 'dưới '}${max}`,
  en: `${min} to ${maxInclusive ? '' : 'below '}${max}`,
})
