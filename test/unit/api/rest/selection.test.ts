import { describe, expect, it } from '@jest/globals'
import type { PublicKind } from '../../../../collections/shared/public-kinds.ts'
import { ProblemError } from '../../../../src/api/problem.ts'
import { includable, isCostlySelection, type Extent, type Parts, type Selection, selectionOf } from '../../../../src/api/rest/selection.ts'
import { publicDefinitions } from '../../../../src/published/kinds.ts'

type Tree = { [name: string]: true | Tree }

const treeOf = (selection: Selection): Tree => Object.fromEntries([...selection].map(([name, parts]) => [name, parts === null ? true : partsTree(parts)]))

const partsTree = ({ union, of }: Parts): Tree => (union ? Object.fromEntries(Object.entries(of).map(([kind, selection]) => [`…${kind}`, treeOf(selection)])) : treeOf(Object.values(of)[0] as Selection))

const select = ({ kinds = ['article'], extent = 'item', fields, include }: { kinds?: PublicKind[]; extent?: Extent; fields?: string; include?: string }) =>
  partsTree(selectionOf({ kinds, extent, fields: fields?.split(','), include: include?.split(',') }))

const refusal = (asked: Parameters<typeof select>[0]) => {
  try {
    select(asked)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
  }
  throw new Error('It was not refused')
}

const card: Tree = { id: true, url: true, slug: true, name: true }

describe('when nothing is said', () => {
  it('a list leaves out what takes reading of its own for every item', () => {
    const item = select({})
    expect(item).not.toHaveProperty('body')
    expect(item).toHaveProperty('lead', true)
    expect(select({ kinds: ['category'] })).not.toHaveProperty('children')
    expect(select({ kinds: ['administrativeUnit'] })).not.toHaveProperty('predecessors')
  })

  it('one thing is whole but for what is answered on request only', () => {
    expect(select({ extent: 'whole' })).toHaveProperty('body.html', true)
    expect(select({ extent: 'whole', kinds: ['category'] })).toHaveProperty('children', card)
    expect(select({ extent: 'whole', kinds: ['product'] })).not.toHaveProperty('relatedArticles')
  })

  it('references are cards, and images have their description and sizes', () => {
    expect(select({})['category']).toEqual(card)
    expect(select({})['related']).toEqual({ id: true, url: true, slug: true, number: true, title: true })
    expect(select({})['cover']).toEqual({ id: true, url: true, width: true, height: true, alt: true, caption: true, credit: true, placeholder: true, srcset: true })
  })

  it('rows of several kinds are told apart', () => {
    expect(Object.keys((select({ kinds: ['homePage'], extent: 'whole' }) as any).slots.items)).toEqual(['…article', '…product', '…partnerBrand'])
  })
})

describe('fields', () => {
  it.each<[string, Tree]>([
    ['title', { title: true }],
    ['title,title', { title: true }],
    ['title,cover.url', { title: true, cover: { url: true } }],
    ['category.parent.name', { category: { parent: { name: true } } }],
    ['bylines.author.name,bylines.role', { bylines: { author: { name: true }, role: true } }],
    ['category', { category: card }],
    ['category,category.description', { category: { ...card, description: true } }],
    ['body.html', { body: { html: true } }],
    ['cover.renditions.url', { cover: { renditions: { url: true } } }],
  ])('%s', (fields, tree) => {
    expect(select({ fields })).toEqual(tree)
  })

  it('of several kinds name what at least one of them has', () => {
    expect(select({ kinds: ['article', 'product'], fields: 'title,name,publishedAt' })).toEqual({ '…article': { title: true, publishedAt: true }, '…product': { name: true, publishedAt: true } })
    expect(select({ kinds: ['homePage'], extent: 'whole', fields: 'slots.items.title' })).toEqual({ slots: { items: { '…article': { title: true }, '…product': {}, '…partnerBrand': {} } } })
  })

  it.each<[string, string, string]>([
    ['titel', 'BAD_REQUEST', '"titel" in "fields" names no field; there are id, url, number, '],
    ['cover.uri', 'BAD_REQUEST', '"cover.uri" in "fields" names no field of "cover"; there are id, url, width, '],
    ['title.length', 'BAD_REQUEST', '"title" has no fields of its own'],
    ['title.', 'BAD_REQUEST', '"title" has no fields of its own'],
    ['cover.', 'BAD_REQUEST', 'names no field of "cover"'],
    ['constructor', 'BAD_REQUEST', 'names no field'],
    ['related.body', 'BAD_REQUEST', '"body" is answered of the thing itself only'],
    ['related.related.related.category.name', 'LIMIT', 'crosses more than 3 references'],
  ])('%s is refused', (fields, code, detail) => {
    const problem = refusal({ fields })
    expect(problem).toMatchObject({ code, parameter: 'fields' })
    expect(problem.detail).toContain(detail)
  })
})

describe('include', () => {
  it('makes a reference whole, whose own references are cards', () => {
    const { category } = select({ include: 'category' }) as { category: Tree }
    expect(category).toMatchObject({ description: true, path: true, parent: card })
    expect(select({ include: 'category' })).toHaveProperty('title', true)
  })

  it('makes all on the way whole', () => {
    const { category } = select({ include: 'category.parent' }) as any
    expect(category).toMatchObject({ description: true, parent: { description: true, parent: card } })
    const { bylines } = select({ include: 'bylines.author' }) as any
    expect(bylines).toMatchObject({ role: true, author: { bio: true } })
  })

  it('adds what is left out otherwise', () => {
    expect(select({ include: 'body' })).toHaveProperty('body.html', true)
    expect(select({ kinds: ['product'], extent: 'whole', include: 'relatedArticles' })).toHaveProperty('relatedArticles.title', true)
  })

  it('adds to the fields that were named', () => {
    expect(Object.keys(select({ fields: 'title', include: 'category' }))).toEqual(['title', 'category'])
  })

  it.each<[string, string, string]>([
    ['title', 'BAD_REQUEST', 'neither a reference nor left out otherwise'],
    ['nothing', 'BAD_REQUEST', 'neither a reference nor left out otherwise'],
    ['category.nothing', 'BAD_REQUEST', 'names no field of "category"'],
    ['category.children', 'BAD_REQUEST', 'of the thing itself only'],
    ['related.related.related', 'LIMIT', 'crosses more than 2 references'],
  ])('%s is refused', (include, code, detail) => {
    const problem = refusal({ include })
    expect(problem).toMatchObject({ code, parameter: 'include' })
    expect(problem.detail).toContain(detail)
  })

  it('takes everything that it says it takes, of every kind', () => {
    for (const { kind } of publicDefinitions) {
      for (const extent of ['whole', 'item'] as const) {
        for (const include of includable({ kind, extent })) expect(() => select({ kinds: [kind], extent, include })).not.toThrow()
      }
    }
  })
})

it('knows what makes a list costly', () => {
  const costly = (asked: { fields?: string[]; include?: string[] }) => isCostlySelection({ kinds: ['article'], selected: selectionOf({ kinds: ['article'], extent: 'item', ...asked }) })
  expect([costly({}), costly({ fields: ['title'] }), costly({ fields: ['body.minutes'] }), costly({ include: ['body'] })]).toEqual([false, false, true, true])
})
