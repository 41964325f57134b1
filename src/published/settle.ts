import type { GlobalSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { Dependency, PublicDefinition, StoredDocument } from '../../collections/shared/public-definition.ts'
import { configOf, findDocument, findDocuments } from './documents.ts'
import { definitions, kindOfSource } from './kinds.ts'
import { projectDocument } from './project.ts'
import { rowOf } from './row.ts'
import { type PutOutcome, storeOf } from './store.ts'

/** Whether a main row is published: not in the trash and, where there are drafts, not one. */
const isPublished = (config: SanitizedCollectionConfig, doc: StoredDocument | null): doc is StoredDocument =>
  doc !== null && !doc['deletedAt'] && (!config.versions?.drafts || doc['_status'] === 'published')

/**
 * Decides on one document: reads its main row in the transaction of the request and puts or withdraws its row. What the main row says
 * decides, whatever was saved: a draft beside a published document changes nothing.
 */
export const settle = async ({ req, collection, id, rebuild = false }: { req: PayloadRequest; collection: string; id: string; rebuild?: boolean }): Promise<PutOutcome | null> => {
  const kind = kindOfSource(collection)
  const config = configOf(req.payload, collection)
  if (!kind || !config) return null
  const definition = definitions[kind]
  const doc = await findDocument({ payload: req.payload, req, collection, id })
  const projection = isPublished(config, doc) ? await projectDocument({ req, definition, doc }) : null
  return (await storeOf(req.payload)).put({ req, row: rowOf({ definition, docId: id, projection }), rebuild })
}

/** The same for a global: its row has the global's slug as its id. */
export const settleGlobal = async ({ req, slug, rebuild = false }: { req: PayloadRequest; slug: string; rebuild?: boolean }): Promise<PutOutcome | null> => {
  const kind = kindOfSource(slug)
  if (!kind) return null
  const definition = definitions[kind]
  const stored = await req.payload.db.findGlobal<Record<string, unknown>>({ slug: slug as GlobalSlug, req })
  const projection = await projectDocument({ req, definition, doc: { ...stored, id: slug } })
  return (await storeOf(req.payload)).put({ req, row: rowOf({ definition, docId: slug, projection }), rebuild })
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

const matters = ({ fields }: Dependency, states: readonly StoredDocument[]): boolean => {
  const [after, before] = states
  return !fields || !before || !after || fields.some((field) => differs(after[field], before[field]))
}

const dependentIds = async ({ req, definition, dependency, states }: {
  req: PayloadRequest
  definition: PublicDefinition
  dependency: Dependency
  states: readonly StoredDocument[]
}): Promise<string[]> => {
  const named = dependency.ids ? states.flatMap(dependency.ids) : []
  const [changed] = states
  if (!dependency.field || !changed || !('collection' in definition.source)) return named
  const docs = await findDocuments({ payload: req.payload, req, collection: definition.source.collection, where: { [dependency.field]: { equals: changed.id } }, idsOnly: true })
  return [...named, ...docs.map(({ id }) => String(id))]
}

/** Decides anew on every document that shows something of one that changed. `states`: as it is now and, if known, as it was. */
export const settleDependents = async ({ req, collection, states }: { req: PayloadRequest; collection: string; states: readonly StoredDocument[] }): Promise<void> => {
  for (const definition of Object.values(definitions)) {
    if (!('collection' in definition.source)) continue
    for (const dependency of definition.dependsOn ?? []) {
      if (dependency.collection !== collection || !matters(dependency, states)) continue
      for (const id of new Set(await dependentIds({ req, definition, dependency, states }))) await settle({ req, collection: definition.source.collection, id })
    }
  }
}

/**
 * Decides anew on documents that were changed without their hooks (derived values), in the transaction of the request.
 * Does nothing for a collection that never reaches the public.
 */
export const republishDocuments = async ({ req, collection, ids }: { req: PayloadRequest; collection: string; ids: readonly string[] }): Promise<void> => {
  for (const id of new Set(ids)) await settle({ req, collection, id })
}
