import type { TestServer } from '../support/server.ts'

export type Json = Record<string, any>
export interface Answered { status: number; headers: Headers; data: Json; errors: Json[] | undefined }

const answeredBy = async (response: Response): Promise<Answered> => {
  const { data, errors } = await response.json() as Json
  return { status: response.status, headers: response.headers, data, errors }
}

/** Asks as front ends do: POST, with the media type of the specification. */
export const post = async (server: TestServer, query: string, variables?: Json): Promise<Answered> => answeredBy(await server.fetch('/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
  body: JSON.stringify({ query, variables }),
}))

/** Asks by an address. */
export const get = async (server: TestServer, query: string, variables?: Json): Promise<Answered> =>
  answeredBy(await server.fetch(`/graphql?${new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) })}`, { headers: { accept: 'application/graphql-response+json' } }))
