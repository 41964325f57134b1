import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { asSystem } from '../../src/db/local-api.ts'
import { idIn, refOf, refsOf } from '../shared/public-read.ts'
import { refuse } from '../shared/problem.ts'
import { type Group, groupProblems } from './group-problems.ts'

const groupsById = async ({ req, ids }: { req: PayloadRequest; ids: readonly string[] }): Promise<Map<string, Group>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await asSystem(req).find({ collection: 'product-groups', where: { id: { in: [...ids] } }, limit: 0 })
  return new Map(docs.map((doc) => [String(doc.id), { id: String(doc.id), name: doc.name, level: doc.level, classification: doc.classification }]))
}

/** Refuses a part at a place that its classification does not have. */
export const checkPlace: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const group = { ...originalDoc, ...data }
  const [parent, mapsTo] = [refOf(group, 'parent'), refsOf(group, 'mapsTo')]
  const known = await groupsById({ req, ids: [...(parent ? [parent] : []), ...mapsTo] })
  const problems = groupProblems({
    group: { id: idIn(originalDoc) ?? undefined, name: group.name, level: group.level, classification: group.classification },
    parent: (parent && known.get(parent)) || null,
    mapsTo: mapsTo.flatMap((id) => known.get(id) ?? []),
  })
  refuse({ req, collection: collection.slug, id: originalDoc?.id, problems })
  return data
}
