import {
  GraphQLBoolean, GraphQLEnumType, type GraphQLFieldConfig, type GraphQLFieldConfigArgumentMap, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType,
  type GraphQLOutputType, type GraphQLScalarType, GraphQLString, GraphQLUnionType,
} from 'graphql'
import { englishOf, type EnumType, type PublicArgument, type PublicField, type PublicFields, type ScalarType } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import type { Answerable } from '../../published/answer/answers.ts'
import { definitions } from '../../published/kinds.ts'
import { refuse } from '../read/refuse.ts'
import type { Context } from './context.ts'
import { enumName, typeName } from './names.ts'
import { Day, Instant, Json, Url } from './scalars.ts'
import { typeDocs } from './type-docs.ts'

const scalars: Readonly<Record<ScalarType, GraphQLScalarType>> = {
  id: GraphQLID, string: GraphQLString, int: GraphQLInt, float: GraphQLFloat, boolean: GraphQLBoolean, instant: Instant, day: Day, url: Url, json: Json,
}

export type Field = GraphQLFieldConfig<Answerable, Context>

type Arguments = NonNullable<PublicField['args']>

/** @throws ProblemError naming the argument that is out of its bounds, and the bounds. */
const checkArguments = ({ args, given }: { args: Arguments; given: Readonly<Record<string, unknown>> }): void => {
  for (const [argument, { minimum = -Infinity, maximum = Infinity }] of Object.entries(args)) {
    const value = given[argument]
    if (typeof value !== 'number' || (value >= minimum && value <= maximum)) continue
    if (value > maximum) throw refuse({ argument, code: 'LIMIT', detail: `"${argument}" is ${value}, and may be at most ${maximum}.` })
    throw refuse({ argument, detail: `"${argument}" is ${value}, and has to be at least ${minimum}.` })
  }
}

/** The GraphQL types behind the public definitions. A name always stands for one type, made when it is first met. */
export const objectTypes = () => {
  const made = new Map<string, GraphQLOutputType>()
  const once = <T extends GraphQLOutputType>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }

  const enumOf = ({ name, values }: EnumType): GraphQLEnumType => once(name, () => new GraphQLEnumType({
    name,
    description: typeDocs[name],
    values: Object.fromEntries(Object.entries(values).map(([value, doc]) => [enumName(value), { value, description: englishOf(doc) || undefined }])),
  }))

  const inputOf = ({ type }: PublicArgument) => (typeof type === 'string' ? { string: GraphQLString, int: GraphQLInt, boolean: GraphQLBoolean }[type] : enumOf(type))

  const argsOf = (args: Arguments): GraphQLFieldConfigArgumentMap =>
    Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, { type: inputOf(arg), description: englishOf(arg.doc), extensions: { most: arg.maximum }, ...(arg.default === undefined ? {} : { defaultValue: arg.default }) }]))

  const outputOf = (field: PublicField): GraphQLOutputType => {
    if (field.type === 'enum') return enumOf(field)
    if (field.type === 'object') return object({ name: field.name, fields: field.fields })
    if (field.type !== 'ref') return scalars[field.type]
    const { to } = field
    return typeof to === 'string' ? kind(to) : union({ name: String(field.name), of: to })
  }

  const fieldOf = ([name, field]: [string, PublicField]): [string, Field] => {
    const type = outputOf(field)
    const whole = field.list ? new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))) : field.required ? new GraphQLNonNull(type) : type
    return [name, {
      type: whole,
      description: englishOf(field.doc),
      ...(field.args ? { args: argsOf(field.args) } : {}),
      resolve: (subject, given, { reader }) => {
        if (field.args) checkArguments({ args: field.args, given })
        return reader.answers.field(subject, name, given)
      },
    }]
  }

  const object = ({ name, fields, description }: { name: string; fields: PublicFields; description?: string }): GraphQLObjectType => once(name, () => new GraphQLObjectType<Answerable, Context>({
    name,
    description: description ?? typeDocs[name],
    fields: () => Object.fromEntries(Object.entries(fields).map(fieldOf)),
  }))

  /** The type of a kind. */
  const kind = (name: PublicKind): GraphQLObjectType => object({ name: typeName(name), fields: definitions[name].fields, description: englishOf(definitions[name].doc) })

  /** Things of several kinds. */
  const union = ({ name, of, description }: { name: string; of: readonly PublicKind[]; description?: string }): GraphQLUnionType => once(name, () => new GraphQLUnionType({
    name,
    description: description ?? typeDocs[name],
    types: () => of.map(kind),
    resolveType: (subject: Answerable) => typeName(subject.type),
  }))

  return { kind, union, enumOf, once }
}

export type ObjectTypes = ReturnType<typeof objectTypes>
