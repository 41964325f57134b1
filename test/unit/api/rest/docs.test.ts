import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { endpoints } from '../../../../src/api/rest/endpoints.ts'
import { readParameters } from '../../../../src/api/rest/read-parameters.ts'
import { selectionOf } from '../../../../src/api/rest/selection.ts'

const texts = ['README.md', 'docs/api.md'].map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const queries = texts.flatMap(({ file, text }) => [
  ...[...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => ({ file, query: String(query) })),
  ...[...text.matchAll(/-d '(\{"query":[\s\S]*?\})'/g)].map(([, body]) => ({ file, query: (JSON.parse(String(body).replace(/\n/g, ' ')) as { query: string }).query })),
])

const addresses = texts.flatMap(({ file, text }) => [...text.matchAll(/http:\/\/localhost:3000(\/v1\/[^'\s`]+)/g)].map(([, address]) => ({ file, address: String(address) })))

describe('what the documentation says can be copied', () => {
  it('are GraphQL queries that the schema takes', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
    expect(queries.length).toBeGreaterThanOrEqual(4)
    for (const { file, query } of queries) expect({ file, query, wrong: validate(schema, parse(query)).map(({ message }) => message) }).toEqual({ file, query, wrong: [] })
  })

  it('are REST addresses with parameters that they take', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(5)
    for (const { file, address } of addresses) {
      const { pathname, searchParams } = new URL(address.replace(/>$/, '').replace(/<[^>]+>/g, 'x').replace(/<.*$/, 'x'), 'http://localhost')
      const endpoint = endpoints.find(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname))
      if (pathname === '/v1/views') continue
      expect({ file, address, known: endpoint !== undefined }).toEqual({ file, address, known: true })
      const values = readParameters({ parameters: endpoint?.parameters ?? [], query: searchParams })
      if (pathname === '/v1/articles' || pathname === '/v1/products') {
        const kinds = [pathname === '/v1/articles' ? 'article' as const : 'product' as const]
        expect(() => selectionOf({ kinds, extent: 'item', fields: values['fields'] as string[] | undefined, include: values['include'] as string[] | undefined })).not.toThrow()
      }
    }
  })
})
