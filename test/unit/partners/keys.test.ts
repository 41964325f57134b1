import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createKey, hashOfKey, keyTypeOf, keyTypes, shownPart, typeOfShown } from '../../../src/partners/key-format.ts'
import { originOf } from '../../../src/partners/origin-of.ts'
import { bearerKey, withoutKeys } from '../../../src/partners/read-key.ts'
import { changedKeys, isLive, keyAsked, type StoredKey } from '../../../src/partners/stored-key.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const stored = (more: Partial<StoredKey> = {}): StoredKey => {
  const key = createKey(more.type ?? 'secret')
  return { shown: shownPart(key), hash: hashOfKey(key), type: 'secret', scopes: ['feeds'], createdAt: NOW, expiresAt: null, revokedAt: null, ...more }
}

describe('a key', () => {
  it('tells its type, and its beginning does not tell the rest', () => {
    for (const type of keyTypes) {
      const key = createKey(type)
      expect([keyTypeOf(key), typeOfShown(shownPart(key)), shownPart(key).length, key.length]).toEqual([type, type, 11, 46])
    }
    expect(new Set(Array.from({ length: 1000 }, () => createKey('secret'))).size).toBe(1000)
  })

  it('is no text of another form', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(keyTypeOf(text)).toBeNull()
      expect(keyTypeOf(`sk_${text}`)).toBe(/^[\w-]{43}$/.test(text) ? 'secret' : null)
    }))
    expect([keyTypeOf(`${createKey('secret')}\n`), keyTypeOf(`xk_${'a'.repeat(43)}`)]).toEqual([null, null])
  })
})

describe('an address', () => {
  const name = fc.constantFrom('key', '%6bey', 'k%65y', '%6B%65%79')
  const pair = fc.oneof(
    fc.tuple(fc.constantFrom('after', 'first', 'keys', 'Key', 'monkey', 'a%20key', '%ZZ'), fc.webQueryParameters()).map(([one, value]) => `${one}=${encodeURIComponent(value)}`),
    fc.constantFrom('', 'a', 'a=b=c', '%', '=key'),
  )

  it('loses the key and nothing else, however its name is written', () => {
    fc.assert(fc.property(fc.array(pair, { maxLength: 4 }), fc.array(pair, { maxLength: 4 }), name, fc.constantFrom(...keyTypes), fc.boolean(), (before, after, written, type, isExpected) => {
      const key = createKey(type)
      const rest = [...before, ...after]
      const found = withoutKeys({ url: `/feeds/x.json?${[...before, `${written}=${key}`, ...after].join('&')}`, isExpected })
      expect(found).toEqual({ url: rest.length > 0 ? `/feeds/x.json?${rest.join('&')}` : '/feeds/x.json', keys: [key] })
      expect(withoutKeys({ url: found.url, isExpected })).toEqual({ url: found.url, keys: [] })
    }))
  })

  it('keeps a parameter of that name which is none, where no keys are taken', () => {
    expect(withoutKeys({ url: '/v1/x?key=tra&a=1', isExpected: false })).toEqual({ url: '/v1/x?key=tra&a=1', keys: [] })
    expect(withoutKeys({ url: '/feeds/x.json?key=tra&a=1', isExpected: true })).toEqual({ url: '/feeds/x.json?a=1', keys: ['tra'] })
    expect(withoutKeys({ url: '/feeds/x.json?key=a&key=b', isExpected: true })).toEqual({ url: '/feeds/x.json', keys: ['a', 'b'] })
  })

  it('is taken apart without an error, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (query, isExpected) => {
      expect(withoutKeys({ url: `/feeds/x.json?${query}`, isExpected }).url.length).toBeLessThanOrEqual(14 + query.length)
    }))
  })
})

it.each([['Bearer sk_a', 'sk_a'], ['bearer   sk_a ', 'sk_a'], ['Basic YTpi', null], ['Bearer', null], ['Bearer a b', null], [undefined, null]])('the bearer token of %j is %j', (header, token) => {
  expect(bearerKey(header)).toBe(token)
})

it.each([
  ['https://cong.vn', 'https://cong.vn'], [' https://CONG.vn/ ', 'https://cong.vn'], ['https://cong.vn:8443', 'https://cong.vn:8443'], ['https://cong.vn:443', 'https://cong.vn'], ['http://localhost:5173', 'http://localhost:5173'],
  ['https://đồ.vn', 'https://xn--fea053m.vn'], ['http://cong.vn', null], ['https://cong.vn/trang', null], ['https://cong.vn?a', null], ['https://a:b@cong.vn', null], ['https://*.vn', null], ['cong.vn', null], ['null', null], ['ftp://cong.vn', null], ['', null],
])('the origin of %j is %j', (text, origin) => {
  expect(originOf(text)).toBe(origin)
})

describe('the keys of a partner site', () => {
  it('work from when they are made until they end', () => {
    expect([isLive(stored(), NOW), isLive(stored({ expiresAt: NOW }), NOW), isLive(stored({ expiresAt: '2026-11-24T02:00:00.001Z' }), NOW), isLive(stored({ revokedAt: NOW }), NOW)]).toEqual([true, false, true, false])
  })

  it('are never more than two of a type that work, whatever is done', () => {
    const step = fc.record({ type: fc.constantFrom(...keyTypes), revokes: fc.option(fc.nat(6), { nil: undefined }), expiresIn: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }) })
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let keys: StoredKey[] = []
      steps.forEach(({ type, revokes, expiresIn }, at) => {
        const instant = (after: number) => new Date(Date.parse(NOW) + (at + after) * 1000).toISOString()
        const now = instant(0)
        const before = keys.filter((key) => isLive(key, now))
        const change = revokes === undefined ? { add: stored({ type, expiresAt: expiresIn === undefined ? null : instant(expiresIn) }) } : { revoke: keys[revokes]?.shown ?? '', at: now }
        const changed = changedKeys({ keys, change, now })
        if (typeof changed === 'string') return
        keys = changed
        for (const one of keyTypes) expect(keys.filter((key) => key.type === one && isLive(key, now)).length).toBeLessThanOrEqual(2)
        // What works goes on working, but for what was revoked.
        for (const key of before) expect(keys.some(({ shown, revokedAt }) => shown === key.shown && (revokedAt === null || ('revoke' in change && change.revoke === shown)))).toBe(true)
        expect(keys.length).toBeLessThanOrEqual(25)
      })
    }))
  })

  it('are refused changes that make no sense', () => {
    const [one, two, ended] = [stored(), stored(), stored({ revokedAt: NOW })]
    expect(changedKeys({ keys: [one, two, ended], change: { add: stored() }, now: NOW })).toBe('too-many')
    expect(changedKeys({ keys: [one, ended], change: { add: two }, now: NOW })).toEqual([two, one, ended])
    expect(changedKeys({ keys: [one], change: { revoke: two.shown, at: NOW }, now: NOW })).toBe('unknown')
    expect(changedKeys({ keys: [ended], change: { revoke: ended.shown, at: NOW }, now: NOW })).toBe('revoked')
  })

  it('are asked for by type, scopes and days', () => {
    expect(keyAsked({ type: 'secret' })).toEqual({ type: 'secret', scopes: ['feeds'], lifeMs: null })
    expect(keyAsked({ type: 'publishable', scopes: ['changes', 'feeds'], days: 30 })).toEqual({ type: 'publishable', scopes: ['feeds', 'changes'], lifeMs: 30 * 86_400_000 })
    fc.assert(fc.property(fc.anything(), (body) => {
      expect([null, 'publishable', 'secret']).toContain(keyAsked(body)?.type ?? null)
    }))
  })
})
