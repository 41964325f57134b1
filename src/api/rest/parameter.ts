import type { EnumType, PublicDefinition, PublicFilter } from '../../../collections/shared/public-definition.ts'
import { englishOf } from '../../../collections/shared/public-definition.ts'

/** What a parameter takes; of an enumeration one of its values, of a reference the name of a row. */
export type ParameterType = 'string' | 'int' | 'boolean' | 'instant' | 'day' | EnumType

export type ParameterValue = string | number | boolean

/** Values of one parameter: beyond that a list is two lists. */
export const VALUES_MAX = 20
/** Characters of one value. */
export const TEXT_MAX = 200

/** One query parameter: what reads it, what OpenAPI says of it and what the documentation prints. */
export interface Parameter {
  name: string
  type: ParameterType
  doc: string
  /** Several values, separated by commas. */
  several?: boolean
  /** Most values of `several`. Default `VALUES_MAX`. */
  valuesMax?: number
  required?: boolean
  default?: ParameterValue
  minimum?: number
  maximum?: number
  /** Longest text that is taken, in characters. Default `TEXT_MAX`. */
  length?: number
  example?: ParameterValue
}

const typeOf = (filter: PublicFilter): ParameterType => (filter.type === 'ref' ? 'string' : filter.type === 'enum' ? { type: 'enum', name: filter.name, values: filter.values } : filter.type)

const operatorDocs: Readonly<Record<string, string>> = { gte: 'At least this: ', lte: 'At most this: ', lt: 'Before this: ' }

/** `name` for one value (or several, where the filter takes them), `name.gte` and the like for ranges. */
export const filterParameters = ([name, filter]: [string, PublicFilter]): Parameter[] => {
  const doc = englishOf(filter.doc)
  const named = filter.type === 'ref' ? `${doc} Named by slug or id.` : doc
  const plain: Parameter = { name, type: typeOf(filter), several: filter.operators.includes('in'), doc: named }
  const ranges = filter.operators.filter((operator) => operator !== 'equals' && operator !== 'in')
  return [
    ...(filter.operators.some((operator) => operator === 'equals' || operator === 'in') ? [plain] : []),
    ...ranges.map((operator): Parameter => ({ name: `${name}.${operator}`, type: typeOf(filter), doc: `${operatorDocs[operator] ?? ''}${doc[0]?.toLowerCase() ?? ''}${doc.slice(1)}` })),
  ]
}

export const afterParameter: Parameter = { name: 'after', type: 'string', length: 4000, doc: 'The cursor `next` of the page before, with everything else as it was.' }

/** How many items a page has. */
export const firstParameter = ({ page }: Pick<PublicDefinition, 'page'>): Parameter =>
  ({ name: 'first', type: 'int', minimum: 1, maximum: page.max, default: page.default, doc: `How many, at most ${page.max}.` })

export const fieldsParameter: Parameter = {
  name: 'fields', type: 'string', several: true, valuesMax: 100,
  doc: 'Only these fields, separated by commas; a point leads into a part or a reference: `title,cover.url`. The answer then holds what is named and nothing else, and what its schema calls required may be absent.',
}

export const includeParameter: Parameter = {
  name: 'include', type: 'string', several: true, valuesMax: 100,
  doc: 'References to answer whole instead of as cards, and fields that are left out otherwise, separated by commas: `category,bylines.author`.',
}

/** The names of the sorts, ascending and descending. */
export const sortNames = ({ sorts }: Pick<PublicDefinition, 'sorts'>): string[] => Object.keys(sorts).flatMap((name) => [name, `-${name}`])

const sortParameter = (definition: PublicDefinition): Parameter => ({
  name: 'sort',
  type: { type: 'enum', name: 'Sort', values: Object.fromEntries(sortNames(definition).map((name) => [name, ''])) },
  default: definition.defaultSort,
  doc: `Order; \`-\` before the name turns it round. ${Object.entries(definition.sorts).map(([name, { doc }]) => `\`${name}\`: ${englishOf(doc)}`).join(' ')}`,
})

/** What may be asked of the list of a kind. */
export const listParameters = (definition: PublicDefinition): Parameter[] => [
  ...Object.entries(definition.filters).flatMap(filterParameters),
  sortParameter(definition),
  firstParameter(definition),
  afterParameter,
  fieldsParameter,
  includeParameter,
]
