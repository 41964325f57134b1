import {
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, getNamedType, getNullableType, getOperationAST, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isAbstractType,
  isCompositeType, isListType, isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql'

/** Items of a list whose length nothing says: the parts of a thing and what it refers to are few, and as many as its editors gave it. */
export const UNSAID = 5

/** What introspection costs, whatever it names: graphql-js bounds how deep it goes, and nothing is read for it. */
export const INTROSPECTION = 1_000

type Variables = Readonly<Record<string, unknown>>

interface Operation {
  schema: GraphQLSchema
  document: DocumentNode
  operationName?: string | null | undefined
  variables?: Variables | null | undefined
}

export interface Cost {
  cost: number
  /** By its name in the answer. */
  dearest: { name: string; cost: number } | null
}

const whole = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) ? Math.max(0, value) : undefined)

/** The value that a variable has, or its default. */
const variableValue = ({ name, operation, variables }: { name: string; operation: OperationDefinitionNode; variables: Variables }): unknown => {
  if (variables[name] !== undefined) return variables[name]
  const written = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue
  return written?.kind === Kind.INT ? Number(written.value) : undefined
}

const numberIn = ({ value, operation, variables }: { value: ValueNode | undefined; operation: OperationDefinitionNode; variables: Variables }): number | undefined => {
  if (value?.kind === Kind.INT) return whole(Number(value.value))
  return value?.kind === Kind.VARIABLE ? whole(variableValue({ name: value.name.value, operation, variables })) : undefined
}

const itemsOf = (field: GraphQLField<unknown, unknown>): number | undefined => whole(field.extensions['items'])

/** The names of the variables that lengths of lists are taken from. */
export const sizeVariables = (document: DocumentNode): string[] => {
  const names = new Set<string>()
  const inSet = ({ selections }: SelectionSetNode): void => selections.forEach((node) => {
    if (node.kind === Kind.FIELD) for (const { name, value } of node.arguments ?? []) if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value)
    if (node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet) inSet(node.selectionSet)
  })
  for (const definition of document.definitions) if ('selectionSet' in definition) inSet(definition.selectionSet)
  return [...names]
}

/**
 * What an operation costs, and the dearest of its root fields: one for every field, as often as the lists around it have items. The length of a list is
 * its `first` (literal, variable or default, and no more than the argument takes), else what the schema says that it holds at most
 * (`extensions.items`), else five. A field with `first` that is no list itself gives its length to the lists directly in it. Of types that
 * exclude each other the dearest counts; fragments count at every use, and what `@skip` and `@include` leave out counts too.
 */
export const operationCost = ({ schema, document, operationName, variables }: Operation): Cost => {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!operation || !root) return { cost: 0, dearest: null }
  const values = variables ?? {}
  const fragments = new Map(document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])))
  const known = new Map<string, number>()
  let dearest: Cost['dearest'] = null

  const applies = (condition: string | undefined, type: GraphQLObjectType): boolean => {
    const named = condition === undefined ? type : schema.getType(condition)
    return named === type || (isAbstractType(named) && schema.isSubType(named, type))
  }
  const firstOf = (node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined => {
    const argument = field.args.find(({ name }) => name === 'first')
    if (!argument) return undefined
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value
    return Math.min(numberIn({ value, operation, variables: values }) ?? whole(argument.defaultValue) ?? UNSAID, whole(argument.extensions['most']) ?? Infinity)
  }
  const plainCost = ({ node, type, around }: { node: FieldNode; type: GraphQLObjectType; around: number }): number => {
    const name = node.name.value
    if (name === '__schema' || name === '__type') return INTROSPECTION
    const field = type.getFields()[name]
    if (!field || !node.selectionSet) return 1
    const first = firstOf(node, field)
    const isList = isListType(getNullableType(field.type))
    const items = isList ? (first ?? itemsOf(field) ?? around) : 1
    const inner = setCost({ set: node.selectionSet, type: getNamedType(field.type), around: isList ? UNSAID : (first ?? UNSAID) })
    return 1 + items * inner
  }
  const fieldCost = (at: { node: FieldNode; type: GraphQLObjectType; around: number }): number => {
    const cost = plainCost(at)
    if (at.type === root && cost > (dearest?.cost ?? 0)) dearest = { name: at.node.alias?.value ?? at.node.name.value, cost }
    return cost
  }
  const fragmentCost = ({ name, type, around }: { name: string; type: GraphQLObjectType; around: number }): number => {
    const key = `${name} ${type.name} ${around}`
    const counted = known.get(key)
    if (counted !== undefined) return counted
    known.set(key, 0)
    const fragment = fragments.get(name)
    const cost = fragment && applies(fragment.typeCondition.name.value, type) ? objectCost({ set: fragment.selectionSet, type, around }) : 0
    known.set(key, cost)
    return cost
  }
  const objectCost = ({ set, type, around }: { set: SelectionSetNode; type: GraphQLObjectType; around: number }): number => set.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + fieldCost({ node, type, around })
    if (node.kind === Kind.FRAGMENT_SPREAD) return sum + fragmentCost({ name: node.name.value, type, around })
    return applies(node.typeCondition?.name.value, type) ? sum + objectCost({ set: node.selectionSet, type, around }) : sum
  }, 0)
  const setCost = ({ set, type, around }: { set: SelectionSetNode; type: GraphQLNamedType; around: number }): number => {
    if (isObjectType(type)) return objectCost({ set, type, around })
    return isCompositeType(type) ? Math.max(0, ...schema.getPossibleTypes(type).map((possible) => objectCost({ set, type: possible, around }))) : 0
  }

  return { cost: objectCost({ set: operation.selectionSet, type: root, around: UNSAID }), dearest }
}
