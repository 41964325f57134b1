import { unitExistsOn } from '../ocop/resolve-province-slug.ts'
import type { NamedThing } from './indexed.ts'
import type { NamedKind } from './kinds.ts'
import { termsOf } from './words.ts'

type Known = NamedThing & { isThere: boolean }

const unknown = (ref: string): Known => ({
  ref, kind: ref.slice(0, ref.indexOf(':')) as NamedKind, name: '', searched: '', slug: null, key: null, level: null, ancestors: [], successors: [], validFrom: null, validTo: null, isThere: false,
})

/**
 * The things that documents name: places, topics, producers, brands, categories, groups. Documents refer to them, so that a new name, a merger
 * of provinces or another place in a tree holds at once, however many documents there are. Each has a number that stays.
 */
export const createThings = () => {
  const known: Known[] = []
  const numbers = new Map<string, number>()
  /** Which things have a word in their name. */
  const named = new Map<string, Set<number>>()
  const predecessors = new Map<string, Set<string>>()
  let rolled = new Map<number, readonly number[]>()
  let rolledOn = ''

  const numberOf = (ref: string): number => {
    const number = numbers.get(ref) ?? known.push(unknown(ref)) - 1
    numbers.set(ref, number)
    return number
  }
  const at = (number: number): Known => known[number] as Known
  const wordsOf = ({ searched }: NamedThing): string[] => termsOf(searched).split(' ').filter(Boolean)

  const forget = (number: number): void => {
    const { ref, successors, ...thing } = at(number)
    for (const word of wordsOf({ ref, successors, ...thing })) named.get(word)?.delete(number)
    for (const successor of successors) predecessors.get(successor)?.delete(ref)
    known[number] = unknown(ref)
    rolled = new Map()
  }

  /** Gives the words of its name. */
  const put = (thing: NamedThing): string[] => {
    const number = numberOf(thing.ref)
    forget(number)
    known[number] = { ...thing, isThere: true }
    const words = wordsOf(thing)
    for (const word of words) named.set(word, (named.get(word) ?? new Set()).add(number))
    for (const successor of thing.successors) predecessors.set(successor, (predecessors.get(successor) ?? new Set()).add(thing.ref))
    return words
  }

  const remove = (ref: string): void => {
    if (numbers.has(ref)) forget(numberOf(ref))
  }

  const reached = (ref: string, next: (ref: string) => Iterable<string>): Set<string> => {
    const found = new Set<string>()
    for (let nearest = [ref]; nearest.length > 0;) {
      nearest = nearest.flatMap((one) => [...next(one)]).filter((one) => one !== ref && !found.has(one))
      for (const one of nearest) found.add(one)
    }
    return found
  }
  const successorsOf = (ref: string) => at(numberOf(ref)).successors
  const predecessorsOf = (ref: string) => predecessors.get(ref) ?? []
  const existsOn = ({ isThere, validFrom, validTo }: Known, today: string): boolean => isThere && unitExistsOn({ validFrom, validTo }, today)

  /** Of a unit: all it became and all it was formed from, directly or by way of others. */
  const kin = (number: number): number[] => {
    const { ref, kind } = at(number)
    if (kind !== 'administrativeUnit') return []
    return [...reached(ref, successorsOf), ...reached(ref, predecessorsOf)].map(numberOf)
  }

  /** The thing of a kind that a name in a filter means: its slug, key or id, or the bare name of a unit that ended, of which the last. */
  const find = ({ kind, name }: { kind: NamedKind; name: string }): number | null => {
    const ones = known.filter((thing) => thing.isThere && thing.kind === kind)
    const exact = ones.find(({ slug }) => slug === name) ?? ones.find(({ key }) => key === name) ?? ones.find(({ ref }) => ref === `${kind}:${name}`)
    const alias = exact ?? ones.filter(({ slug, validTo }) => validTo !== null && slug?.replace(/-\d{4}$/, '') === name).sort((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1))[0]
    return alias ? numberOf(alias.ref) : null
  }

  /** What a filter on a thing takes in: a tree all below it, a unit that exists today all it was formed from. */
  const within = (number: number, today: string): number[] => {
    const { ref, kind } = at(number)
    if (kind === 'administrativeUnit') return existsOn(at(number), today) ? [number, ...[...reached(ref, predecessorsOf)].map(numberOf)] : [number]
    return [number, ...known.flatMap((thing, n) => (thing.isThere && thing.ancestors.includes(ref) ? [n] : []))]
  }

  /** What a document that names a thing counts for: the thing and what it stands in, or the provinces of today that a place belongs to. */
  const countsFor = (number: number, today: string): readonly number[] => {
    if (rolledOn !== today) rolled = new Map()
    rolledOn = today
    const ready = rolled.get(number)
    if (ready) return ready
    const { ref, kind, ancestors } = at(number)
    const all = kind === 'administrativeUnit'
      ? [ref, ...reached(ref, successorsOf)].filter((one) => at(numberOf(one)).level === 'province' && existsOn(at(numberOf(one)), today))
      : [ref, ...ancestors].filter((one) => at(numberOf(one)).isThere)
    const counted = [...new Set(all.map(numberOf))]
    rolled.set(number, counted)
    return counted
  }

  return {
    put, remove, numberOf, at, kin, find, within, countsFor,
    /** The things with this word in their name. */
    withWord: (term: string): ReadonlySet<number> => named.get(term) ?? none,
    /** Every thing there is, by number. */
    all: (): readonly Known[] => known,
  }
}

const none: ReadonlySet<number> = new Set()

export type Things = ReturnType<typeof createThings>
