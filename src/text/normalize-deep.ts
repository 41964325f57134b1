import { nfc } from './nfc.ts'

const isPlainObject = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const normalizeArray = (items: readonly unknown[]): readonly unknown[] => {
  const normal = items.map(normalizeDeep)
  return normal.some((item, index) => !Object.is(item, items[index])) ? normal : items
}

const normalizeObject = (value: Record<string, unknown>): Record<string, unknown> => {
  const entries = Object.entries(value)
  const normal = entries.map(([name, item]): [string, unknown] => [name, normalizeDeep(item)])
  if (normal.every(([, item], index) => Object.is(item, entries[index]?.[1]))) return value
  // fromEntries defines properties: a key named __proto__ stays a key.
  const copy: Record<string, unknown> = Object.fromEntries(normal)
  return Object.getPrototypeOf(value) === null ? Object.setPrototypeOf(copy, null) : copy
}

/**
 * A JSON-like value with every string in it in the stored form (`nfc`). Names of properties stay as they are, and so do
 * objects that are not plain (dates, buffers, files). The value itself is never changed: where nothing had to
 * change, the same reference comes back, so `===` tells.
 */
export const normalizeDeep = <T>(value: T): T => {
  const normal = (): unknown => {
    if (typeof value === 'string') return nfc(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return normalizeArray(value)
    return isPlainObject(value) ? normalizeObject(value) : value
  }
  return normal() as T
}
