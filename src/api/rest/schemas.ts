import { type Doc, englishOf, type EnumType, type ObjectType, type PublicField, type PublicFields } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { definitions, isSingleton, publicDefinitions } from '../../published/kinds.ts'
import { type Extent, isAnswered, isCostly, kindsOf, teaserKinds } from './selection.ts'

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 takes. */
export type JsonSchema = { [keyword: string]: unknown }
export type JsonSchemas = Record<string, JsonSchema>

const pascal = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`

const suffixes: Readonly<Record<Extent, string>> = { whole: '', item: 'Item', teaser: 'Teaser', card: 'Card' }

/** The name of the schema of a kind. */
export const schemaName = (kind: PublicKind, extent: Extent): string => `${pascal(kind)}${suffixes[extent]}`

export const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

const scalars = {
  id: { type: 'string' },
  string: { type: 'string' },
  int: { type: 'integer' },
  float: { type: 'number' },
  boolean: { type: 'boolean' },
  instant: { type: 'string', format: 'date-time' },
  day: { type: 'string', format: 'date' },
  url: { type: 'string', format: 'uri' },
  json: { type: 'object' },
} as const

/** The schema of a single scalar. */
export const scalarSchema = (type: keyof typeof scalars): JsonSchema => ({ ...scalars[type] })

const nullable = (schema: JsonSchema): JsonSchema => (typeof schema['type'] === 'string' ? { ...schema, type: [schema['type'], 'null'] } : { anyOf: [schema, { type: 'null' }] })

const enumSchema = ({ values }: EnumType): JsonSchema => ({
  type: 'string',
  enum: Object.keys(values),
  description: Object.entries(values).map(([value, doc]) => `\`${value}\`: ${englishOf(doc)}`).join('\n'),
})

const single = (field: PublicField): JsonSchema => {
  if (field.type === 'ref') return kindsOf(field).length > 1 ? refTo(field.name ?? '') : refTo(schemaName(kindsOf(field)[0] as PublicKind, 'card'))
  return field.type === 'enum' || field.type === 'object' ? refTo(field.name) : scalarSchema(field.type)
}

/** A field as it is answered: a list is never null, anything else only when it is required. */
export const fieldSchema = (field: PublicField): JsonSchema => {
  const one = single(field)
  const schema = field.list ? { type: 'array', items: one } : field.required ? one : nullable(one)
  const notes = [englishOf(field.doc), field.onRequest ? 'Left out unless `fields` or `include` names it.' : isCostly(field) ? 'In lists left out unless `fields` or `include` names it.' : '']
  return { ...schema, description: notes.filter(Boolean).join(' ') }
}

const propertiesOf = (fields: PublicFields): JsonSchemas => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]))

const objectSchema = ({ fields }: ObjectType): JsonSchema => ({ type: 'object', properties: propertiesOf(fields), required: Object.keys(fields) })

/** Rows of several kinds: each says by `kind` which one it is. */
export const unionSchema = ({ kinds, extent, description }: { kinds: readonly PublicKind[]; extent: Extent; description: Doc }): JsonSchema => ({
  description: englishOf(description),
  oneOf: kinds.map((kind) => ({ allOf: [refTo(schemaName(kind, extent)), { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] }] })),
})

/** The named types in these fields, and in theirs. */
const typesIn = (fields: PublicFields): JsonSchemas =>
  Object.assign({}, ...Object.values(fields).map((field): JsonSchemas => {
    if (field.type === 'enum') return { [field.name]: enumSchema(field) }
    if (field.type === 'object') return { [field.name]: objectSchema(field), ...typesIn(field.fields) }
    if (field.type === 'ref' && kindsOf(field).length > 1) return { [field.name ?? '']: unionSchema({ kinds: kindsOf(field), extent: 'card', description: field.doc }) }
    return {}
  })) as JsonSchemas

const requiredAt = (kind: PublicKind, extent: Extent): string[] =>
  Object.entries(definitions[kind].fields).filter(([name, field]) => isAnswered({ kind, name, field, extent })).map(([name]) => name)

const extentDocs: Readonly<Record<Extent, string>> = {
  whole: 'As it is answered when it is asked for by itself.',
  item: 'As it stands in lists, and where it was included.',
  teaser: 'As it stands in the boxes of a page and in the mixed list: without lists and long texts.',
  card: 'As other things refer to it; `include` makes it whole.',
}

const kindSchemas = (kind: PublicKind): JsonSchemas => {
  const { fields, doc } = definitions[kind]
  const name = `${pascal(kind)}Fields`
  const extents: Extent[] = isSingleton(definitions[kind]) ? ['whole'] : ['whole', 'item', 'card', ...((teaserKinds as readonly PublicKind[]).includes(kind) ? ['teaser' as const] : [])]
  return {
    ...Object.fromEntries(extents.map((extent) => [
      schemaName(kind, extent),
      { description: `${englishOf(doc)} ${extentDocs[extent]}`, allOf: [refTo(name)], required: requiredAt(kind, extent) },
    ])),
    [name]: { description: `${englishOf(doc)} Every field there is; all that \`fields\` can leave.`, type: 'object', properties: propertiesOf(fields) },
    ...typesIn(fields),
  }
}

/** The schemas of everything public, by name. */
export const publicSchemas = (): JsonSchemas => Object.assign({}, ...publicDefinitions.map(({ kind }) => kindSchemas(kind))) as JsonSchemas

/** A page of a list. */
export const pageSchema = ({ item }: { item: JsonSchema }): JsonSchema => ({
  type: 'object',
  properties: {
    items: { type: 'array', items: item, description: 'What stands on this page.' },
    next: { type: ['string', 'null'], description: 'The cursor of the next page, for `after`; null on the last page.' },
  },
  required: ['items', 'next'],
})
