import { describe, expect, it } from '@jest/globals'
import { ProblemError } from '../../../src/api/problem.ts'
import { type Asked, askedOf } from '../../../src/partners/asked-of.ts'
import { checkKey } from '../../../src/partners/check-key.ts'
import { createKey, hashOfKey, type KeyType, shownPart } from '../../../src/partners/key-format.ts'
import type { CheckedKey, PartnerSite } from '../../../src/partners/partner-site.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const OWN = 'https://bao.test'
const HOME = 'https://cong.test'

const made = (type: KeyType, more: Partial<CheckedKey> = {}) => {
  const text = createKey(type)
  return { text, key: { shown: shownPart(text), hash: hashOfKey(text), type, scopes: ['feeds'], expiresAt: null, revokedAt: null, ...more } as CheckedKey }
}
const page = made('publishable')
const server = made('secret')
const site: PartnerSite = { id: 's1', name: 'Cổng', origins: [HOME], ratePerMinute: 1, quotaPerDay: 1, keys: [page.key, server.key] }
const feeds = askedOf('/feeds/products.json') as Asked
const frame = askedOf('/embed/products') as Asked

const statusOf = ({ text, from, key, asked = feeds, origin, referer }: { text: string; from: 'address' | 'header'; key?: CheckedKey; asked?: Asked; origin?: string; referer?: string }): number => {
  const known = [...site.keys, ...(key ? [key] : [])]
  try {
    const { refusal } = checkKey({ given: [{ from, text }], asked, origin, referer, ownOrigins: [OWN], now: NOW, find: (shown) => known.filter((one) => one.shown === shown).map((one) => ({ site, key: one })) })
    return refusal?.problem.status ?? 200
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.status
    throw error
  }
}

describe('a publishable key', () => {
  const from = 'address' as const
  it.each([
    [{ origin: HOME }, 200], [{ referer: `${HOME}/a?b` }, 200], [{}, 403], [{ origin: 'null' }, 403], [{ origin: 'null', referer: HOME }, 403], [{ origin: OWN }, 403], [{ referer: 'không phải địa chỉ' }, 403],
    [{ origin: 'https://www.cong.test' }, 403], [{ origin: `${HOME}:8443` }, 403], [{ referer: 'https://cong.test.evil.test/' }, 403], [{ referer: 'https://evil.test/https://cong.test' }, 403],
  ])('from %j is answered %i', (place, status) => {
    expect(statusOf({ text: page.text, from, ...place })).toBe(status)
  })

  it.each([[{}, 200], [{ origin: OWN }, 200], [{ referer: `${HOME}/` }, 200], [{ referer: 'https://evil.test/' }, 403]])('in a frame from %j is answered %i, for the browser holds to frame-ancestors', (place, status) => {
    expect(statusOf({ text: page.text, from, asked: frame, ...place })).toBe(status)
  })

  it('is no bearer token', () => expect(statusOf({ text: page.text, from: 'header', origin: HOME })).toBe(401))
})

describe('a secret key', () => {
  it('is a bearer token of servers', () => {
    expect(statusOf({ text: server.text, from: 'header' })).toBe(200)
    for (const origin of [HOME, OWN, 'null', '']) expect(statusOf({ text: server.text, from: 'header', origin })).toBe(403)
    expect(statusOf({ text: server.text, from: 'address' })).toBe(401)
  })
})

it('is refused when it is another with the same beginning, has ended or is for something else', () => {
  expect(statusOf({ text: `${server.text.slice(0, -1)}${server.text.endsWith('A') ? 'B' : 'A'}`, from: 'header' })).toBe(401)
  expect(statusOf({ text: '', from: 'header' })).toBe(401)
  for (const [more, status] of [[{ expiresAt: NOW }, 401], [{ revokedAt: '2026-01-01T00:00:00.000Z' }, 401], [{ scopes: ['changes'] as const }, 403]] as const) {
    const { text, key } = made('secret', more)
    expect(statusOf({ text, key, from: 'header' })).toBe(status)
  }
})

it.each([
  ['/feeds/tr%C3%A0.ninjs.json?a=1', { scope: 'feeds', isFramed: false, feed: 'trà', format: 'ninjs.json' }],
  ['/feeds', { scope: 'feeds', isFramed: false, feed: '', format: '' }],
  ['/feeds/products/report', { scope: 'feeds', isFramed: false, feed: 'products', format: 'report' }],
  ['/feeds/%E0%A4%A', { scope: 'feeds', isFramed: false, feed: '', format: '' }],
  ['/embed/products', { scope: 'feeds', isFramed: true, feed: 'products', format: 'embed' }],
  ['/embed/products.json?limit=4', { scope: 'feeds', isFramed: false, feed: 'products', format: 'embed' }],
  ['/v1/changes?after=1', { scope: 'changes', isFramed: false, feed: 'changes', format: 'json' }],
  ['/v1/articles', null], ['/feedsx/products.json', null], ['/api/users?key=1', null], ['', null],
])('%s is about %j', (url, asked) => {
  expect(askedOf(url)).toEqual(asked)
})
