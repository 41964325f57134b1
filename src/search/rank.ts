import type { Fit } from './analyse-query.ts'

/** Where a word is found: in the title or name, in the lead, among the things the document names. */
export type Place = 'title' | 'lead' | 'name' | 'formerPlace'

const placePoints: Readonly<Record<Place, number>> = { title: 10, lead: 3, name: 6, formerPlace: 2 }
const fitPoints: Readonly<Record<Fit, number>> = { exact: 4, folded: 4, prefix: 3, typo: 2 }

/** What a word asked for is worth where it is found best: at most 40. */
export const pointsOf = ({ place, fit }: { place: Place; fit: Fit }): number => placePoints[place] * fitPoints[fit]

const PHRASE = 60
const BEGINNING = 30
const WHOLE = 60

/** More for a title that holds the words in this order, begins with them, is nothing else. `title` and `phrase` are folded lines. */
export const phrasePoints = ({ title, phrase }: { title: string; phrase: string }): number => {
  if (!title.includes(phrase)) return 0
  // One word that stands in a title is worth no more for being a phrase.
  const isPhrase = phrase.indexOf(' ', 1) < phrase.length - 1
  return (isPhrase ? PHRASE : 0) + (title.startsWith(phrase) ? BEGINNING : 0) + (title === phrase ? WHOLE : 0)
}

const STEP = 4096

/**
 * One number for the order of what is found: first by how many words stand there with the accents that were typed, then by points. It
 * depends on the document and the query alone, never on what else is in the index: so pages stay where they are while others publish.
 */
export const rankOf = ({ exact, points }: { exact: number; points: number }): number => exact * STEP + Math.min(points, STEP - 1)
