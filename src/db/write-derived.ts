import type { CollectionSlug, PayloadRequest } from 'payload'
import { transactionHandle } from './transaction-handle.ts'

/**
 * Writes derived values into a document's main row, in the transaction of the request and without its hooks: for values that follow
 * from other documents, where saving the document as a whole would do too much. Whoever calls it brings the public row in line
 * afterwards (`republishDocuments` of src/published/settle.ts).
 * @throws NoTransactionError when the request has no transaction open.
 */
export const writeDerived = async ({ req, collection, id, data }: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
  data: Record<string, unknown>
}): Promise<void> => {
  await transactionHandle(req)
  await req.payload.db.updateOne({ collection, id, data, req, returning: false })
}
