import type { PayloadRequest } from 'payload'
import { today } from '../../src/clock.ts'
import { asSystem } from '../../src/db/local-api.ts'
import { setDerived } from '../../src/db/set-derived.ts'
import { type DerivedStars, derivedStars, termOf } from './derived-stars.ts'

/** The stars of a product today, from its certificates as they stand in the transaction of the request. */
export const starsOfProduct = async ({ req, productId }: { req: PayloadRequest; productId: string }): Promise<DerivedStars> => {
  const { docs } = await asSystem(req).find({ collection: 'certificates', where: { product: { equals: productId } }, limit: 0 })
  return derivedStars(docs.map((doc) => termOf(doc as unknown as Record<string, unknown>)), today())
}

/**
 * Writes the stars of a product anew, on its main row and its latest version, in the transaction of the request: after every
 * change of a certificate and on the days on which they change by themselves. Publishes nothing and runs no hook; the row
 * that readers see follows from the certificates themselves.
 */
export const recomputeStars = async ({ req, productId }: { req: PayloadRequest; productId: string }): Promise<DerivedStars> => {
  const values = await starsOfProduct({ req, productId })
  await setDerived({ req, collection: 'products', id: productId, values: { ...values } })
  return values
}
