import type { PublicField, PublicFields } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { definitions } from '../../published/kinds.ts'
import { refused } from './read-parameters.ts'

/** What is to be answered of a thing: its fields by name, each with what is to be answered of the parts or rows in it. */
export type Selection = ReadonlyMap<string, Parts | null>

/** By kind, or by the name of the object type. Rows of several kinds say which one they are. */
export interface Parts {
  union: boolean
  of: Readonly<Record<string, Selection>>
}

/**
 * How much of a thing is answered when nothing is said: `whole` where it was asked for by itself, `item` in a list or where it was
 * included, `teaser` in the boxes of a page and in the mixed list, `card` where something refers to it.
 */
export type Extent = 'whole' | 'item' | 'teaser' | 'card'

/** The kinds that stand in boxes. */
export const teaserKinds = ['article', 'product'] as const satisfies readonly PublicKind[]

/** References that a path in `fields` or `include` may cross. */
const REFERENCES_MAX = { fields: 3, include: 2 } as const

const namingFields = ['id', 'url', 'slug', 'number', 'title', 'name']
// A picture is of no use without its description and its sizes, and refers to nothing itself.
const cardFields: Partial<Readonly<Record<PublicKind, readonly string[]>>> = {
  image: ['id', 'url', 'width', 'height', 'alt', 'caption', 'credit', 'placeholder', 'srcset'],
  // The `title` of an author is a position, not a name.
  author: ['id', 'url', 'slug', 'name'],
}

/** What names a thing where another refers to it. */
export const isOnCard = (kind: PublicKind, name: string): boolean => (cardFields[kind] ?? namingFields).includes(name)

/** Takes reading of its own for every thing: left out of lists unless it is asked for. */
export const isCostly = (field: PublicField): boolean => field.heavy === true || (field.answered === true && field.type === 'ref')

/** Whether a field of a kind is answered when neither `fields` nor `include` names it. */
export const isAnswered = ({ kind, name, field, extent }: { kind: PublicKind; name: string; field: PublicField; extent: Extent }): boolean => {
  if (field.onRequest) return false
  if (extent === 'card') return isOnCard(kind, name)
  if (extent === 'teaser') return !isCostly(field) && !field.list && name !== 'seo'
  return extent === 'whole' || !isCostly(field)
}

/** The kinds a reference leads to. */
export const kindsOf = (field: Extract<PublicField, { type: 'ref' }>): readonly PublicKind[] => (typeof field.to === 'string' ? [field.to] : field.to)

type Path = readonly string[]

const unionOf = (kinds: readonly PublicKind[], select: (kind: PublicKind) => Selection): Parts => {
  // `kind` says which of several kinds a row is; a field of that name would be hidden by it.
  const hidden = kinds.length > 1 ? kinds.find((kind) => 'kind' in definitions[kind].fields) : undefined
  if (hidden) throw new Error(`${hidden} has a field "kind" and cannot stand in a union`)
  return { union: kinds.length > 1, of: Object.fromEntries(kinds.map((kind) => [kind, select(kind)])) }
}

const partsOf = (field: PublicField): Parts | null => {
  if (field.type === 'ref') return unionOf(kindsOf(field), (kind) => defaultSelection({ kind, extent: 'card' }))
  if (field.type === 'object') return { union: false, of: { [field.name]: new Map(Object.entries(field.fields).map(([name, part]) => [name, partsOf(part)])) } }
  return null
}

/** What is answered of a kind when nothing is said. */
export const defaultSelection = ({ kind, extent }: { kind: PublicKind; extent: Extent }): Selection =>
  new Map(Object.entries(definitions[kind].fields).filter(([name, field]) => isAnswered({ kind, name, field, extent })).map(([name, field]) => [name, partsOf(field)]))

const mergeParts = (a: Parts | null, b: Parts | null): Parts | null => {
  if (!a || !b) return a ?? b
  const types = [...new Set([...Object.keys(a.of), ...Object.keys(b.of)])]
  return { union: a.union, of: Object.fromEntries(types.map((type) => [type, merged(a.of[type] ?? new Map(), b.of[type] ?? new Map())])) }
}

const merged = (a: Selection, b: Selection): Selection => {
  const both = new Map(a)
  for (const [name, parts] of b) both.set(name, mergeParts(both.get(name) ?? null, parts))
  return both
}

type Mode = keyof typeof REFERENCES_MAX
interface Asked {
  mode: Mode
  path: Path
}

const written = ({ path }: Asked): string => path.join('.')

