import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getIntrospectionQuery } from 'graphql'
import { auditServer, serverAudits } from 'graphql-http'
import { startServer, type TestServer } from '../support/server.ts'
import { type Answered, get, type Json, post } from './ask.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
}, 120_000)
afterAll(() => server?.stop())

describe('GraphQL over HTTP', () => {
  it('is spoken as the audit suite of graphql-http asks, every MUST, SHOULD and MAY', async () => {
    const results = await auditServer({ url: `${server.origin}/graphql` })
    expect(results).toHaveLength(serverAudits({ url: server.origin }).length)
    expect(results.length).toBeGreaterThanOrEqual(61)
    expect(results.flatMap((result) => (result.status === 'ok' ? [] : [{ name: result.name, status: result.status, reason: result.reason }]))).toEqual([])
  })
})

describe('what asks too much is refused, with the limit and by how much', () => {
  const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join(' ')
  const deep = (depth: number): string => (depth === 1 ? 'name' : `parent { ${deep(depth - 1)} }`)

  it.each<[string, string, string, number, number, Json?]>([
    ['tokens', `{ ${times(1001, () => '__typename')} }`, 'tokens', 1003, 1000],
    ['depth', `{ category(slug: "x") { ${deep(10)} } }`, 'depth', 11, 10],
    ['depth in fragments', `{ category(slug: "x") { ...F } } fragment F on Category { parent { ...G } } fragment G on Category { ${deep(9)} }`, 'depth', 11, 10],
    ['aliases', `{ ${times(16, (n) => `a${n}: __typename`)} }`, 'aliases', 16, 15],
    ['aliases in fragments', `{ a: category(slug: "a") { ...F } b: category(slug: "b") { ...F } } fragment F on Category { ${times(7, (n) => `c${n}: name`)} }`, 'aliases', 16, 15],
    ['directives', `query ($no: Boolean = false) { ${times(51, () => '__typename @skip(if: $no)')} }`, 'directives', 51, 50],
    ['cost', '{ articles(first: 100) { nodes { related { title url related { title url } } } } }', 'cost', 6602, 5000],
    ['cost of variables', 'query ($n: Int!) { products(first: $n) { nodes { relatedArticles(first: 20) { title url id } } } }', 'cost', 6102, 5000, { n: 100 }],
    ['cost by aliases', `{ ${times(15, (n) => `a${n}: articles(first: 100) { nodes { id title lead url } }`)} }`, 'cost', 6030, 5000],
  ])('%s', async (_, query, limit, found, most, ...[variables]) => {
    for (const ask of [post, get]) {
      const { status, data, errors } = await ask(server, query, variables)
      expect({ status, data, extensions: errors?.map(({ extensions }) => extensions) }).toEqual({ status: 400, data: undefined, extensions: [{ code: 'LIMIT', limit, found, most }] })
      expect(errors?.[0]?.['message']).toMatch(new RegExp(`${found.toLocaleString('en')} ?.* at most ${most.toLocaleString('en')}`))
    }
  })

  it('while the same operation with fewer items is answered, and introspection by GET and POST', async () => {
    const query = 'query ($n: Int!) { products(first: $n) { nodes { relatedArticles(first: 20) { title url id } } } }'
    for (const n of [10, 100, 10]) expect([n, (await post(server, query, { n })).status]).toEqual([n, n === 10 ? 200 : 400])
    for (const ask of [post, get]) expect((await ask(server, getIntrospectionQuery())).data['__schema'].queryType).toMatchObject({ name: 'Query' })
  })
})

