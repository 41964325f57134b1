import type { PublicDefinition, PublicFilter } from '../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../collections/shared/public-kinds.ts'
import { definitions } from './kinds.ts'
import { expandIds } from './expand.ts'
import { lookUp } from './look-up.ts'
import type { ListQuery, Moment, Store } from './store.ts'

export type FilterValue = string | number | boolean
/** What is asked of one filter, by operator; `in` takes several values. Values are checked against the definition before. */
export type FilterInput = Readonly<Partial<Record<'equals' | 'gte' | 'lte' | 'lt', FilterValue> & { in: readonly FilterValue[] }>>
export type FilterInputs = Readonly<Record<string, FilterInput>>

type Reading = { store: Store; moment: Moment }
type Conditions = Pick<ListQuery, 'facets' | 'stars' | 'published'>

const valuesOf = ({ equals, in: several }: FilterInput): FilterValue[] => [...(equals === undefined ? [] : [equals]), ...(several ?? [])]

/** The ids behind references, each named by id, slug, number or key; with what the filter's expansion takes in. */
const idsOf = async ({ reading, to, values, filter }: { reading: Reading; to: PublicKind; values: readonly FilterValue[]; filter: PublicFilter }): Promise<string[]> => {
  const expand = 'facet' in filter.by ? filter.by.expand : undefined
  const found = await Promise.all(values.map((value) => lookUp({ ...reading, kind: to, name: String(value) })))
  const ids = await Promise.all(found.filter((row) => row !== null).map(({ id }) => expandIds({ ...reading, expand, id })))
  return [...new Set(ids.flat())]
}

/** Rarest first is what the list should walk: few things are featured; references narrow more than kinds of things, and trees less. */
const breadth = (filter: PublicFilter, values: readonly FilterValue[]): number => {
  if (filter.type === 'boolean') return values.includes(false) ? 4 : 1
  if (filter.type !== 'ref') return 3
  return 'facet' in filter.by && filter.by.expand ? 2 : 0
}

const STARS = [3, 4, 5]

/** Few products have five stars: with no other condition they are walked by their stars. That these hold today is asked besides. */
const starFacets = ({ equals, gte }: { equals?: number; gte?: number }): string[] =>
  STARS.filter((stars) => (equals === undefined || stars === equals) && (gte === undefined || stars >= gte)).map((stars) => `stars:${stars}`)

/**
 * What the store is asked for a list of a kind with these filters; null when a filter names something that is not there, so that the
 * list is empty.
 */
export const conditionsOf = async ({ definition, filters, ...reading }: Reading & { definition: PublicDefinition; filters: FilterInputs }): Promise<Conditions | null> => {
  const facets: { values: string[]; breadth: number }[] = []
  let stars: ListQuery['stars']
  let published: ListQuery['published']
  for (const [name, input] of Object.entries(filters)) {
    const filter = definition.filters[name]
    if (!filter) throw new Error(`${definition.plural} has no filter "${name}"`)
    if ('column' in filter.by) {
      if (filter.by.column === 'stars') stars = { ...(input.equals === undefined ? {} : { equals: Number(input.equals) }), ...(input.gte === undefined ? {} : { gte: Number(input.gte) }) }
      else published = { ...(input.gte === undefined ? {} : { gte: instant(input.gte) }), ...(input.lt === undefined ? {} : { lt: instant(input.lt) }) }
      continue
    }
    const { facet } = filter.by
    const values = filter.type === 'ref' ? await idsOf({ reading, to: filter.to, values: valuesOf(input), filter }) : valuesOf(input)
    if (values.length === 0) return null
    facets.push({ values: values.map((value) => `${facet}:${value}`), breadth: breadth(filter, values) })
  }
  if (stars && facets.length === 0) facets.push({ values: starFacets(stars), breadth: 5 })
  if (facets.some(({ values }) => values.length === 0)) return null
  return { facets: facets.sort((a, b) => a.breadth - b.breadth).map(({ values }) => values), ...(stars ? { stars } : {}), ...(published ? { published } : {}) }
}

/** Instants compare as texts in the form of the store. */
const instant = (value: FilterValue): string => new Date(String(value)).toISOString()

/** The order behind the name of a sort, with `-` before it for descending. */
export const orderOf = ({ definition, sort }: { definition: PublicDefinition; sort?: string | null }): NonNullable<ListQuery['order']> => {
  const name = sort ?? definition.defaultSort
  const by = definition.sorts[name.replace(/^-/, '')]?.by
  if (!by) throw new Error(`${definition.plural} has no sort "${name}"`)
  return { by, descending: name.startsWith('-') }
}

/** The query of a list of one kind; null when it is empty by what its filters name. `filters`, `sort` and `first` are checked before. */
export const listQueryOf = async ({ kind, filters = {}, sort, first, after = null, heavy = false, ...reading }: Reading & {
  kind: PublicKind
  filters?: FilterInputs
  sort?: string | null
  first: number
  after?: string | null
  heavy?: boolean
}): Promise<ListQuery | null> => {
  const definition = definitions[kind]
  const conditions = await conditionsOf({ ...reading, definition, filters })
  return conditions && { kinds: [kind], ...conditions, order: orderOf({ definition, sort }), first, after, heavy, moment: reading.moment }
}
