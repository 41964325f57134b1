import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import type { TestServer } from '../../support/server.ts'

type Json = Record<string, any>

/** A request that the documentation shows. */
interface Documented {
  shown: string
  path: string
  init: RequestInit
  /** Of a GraphQL operation, where it has one. */
  operation: string | null
}

const post = (body: string): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })

/**
 * Every request in a text of the documentation, ready to be sent: GraphQL operations with the variables they take, and the addresses and
 * bodies of `curl`. `named` stands where the text says `<name>` or `$name`, by operation where one is given.
 */
const documentedRequests = ({ file, named, variablesOf }: { file: string; named: Readonly<Record<string, string>>; variablesOf: (operation: string) => Record<string, unknown> }): Documented[] => {
  const text = readFileSync(file, 'utf8')
  const filled = (address: string): string => address.replace(/<([\w.]+)[^>]*>/g, (_, name: string) => {
    if (named[name] === undefined) throw new Error(`${file} shows "<${name}>", and nothing is known to stand there`)
    return encodeURIComponent(named[name])
  })
  const queries = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]): Documented => {
    const operation = /query (\w+)/.exec(String(query))?.[1] ?? null
    return { shown: String(query), path: '/graphql', init: post(JSON.stringify({ query, ...(operation ? { operationName: operation, variables: variablesOf(operation) } : {}) })), operation }
  })
  const bodies = [...text.matchAll(/-d '(\{"query":[\s\S]*?\})'/g)].map(([, body]): Documented => ({ shown: String(body), path: '/graphql', init: post(String(body).replace(/\n/g, ' ')), operation: null }))
  const addresses = [...text.matchAll(/curl -s '?http:\/\/localhost:3000(\/v1\/[^'\n]+)/g)].map(([, address]): Documented => ({ shown: String(address), path: filled(String(address)), init: {}, operation: null }))
  return [...queries, ...bodies, ...addresses]
}

/** Sends what the documentation shows to a server with the demo, each request as it stands there, and expects an answer with something in it. */
export const documentedOverHttp = (server: () => TestServer): void => {
  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: Json }> => {
    const response = await server().fetch(path, init)
    return { status: response.status, body: await response.json() as Json }
  }

  it.each(['docs/api.md', 'README.md'])('answers every request that %s shows', async (file) => {
    const article = 'bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop'
    const [{ body: page }, { body: products }] = [await ask(`/v1/pages/articles/${article}?fields=title`), await ask('/v1/products?first=1&fields=slug')]
    const product = String(products['items'][0].slug)
    const named = { slug: article, category: 'nong-thon-moi', product, 'latest.next': String(page['latest'].next), 'latest.without': page['latest'].without.join(',') }
    const variables: Readonly<Record<string, Json>> = { Category: { slug: 'nong-thon-moi' }, Product: { slug: product }, Province: { province: 'bac-kan' } }
    const requests = documentedRequests({ file, named, variablesOf: (operation) => variables[operation] ?? { slug: article } })
    expect(requests.length).toBeGreaterThanOrEqual(file === 'README.md' ? 3 : 15)
    for (const { shown, path, init } of requests) {
      const { status, body } = await ask(path, init)
      expect({ shown, status, errors: body['errors'] }).toEqual({ shown, status: 200, errors: undefined })
      // Nothing redirects in the demo.
      const answers: [string, Json | null][] = Object.entries((body['data'] ?? { body }) as Json).filter(([name]) => name !== 'redirect')
      const empty = answers.filter(([, answer]) => answer === null || [answer['nodes'], answer['items']].some((list) => Array.isArray(list) && list.length === 0)).map(([name]) => name)
      expect({ shown, empty: isLive(shown) ? [] : empty }).toEqual({ shown, empty: [] })
    }
  })
}

/** What depends on what was read before, what is looked for in an index that is made after the start, and a part of the log without the kinds that are asked for: they may be empty. */
const isLive = (shown: string): boolean => /most-read|mostRead|search|\/v1\/changes/.test(shown)
