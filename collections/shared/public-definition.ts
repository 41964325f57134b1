import type { Kind, PublicKind } from './public-kinds.ts'

/** Documentation of a field, filter, sort or value; English is what the API's documentation prints. */
export type Doc = string | { en: string; vi?: string }

/** `instant`: ISO 8601 in UTC. `day`: a Hanoi day, `YYYY-MM-DD`. `json`: any JSON value. `url`: an absolute address. */
export type ScalarType = 'id' | 'string' | 'int' | 'float' | 'boolean' | 'instant' | 'day' | 'url' | 'json'

/** Values as they are stored and as REST says them (kebab-case); GraphQL says them in UPPER_SNAKE_CASE. */
export interface EnumType {
  type: 'enum'
  /** The GraphQL name of the enumeration; the same name always has the same values. */
  name: string
  values: Readonly<Record<string, Doc>>
}

/** A value of named parts that has no row of its own. */
export interface ObjectType {
  type: 'object'
  /** The GraphQL type name; the same name always has the same fields. */
  name: string
  fields: PublicFields
}

/** Another row of the store. Several kinds make a union and need a `name` for it. */
export interface RefType {
  type: 'ref'
  to: PublicKind | readonly PublicKind[]
  name?: string
}

export interface PublicArgument {
  type: 'string' | 'int' | 'boolean' | EnumType
  doc: Doc
  default?: string | number | boolean
  /** Of an `int`: what is beyond is refused. */
  minimum?: number
  maximum?: number
}

interface FieldTraits {
  doc: Doc
  /** Never null in an answer. A `list` is never null, and neither are its items, whether `required` or not. */
  required?: boolean
  list?: boolean
  /** Large: kept beside the row and read only when it is asked for. Only fields of a kind itself can be heavy. */
  heavy?: boolean
  /** Not projected: made at every read by `src/published/answer` (it depends on other rows, on settings or on the time). */
  answered?: boolean
  /** REST, which has no field arguments, answers with the defaults. */
  args?: Readonly<Record<string, PublicArgument>>
  /** In REST the field is left out unless `fields` names it. */
  onRequest?: boolean
}

export type PublicField = FieldTraits & ({ type: ScalarType } | EnumType | ObjectType | RefType)
export type PublicFields = Readonly<Record<string, PublicField>>

/** How a filter on a reference takes in more than the row it names; see `src/published/expand.ts`. */
export type Expansion =
  /** A category with all below it. */
  | 'category-tree'
  /** A product group with all below it, down to the leaves. */
  | 'group-tree'
  /** A current unit with the units it was formed from; an ended unit alone. */
  | 'unit-history'

/**
 * `equals`: one value. `in`: any of several (REST: comma-separated). `gte`, `lte`, `lt`: ranges.
 * REST: `name=value`, `name.gte=value`; GraphQL: scalars with `equals` alone are plain arguments, others an input of operators.
 */
export type FilterOperator = 'equals' | 'in' | 'gte' | 'lte' | 'lt'

interface FilterTraits {
  doc: Doc
  operators: readonly FilterOperator[]
  /**
   * What the store is asked. `facet`: rows carrying `<facet>:<value>` (of a reference: the id of the row found by slug, number,
   * key or id; of a boolean: `true` or `false`). `column`: `stars` also demands that they hold today; `publishedAt` is the
   * beginning of visibility.
   */
  by: { facet: string; expand?: Expansion } | { column: 'stars' | 'publishedAt' }
}

export type PublicFilter = FilterTraits & ({ type: 'string' | 'int' | 'boolean' | 'instant' | 'day' } | EnumType | { type: 'ref'; to: PublicKind })

/** The order columns of a row. Each is followed by the document's id, so that every order is total. */
export type OrderColumn =
  /** The beginning of visibility. */
  | 'published'
  /** The Vietnamese sort key of the name. */
  | 'name'
  /** What the kind says: position in a tree, date of a decision, stars. */
  | 'rank'

export interface PublicSort {
  by: OrderColumn
  doc: Doc
}

/** How one row is found. `slug` also finds former slugs (answered as moved) and accepted aliases; `key` is a stable natural key. */
export type Lookup = 'id' | 'slug' | 'number' | 'key'

/** What else must be read before a document can be projected: documents of one collection, by id or by a condition. */
export interface Need {
  collection: string
  ids?: readonly string[]
  where?: Readonly<Record<string, { equals: string }>>
  /** At most this many; more is an error, never a silent cut. Default 200. */
  limit?: number
}

