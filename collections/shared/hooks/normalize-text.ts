import type { CollectionBeforeValidateHook, GlobalBeforeValidateHook } from 'payload'
import { normalizeDeep } from '../../../src/text/normalize-deep.ts'

// Logging in compares the bytes that were typed: a password stays as it is.
const normalized = (data: unknown) => {
  if (typeof data !== 'object' || data === null) return data
  const { password, ...texts } = data as { password?: unknown }
  return { ...normalizeDeep(texts), ...(password === undefined ? {} : { password }) }
}

/** Brings every text of a document into NFC before anything looks at it: the one place where this happens. */
export const normalizeText: CollectionBeforeValidateHook & GlobalBeforeValidateHook = ({ data }: { data?: unknown }) =>
  normalized(data) as never
