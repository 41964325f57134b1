import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { problemCodes, type ProblemCode, ProblemError } from '../problem.ts'

const isCode = (value: unknown): value is ProblemCode => typeof value === 'string' && value in problemCodes

/** The error at the bottom: graphql-js wraps what resolvers and scalars throw, sometimes more than once. */
const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error)

const extensionsOf = ({ problem: { code, parameter, allowed } }: ProblemError): GraphQLErrorExtensions =>
  ({ code, ...(parameter === undefined ? {} : { argument: parameter }), ...(allowed === undefined ? {} : { allowed }) })

/**
 * An error as the client is told of it: `extensions.code` is one of the closed list. What nobody foresaw is reported and told without
 * its message, which may say more than it should.
 */
export const tellError = (report: (error: unknown) => void) => (error: Readonly<Error>): GraphQLError => {
  // Only what is wrong with a request as such is not a GraphQLError: graphql-http says so in words of its own.
  if (!(error instanceof GraphQLError)) return new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST' } })
  const { nodes, source, positions, path } = error
  const place = { nodes, source, positions, path }
  const cause = causeOf(error)
  if (cause instanceof ProblemError) return new GraphQLError(cause.message, { ...place, extensions: extensionsOf(cause) })
  if (cause instanceof GraphQLError) {
    const code: unknown = cause.extensions['code']
    // What was wrongly written is told before the answering, or with its place in the text; a value that does not fit its type has neither.
    if (isCode(code) || path === undefined || cause.nodes !== undefined) return new GraphQLError(error.message, { ...place, extensions: { ...cause.extensions, code: isCode(code) ? code : 'BAD_REQUEST' } })
  }
  report(cause)
  return new GraphQLError(problemCodes.INTERNAL.title, { ...place, extensions: { code: 'INTERNAL' } })
}