describe('a persisted query', () => {
  const text = 'query Persisted($n: Int) { articles(first: $n) { totalCount nodes { title } } }'
  const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')
  const extensions = (sha256Hash: string): Json => ({ persistedQuery: { version: 1, sha256Hash } })

  const asked = async (method: 'GET' | 'POST', body: Json, accept = 'application/json'): Promise<Answered & { stored: string | null }> => {
    const written = Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    const response = method === 'GET'
      ? await server.fetch(`/graphql?${new URLSearchParams(Object.fromEntries(written))}`, { headers: { accept } })
      : await server.fetch('/graphql', { method, headers: { 'content-type': 'application/json', accept }, body: JSON.stringify(body) })
    const { data, errors } = await response.json() as Json
    return { status: response.status, headers: response.headers, data, errors, stored: response.headers.get('cache-control') }
  }
  const unknown = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]

  it('is asked for by its hash, sent once with its text, and from then on known by the hash, by GET and POST', async () => {
    const body = { operationName: 'Persisted', variables: { n: 3 }, extensions: extensions(hashOf(text)) }
    for (const method of ['GET', 'POST'] as const) {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const { status, errors, data, stored } = await asked(method, body, accept)
        expect({ status, errors, data, stored }).toEqual({ status: 200, errors: unknown, data: undefined, stored: expect.stringContaining('no-store') })
      }
    }
    expect((await asked('POST', { ...body, query: text })).data).toEqual({ articles: { totalCount: 0, nodes: [] } })
    for (const method of ['GET', 'POST'] as const) {
      const { status, data, errors, stored } = await asked(method, body)
      expect({ status, data, errors }).toEqual({ status: 200, data: { articles: { totalCount: 0, nodes: [] } }, errors: undefined })
      expect(stored).toMatch(/^public, max-age=\d+/)
    }
    // By other variables it is another answer.
    expect((await asked('GET', { ...body, variables: { n: 0 } })).errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST', argument: 'first' } }])
    expect((await asked('GET', { ...body, variables: { n: 'x' } }, 'application/graphql-response+json')).status).toBe(400)
  })

  it('may be registered by GET too, as a browser does without a preflight', async () => {
    const own = `${text} # by GET`
    expect((await asked('GET', { query: own, extensions: extensions(hashOf(own)) })).data).toEqual({ articles: { totalCount: 0, nodes: [] } })
    expect((await asked('GET', { extensions: extensions(hashOf(own)) })).data).toEqual({ articles: { totalCount: 0, nodes: [] } })
  })

  it('is sent and asked as the documentation shows', async () => {
    const shown = /QUERY='([^']+)'[^]*?-d 'variables=([^']+)'/.exec(readFileSync('docs/api.md', 'utf8')) ?? []
    const [query, variables] = [String(shown[1]), JSON.parse(String(shown[2])) as Json]
    const newest = extensions(hashOf(query))
    expect((await asked('GET', { query, extensions: newest, variables })).data).toEqual({ articles: { nodes: [] } })
    expect((await asked('GET', { extensions: newest, variables })).data).toEqual({ articles: { nodes: [] } })
  })

  it('is not kept when it is wrong, goes beyond a limit or has another hash', async () => {
    const wrong = ['{', '{ nothing }', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`, '{ articles(first: 100) { nodes { related { title url related { title url } } } } }']
    for (const query of wrong) {
      const first = await asked('POST', { query, extensions: extensions(hashOf(query)) })
      expect([query, first.data, first.errors?.length]).toEqual([query, undefined, 1])
      expect([query, (await asked('GET', { extensions: extensions(hashOf(query)) })).errors]).toEqual([query, unknown])
    }
    const other = hashOf(`${text} # other`)
    const { status, errors } = await asked('POST', { query: text, extensions: extensions(other) }, 'application/graphql-response+json')
    expect({ status, errors }).toEqual({ status: 400, errors: [{ message: '"extensions.persistedQuery.sha256Hash" is not the SHA-256 of "query".', extensions: { code: 'BAD_REQUEST' } }] })
    expect((await asked('GET', { extensions: extensions(other) })).errors).toEqual(unknown)
    expect((await asked('GET', { extensions: { persistedQuery: { version: 2, sha256Hash: other } } })).errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }])
  })
})
