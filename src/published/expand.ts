import type { Expansion } from '../../collections/shared/public-definition.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { unitExistsOn } from '../ocop/resolve-province-slug.ts'
import type { Moment, Store } from './store.ts'

type Reading = { store: Store; moment: Moment }

const LIMIT = 300

const idsWith = async ({ store, moment }: Reading, kind: Kind, facets: readonly string[]): Promise<string[]> =>
  (await store.list({ kinds: [kind], facets: [facets], order: { by: 'name', descending: false }, first: LIMIT, moment })).rows.map(({ id }) => id)

const tree = (kind: Kind) => async (reading: Reading, id: string): Promise<string[]> => [id, ...(await idsWith(reading, kind, [`ancestor:${id}`]))]

/** A unit that exists today with all that went into it, directly or by way of others; a former one alone. */
const history = async (reading: Reading, id: string): Promise<string[]> => {
  const [unit] = await reading.store.find({ kind: 'administrativeUnit', by: { id }, moment: reading.moment })
  const life = { validFrom: (unit?.data['validFrom'] ?? null) as string | null, validTo: (unit?.data['validTo'] ?? null) as string | null }
  if (!unit || !unitExistsOn(life, reading.moment.today)) return [id]
  const found = new Set([id])
  for (let nearest = [id]; nearest.length > 0;) {
    nearest = (await idsWith(reading, 'administrativeUnit', nearest.map((one) => `successor:${one}`))).filter((one) => !found.has(one))
    for (const one of nearest) found.add(one)
  }
  return [...found]
}

const expansions: Readonly<Record<Expansion, (reading: Reading, id: string) => Promise<string[]>>> = {
  'category-tree': tree('category'),
  'group-tree': tree('productGroup'),
  'unit-history': history,
}

/** The ids that a reference stands for in a filter: itself, or with what its expansion takes in. */
export const expandIds = async ({ store, moment, expand, id }: Reading & { expand?: Expansion; id: string }): Promise<string[]> => (expand ? expansions[expand]({ store, moment }, id) : [id])

/** The same as facets, any of which a row has to carry. */
export const expandFacet = async ({ answers: { store, moment }, facet, expand, id }: { answers: Reading; facet: string; expand?: Expansion; id: string }): Promise<string[]> =>
  (await expandIds({ store, moment, expand, id })).map((one) => `${facet}:${one}`)
