import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { eventTypes, type Thing } from '../../../src/webhooks/event.ts'
import { eventsOf } from '../../../src/webhooks/events-of.ts'
import { messageOf } from '../../../src/webhooks/message-of.ts'
import { isWanted, type Wish } from '../../../src/webhooks/wanted.ts'

const product = (more: Record<string, unknown> = {}, stars: [number, string] | null = [4, '2027-03-05']): Thing => ({
  kind: 'product', id: 'p1', slug: 'mien-dong', number: 7, stars: stars?.[0] ?? null, starsThrough: stars?.[1] ?? null,
  data: { name: 'Miến dong', group: 'leaf', province: 'tn', price: null, _heavy: 1, ...more },
})
const article = (more: Record<string, unknown> = {}): Thing => ({
  kind: 'article', id: 'a1', slug: 'tin', number: 3, stars: null, starsThrough: null, data: { title: 'Tin', body: 'x', category: 'c1', categories: ['c2'], provinces: ['tn'], corrections: [], ...more },
})
const typesOf = (...args: Parameters<typeof eventsOf>) => eventsOf(...args).map(({ type }) => type)

describe('what a decision tells', () => {
  it.each([
    ['a product that appears', null, product(), null, ['product.published']],
    ['a product that goes', product(), null, null, ['product.withdrawn']],
    ['a product with another price', product(), product({ price: { amount: 5 } }), null, ['product.updated']],
    ['a product whose stars ended', product(), product({}, null), null, ['product.updated']],
    ['a product of which only hidden parts changed', product(), product({ _heavy: 2 }), null, []],
    ['a product as it was', product(), product(), null, []],
    ['what nobody saw nor sees', null, null, null, []],
    ['an article that appears', null, article(), null, ['article.published']],
    ['an article with another text', article(), article({ body: 'y' }), null, ['article.updated']],
    ['an article with a correction', article(), article({ body: 'y', corrections: [{ at: 'now', text: 'z' }] }), null, ['article.corrected']],
    ['an article that is retracted', article(), null, 'RETRACTED', ['article.retracted']],
    ['an article that is taken away', article(), null, null, ['article.retracted']],
  ] as const)('%s', (_, before, after, gone, expected) => {
    expect(typesOf({ before, after, gone })).toEqual(expected)
  })

  it('names the public fields that differ, and why an article is gone', () => {
    expect(eventsOf({ before: product(), after: product({ name: 'Miến', _heavy: 3 }, [5, '2028-01-01']), gone: null })[0]?.changed).toEqual(['certification', 'name'])
    expect(eventsOf({ before: article(), after: null, gone: 'LEGAL' })[0]?.reason).toBe('legal')
    expect(eventsOf({ before: article(), after: null, gone: null })[0]?.reason).toBe('unpublished')
  })

  it('is nothing exactly when the public sees no difference, and always of a known type', () => {
    const thing = fc.option(fc.record({ name: fc.string(), price: fc.integer(), _inner: fc.integer(), stars: fc.constantFrom(null, 3, 4, 5) }), { nil: null })
    fc.assert(fc.property(thing, thing, (a, b) => {
      const made = (one: typeof a) => (one ? product({ name: one.name, price: one.price, _inner: one._inner }, one.stars === null ? null : [one.stars, '2030-01-01']) : null)
      const seen = (one: typeof a) => (one ? JSON.stringify([one.name, one.price, one.stars]) : null)
      const events = eventsOf({ before: made(a), after: made(b), gone: null })
      expect(events.length === 0).toBe(seen(a) === seen(b))
      for (const { type } of events) expect(eventTypes).toContain(type)
    }))
  })
})

describe('who wants to hear of it', () => {
  const all: Wish = { events: eventTypes, groups: null, provinces: null, categories: null }
  it.each([
    ['all of it', all, product(), true],
    ['other events', { ...all, events: ['product.withdrawn'] }, product(), false],
    ['its group', { ...all, groups: new Set(['top', 'leaf']) }, product(), true],
    ['another group', { ...all, groups: new Set(['top']) }, product(), false],
    ['its province', { ...all, provinces: new Set(['tn', 'bk']) }, product(), true],
    ['another province', { ...all, provinces: new Set(['hn']) }, product(), false],
    ['a category, which products do not know', { ...all, categories: new Set(['c9']) }, product(), true],
  ])('a product: who wants %s', (_, wish, thing, expected) => {
    expect(isWanted({ wish, type: 'product.updated', thing })).toBe(expected)
  })
  it.each([
    ['a further category', { ...all, categories: new Set(['c2']) }, true],
    ['another category', { ...all, categories: new Set(['c3']) }, false],
    ['a group, which articles do not know', { ...all, groups: new Set(['x']) }, true],
    ['its province', { ...all, provinces: new Set(['tn']) }, true],
    ['another province', { ...all, provinces: new Set(['hn']) }, false],
  ])('an article: who wants %s', (_, wish, expected) => {
    expect(isWanted({ wish, type: 'article.updated', thing: article() })).toBe(expected)
  })
})

describe('the message', () => {
  const addresses = { url: 'https://bao.example/p', api: 'https://press.example/v1/products/id:p1' }
  const event = { type: 'product.updated', thing: product(), changed: ['price'] } as const
  it('says what it is about and where to read it, and stars only on days on which they hold', () => {
    expect(messageOf({ event, addresses, timestamp: '2027-03-05T01:00:00.000Z', today: '2027-03-05' })).toEqual({
      type: 'product.updated', timestamp: '2027-03-05T01:00:00.000Z',
      data: { kind: 'product', id: 'p1', slug: 'mien-dong', number: 7, name: 'Miến dong', stars: 4, starsThrough: '2027-03-05', ...addresses, changed: ['price'] },
    })
    expect(messageOf({ event, addresses, timestamp: '', today: '2027-03-06' }).data).toMatchObject({ stars: null, starsThrough: null })
  })
  it('stays small', () => {
    const long = { ...event, thing: product({ name: 'ầ'.repeat(300) }), changed: Object.keys(product().data) }
    expect(Buffer.byteLength(JSON.stringify(messageOf({ event: long, addresses, timestamp: '', today: '2027-01-01' })))).toBeLessThan(20_000)
  })
})
