import { describe, expect, it } from '@jest/globals'
import { BadCursorError, type PublishedRow, type Store } from '../../../src/published/store.ts'
import { traceStore } from '../../../src/cache/traced-store.ts'

const moment = { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01' }
const row = (kind: PublishedRow['kind'], id: string): PublishedRow => ({ kind, id, slug: id, number: null, visibleFrom: '', visibleUntil: '', modifiedAt: '', stars: null, starsThrough: null, data: {} })
const storeWith = (more: Partial<Store>): Store => ({
  find: async () => [], findGone: async () => [], many: async () => new Map(), list: async () => ({ rows: [], cursors: [], hasNext: false }), lists: async () => new Map(), count: async () => 0, dependOn: () => undefined, statements: 7, ...more,
}) as unknown as Store
const tagsAfter = async (use: (store: Store) => Promise<unknown>, more: Partial<Store> = {}): Promise<string[]> => {
  const { store, trace } = traceStore(storeWith(more))
  await use(store)
  return [...trace.tags].sort()
}

describe('what an answer was made from', () => {
  it('is the things asked for, those that are not there included', async () => {
    expect(await tagsAfter((store) => store.many({ refs: [{ kind: 'image', id: '1' }, { kind: 'author', id: '2' }], moment }))).toEqual(['author:2', 'image:1'])
  })

  it('is the thing found by its slug, and every thing of the kind when none is', async () => {
    const ask = (store: Store) => store.find({ kind: 'article', by: { slug: 'x' }, moment })
    expect(await tagsAfter(ask, { find: async () => [row('article', '9')] })).toEqual(['article:9'])
    expect(await tagsAfter(ask)).toEqual(['list:article'])
  })

  it('is one thing for an id, whether it is there or not, and the kind as well where several may be found', async () => {
    expect(await tagsAfter((store) => store.find({ kind: 'article', by: { id: '3' }, moment }))).toEqual(['article:3'])
    expect(await tagsAfter((store) => store.find({ kind: 'article', by: { facet: 'key:3' }, moment }), { find: async () => [row('article', '9')] })).toEqual(['article:9', 'list:article'])
  })

  it('is every kind that was listed or counted', async () => {
    expect(await tagsAfter(async (store) => {
      await store.list({ kinds: ['article', 'product'], first: 1, moment })
      await store.lists({ kind: 'certificate', facets: ['product:1'], first: 1, moment })
      await store.count({ kinds: ['partnerBrand'], moment })
    })).toEqual(['list:article', 'list:certificate', 'list:partnerBrand', 'list:product'])
  })

  it('is what was said, until the earliest instant that was said', () => {
    const { store, trace } = traceStore(storeWith({}))
    store.dependOn(['mostRead'], '2026-01-02T00:00:00.000Z')
    store.dependOn([], '2026-01-01T12:00:00.000Z')
    store.dependOn([], '2026-01-03T00:00:00.000Z')
    expect([[...trace.tags], trace.until]).toEqual([['mostRead'], '2026-01-01T12:00:00.000Z'])
  })

  it('is remembered to have failed, but not by what was wrong with the question', async () => {
    const failing = (error: Error) => traceStore(storeWith({ list: async () => { throw error } }))
    const [broken, refused] = [failing(new Error('gone')), failing(new BadCursorError())]
    for (const { store } of [broken, refused]) await expect(store.list({ kinds: ['article'], first: 1, moment })).rejects.toThrow()
    expect([(broken.trace.failure as Error).message, refused.trace.failure]).toEqual(['gone', null])
  })

  it('leaves the statements of the store to be counted', () => expect(traceStore(storeWith({})).store.statements).toBe(7))
})
