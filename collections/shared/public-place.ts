import type { Need, Related, StoredDocument } from './public-definition.ts'
import { firstOf, refOf, textOf } from './public-read.ts'

const units = (name: string, id: string | null): Record<string, Need> => (id === null ? {} : { [name]: { collection: 'administrative-units', ids: [id] } })

/** Rounds that read the unit of origin and the unit it belongs to; `unitIn` says where the origin's id is. */
export const placeNeeds = (unitIn: (args: { doc: StoredDocument; related: Related }) => string | null) => [
  (args: { doc: StoredDocument; related: Related }) => units('unit', unitIn(args)),
  ({ related }: { related: Related }) => units('unitParent', refOf(firstOf(related, 'unit') ?? {}, 'parent')),
]

/** The province of a unit of origin: the unit itself, or the one it belongs to. */
export const provinceOf = (related: Related): string | null => {
  const unit = firstOf(related, 'unit')
  if (!unit) return null
  return textOf(unit, 'level') === 'commune' ? (firstOf(related, 'unitParent')?.id ?? refOf(unit, 'parent')) : unit.id
}
