import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { docsPage, docsPolicy } from '../../../../src/api/rest/docs-page.ts'
import { restDocument } from '../../../../src/api/rest/endpoints.ts'

const page = docsPage(restDocument)
const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, found]) => String(found))

describe('the reference page', () => {
  it('loads and runs nothing: all it needs is in it', () => {
    expect(page).not.toMatch(/<script|<img|<iframe|@import|url\(/)
    const leads = all(/(?:href|src)="([^"]*)"/g)
    expect(leads.filter((address) => !/^(#|\/(?!\/)|data:,$)/.test(address))).toEqual([])
  })

  it('is allowed its own style and nothing else', () => {
    const [style = ''] = all(/<style>([\s\S]*?)<\/style>/g)
    expect(docsPolicy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(docsPolicy).toMatch(/^default-src 'none';/)
    expect(page).not.toMatch(/ style="/)
  })

  it('shows every address and every schema, and leads nowhere in vain', () => {
    const ids = all(/ id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(all(/href="#([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([])
    for (const methods of Object.values(restDocument.paths)) for (const { operationId } of Object.values(methods)) expect(ids).toContain(operationId)
    for (const name of Object.keys(restDocument.components.schemas)) expect(ids).toContain(`schema-${name}`)
    expect(page).toContain('href="/graphql"')
  })
})
