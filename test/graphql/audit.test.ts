import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { auditServer, serverAudits } from 'graphql-http'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
}, 90_000)
afterAll(() => server?.stop())

describe('GraphQL over HTTP', () => {
  it('is spoken as the audit suite of graphql-http asks, every MUST, SHOULD and MAY', async () => {
    const results = await auditServer({ url: `${server.origin}/graphql` })
    expect(results).toHaveLength(serverAudits({ url: server.origin }).length)
    expect(results.length).toBeGreaterThanOrEqual(61)
    expect(results.flatMap((result) => (result.status === 'ok' ? [] : [{ name: result.name, status: result.status, reason: result.reason }]))).toEqual([])
  })
})
