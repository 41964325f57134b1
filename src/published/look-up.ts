import type { Lookup } from '../../collections/shared/public-definition.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { definitions } from './kinds.ts'
import type { LookupQuery, Moment, PublishedRow, Store } from './store.ts'

type Reading = { store: Store; moment: Moment; heavy?: boolean }

/** A unit that ended is meant by its bare name when no unit has it as its own slug: the one that ended last. */
const byAlias = async ({ store, kind, slug, moment, heavy }: Reading & { kind: Kind; slug: string }): Promise<PublishedRow | null> => {
  const rows = await store.find({ kind, by: { facet: `alias:${slug}` }, moment, heavy })
  return rows.sort((a, b) => (String(a.data['validTo']) < String(b.data['validTo']) ? 1 : -1))[0] ?? null
}

/** The visible row with this id, slug, number or key, or null. A slug takes in accepted aliases; former slugs are `pageOf`'s. */
export const findOne = async ({ store, kind, by, value, moment, heavy = false }: Reading & { kind: Kind; by: Lookup; value: string | number }): Promise<PublishedRow | null> => {
  const query: Pick<LookupQuery, 'by'>['by'] = by === 'number' ? { number: Number(value) } : by === 'key' ? { facet: `key:${value}` } : by === 'slug' ? { slug: String(value) } : { id: String(value) }
  const [row] = await store.find({ kind, by: query, moment, heavy })
  if (row || by !== 'slug' || kind !== 'administrativeUnit') return row ?? null
  return byAlias({ store, kind, slug: String(value), moment, heavy })
}

/** The row that a name in a filter means, whichever look-up of its kind it fits: slug first, then number, key and id. */
export const lookUp = async ({ kind, name, ...reading }: Reading & { kind: Kind; name: string }): Promise<PublishedRow | null> => {
  const { lookups } = definitions[kind]
  for (const by of ['slug', 'number', 'key', 'id'] as const) {
    if (!lookups.includes(by) || (by === 'number' && !/^\d{1,15}$/.test(name))) continue
    const row = await findOne({ ...reading, kind, by, value: name })
    if (row) return row
  }
  return null
}
