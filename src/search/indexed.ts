import { definitions } from '../published/kinds.ts'
import type { PublishedRow, Ref } from '../published/store.ts'
import type { NamedKind, SearchKind } from './kinds.ts'

/** A document as the index takes it. Instants are milliseconds, so that they compare quickly. */
export interface IndexedDocument {
  /** `kind:id`. */
  ref: string
  kind: SearchKind
  title: string
  lead: string
  /** Further names that are its own: a trade name, a short title, a district of former times. */
  names: string
  from: number
  until: number
  stars: number | null
  /** The last day on which `stars` hold. */
  starsThrough: string | null
  /** `kind:id` of what it names. */
  refs: string[]
}

/** Something with a name. */
export interface NamedThing {
  ref: string
  kind: NamedKind
  /** What it is found by; empty for what is no reason to find anything. */
  searched: string
  name: string
  slug: string | null
  key: string | null
  /** Of units: `province` or `commune`. */
  level: string | null
  /** Of trees: what it stands in, as `kind:id`. */
  ancestors: string[]
  /** Of units: what it became. */
  successors: string[]
  validFrom: string | null
  validTo: string | null
}

type Data = Readonly<Record<string, unknown>>
const text = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '')
const textOrNull = (data: Data, name: string): string | null => text(data, name) || null
const idsIn = (data: Data, ...names: string[]): string[] => names.flatMap((name) => data[name] ?? []).filter((id): id is string => typeof id === 'string')
const refs = (kind: Ref['kind'], ids: readonly string[]): string[] => ids.map((id) => `${kind}:${id}`)

/** The last instants of the store reach beyond what a clock shows; as numbers they are still in order. */
const instant = (value: string): number => Date.parse(value)

/** What is indexed of a row. */
export const documentOf = ({ kind, id, data, visibleFrom, visibleUntil, stars, starsThrough }: PublishedRow): IndexedDocument => {
  const isArticle = kind === 'article'
  const named = isArticle
    ? [...refs('category', idsIn(data, 'category', 'categories')), ...refs('topic', idsIn(data, 'topics')), ...refs('administrativeUnit', idsIn(data, 'provinces'))]
    : [...refs('producer', idsIn(data, 'producer')), ...refs('partnerBrand', idsIn(data, 'brand')), ...refs('productGroup', idsIn(data, 'group')), ...refs('administrativeUnit', idsIn(data, 'province', 'unit'))]
  return {
    ref: `${kind}:${id}`,
    kind: isArticle ? 'article' : 'product',
    title: text(data, isArticle ? 'title' : 'name'),
    lead: text(data, isArticle ? 'lead' : 'summary'),
    names: (isArticle ? [text(data, 'shortTitle'), text(data, 'kicker')] : [text(data, 'tradeName'), text(data, 'formerDistrict')]).filter(Boolean).join(' '),
    from: instant(visibleFrom),
    until: instant(visibleUntil),
    stars,
    starsThrough,
    refs: [...new Set(named)],
  }
}

/** Categories and groups are filtered and counted by; one finds nothing through their names, which say less than the things in them. */
const silentKinds: readonly NamedKind[] = ['category', 'productGroup']

/** What is known of a row that others name. */
export const namedThingOf = ({ kind, id, slug, data }: PublishedRow): NamedThing => {
  const named = kind as NamedKind
  const parent = idsIn(data, 'parent')
  return {
    ref: `${kind}:${id}`,
    kind: named,
    name: text(data, 'name'),
    searched: silentKinds.includes(named) ? '' : text(data, 'fullName') || text(data, 'name'),
    slug,
    key: definitions[kind].lookups.includes('key') ? textOrNull(data, 'key') : null,
    level: named === 'administrativeUnit' ? textOrNull(data, 'level') : null,
    ancestors: refs(kind, 'ancestors' in data ? idsIn(data, 'ancestors') : parent),
    successors: refs(kind, ((data['successors'] ?? []) as { unit?: unknown }[]).flatMap(({ unit }) => (typeof unit === 'string' ? [unit] : []))),
    validFrom: textOrNull(data, 'validFrom'),
    validTo: textOrNull(data, 'validTo'),
  }
}
