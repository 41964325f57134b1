import { describe, expect, it } from '@jest/globals'
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql'
import { DEPTH_MAX, validationRules } from '../../../../src/api/graphql/guards.ts'
import { sampleQueries } from '../../../../src/api/graphql/sample-queries.ts'
import { createSchema } from '../../../../src/api/graphql/schema.ts'

const schema = buildSchema('type Query { a: Query b: Int }')
const nested = (depth: number, inner = 'b'): string => (depth === 1 ? inner : `a { ${nested(depth - 1, inner)} }`)
const told = (text: string) => validate(schema, parse(text), [...specifiedRules, ...validationRules]).map(({ message, extensions }) => [extensions['code'], message])
const tooDeep = (depth: number) => ['LIMIT', `The operation has ${depth} fields inside each other, and may have at most ${DEPTH_MAX}.`]

describe('the depth of an operation', () => {
  it('is bounded', () => {
    expect(told(`{ ${nested(DEPTH_MAX)} }`)).toEqual([])
    expect(told(`{ b ${nested(DEPTH_MAX + 1)} }`)).toEqual([tooDeep(DEPTH_MAX + 1)])
  })

  it('counts what stands in fragments', () => {
    expect(told(`{ a { ...F ... on Query { b } } } fragment F on Query { ${nested(DEPTH_MAX - 1)} }`)).toEqual([])
    expect(told(`{ a { ... on Query { ...F } } } fragment F on Query { ...G } fragment G on Query { ${nested(DEPTH_MAX)} }`)).toEqual([tooDeep(DEPTH_MAX + 1)])
  })

  it('is told of each operation by itself', () => {
    expect(told(`query A { b } query B { ${nested(20)} }`)).toEqual([tooDeep(20)])
  })

  it('is not looked for in circles', () => {
    expect(told('{ ...F } fragment F on Query { a { ...F } }').map(([, message]) => message)).toEqual(['Cannot spread fragment "F" within itself.'])
  })

  it('lets introspection and the samples of GraphiQL pass', () => {
    for (const text of [getIntrospectionQuery(), ...sampleQueries]) expect(validate(createSchema(), parse(text), [...specifiedRules, ...validationRules])).toEqual([])
  })
})
