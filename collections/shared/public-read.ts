import type { Projection, StoredDocument } from './public-definition.ts'

/**
 * Readers for documents as the databases give them: a missing value is `undefined` on MongoDB and `null` on SQLite, and a
 * projection may show no difference between the two.
 */
type Values = Readonly<Record<string, unknown>>

export const textOf = (doc: Values, name: string): string | null => {
  const value = doc[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export const numberOf = (doc: Values, name: string): number | null => {
  const value = doc[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export const flagOf = (doc: Values, name: string): boolean => doc[name] === true

/** An instant as ISO 8601 in UTC with milliseconds, so that instants compare as texts. */
export const instantOf = (doc: Values, name: string): string | null => {
  const value = doc[name]
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const instant = new Date(value)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** The id in a relation, however it is stored: bare, as `{ relationTo, value }`, or as a populated document. */
export const idIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return null
  return 'value' in value ? idIn(value.value) : 'id' in value ? idIn(value.id) : null
}

export const refOf = (doc: Values, name: string): string | null => idIn(doc[name])

/** The ids of a relation to many, in order, each once. */
export const refsOf = (doc: Values, name: string): string[] => {
  const value = doc[name]
  return Array.isArray(value) ? [...new Set(value.map(idIn).filter((id) => id !== null))] : []
}

export const textsOf = (doc: Values, name: string): string[] => {
  const value = doc[name]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : []
}

export const rowsOf = (doc: Values, name: string): Values[] => {
  const value = doc[name]
  return Array.isArray(value) ? value.filter((item): item is Values => typeof item === 'object' && item !== null) : []
}

export const groupOf = (doc: Values, name: string): Values => {
  const value = doc[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}
}

/** `name:value` for every value there is. */
export const facets = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined && one !== '').map((one) => `${name}:${String(one)}`))

/** Numbers as texts that compare as the numbers do, from 0 to 999,999,999. */
export const ranked = (value: number | null): string => String(Math.max(0, Math.trunc(value ?? 0))).padStart(9, '0')

/** A projection of a kind that is public as long as its document exists, to be filled with what differs. */
export const alwaysVisible = (parts: Pick<Projection, 'data' | 'sortKey'> & Partial<Projection>): Projection => ({
  slug: null, number: null, visibleFrom: null, visibleUntil: null, rank: '', facets: [], stars: null, starsThrough: null, changesOn: null, ...parts,
})

/** The first related document, when there is one. */
export const firstOf = (related: Readonly<Record<string, readonly StoredDocument[]>>, name: string): StoredDocument | null => related[name]?.[0] ?? null
