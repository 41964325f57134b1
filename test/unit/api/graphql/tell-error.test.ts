import { describe, expect, it } from '@jest/globals'
import { execute, type GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, parse, validate } from 'graphql'
import { Day, Instant } from '../../../../src/api/graphql/scalars.ts'
import { tellError } from '../../../../src/api/graphql/tell-error.ts'
import { ProblemError } from '../../../../src/api/problem.ts'

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      refused: { type: GraphQLInt, resolve: () => { throw new ProblemError({ code: 'LIMIT', detail: '"first" is 200.', extensions: { parameter: 'first', allowed: [1, 100] } }) } },
      broken: { type: GraphQLInt, resolve: () => { throw new Error('SQLITE_BUSY: /var/lib/ocop.db') } },
      missing: { type: new GraphQLNonNull(GraphQLInt), resolve: () => null },
      notANumber: { type: GraphQLInt, resolve: () => 'secret words' },
      on: { type: GraphQLInt, args: { day: { type: Day }, at: { type: Instant }, first: { type: GraphQLInt } }, resolve: () => 1 },
    },
  }),
})

const ask = async (text: string, variableValues?: Record<string, unknown>) => {
  const reported: unknown[] = []
  const document = parse(text)
  const invalid = validate(schema, document)
  const errors: readonly GraphQLError[] = invalid.length > 0 ? invalid : ((await execute({ schema, document, variableValues })).errors ?? [])
  const [told] = errors.map(tellError((error) => reported.push(error)))
  return { reported, ...(told?.toJSON() ?? { message: '', extensions: {} }) }
}

describe('an error as it is told', () => {
  it('says what was refused, which argument and what is allowed', async () => {
    expect(await ask('{ refused }')).toMatchObject({ message: '"first" is 200.', path: ['refused'], locations: [{ line: 1, column: 3 }], extensions: { code: 'LIMIT', argument: 'first', allowed: [1, 100] }, reported: [] })
  })

  it.each(['{ broken }', '{ missing }', '{ notANumber }'])('says nothing of what failed inside, and reports it: %s', async (text) => {
    const { message, extensions, reported } = await ask(text)
    expect([message, extensions, reported.length]).toEqual(['The server has failed', { code: 'INTERNAL' }, 1])
  })

  it.each<[string, Record<string, unknown>]>([
    ['{ nothing }', {}], ['{ on(day: "2026-02-30") }', {}], ['{ on(day: 5) }', {}], ['{ on(at: "2026-01-01") }', {}], ['{ on(first: "x") }', {}],
    ['query ($day: Day) { on(day: $day) }', { day: 'today' }], ['query ($day: Day!) { on(day: $day) }', {}], ['query ($first: Int) { on(first: $first) }', { first: 1.5 }],
  ])('blames the request for what it got wrong: %s', async (text, variables) => {
    expect(await ask(text, variables)).toMatchObject({ extensions: { code: 'BAD_REQUEST' }, reported: [] })
  })

  it('of a request that is none is one of the request', () => {
    const reported: unknown[] = []
    expect(tellError((error) => reported.push(error))(new Error('Missing query'))).toMatchObject({ message: 'Missing query', extensions: { code: 'BAD_REQUEST' } })
    expect(reported).toEqual([])
  })
})
