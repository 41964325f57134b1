import { afterEach, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'

/** Makes Next, and all that only the admin needs, impossible to import. */
const withoutNext = `data:text/javascript,${encodeURIComponent(`
import { register } from 'node:module'
register('data:text/javascript,' + encodeURIComponent(\`
export const resolve = (specifier, context, next) => {
  if (/^(next|@next\\\\/|@payloadcms\\\\/next|react-dom)(\\\\/|$)/.test(specifier)) throw new Error('not installed: ' + specifier)
  return next(specifier, context)
}\`))
`)}`

const statusOf: Readonly<Record<'all' | 'api' | 'admin' | 'worker', Readonly<Record<string, number>>>> = {
  all: { '/livez': 200, '/readyz': 200, '/metrics': 200, '/': 200, '/api/users/me': 200, '/v1/articles': 200, '/v1/openapi.json': 200, '/docs': 200, '/media/none.webp': 404, '/problems': 200 },
  api: { '/livez': 200, '/readyz': 200, '/metrics': 200, '/': 200, '/api/users/me': 404, '/v1/articles': 200, '/v1/openapi.json': 200, '/docs': 200, '/admin': 404, '/_next/static/x.js': 404, '/problems': 200 },
  admin: { '/livez': 200, '/readyz': 200, '/metrics': 200, '/': 200, '/api/users/me': 200, '/v1/articles': 404, '/graphql': 404, '/docs': 404, '/media/none.webp': 404, '/problems': 200 },
  worker: { '/livez': 200, '/readyz': 200, '/metrics': 200, '/': 404, '/api/users/me': 404, '/v1/articles': 404, '/graphql': 404, '/admin': 404, '/problems': 200 },
}

let server: TestServer
afterEach(async () => {
  await server.stop()
})

const linksOf = async (): Promise<string[]> => [...(await (await server.fetch('/')).text()).matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href ?? '')

describe('roles', () => {
  it.each(['all', 'api', 'admin', 'worker'] as const)('%s answers what is its own and nothing else, and greets with what is there', async (role) => {
    const isStaff = role === 'all' || role === 'admin'
    server = await startServer({ env: { ROLE: role, ...(isStaff ? {} : { NODE_OPTIONS: `--import=${withoutNext}` }) } })
    const answers: Record<string, number> = {}
    for (const path of Object.keys(statusOf[role])) answers[path] = (await server.fetch(path)).status
    expect(answers).toEqual(statusOf[role])

    const links = await linksOf()
    expect(links.includes('/admin')).toBe(isStaff)
    expect(links.includes('/graphql')).toBe(role === 'all' || role === 'api')
    // The admin itself is for a real browser.
    for (const link of links.filter((path) => path !== '/admin')) expect([link, (await server.fetch(link, { headers: { accept: 'text/html' } })).status]).toEqual([link, 200])
    expect(await server.stop()).toBe(0)
  })
})
