import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook } from 'payload'
import { today } from '../../src/clock.ts'
import { noStars } from '../shared/derived-stars.ts'
import { groupOf, numberOf, textOf } from '../shared/public-read.ts'
import { starsOfProduct } from '../shared/recompute-stars.ts'

/** A price holds for a day: an amount without one is dated today. */
export const datePrice: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  if (!data) return data
  const price = { ...groupOf(originalDoc ?? {}, 'price'), ...groupOf(data, 'price') }
  if (numberOf(price, 'amount') === null || textOf(price, 'day')) return data
  return { ...data, price: { ...price, day: today() } }
}

/**
 * Stars come from the certificates, whatever the saved document says: a restored version, a duplicate and an import cannot
 * bring others.
 */
export const deriveStars: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const values = operation === 'update' ? await starsOfProduct({ req, productId: String(originalDoc?.id) }) : noStars
  return { ...data, ...values }
}
