import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { answerTypeOf } from '../../../src/api/graphql/answer-type.ts'
import { operationKey } from '../../../src/api/graphql/operation-key.ts'

const post = (body: string, headers: Record<string, string> = {}) => operationKey({ req: { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers } }, body })

describe('the key of an operation', () => {
  it('is the same for the same operation, however its JSON is written', () => {
    fc.assert(fc.property(fc.string(), fc.dictionary(fc.string(), fc.jsonValue()), (query, variables) => {
      const reversed = Object.fromEntries(Object.entries(variables).reverse())
      expect(post(JSON.stringify({ query, variables }))).toBe(post(JSON.stringify({ variables: reversed, query }, null, 2)))
    }))
  })

  it('differs for another text, name, variables, extensions or media type', () => {
    const asked = { query: '{ a }', operationName: 'A', variables: { x: 1 }, extensions: { y: 1 } }
    const others = [{ ...asked, query: '{ b }' }, { ...asked, operationName: 'B' }, { ...asked, variables: { x: '1' } }, { ...asked, variables: { x: [1] } }, { ...asked, extensions: {} }, { query: '{ a }' }]
    const keys = [post(JSON.stringify(asked)), post(JSON.stringify(asked), { accept: 'application/graphql-response+json' }), ...others.map((other) => post(JSON.stringify(other)))]
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is none for what is no operation', () => {
    expect([post('no JSON'), post('{}', { 'content-type': 'text/plain' }), post('{}', { accept: 'image/png' }), operationKey({ req: { method: 'PUT', url: '/graphql', headers: {} } })]).toEqual([null, null, null, null])
  })

  it('is the exact address of a GET, and none for the page of a browser', () => {
    const get = (accept?: string) => operationKey({ req: { method: 'GET', url: '/graphql?query={a}', headers: accept === undefined ? {} : { accept } } })
    expect([get(), get('*/*'), get('application/graphql-response+json'), get('text/html,application/xhtml+xml,*/*;q=0.8')])
      .toEqual(['application/json /graphql?query={a}', 'application/json /graphql?query={a}', 'application/graphql-response+json /graphql?query={a}', null])
  })
})

it('reads any Accept without failing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('GET', 'POST'), (accept, method) => {
    expect(['application/json', 'application/graphql-response+json', 'text/html', null]).toContain(answerTypeOf({ accept, method }))
  }))
})
