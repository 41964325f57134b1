import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { makeNewspaper } from '../http/api/newspaper.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { staff } from '../support/staff.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  await makeNewspaper(await staff(server).as('administrator'))
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A window at an address, and what went wrong in it: errors, refused parts, requests to other hosts. */
const open = async (path: string): Promise<{ page: Page; complaints: string[] }> => {
  const page = await (await browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`console: ${message.text()}`) })
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== server.origin) complaints.push(`request to ${request.url()}`)
  })
  await page.goto(`${server.origin}${path}`)
  return { page, complaints }
}

const answer = (page: Page) => page.locator('.graphiql-response')

describe('GraphiQL', () => {
  it('opens at /graphql with samples, runs them and explains the schema, from this server alone', async () => {
    const { page, complaints } = await open('/graphql')
    await page.locator('.graphiql-query-editor').getByText('NewestArticles').first().waitFor()
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['NewestArticles', 'ArticlePage', 'FourStars', 'Statistics'])

    await page.getByRole('button', { name: /execute query/i }).click()
    await answer(page).getByText('Tin số 5').first().waitFor()

    await page.getByRole('tab', { name: 'Statistics' }).click()
    await page.getByRole('button', { name: /execute query/i }).click()
    await answer(page).getByText('ocopStatistics').first().waitFor()

    await page.getByRole('button', { name: /show documentation explorer/i }).click()
    await page.getByText('The public API of OCOP Press', { exact: false }).first().waitFor()
    expect(complaints).toEqual([])
  }, 90_000)

  it('opens with the query of a link', async () => {
    const { page, complaints } = await open(`/graphql?${new URLSearchParams({ query: 'query Linked { siteSettings { siteName } }' })}`)
    await page.locator('.graphiql-query-editor').getByText('Linked').first().waitFor()
    await page.getByRole('button', { name: /execute query/i }).click()
    await answer(page).getByText('Báo Thử').first().waitFor()
    expect(complaints).toEqual([])
  }, 90_000)

  it('marks what is wrong in a query', async () => {
    const { page, complaints } = await open(`/graphql?${new URLSearchParams({ query: '{ articles { nodes { nothing } } }' })}`)
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor()
    expect(complaints).toEqual([])
  }, 90_000)

  it('is a page that may load from nowhere else', async () => {
    const response = await server.fetch('/graphql', { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } })
    expect([response.status, response.headers.get('content-type'), response.headers.get('vary')]).toEqual([200, 'text/html; charset=utf-8', 'Accept'])
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
    const script = await server.fetch('/graphql/graphiql/graphiql.js')
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect((await server.fetch('/graphql/graphiql/nothing.js')).status).toBe(404)
  })
})
