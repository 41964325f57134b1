import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { asSystem } from '../../../src/db/local-api.ts'
import { setDerived } from '../../../src/db/set-derived.ts'
import { fold } from '../../../src/text/fold.ts'
import { certificateTitle } from '../certificate-title.ts'
import { refOf, textOf } from '../public-read.ts'

type Values = Readonly<Record<string, unknown>> & { id: string }

const byId = async ({ req, collection, ids }: { req: PayloadRequest; collection: 'products' | 'legal-documents'; ids: readonly (string | null)[] }): Promise<Map<string, Values>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { docs } = await asSystem(req).find({ collection, where: { id: { in: wanted } }, limit: 0 })
  return new Map(docs.map((doc) => [String(doc.id), doc as unknown as Values]))
}

/** Keeps the titles of certificates true when what they name is renamed: a product, or the decision that grants them. */
export const refreshCertificateTitles = ({ reference }: { reference: 'product' | 'decision' }): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    // A draft beside a published product changes nothing that others see of it.
    if (operation !== 'update' || doc._status === 'draft') return doc
    const { docs } = await asSystem(req).find({ collection: 'certificates', where: { [reference]: { equals: doc.id } }, limit: 0 })
    const certificates = docs as unknown as Values[]
    if (certificates.length === 0) return doc
    const products = await byId({ req, collection: 'products', ids: certificates.map((one) => refOf(one, 'product')) })
    const decisions = await byId({ req, collection: 'legal-documents', ids: certificates.map((one) => refOf(one, 'decision')) })
    for (const certificate of certificates) {
      const title = certificateTitle({
        certificate,
        product: products.get(refOf(certificate, 'product') ?? '') ?? null,
        decision: decisions.get(refOf(certificate, 'decision') ?? '') ?? null,
      })
      if (title !== textOf(certificate, 'title')) await setDerived({ req, collection: 'certificates', id: certificate.id, values: { title, searchFolded: fold(title) } })
    }
    return doc
  }
