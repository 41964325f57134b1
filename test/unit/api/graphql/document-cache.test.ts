import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse as parseAnew, specifiedRules } from 'graphql'
import { documentCache } from '../../../../src/api/graphql/document-cache.ts'
import { limits } from '../../../../src/api/graphql/limits.ts'

const schema = buildSchema('type Query { a: Int }')

describe('the document cache', () => {
  it('parses a text once', () => {
    const { parse } = documentCache()
    expect(parse('{ a }')).toBe(parse('{ a }'))
    expect(parse('{ a }')).toEqual(parseAnew('{ a }'))
    expect(parse('{ a  }')).not.toBe(parse('{ a }'))
  })

  it('validates a document once, invalid ones too', () => {
    const { parse, validate } = documentCache()
    let asked = 0
    const rules = [...specifiedRules, () => ({ Document: () => { asked += 1 } })]
    expect(validate(schema, parse('{ a }'), rules)).toEqual([])
    expect(validate(schema, parse('{ a }'), rules)).toEqual([])
    expect(asked).toBe(1)
    expect(validate(schema, parse('{ b }'), rules)).toHaveLength(1)
    expect(validate(schema, parse('{ b }'), rules)).toHaveLength(1)
    expect(asked).toBe(2)
  })

  it('tells a text that cannot be parsed each time', () => {
    const { parse } = documentCache()
    expect(() => parse('{')).toThrow('Syntax Error')
    expect(() => parse('{')).toThrow('Syntax Error')
  })

  it('does not read on after more tokens than anyone needs', () => {
    const { parse } = documentCache()
    expect(() => parse(`{ ${'a '.repeat(limits.tokens)}}`)).toThrow(expect.objectContaining({ message: 'The document has 1,002 tokens, and may have at most 1,000.', extensions: { code: 'LIMIT', limit: 'tokens', found: 1002, most: 1000 } }))
    expect(parse(`{ ${'a '.repeat(limits.tokens - 10)}}`).kind).toBe('Document')
  })

  it('does not keep texts longer than any front end asks', () => {
    const { parse } = documentCache()
    const long = `{ a } # ${'x'.repeat(70_000)}`
    expect(parse(long)).not.toBe(parse(long))
  })
})
