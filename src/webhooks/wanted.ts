import type { EventType, Thing } from './event.ts'

/** What a receiver wants to hear of. Each filter holds the ids that it takes in (a group with those below it); null: no filter. */
export interface Wish {
  events: readonly string[]
  groups: ReadonlySet<string> | null
  provinces: ReadonlySet<string> | null
  categories: ReadonlySet<string> | null
}

const idsIn = (...values: readonly unknown[]): string[] => values.flat().filter((value): value is string => typeof value === 'string')

const among = (wanted: ReadonlySet<string> | null, ids: readonly string[]): boolean => wanted === null || ids.some((id) => wanted.has(id))

/** Whether a receiver wants to hear of this. A filter that a kind does not know leaves it as it is, as in feeds. */
export const isWanted = ({ wish: { events, groups, provinces, categories }, type, thing: { kind, data } }: { wish: Wish; type: EventType; thing: Pick<Thing, 'kind' | 'data'> }): boolean => {
  if (!events.includes(type)) return false
  return kind === 'product'
    ? among(groups, idsIn(data['group'])) && among(provinces, idsIn(data['province']))
    : among(categories, idsIn(data['category'], data['categories'])) && among(provinces, idsIn(data['provinces']))
}
