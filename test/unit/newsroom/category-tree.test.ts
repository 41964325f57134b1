import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MAX_DEPTH, placeBelow, placementProblem, placesBelow } from '../../../src/newsroom/category-tree.ts'

const top = { id: 'a', path: 'kinh-te', ancestors: [], depth: 0 }

describe('placesBelow', () => {
  it('gives everything below, parents first', () => {
    const nodes = [{ id: 'c', slug: 'xa', parent: 'b' }, { id: 'b', slug: 'nong-thon', parent: 'a' }, { id: 'x', slug: 'khac', parent: null }, { id: 'a', slug: 'kinh-te', parent: null }]
    expect(placesBelow({ top, nodes })).toEqual([
      { id: 'b', path: 'kinh-te/nong-thon', ancestors: ['a'], depth: 1 },
      { id: 'c', path: 'kinh-te/nong-thon/xa', ancestors: ['a', 'b'], depth: 2 },
    ])
  })

  it('ends on any graph, and never repeats a node', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    fc.assert(fc.property(fc.array(fc.record({ id, slug: id, parent: fc.option(id) }), { maxLength: 20 }), (nodes) => {
      const found = placesBelow({ top, nodes }).map((place) => place.id)
      expect(new Set(found).size).toBe(found.length)
      expect(found).not.toContain('a')
    }))
  })

  it('agrees with placing each below its parent', () => {
    const nodes = [{ id: 'b', slug: 'b', parent: 'a' }, { id: 'c', slug: 'c', parent: 'b' }, { id: 'd', slug: 'd', parent: 'b' }]
    const places = new Map(placesBelow({ top, nodes }).map((place) => [place.id, place]))
    places.set('a', top)
    for (const { id, slug, parent } of nodes) expect(places.get(id)).toEqual({ id, ...placeBelow({ parent: places.get(parent) ?? null, slug }) })
  })
})

describe('placementProblem', () => {
  const parent = { id: 'p', path: 'p', ancestors: ['g'], depth: 1 }

  it('refuses a circle', () => {
    expect(placementProblem({ id: 'p', parent, height: 0 })?.en).toMatch(/itself/)
    expect(placementProblem({ id: 'g', parent, height: 1 })?.en).toMatch(/itself/)
    expect(placementProblem({ id: 'x', parent, height: 0 })).toBeNull()
  })

  it('counts what stands below what is moved', () => {
    expect(placementProblem({ id: null, parent: { ...parent, depth: MAX_DEPTH }, height: 0 })?.vi).toMatch(/sâu nhất/)
    expect(placementProblem({ id: 'x', parent, height: MAX_DEPTH - 2 })).toBeNull()
    expect(placementProblem({ id: 'x', parent, height: MAX_DEPTH - 1 })).not.toBeNull()
  })
})
