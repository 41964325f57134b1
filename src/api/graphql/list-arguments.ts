import {
  GraphQLBoolean, GraphQLEnumType, type GraphQLFieldConfigArgumentMap, GraphQLInputObjectType, type GraphQLInputType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString,
} from 'graphql'
import { englishOf, type FilterOperator, type PublicDefinition, type PublicFilter } from '../../../collections/shared/public-definition.ts'
import type { FilterInput, FilterInputs, FilterValue } from '../../published/query.ts'
import { refuse } from '../read/refuse.ts'
import { enumName, typeName } from './names.ts'
import type { ObjectTypes } from './object-types.ts'
import { Day, Instant } from './scalars.ts'

const scalarOf = ({ filter, types }: { filter: PublicFilter; types: ObjectTypes }): GraphQLInputType => {
  if (filter.type === 'enum') return types.enumOf(filter)
  return { string: GraphQLString, ref: GraphQLString, int: GraphQLInt, boolean: GraphQLBoolean, instant: Instant, day: Day }[filter.type]
}

const meanings: Readonly<Record<FilterOperator, string>> = {
  equals: 'This value.', in: 'Any of these.', gte: 'This or more.', lte: 'This or less.', lt: 'Less than this.',
}

/** A filter with several operators takes them as parts of an object; one that knows `equals` alone takes the value itself. */
const filterType = ({ owner, name, filter, types }: { owner: string; name: string; filter: PublicFilter; types: ObjectTypes }): GraphQLInputType => {
  const scalar = scalarOf({ filter, types })
  if (filter.operators.length === 1 && filter.operators[0] === 'equals') return scalar
  return new GraphQLInputObjectType({
    name: `${owner}Filter${typeName(name)}`,
    description: englishOf(filter.doc),
    fields: Object.fromEntries(filter.operators.map((operator) => [operator, {
      type: operator === 'in' ? new GraphQLList(new GraphQLNonNull(scalar)) : scalar,
      description: meanings[operator],
    }])),
  })
}

/** What a list can be narrowed by, as one input; all of it has to hold. `owner`: the name of what is listed, before `Filter`. */
export const filterInput = ({ owner, filters, types }: { owner: string; filters: PublicDefinition['filters']; types: ObjectTypes }): GraphQLInputObjectType => new GraphQLInputObjectType({
  name: `${owner}Filter`,
  description: 'All of these have to hold.',
  fields: Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, {
    type: filterType({ owner, name, filter, types }),
    description: filter.type === 'ref' ? `${englishOf(filter.doc)} Named by slug or id.` : englishOf(filter.doc),
  }])),
})

/** The arguments of the list of a kind: filter, sort, first, after. */
export const listArguments = ({ definition, types }: { definition: PublicDefinition; types: ObjectTypes }): GraphQLFieldConfigArgumentMap => {
  const { kind, filters, sorts, page, defaultSort } = definition
  const name = typeName(kind)
  const sortValues = Object.entries(sorts).flatMap(([sort, { doc }]) => [
    [enumName(`${sort}-asc`), { value: sort, description: `${englishOf(doc)} Ascending.` }],
    [enumName(`${sort}-desc`), { value: `-${sort}`, description: `${englishOf(doc)} Descending.` }],
  ] as const)
  return {
    ...(Object.keys(filters).length > 0 ? { filter: { type: filterInput({ owner: name, filters, types }), description: 'Only those for which all of this holds.' } } : {}),
    sort: { type: new GraphQLEnumType({ name: `${name}Sort`, description: `Orders of ${definition.plural}.`, values: Object.fromEntries(sortValues) }), defaultValue: defaultSort, description: 'The order.' },
    first: { type: GraphQLInt, defaultValue: page.default, extensions: { most: page.max }, description: `How many, from 1 to ${page.max}.` },
    after: { type: GraphQLString, description: 'The `endCursor` of the page before, with the same sort.' },
  }
}

/** What `filter` asks, operator by operator. @throws ProblemError for a filter that is named and asks nothing. */
export const filterInputs = ({ definition, filter }: { definition: Pick<PublicDefinition, 'filters'>; filter: Readonly<Record<string, unknown>> | null | undefined }): FilterInputs =>
  Object.fromEntries(Object.entries(filter ?? {}).flatMap(([name, asked]): [string, FilterInput][] => {
    if (asked === null || asked === undefined) return []
    if (typeof asked !== 'object') return [[name, { equals: asked as FilterValue }]]
    const input = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)) as FilterInput
    if (Object.keys(input).length > 0) return [[name, input]]
    const operators = definition.filters[name]?.operators ?? []
    throw refuse({ argument: name, detail: `"${name}" asks nothing: give ${operators.map((operator) => `"${operator}"`).join(' or ')}, or leave it out.`, allowed: operators })
  }))

/** @throws ProblemError when `first` is not from 1 to the most this kind gives. */
export const checkFirst = ({ definition: { page }, first }: { definition: PublicDefinition; first: number }): void => {
  if (first < 1) throw refuse({ argument: 'first', detail: `"first" is ${first}, and has to be from 1 to ${page.max}.` })
  if (first > page.max) throw refuse({ argument: 'first', code: 'LIMIT', detail: `"first" is ${first}, and may be at most ${page.max}.` })
}
