import { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { kindQueries } from './kind-queries.ts'
import { objectTypes } from './object-types.ts'
import { pageQueries } from './page-queries.ts'
import { searchQuery } from './search-query.ts'
import { typeDocs } from './type-docs.ts'

/** The public schema, made from the public definitions. Read-only. */
export const createSchema = (): GraphQLSchema => {
  const types = objectTypes()
  // Kinds first: the enumerations of their fields carry the documentation that others reuse.
  const kinds = kindQueries(types)
  return new GraphQLSchema({
    description: 'The public API of OCOP Press: what the newsroom and its OCOP desk have published.',
    query: new GraphQLObjectType({ name: 'Query', description: typeDocs['Query'], fields: () => ({ ...pageQueries(types), search: searchQuery(types), ...kinds }) }),
  })
}
