import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { persistedQueries } from '../../../../src/api/graphql/persisted-queries.ts'
import { readRequest } from '../../../../src/api/graphql/read-request.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const extensions = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } })
const registry = (options: Partial<Parameters<typeof persistedQueries>[0]> = {}) => persistedQueries({ isSound: () => true, ...options })
const asked = (query: string) => ({ query, extensions: extensions(hashOf(query)) })
const unknown = expect.objectContaining({ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })
const refused = (message: RegExp) => expect.objectContaining({ message: expect.stringMatching(message), extensions: { code: 'BAD_REQUEST' } })

describe('persisted queries', () => {
  it('are known by their hash once they were sent with it', () => {
    const { textOf } = registry()
    const hash = extensions(hashOf('{ a }'))
    expect(() => textOf({ extensions: hash })).toThrow(unknown)
    expect(textOf(asked('{ a }'))).toBe('{ a }')
    expect(textOf({ extensions: hash })).toBe('{ a }')
    expect(textOf({ query: undefined, extensions: hash })).toBe('{ a }')
  })

  it('do not touch requests without a hash', () => {
    const { textOf, size } = registry()
    expect([textOf({ query: '{ a }' }), textOf({ query: '{ a }', extensions: {} }), textOf({ extensions: { other: 1 } }), textOf({ query: '{ a }', extensions: { persistedQuery: null } })]).toEqual(['{ a }', '{ a }', undefined, '{ a }'])
    expect(size()).toBe(0)
  })

  it('have the hash of their text and no other', () => {
    const { textOf, size } = registry()
    expect(() => textOf({ query: '{ b }', extensions: extensions(hashOf('{ a }')) })).toThrow(refused(/is not the SHA-256 of "query"/))
    textOf(asked('{ a }'))
    expect(() => textOf({ query: '{ b }', extensions: extensions(hashOf('{ a }')) })).toThrow(refused(/is not the SHA-256/))
    expect(size()).toBe(1)
  })

  it.each<[string, unknown]>([
    ['another version', extensions(hashOf('{ a }'), 2)], ['no version', { persistedQuery: { sha256Hash: hashOf('{ a }') } }], ['no hash', extensions(undefined)], ['a number', extensions(1)],
    ['a shorter hash', extensions('abc')], ['upper case', extensions(hashOf('{ a }').toUpperCase())], ['a text', { persistedQuery: 'x' }],
  ])('are refused with %s', (_, wrong) => {
    expect(() => registry().textOf({ query: '{ a }', extensions: wrong as Record<string, unknown> })).toThrow(refused(/extensions\.persistedQuery/))
  })

  it('are kept only when they would be answered', () => {
    const { textOf, size } = registry({ isSound: ({ query, variables }) => query === '{ a }' && variables?.['n'] === 1 })
    expect(textOf(asked('{ a }'))).toBe('{ a }')
    expect(textOf({ ...asked('{ b }'), variables: { n: 1 } })).toBe('{ b }')
    expect(size()).toBe(0)
    textOf({ ...asked('{ a }'), variables: { n: 1 } })
    expect(size()).toBe(1)
  })

  it('are bounded in number and bytes: those used last stay', () => {
    const few = registry({ count: 2 })
    for (const text of ['{ a }', '{ b }']) few.textOf(asked(text))
    few.textOf({ extensions: extensions(hashOf('{ a }')) })
    few.textOf(asked('{ c }'))
    expect(few.size()).toBe(2)
    expect(few.textOf({ extensions: extensions(hashOf('{ a }')) })).toBe('{ a }')
    expect(() => few.textOf({ extensions: extensions(hashOf('{ b }')) })).toThrow(unknown)

    const small = registry({ bytes: 100 })
    for (const letter of 'abc') small.textOf(asked(`{ ${letter} } # ${'đ'.repeat(17)}`))
    expect(small.size()).toBe(2)
    small.textOf(asked(`{ a } # ${'x'.repeat(100)}`))
    expect(small.size()).toBe(2)
  })
})

describe('a request that names one', () => {
  const json = { 'content-type': 'application/json', accept: 'application/json' }
  const getting = (parameters: Record<string, string>) => ({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters)}`, headers: { accept: 'application/graphql-response+json' }, body: null, raw: null, context: null })
  const posting = (body: unknown) => ({ method: 'POST', url: '/graphql', headers: json, body: () => JSON.stringify(body), raw: null, context: null })
  const text = 'query ($n: Int) { list(first: $n) { title } } # ?&='
  const hash = JSON.stringify(extensions(hashOf(text)))

  it('is read with its text, by GET and POST, with its variables', async () => {
    const read = readRequest(registry())
    const request = { operationName: undefined, variables: { n: 3 }, extensions: extensions(hashOf(text)) }
    expect(await read(getting({ extensions: hash, query: text, variables: '{"n":3}' }))).toEqual({ ...request, query: text })
    expect(await read(getting({ extensions: hash, variables: '{"n":3}' }))).toEqual({ ...request, query: text })
    expect(await read(posting({ extensions: extensions(hashOf(text)), variables: { n: 3 }, operationName: 'A' }))).toEqual({ ...request, operationName: 'A', query: text })
  })

  it('is told that its text is not known, in the media type it takes and with 200', async () => {
    const read = readRequest(registry())
    const body = JSON.stringify({ errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    expect(await read(getting({ extensions: hash }))).toEqual([body, { status: 200, statusText: 'OK', headers: { 'content-type': 'application/graphql-response+json; charset=utf-8' } }])
    expect(await read(posting({ extensions: extensions(hashOf(text)) }))).toEqual([body, { status: 200, statusText: 'OK', headers: { 'content-type': 'application/json; charset=utf-8' } }])
  })

  it('is as wrong as any other when it cannot be read', async () => {
    const read = readRequest(registry())
    await expect(read(getting({ extensions: '{"persistedQuery":' }))).rejects.toThrow('Unparsable URL')
    await expect(read({ ...posting({}), body: () => '{"persistedQuery"' })).rejects.toThrow('Unparsable JSON body')
    await expect(read(getting({ extensions: '{"persistedQuery":null}' }))).rejects.toThrow('Missing query')
    await expect(read(posting({ extensions: { persistedQuery: {} }, query: '{ a }' }))).rejects.toThrow(/version/)
  })
})
