import type { CollectionSlug, PayloadRequest } from 'payload'
import { databaseKind } from './database-kind.ts'

type DerivedValue = string | number | boolean | null

/**
 * Writes values that follow from other documents onto a document, in the transaction of the request: on its main row and,
 * where the collection keeps drafts, on its latest version, so that neither an edit nor a publication brings the old values
 * back. No hook runs, no version is made and nothing is published; what shows the values elsewhere has to be told.
 * The main row is written even when nothing differs: that is what makes two writers of one document meet.
 * Only fields of the document's own level that hold a single value. A document that is not there is left alone.
 */
export const setDerived = async ({ req, collection, id, values }: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
  values: Readonly<Record<string, DerivedValue>>
}): Promise<void> => {
  const { db, collections } = req.payload
  await db.updateOne({ collection, id, data: { ...values }, req, returning: false })

  const versions = collections[collection]?.config.versions
  if (!versions || !versions.drafts) return
  const { docs: [latest] } = await db.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  if (!latest) return
  // MongoDB replaces a nested `version` whole; SQLite writes the columns that are named, and a new `updatedAt` where none is.
  const version = databaseKind(req.payload) === 'mongodb' ? { ...latest.version, ...values } : { ...values, updatedAt: latest.version.updatedAt }
  await db.updateVersion({
    collection,
    id: String(latest.id),
    versionData: { version, updatedAt: null } as unknown as Parameters<typeof db.updateVersion>[0]['versionData'],
    req,
    returning: false,
  })
}