/** The parts behind the rest of a path, in rows of these kinds. */
const inKinds = ({ kinds, asked, at, crossed }: { kinds: readonly PublicKind[]; asked: Asked; at: number; crossed: number }): Parts => {
  const { mode, path } = asked
  const max = REFERENCES_MAX[mode]
  if (crossed > max) throw refused({ parameter: mode, code: 'LIMIT', detail: `"${written(asked)}" in "${mode}" crosses more than ${max} references.` })
  if (at === path.length) return unionOf(kinds, (kind) => defaultSelection({ kind, extent: mode === 'include' ? 'item' : 'card' }))
  const name = path[at] ?? ''
  const having = kinds.filter((kind) => name in definitions[kind].fields)
  if (having.length === 0) throw unknown({ asked, at, allowed: [...new Set(kinds.flatMap((kind) => Object.keys(definitions[kind].fields)))] })
  return unionOf(kinds, (kind) => {
    const base: Selection = mode === 'include' && crossed > 0 ? defaultSelection({ kind, extent: 'item' }) : new Map()
    return having.includes(kind) ? merged(base, inFields({ fields: definitions[kind].fields, asked, at, crossed })) : base
  })
}

const unknown = ({ asked, at, allowed }: { asked: Asked; at: number; allowed: readonly string[] }) => {
  const { mode, path } = asked
  const where = at === 0 ? '' : ` of "${path.slice(0, at).join('.')}"`
  return refused({ parameter: mode, allowed, detail: `"${written(asked)}" in "${mode}" names no field${where}; there are ${allowed.join(', ')}.` })
}

const inFields = ({ fields, asked, at, crossed }: { fields: PublicFields; asked: Asked; at: number; crossed: number }): Selection => {
  const { mode, path } = asked
  const name = path[at] ?? ''
  const field = fields[name]
  if (!field || !Object.hasOwn(fields, name)) throw unknown({ asked, at, allowed: Object.keys(fields) })
  if (crossed > 0 && isCostly(field)) throw refused({ parameter: mode, detail: `"${written(asked)}" in "${mode}": "${name}" is answered of the thing itself only, not of what it refers to.` })
  const isLast = at + 1 === path.length
  if (field.type === 'ref') return new Map([[name, isLast && mode === 'fields' ? partsOf(field) : inKinds({ kinds: kindsOf(field), asked, at: at + 1, crossed: crossed + 1 })]])
  if (isLast) return new Map([[name, partsOf(field)]])
  if (field.type !== 'object') throw refused({ parameter: mode, detail: `"${written(asked)}" in "${mode}": "${name}" has no fields of its own.` })
  const inner = inFields({ fields: field.fields, asked, at: at + 1, crossed })
  // With `include` the part stays whole around what is included in it.
  return new Map([[name, mergeParts(mode === 'include' ? partsOf(field) : null, { union: false, of: { [field.name]: inner } })]])
}

const pathsIn = (names: readonly string[] | undefined, mode: Mode): Asked[] => (names ?? []).map((name) => ({ mode, path: name.split('.') }))

/** What `include` can name for a kind: references, also within parts, and what is left out otherwise. */
export const includable = ({ kind, extent }: { kind: PublicKind; extent: Extent }): string[] => {
  const refsIn = (fields: PublicFields, before: string): string[] =>
    Object.entries(fields).flatMap(([name, field]) => (field.type === 'ref' ? [`${before}${name}`] : field.type === 'object' ? refsIn(field.fields, `${before}${name}.`) : []))
  const { fields } = definitions[kind]
  const leftOut = Object.entries(fields).filter(([name, field]) => !isAnswered({ kind, name, field, extent })).map(([name]) => name)
  return [...new Set([...refsIn(fields, ''), ...leftOut])]
}

const checkInclude = ({ asked, kinds, extent }: { asked: Asked; kinds: readonly PublicKind[]; extent: Extent }): void => {
  const name = written(asked)
  // Paths that go on behind a reference are checked where they lead.
  const allowed = [...new Set(kinds.flatMap((kind) => includable({ kind, extent })))]
  if (allowed.some((one) => name === one || name.startsWith(`${one}.`))) return
  throw refused({ parameter: 'include', allowed, detail: allowed.length === 0 ? 'Nothing can be included here.' : `"${name}" in "include" is neither a reference nor left out otherwise; allowed are ${allowed.join(', ')}.` })
}

/**
 * What a request asks of things of these kinds by `fields` and `include`.
 * @throws ProblemError 400 naming the path and what there is.
 */
export const selectionOf = ({ kinds, extent, fields, include }: { kinds: readonly PublicKind[]; extent: Extent; fields?: readonly string[]; include?: readonly string[] }): Parts => {
  const base = fields ? null : unionOf(kinds, (kind) => defaultSelection({ kind, extent }))
  const named = pathsIn(fields, 'fields')
  const included = pathsIn(include, 'include')
  for (const asked of included) checkInclude({ asked, kinds, extent })
  const parts = [...named, ...included].map((asked) => inKinds({ kinds, asked, at: 0, crossed: 0 }))
  return parts.reduce<Parts | null>(mergeParts, base) ?? unionOf(kinds, () => new Map())
}

/** Whether a selection asks for something that takes reading of its own for every thing. */
export const isCostlySelection = ({ kinds, selected }: { kinds: readonly PublicKind[]; selected: Parts }): boolean =>
  kinds.some((kind) => [...(selected.of[kind]?.keys() ?? [])].some((name) => { const field = definitions[kind].fields[name]; return field !== undefined && isCostly(field) }))
