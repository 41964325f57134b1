import { createHash } from 'node:crypto'
import type { Projection, PublicDefinition, PublicField, PublicFields } from '../../collections/shared/public-definition.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { idIn } from '../../collections/shared/public-read.ts'

/** The texts that stand for "always was" and "without end", so that instants compare without exceptions. */
export const BEGINNING = '0001-01-01T00:00:00.000Z'
export const ENDLESS = '9999-12-31T23:59:59.999Z'

/**
 * A row as it is written. A withdrawal keeps kind and docId only: no window, facet or look-up matches it. What is gone but has to say
 * so keeps slug, number and its former slugs as well.
 */
export interface RowContent {
  id: string
  kind: Kind
  docId: string
  slug: string | null
  number: number | null
  visibleFrom: string | null
  visibleUntil: string | null
  sortKey: string | null
  rank: string | null
  stars: number | null
  starsThrough: string | null
  changesOn: string | null
  gone: string | null
  facets: string[]
  refs: string[]
  data: string
  heavy: string | null
}

/** What followers of changes know of a row: nothing, or that it is there; and when they must hear of it again. */
export interface Announcement {
  announced: boolean
  edge: string | null
}

export const rowId = ({ kind, id }: { kind: Kind; id: string }): string => `${kind}:${id}`

/** The references, as `kind:id`, that a row or a part of one names in its fields. */
export const refsIn = (fields: PublicFields, data: Readonly<Record<string, unknown>>): string[] => [
  // A text says by itself what it needs, links included.
  ...(Array.isArray(data['_refs']) ? (data['_refs'] as string[]) : []),
  ...Object.entries(fields).flatMap(([name, field]) => (field.answered ? [] : [data[name]].flat().flatMap((value) => refsOfValue(field, value)))),
]

const refsOfValue = (field: PublicField, value: unknown): string[] => {
  if (value === null || value === undefined) return []
  if (field.type === 'object') return refsIn(field.fields, value as Record<string, unknown>)
  if (field.type !== 'ref') return []
  const id = idIn(value)
  const kind = typeof field.to === 'string' ? field.to : (value as { kind?: Kind }).kind
  return id === null || kind === undefined ? [] : [`${kind}:${id}`]
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

/** The row of a projection; the tombstone when there is none. */
export const rowOf = ({ definition, docId, projection }: { definition: PublicDefinition; docId: string; projection: Projection | null }): RowContent => {
  const { kind } = definition
  const bare: RowContent = {
    id: rowId({ kind, id: docId }), kind, docId, slug: null, number: null, visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, stars: null, starsThrough: null,
    changesOn: null, gone: null, facets: [], refs: [], data: '{}', heavy: null,
  }
  if (!projection) return bare
  const { slug, number, data } = projection
  if (projection.gone) {
    return { ...bare, slug, number, gone: projection.gone, facets: unique(projection.facets), data: JSON.stringify({ ...data, _visibleFrom: projection.visibleFrom ?? BEGINNING }) }
  }
  const entries = Object.entries(data)
  const isHeavy = ([name]: [string, unknown]): boolean => definition.fields[name]?.heavy === true
  const heavy = entries.filter(isHeavy)
  return {
    ...bare,
    slug,
    number,
    visibleFrom: projection.visibleFrom ?? BEGINNING,
    visibleUntil: projection.visibleUntil ?? ENDLESS,
    sortKey: projection.sortKey,
    rank: projection.rank,
    stars: projection.stars,
    starsThrough: projection.starsThrough,
    changesOn: projection.changesOn,
    facets: unique(projection.facets),
    refs: unique([...refsIn(definition.fields, data), ...(projection.refs ?? [])]).filter((ref) => ref !== bare.id),
    data: JSON.stringify(Object.fromEntries(entries.filter((entry) => !isHeavy(entry)))),
    heavy: heavy.length === 0 ? null : JSON.stringify(Object.fromEntries(heavy)),
  }
}

/** What is written of the times of a row that was `known` so far. */
export const timesOf = ({ known, isSame, announced, now }: {
  known: { announced: boolean; modifiedAt: string | null; withdrawnAt: string | null } | null
  /** Whether the content is to be taken as unchanged. */
  isSame: boolean
  announced: boolean
  now: string
}): { modifiedAt: string; withdrawnAt: string | null } => ({
  modifiedAt: (isSame && known?.modifiedAt) || now,
  withdrawnAt: announced ? null : known?.announced ? now : (known?.withdrawnAt ?? null),
})

/** Equal for rows that say the same. */
export const hashOf = (row: RowContent): string => createHash('sha256').update(JSON.stringify(row)).digest('base64url')

/** Visible at an instant: `visibleFrom <= now < visibleUntil`. */
export const visibleAt = ({ visibleFrom, visibleUntil }: Pick<RowContent, 'visibleFrom' | 'visibleUntil'>, now: string): boolean =>
  visibleFrom !== null && visibleFrom <= now && (visibleUntil === null || now < visibleUntil)

/** What followers are to know of a row at an instant, and the next instant at which that changes. */
export const announcementAt = (row: Pick<RowContent, 'visibleFrom' | 'visibleUntil'>, now: string): Announcement => {
  const { visibleFrom, visibleUntil } = row
  if (visibleFrom === null || (visibleUntil !== null && (visibleUntil <= now || visibleUntil <= visibleFrom))) return { announced: false, edge: null }
  if (now < visibleFrom) return { announced: false, edge: visibleFrom }
  return { announced: true, edge: visibleUntil === ENDLESS ? null : visibleUntil }
}
