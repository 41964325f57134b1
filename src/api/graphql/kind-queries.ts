import {
  GraphQLBoolean, type GraphQLFieldConfig, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString,
} from 'graphql'
import { englishOf, type Lookup, type PublicDefinition } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import type { Answerable } from '../../published/answer/answers.ts'
import { isSingleton, publicDefinitions } from '../../published/kinds.ts'
import { findOne } from '../../published/look-up.ts'
import { conditionsOf, type FilterInputs, listQueryOf } from '../../published/query.ts'
import { asProblems, refuse } from '../read/refuse.ts'
import type { Context } from './context.ts'
import { checkFirst, filterInputs, listArguments } from './list-arguments.ts'
import { typeName } from './names.ts'
import type { ObjectTypes } from './object-types.ts'

type Definition = PublicDefinition & { kind: PublicKind }
export type RootField = GraphQLFieldConfig<unknown, Context>

/** A page of a list, and what counting it needs. */
interface Connection {
  nodes: Answerable[]
  hasNextPage: boolean
  endCursor: string | null
  total: () => Promise<number>
}

export const PageInfo = new GraphQLObjectType<Pick<Connection, 'hasNextPage' | 'endCursor'>, Context>({
  name: 'PageInfo',
  description: 'Where a page of a list ends.',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean), description: 'There is more after this page.' },
    endCursor: { type: GraphQLString, description: 'What to give as `after` for the next page; null on an empty page.' },
  },
})

const lookupTypes = { id: GraphQLID, slug: GraphQLString, number: GraphQLInt, key: GraphQLString }
const lookupDocs: Readonly<Record<Lookup, string>> = { id: 'Its id.', slug: 'Its slug.', number: 'Its number.', key: 'Its stable natural key.' }

const one = ({ definition: { kind, lookups, doc }, types }: { definition: Definition; types: ObjectTypes }): RootField => ({
  type: types.kind(kind),
  description: `One of them, or null. Give exactly one of ${lookups.join(', ')}. ${englishOf(doc)}`,
  args: Object.fromEntries(lookups.map((lookup) => [lookup, { type: lookupTypes[lookup], description: lookupDocs[lookup] }])),
  resolve: async (_root, args: Partial<Record<Lookup, string | number | null>>, { reader }) => {
    const given = lookups.filter((lookup) => args[lookup] !== undefined && args[lookup] !== null)
    const [by] = given
    if (by === undefined || given.length > 1) throw refuse({ argument: given[1] ?? String(lookups[0]), detail: `"${kind}" takes exactly one of ${lookups.map((lookup) => `"${lookup}"`).join(', ')}.`, allowed: lookups })
    const { store, moment, answers } = reader
    const row = await findOne({ store, moment, kind, by, value: typeof args[by] === 'string' ? args[by].normalize('NFC') : Number(args[by]) })
    return row && answers.of(row)
  },
})

const connectionType = ({ definition: { kind, plural }, types }: { definition: Definition; types: ObjectTypes }): GraphQLObjectType => new GraphQLObjectType<Connection, Context>({
  name: `${typeName(kind)}Connection`,
  description: `A page of ${plural}.`,
  fields: {
    nodes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(types.kind(kind)))), description: 'The things on this page, in order.' },
    pageInfo: { type: new GraphQLNonNull(PageInfo), description: 'Where this page ends.', resolve: (connection) => connection },
    totalCount: { type: new GraphQLNonNull(GraphQLInt), description: 'How many there are on all pages. Counted only when it is asked for.', resolve: (connection) => connection.total() },
  },
})

const countOf = ({ definition, filters, reader: { store, moment } }: { definition: Definition; filters: FilterInputs; reader: Context['reader'] }) => async (): Promise<number> => {
  const conditions = await conditionsOf({ store, moment, definition, filters })
  return conditions ? store.count({ kinds: [definition.kind], ...conditions, moment }) : 0
}

const list = ({ definition, types }: { definition: Definition; types: ObjectTypes }): RootField => ({
  type: new GraphQLNonNull(connectionType({ definition, types })),
  description: `A list. ${englishOf(definition.doc)}`,
  args: listArguments({ definition, types }),
  resolve: (_root, args: { filter?: Record<string, unknown>; sort?: string | null; first?: number | null; after?: string | null }, { reader }) => asProblems(async (): Promise<Connection> => {
    const first = args.first ?? definition.page.default
    checkFirst({ definition, first })
    const { store, moment, answers } = reader
    const filters = filterInputs({ definition, filter: args.filter })
    const query = await listQueryOf({ store, moment, kind: definition.kind, filters, sort: args.sort, first, after: args.after ?? null })
    const page = query && (await store.list(query))
    return {
      nodes: (page?.rows ?? []).map((row) => answers.of(row)),
      hasNextPage: page?.hasNext ?? false,
      endCursor: page?.cursors.at(-1) ?? null,
      total: countOf({ definition, filters, reader }),
    }
  }),
})

const singleton = ({ definition: { kind, source, doc }, types }: { definition: Definition; types: ObjectTypes }): RootField => ({
  type: types.kind(kind),
  description: `${englishOf(doc)} Null until the editors have saved it once.`,
  resolve: (_root, _args, { reader }) => reader.answers.loadOne({ kind, id: 'global' in source ? source.global : '' }),
})

/** What every public kind can be asked by: one and a list, or the one there is. */
export const kindQueries = (types: ObjectTypes): Record<string, RootField> =>
  Object.fromEntries(publicDefinitions.flatMap((definition): [string, RootField][] => (isSingleton(definition)
    ? [[definition.kind, singleton({ definition, types })]]
    : [[definition.kind, one({ definition, types })], [definition.plural, list({ definition, types })]])))