/** A stored document as the database gives it: relations are ids. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly id: string }
export type Related = Readonly<Record<string, readonly StoredDocument[]>>

export interface ProjectArgs {
  doc: StoredDocument
  related: Related
  /** Today in Hanoi; a projection that depends on it says by `changesOn` until when it holds. */
  today: string
}

/** Why a thing that was public is not any more, when the public is told (410 and 451). */
export type GoneReason = 'RETRACTED' | 'LEGAL'

/** What the store keeps of one document. */
export interface Projection {
  slug: string | null
  number: number | null
  /** Instants; visible when `visibleFrom <= now < visibleUntil`. `null`: without a beginning, without an end. */
  visibleFrom: string | null
  visibleUntil: string | null
  sortKey: string
  rank: string
  facets: readonly string[]
  stars: number | null
  /** The last day on which `stars` hold. */
  starsThrough: string | null
  /** The Hanoi day on which this projection has to be made anew. */
  changesOn: string | null
  /**
   * Every field that is not `answered`, by name. References are ids, or `{ id, … }` with what the use of an image overrides.
   * What answered fields are made from stands beside them, under names that begin with `_`.
   */
  data: Readonly<Record<string, unknown>>
  /** Further rows it needs, as `kind:id`, beside those that its fields name. */
  refs?: readonly string[]
  gone?: GoneReason
}

/** That documents of this kind must be projected again when a document of another collection changes. */
export interface Dependency {
  collection: string
  /** Only a change of these of its fields matters; without them every change does. */
  fields?: readonly string[]
  /** Which of ours: those whose relation `field` holds the changed document… */
  field?: string
  /** …or those that the changed document names. */
  ids?: (changed: StoredDocument) => readonly string[]
}

export interface PublicDefinition {
  kind: Kind
  /** The name of the list, and in kebab-case the REST path. */
  plural: string
  doc: Doc
  /** Where the documents are. */
  source: { collection: string } | { global: string }
  fields: PublicFields
  lookups: readonly Lookup[]
  filters: Readonly<Record<string, PublicFilter>>
  sorts: Readonly<Record<string, PublicSort>>
  /** A name of `sorts`, with `-` before it for descending. */
  defaultSort: string
  page: { default: number; max: number }
  /** Fields of the collection that the public deliberately does not see under any name. */
  internal: readonly string[]
  /** Fields of the collection that reach the public under another name or through `url`, visibility and the like. */
  covered: readonly string[]
  /** Rounds of reading before `project`: each sees what the rounds before it found. */
  needs?: readonly ((args: { doc: StoredDocument; related: Related }) => Readonly<Record<string, Need | undefined>>)[]
  dependsOn?: readonly Dependency[]
  /** Pure. `null`: the document is not for the public, though published. */
  project: (args: ProjectArgs) => Projection | null
}

/** Fields every kind has, put first in its documentation. */
export const commonFields = {
  id: { type: 'id', required: true, doc: { en: 'Stable identifier.', vi: 'Mã định danh ổn định.' } },
  url: { type: 'url', required: true, answered: true, doc: { en: 'Address of its page on the reader site.', vi: 'Địa chỉ trang trên website.' } },
} as const satisfies PublicFields

/**
 * Declares what the public sees of one kind of document and what it may ask: the one source of GraphQL types and arguments,
 * REST parameters, OpenAPI and the documentation's tables. Checks what types cannot say.
 * @throws Error naming the kind, when a sort or page is out of order or a heavy field is nested.
 */
export const definePublic = (definition: PublicDefinition): PublicDefinition => {
  const fail = (what: string): never => { throw new Error(`Public definition of ${definition.kind}: ${what}`) }
  if (!definition.sorts[definition.defaultSort.replace(/^-/, '')]) fail(`defaultSort "${definition.defaultSort}" is not one of its sorts`)
  if (definition.page.default > definition.page.max) fail('the default page is longer than the longest')
  const both = definition.internal.filter((name) => definition.covered.includes(name) || (name in definition.fields))
  if (both.length > 0) fail(`${both.join(', ')} cannot be internal and public at once`)
  const nested = (fields: PublicFields, path: string): void => {
    for (const [name, field] of Object.entries(fields)) {
      if (path !== '' && field.heavy) fail(`${path}${name} is nested and cannot be heavy`)
      if (field.type === 'ref' && typeof field.to !== 'string' && !field.name) fail(`${path}${name} is a union and needs a name`)
      if (field.type === 'object') nested(field.fields, `${path}${name}.`)
    }
  }
  nested(definition.fields, '')
  return definition
}

/** The English text of a `Doc`. */
export const englishOf = (doc: Doc): string => (typeof doc === 'string' ? doc : doc.en)
