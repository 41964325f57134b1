import type { Documents } from './documents.ts'
import { searchKinds, type SearchKind } from './kinds.ts'
import type { Match } from './match.ts'
import type { Things } from './things.ts'

/** What is found can be narrowed by these. Things are named by slug, key or id; several of one filter mean any of them. */
export interface SearchFilters {
  kinds?: readonly SearchKind[]
  category?: readonly string[]
  topic?: readonly string[]
  province?: readonly string[]
  group?: readonly string[]
  producer?: readonly string[]
  /** In force today. */
  stars?: { equals?: number; gte?: number }
}

/** How much is found with each value, most first; of every facet with all filters but its own. */
export interface FacetCounts {
  kind: { kind: SearchKind; count: number }[]
  /** By id; a category counts what is in those below it. */
  category: { id: string; count: number }[]
  province: { id: string; count: number }[]
  group: { id: string; count: number }[]
  stars: { stars: number; count: number }[]
}

/** Values of one facet that are told. */
export const FACET_VALUES_MAX = 50

const thingFilters = { category: 'category', topic: 'topic', province: 'administrativeUnit', group: 'productGroup', producer: 'producer' } as const
type Facet = keyof FacetCounts

type Fails = (slot: number) => boolean

/** One test for each filter, by the facet it belongs to; a document that fails one filter still counts for that one's facet. */
const testsOf = ({ filters, documents, things, today }: { filters: SearchFilters; documents: Documents; things: Things; today: string }): { facet: string; fails: Fails }[] => {
  const { kinds, stars } = filters
  const ofThings = Object.entries(thingFilters).flatMap(([name, kind]) => {
    const named = filters[name as keyof typeof thingFilters]
    if (!named) return []
    const wanted = new Set(named.flatMap((one) => {
      const number = things.find({ kind, name: one })
      return number === null ? [] : things.within(number, today)
    }))
    return [{ facet: name, fails: (slot: number) => !documents.thingsAt(slot).some((number) => wanted.has(number)) }]
  })
  return [
    ...ofThings,
    ...(kinds ? [{ facet: 'kind', fails: (slot: number) => !kinds.includes(documents.kindAt(slot)) }] : []),
    ...(stars
      ? [{
          facet: 'stars',
          fails: (slot: number) => {
            const held = documents.starsOn(slot, today)
            return held === 0 || (stars.equals !== undefined && held !== stars.equals) || (stars.gte !== undefined && held < stars.gte)
          },
        }]
      : []),
  ]
}

const byCount = <V>(counts: ReadonlyMap<V, number>): { value: V; count: number }[] =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, FACET_VALUES_MAX)

const facetOf = { category: 'category', productGroup: 'group', administrativeUnit: 'province' } as const

/** Narrows matches by the filters, and counts. All matches are visible. */
export const tally = ({ matches, filters, documents, things, today }: { matches: readonly Match[]; filters: SearchFilters; documents: Documents; things: Things; today: string }): { kept: Match[]; counts: FacetCounts } => {
  const tests = testsOf({ filters, documents, things, today })
  const kept: Match[] = []
  const counts: Record<Facet, Map<string | number, number>> = { kind: new Map(), category: new Map(), province: new Map(), group: new Map(), stars: new Map() }
  const count = (facet: Facet, value: string | number) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
  /** By which document a thing was counted last: a document counts once for each. */
  const countedBy = new Int32Array(things.all().length).fill(-1)
  for (const match of matches) {
    const { slot } = match
    let failed = 0
    let only: string | undefined
    for (const { facet, fails } of tests) {
      if (!fails(slot)) continue
      failed += 1
      only = facet
    }
    if (failed > 1) continue
    if (failed === 0) kept.push(match)
    const isCounted = (facet: Facet) => only === undefined || only === facet
    if (isCounted('kind')) count('kind', documents.kindAt(slot))
    const stars = documents.starsOn(slot, today)
    if (stars > 0 && isCounted('stars')) count('stars', stars)
    for (const named of documents.thingsAt(slot)) {
      const facet = facetOf[things.at(named).kind as keyof typeof facetOf] as Facet | undefined
      if (!facet || !isCounted(facet)) continue
      for (const number of things.countsFor(named, today)) {
        if (countedBy[number] === slot) continue
        countedBy[number] = slot
        count(facet, number)
      }
    }
  }
  const idOf = (number: string | number): string => { const { ref } = things.at(Number(number)); return ref.slice(ref.indexOf(':') + 1) }
  const countsOf = (facet: 'category' | 'province' | 'group') =>
    byCount(new Map([...counts[facet]].map(([number, n]) => [idOf(number), n]))).map(({ value, count: n }) => ({ id: value, count: n }))
  return {
    kept,
    counts: {
      kind: searchKinds.flatMap((kind) => (counts.kind.has(kind) ? [{ kind, count: counts.kind.get(kind) as number }] : [])),
      category: countsOf('category'),
      province: countsOf('province'),
      group: countsOf('group'),
      stars: [...counts.stars].map(([stars, n]) => ({ stars: Number(stars), count: n })).sort((a, b) => b.stars - a.stars),
    },
  }
}
