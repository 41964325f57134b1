import { type CollectionAfterChangeHook, type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload'
import { writeDerived } from '../../src/db/write-derived.ts'
import { placeBelow, placementProblem, placesBelow, type Place } from '../../src/newsroom/category-tree.ts'
import { republishDocuments } from '../../src/published/settle.ts'
import { say } from '../shared/label.ts'

type Category = { id: string; slug?: string | null; parent?: unknown; path?: string | null; ancestors?: unknown; depth?: number | null }

const idOf = (value: unknown): string | null => {
  if (typeof value === 'object' && value !== null) return idOf((value as { id?: unknown }).id)
  return value === null || value === undefined || value === '' ? null : String(value)
}

const placeOf = ({ id, slug, path, ancestors, depth }: Category): Place & { id: string } => ({
  id: String(id), path: path ?? slug ?? '', ancestors: Array.isArray(ancestors) ? ancestors.map(String) : [], depth: depth ?? 0,
})

/** The whole tree: some hundreds of rows at most, of three short columns. */
const allNodes = async (req: PayloadRequest) => {
  const { docs } = await req.payload.db.find<Category>({ collection: 'categories', limit: 0, pagination: false, select: { slug: true, parent: true }, req })
  return docs.map(({ id, slug, parent }) => ({ id: String(id), slug: slug ?? '', parent: idOf(parent) }))
}

/** Derives path, ancestors and depth from the parent, and refuses a parent that would close a circle or make the tree too deep. */
export const settlePlace: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const parentId = idOf(data.parent)
  const parentDoc = parentId ? await req.payload.db.findOne<Category>({ collection: 'categories', where: { id: { equals: parentId } }, req }) : null
  const parent = parentDoc ? placeOf(parentDoc) : null
  const id = operation === 'update' ? String(originalDoc.id) : null
  if (parent) {
    const below = id ? placesBelow({ top: { id, path: '', ancestors: [], depth: 0 }, nodes: await allNodes(req) }) : []
    const problem = placementProblem({ id, parent, height: Math.max(0, ...below.map(({ depth }) => depth)) })
    if (problem) throw new ValidationError({ collection: 'categories', ...(id ? { id } : {}), errors: [{ path: 'parent', message: say({ req, ...problem }) }] }, req.t)
  }
  // Without a slug the save fails at that field; there is nothing to derive yet.
  return data.slug ? { ...data, ...placeBelow({ parent, slug: data.slug }) } : data
}

/** After a move: the same for everything below, written without saving each through its hooks, and brought to the public. */
export const moveDescendants: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update' || (doc.path === previousDoc.path && doc.depth === previousDoc.depth)) return
  const moved = placesBelow({ top: placeOf(doc), nodes: await allNodes(req) })
  for (const { id, path, ancestors, depth } of moved) await writeDerived({ req, collection: 'categories', id, data: { path, ancestors, depth } })
  await republishDocuments({ req, collection: 'categories', ids: moved.map(({ id }) => id) })
}
