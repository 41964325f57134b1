import type { OrderColumn } from '../../collections/shared/public-definition.ts'
import { BadCursorError, type ListQuery } from './store.ts'

type Order = NonNullable<ListQuery['order']>

export const newestFirst: Order = { by: 'published', descending: true }

/** The place of a row in an order: its value there and its document's id. */
export interface Place {
  value: string
  docId: string
}

const tagOf = ({ by, descending }: Order): string => `${descending ? '-' : ''}${by satisfies OrderColumn}`

/** Opaque to clients: the place of the last row they have seen, with the order it belongs to. */
export const encodeCursor = ({ order, place }: { order: Order; place: Place }): string =>
  Buffer.from(JSON.stringify([tagOf(order), place.value, place.docId])).toString('base64url')

/** @throws BadCursorError for anything that `encodeCursor` has not made for this order. */
export const decodeCursor = ({ order, cursor }: { order: Order; cursor: string }): Place => {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursorError()
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts.some((part) => typeof part !== 'string') || parts[0] !== tagOf(order)) throw new BadCursorError()
  return { value: parts[1] as string, docId: parts[2] as string }
}
