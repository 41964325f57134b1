import { describe, expect, it } from '@jest/globals'
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql'
import { validationRules } from '../../../../src/api/graphql/guards.ts'
import { limits } from '../../../../src/api/graphql/limits.ts'
import { sampleQueries } from '../../../../src/api/graphql/sample-queries.ts'
import { createSchema } from '../../../../src/api/graphql/schema.ts'

const schema = buildSchema('type Query { a: Query b: Int }')
const nested = (depth: number, inner = 'b'): string => (depth === 1 ? inner : `a { ${nested(depth - 1, inner)} }`)
const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join(' ')
const told = (text: string) => validate(schema, parse(text), [...specifiedRules, ...validationRules]).map(({ message, extensions }) => [extensions['code'], message])
const over = (limit: keyof typeof limits, what: string, found: number) => ['LIMIT', `The operation has ${found} ${what}, and may have at most ${limits[limit]}.`]
const tooDeep = (depth: number) => over('depth', 'fields inside each other', depth)
const tooManyAliases = (count: number) => over('aliases', 'aliases', count)
const tooManyDirectives = (count: number) => over('directives', 'directives', count)

it('the limits are what the documentation says', () => {
  expect(limits).toEqual({ tokens: 1000, depth: 10, aliases: 15, directives: 50, cost: 5000 })
})

describe('the depth of an operation', () => {
  it('is bounded', () => {
    expect(told(`{ ${nested(limits.depth)} }`)).toEqual([])
    expect(told(`{ b ${nested(limits.depth + 1)} }`)).toEqual([tooDeep(limits.depth + 1)])
  })

  it('says which limit it is and by how much to programs too', () => {
    expect(validate(schema, parse(`{ ${nested(13)} }`), validationRules)[0]?.extensions).toEqual({ code: 'LIMIT', limit: 'depth', found: 13, most: 10 })
  })

  it('counts what stands in fragments', () => {
    expect(told(`{ a { ...F ... on Query { b } } } fragment F on Query { ${nested(limits.depth - 1)} }`)).toEqual([])
    expect(told(`{ a { ... on Query { ...F } } } fragment F on Query { ...G } fragment G on Query { ${nested(limits.depth)} }`)).toEqual([tooDeep(limits.depth + 1)])
  })

  it('is told of each operation by itself', () => {
    expect(told(`query A { b } query B { ${nested(20)} }`)).toEqual([tooDeep(20)])
  })

  it('is not looked for in circles', () => {
    expect(told('{ ...F } fragment F on Query { a { ...F } }').map(([, message]) => message)).toEqual(['Cannot spread fragment "F" within itself.'])
  })

  it('lets introspection and the samples of GraphiQL pass', () => {
    for (const text of [getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true, specifiedByUrl: true }), ...sampleQueries]) expect(validate(createSchema(), parse(text), [...specifiedRules, ...validationRules])).toEqual([])
    expect(told(`{ __type(name: "Query") { ${times(12, () => 'ofType {')} name ${'}'.repeat(12)} } }`)).toEqual([])
  })
})

describe('aliases', () => {
  it('are bounded', () => {
    expect(told(`{ ${times(limits.aliases, (n) => `x${n}: b`)} }`)).toEqual([])
    expect(told(`{ ${times(limits.aliases + 1, (n) => `x${n}: b`)} }`)).toEqual([tooManyAliases(limits.aliases + 1)])
  })

  it('count wherever they stand, and in a fragment at each of its uses', () => {
    expect(told(`{ x: a { ... on Query { y: a { z: b } } } __schema { ${times(13, (n) => `t${n}: queryType { name }`)} } }`)).toEqual([tooManyAliases(16)])
    expect(told('{ a { ...F a { ...F a { ...F } } } } fragment F on Query { v: b w: b x: b y: b z: b }')).toEqual([])
    expect(told('{ c: a { ...F a { ...F a { ...F } } } } fragment F on Query { v: b w: b x: b y: b z: b }')).toEqual([tooManyAliases(16)])
  })

  it('that fragments multiply are counted as soon as those that are written out', () => {
    const fragments = times(60, (n) => `fragment F${n} on Query { x: a { ...F${n + 1} } y: a { ...F${n + 1} } }`)
    const started = performance.now()
    expect(told(`{ ...F0 } ${fragments} fragment F60 on Query { b }`)).toEqual([tooDeep(61), ['LIMIT', expect.stringMatching(/^The operation has [\d,]+ aliases, and may have at most 15\.$/)]])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('directives', () => {
  it('are bounded', () => {
    expect(told(`query ($no: Boolean = false) { b ${times(limits.directives, () => '... @skip(if: $no) { b }')} }`)).toEqual([])
    expect(told(`query ($no: Boolean = false) { b ${times(limits.directives + 1, () => '... @skip(if: $no) { b }')} }`)).toEqual([tooManyDirectives(limits.directives + 1)])
  })

  it('count on every use of a fragment, those on it and those in it', () => {
    expect(told(`query ($no: Boolean = false) { ${times(26, () => '...F @skip(if: $no)')} } fragment F on Query { b @skip(if: $no) }`)).toEqual([tooManyDirectives(52)])
  })
})
