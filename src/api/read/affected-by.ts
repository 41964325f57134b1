import { publicKinds, type PublicKind } from '../../../collections/shared/public-kinds.ts'
import { rowId } from '../../published/row.ts'
import type { Moment, Ref, Store } from '../../published/store.ts'

type PublicRef = Ref & { kind: PublicKind }

/** More than this are not told one by one. */
export const AFFECTED_MAX = 10_000

/** Kinds that list those of their own kind below them: who had a thing before it moved or went, nothing says, and there are few. */
const trees: readonly PublicKind[] = ['category', 'productGroup']
const TREE_MAX = 300

const isPublic = (ref: Ref): ref is PublicRef => (publicKinds as readonly string[]).includes(ref.kind)

/** The units that list a changed one as a predecessor. */
const successorsOf = async ({ store, refs }: { store: Store; refs: readonly Ref[] }): Promise<Ref[]> => {
  const rows = refs.length > 0 ? await store.standing({ refs }) : []
  return rows.flatMap(({ data }) => ((data['successors'] ?? []) as { unit: string }[]).map(({ unit }): Ref => ({ kind: 'administrativeUnit', id: unit })))
}

/**
 * The things whose answers show something of these: their cards, texts and lists may read differently, though they have not changed
 * themselves. Null: more than `AFFECTED_MAX`, or all, since the addresses of pages follow from the settings.
 */
export const affectedBy = async ({ store, moment, refs }: { store: Store; moment: Moment; refs: readonly Ref[] }): Promise<PublicRef[] | null> => {
  if (refs.some(({ kind }) => kind === 'siteSettings')) return null
  if (refs.length === 0) return []
  const direct = await store.referrers({ refs, limit: AFFECTED_MAX + 1 })
  // A text prints a product with its picture, which is the one thing that is shown of what another refers to.
  const pictured = refs.some(({ kind }) => kind === 'image') ? direct.filter(({ kind }) => kind === 'product') : []
  const behind = pictured.length > 0 ? await store.referrers({ refs: pictured, limit: AFFECTED_MAX + 1 }) : []
  const related = await Promise.all(trees.filter((tree) => refs.some(({ kind }) => kind === tree)).map((kind) => store.list({ kinds: [kind], order: { by: 'name', descending: false }, first: TREE_MAX, moment })))
  const successors = await successorsOf({ store, refs: refs.filter(({ kind }) => kind === 'administrativeUnit') })
  const all = new Map([...direct, ...behind, ...related.flatMap(({ rows }) => rows), ...successors].filter(isPublic).map(({ kind, id }): [string, PublicRef] => [rowId({ kind, id }), { kind, id }]))
  for (const ref of refs) all.delete(rowId(ref))
  return all.size > AFFECTED_MAX ? null : [...all.values()]
}
