import type { Fit, Query, Token } from './analyse-query.ts'
import type { Documents } from './documents.ts'
import type { IndexedField, Postings } from './postings.ts'
import { phrasePoints, type Place, pointsOf, rankOf } from './rank.ts'
import type { Things } from './things.ts'
import type { Reading, Vocabulary } from './vocabulary.ts'

/** Everything the index consists of. */
export interface Parts {
  documents: Documents
  postings: Postings
  things: Things
  vocabulary: Vocabulary
}

export interface Match {
  slot: number
  rank: number
}

/** Terms of one field that are worth the same. */
interface Walk {
  field: IndexedField
  points: number
  isExact: boolean
  terms: string[]
}

/** What is walked for one word: its readings in each field, the things named so, and the places these became or were. */
const walksFor = ({ token, forgiving, parts: { vocabulary, things } }: { token: Token; forgiving: boolean; parts: Parts }): Walk[] => {
  const walks = new Map<string, Walk>()
  const walk = ({ field, place, fit, isExact, terms }: { field: IndexedField; place: Place; fit: Fit; isExact: boolean; terms: readonly string[] }) => {
    const name = `${field} ${place} ${fit} ${isExact}`
    const known = walks.get(name) ?? { field, points: pointsOf({ place, fit }), isExact, terms: [] }
    walks.set(name, known)
    known.terms.push(...terms)
  }
  const named = ({ term, fit, isExact }: Reading) => {
    for (const number of things.withWord(term)) {
      walk({ field: 'about', place: 'name', fit, isExact, terms: [things.at(number).ref] })
      walk({ field: 'about', place: 'formerPlace', fit, isExact, terms: things.kin(number).map((kin) => things.at(kin).ref) })
    }
  }
  for (const reading of vocabulary.readingsOf({ token, forgiving })) {
    const { term, fit, isExact } = reading
    walk({ field: 'title', place: 'title', fit, isExact, terms: [term] })
    walk({ field: 'lead', place: 'lead', fit, isExact, terms: [term] })
    walk({ field: 'about', place: 'name', fit, isExact, terms: [term] })
    named(reading)
  }
  return [...walks.values()]
}

/** Room for one query, kept between queries: one searches at a time. */
export const createScratch = () => {
  let found = new Uint8Array(0)
  let exact = new Uint8Array(0)
  let points = new Uint16Array(0)
  let best = new Uint8Array(0)
  let isExact = new Uint8Array(0)
  return (size: number) => {
    if (found.length < size) {
      const room = Math.ceil(size * 1.2) + 16
      found = new Uint8Array(room)
      exact = new Uint8Array(room)
      points = new Uint16Array(room)
      best = new Uint8Array(room)
      isExact = new Uint8Array(room)
    } else {
      found.fill(0)
      exact.fill(0)
      points.fill(0)
      best.fill(0)
      isExact.fill(0)
    }
    return { found, exact, points, best, isExact }
  }
}

type Scratch = ReturnType<typeof createScratch>

/** All documents in which every word stands, with their ranks, in no order and whether visible or not. */
export const match = ({ query: { tokens, isAccented }, forgiving, parts, scratch }: { query: Query; forgiving: boolean; parts: Parts; scratch: Scratch }): Match[] => {
  const { documents, postings } = parts
  const { found, exact, points, best, isExact } = scratch(documents.size())
  let touched: number[] = []
  for (const [n, token] of tokens.entries()) {
    touched = []
    for (const walk of walksFor({ token, forgiving, parts })) {
      postings.each({
        terms: walk.terms,
        field: walk.field,
        tell: (slot) => {
          // Only what had every word before is of interest.
          if (found[slot] !== n) return
          if (best[slot] === 0) touched.push(slot)
          if (walk.points > (best[slot] as number)) best[slot] = walk.points
          if (walk.isExact) isExact[slot] = 1
        },
      })
    }
    for (const slot of touched) {
      found[slot] = n + 1
      points[slot] = (points[slot] as number) + (best[slot] as number)
      if (isAccented) exact[slot] = (exact[slot] as number) + (isExact[slot] as number)
      best[slot] = 0
      isExact[slot] = 0
    }
    if (touched.length === 0) return []
  }
  const phrase = ` ${tokens.map(({ fold }) => fold).join(' ')} `
  return touched.map((slot) => ({ slot, rank: rankOf({ exact: exact[slot] as number, points: (points[slot] as number) + phrasePoints({ title: documents.lineAt(slot), phrase }) }) }))
}
