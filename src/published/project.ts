import type { PayloadRequest } from 'payload'
import type { Need, Projection, PublicDefinition, Related, StoredDocument } from '../../collections/shared/public-definition.ts'
import { today } from '../clock.ts'
import { findDocuments } from './documents.ts'

const LIMIT = 200

const read = async ({ req, need, name }: { req: PayloadRequest; need: Need; name: string }): Promise<readonly StoredDocument[]> => {
  const { collection, ids, where, limit = ids?.length ?? LIMIT } = need
  if (ids && ids.length === 0) return []
  const docs = await findDocuments({ payload: req.payload, req, collection, where: ids ? { id: { in: [...new Set(ids)] } } : { ...where }, limit: limit + 1 })
  if (docs.length > limit) throw new Error(`A projection needs "${name}": more than ${limit} documents of ${collection}`)
  // Relations keep the order in which the document names them.
  return ids ? [...docs].sort((a, b) => ids.indexOf(String(a.id)) - ids.indexOf(String(b.id))) : docs
}

/** Reads what a definition says it needs, round by round, in the transaction of the request. */
const relatedOf = async ({ req, definition, doc }: { req: PayloadRequest; definition: PublicDefinition; doc: StoredDocument }): Promise<Related> => {
  const related: Record<string, readonly StoredDocument[]> = {}
  for (const round of definition.needs ?? []) {
    for (const [name, need] of Object.entries(round({ doc, related }))) {
      if (need) related[name] = await read({ req, need, name })
    }
  }
  return related
}

/** What a document becomes for the public, read in the transaction of the request; null when it is not for the public. */
export const projectDocument = async ({ req, definition, doc }: { req: PayloadRequest; definition: PublicDefinition; doc: StoredDocument }): Promise<Projection | null> =>
  definition.project({ doc, related: await relatedOf({ req, definition, doc }), today: today() })
