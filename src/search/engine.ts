import { analyseQuery, type Query } from './analyse-query.ts'
import { createDocuments } from './documents.ts'
import type { IndexedDocument, NamedThing } from './indexed.ts'
import { createScratch, type Match, match, type Parts } from './match.ts'
import { createPostings } from './postings.ts'
import { comparePlaces, type SearchCursor, type SearchPlace } from './search-cursor.ts'
import { completionsOf, correctionsOf, type Suggestion } from './suggest.ts'
import { type FacetCounts, type SearchFilters, tally } from './tally.ts'
import { createThings } from './things.ts'
import { createVocabulary } from './vocabulary.ts'

/** What is asked of the index. */
export interface SearchAsked {
  q: string
  filters: SearchFilters
  first: number
  after: SearchCursor | null
  /** When: an instant in milliseconds for windows, a Hanoi day for stars. */
  now: number
  today: string
}

/** What the index knows of a page; the rows themselves are read from the store. */
export interface SearchFound {
  hits: SearchPlace[]
  hasNext: boolean
  total: number
  facets: FacetCounts
  suggestions: Suggestion[]
  /** Whether typos were forgiven, because nothing is found as it was typed. */
  forgiving: boolean
}

/** Best hits that completions are taken from. */
const BEST = 20

/** The beginning of an order, without sorting what comes long after it. */
const firstOf = ({ matches, count, placeOf }: { matches: readonly Match[]; count: number; placeOf: (match: Match) => SearchPlace }): SearchPlace[] => {
  const ranks = Float64Array.from(matches, ({ rank }) => rank).sort()
  const least = ranks[Math.max(0, ranks.length - count)] ?? 0
  return matches.filter(({ rank }) => rank >= least).map(placeOf).sort(comparePlaces).slice(0, count)
}

/** The index of everything that readers can find, in memory. Nothing in it is asynchronous. */
export const createEngine = (parts: Parts = { documents: createDocuments(), postings: createPostings(), things: createThings(), vocabulary: createVocabulary() }) => {
  const { documents, postings, things, vocabulary } = parts
  const scratch = createScratch()

  const visible = ({ query, forgiving, now }: { query: Query; forgiving: boolean; now: number }): Match[] =>
    match({ query, forgiving, parts, scratch }).filter(({ slot }) => documents.isVisible(slot, now))

  const placeOf = ({ slot, rank }: Match): SearchPlace => ({ rank, from: documents.fromAt(slot), ref: documents.refAt(slot) })

  return {
    parts,
    put: (put: readonly IndexedDocument[]): void => {
      for (const document of put) {
        const slot = documents.slotOf(document.ref)
        documents.put({ slot, document, numbers: document.refs.map(things.numberOf) })
        for (const term of postings.put({ slot, ...document })) vocabulary.add(term)
      }
    },
    remove: (refs: readonly string[]): void => {
      for (const ref of refs) {
        const slot = documents.known(ref)
        if (slot === undefined) continue
        postings.remove(slot)
        documents.clear(slot)
      }
    },
    putThings: (put: readonly NamedThing[]): void => {
      for (const thing of put) for (const word of things.put(thing)) vocabulary.add(word)
    },
    removeThings: (refs: readonly string[]): void => refs.forEach(things.remove),
    /** Documents whose window has an edge after an instant: at the next start they may be others. */
    scheduledAfter: (now: number): string[] =>
      Array.from({ length: documents.size() }, (_, slot) => slot).filter((slot) => documents.fromAt(slot) > now && documents.untilAt(slot) > now).map(documents.refAt),
    count: postings.count,
    search: ({ q, filters, first, after, now, today }: SearchAsked): SearchFound => {
      const query = analyseQuery(q)
      const strict = after?.forgiving ? [] : visible({ query, forgiving: false, now })
      const forgiving = after ? after.forgiving : strict.length === 0
      const matches = forgiving ? visible({ query, forgiving, now }) : strict
      const { kept, counts } = tally({ matches, filters, documents, things, today })
      const rest = after ? kept.filter((one) => one.rank <= after.rank && comparePlaces(placeOf(one), after) > 0) : kept
      const page = firstOf({ matches: rest, count: Math.max(first + 1, after ? 0 : BEST), placeOf })
      const slots = page.slice(0, BEST).map(({ ref, rank }) => ({ slot: documents.slotOf(ref), rank }))
      const suggestions = after ? []
        : matches.length === 0 ? correctionsOf({ query, parts, find: (one) => firstMatch(visible({ query: one, forgiving: false, now })) })
          : completionsOf({ q, query, best: slots, parts })
      return { hits: page.slice(0, first), hasNext: page.length > first, total: kept.length, facets: counts, suggestions, forgiving }
    },
  }

  function firstMatch(matches: readonly Match[]): Match[] {
    return firstOf({ matches, count: 1, placeOf }).map(({ ref, rank }) => ({ slot: documents.slotOf(ref), rank }))
  }
}

export type Engine = ReturnType<typeof createEngine>
