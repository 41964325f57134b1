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
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : new GraphQLError('')
  const place = { nodes, source, positions, path }
  const cause = causeOf(error)
  if (cause instanceof ProblemError) return new GraphQLError(cause.message, { ...place, extensions: extensionsOf(cause) })
  if (cause instanceof GraphQLError) return new GraphQLError(error.message, { ...place, extensions: { ...cause.extensions, code: isCode(cause.extensions['code']) ? cause.extensions['code'] : 'BAD_REQUEST' } })
  report(cause)
  return new GraphQLError(problemCodes.INTERNAL.title, { ...place, extensions: { code: 'INTERNAL' } })
}
