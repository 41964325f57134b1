import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execute, type GraphQLNamedType, getNamedType, isLeafType, isObjectType, parse, validate } from 'graphql'
import type { PublicField } from '../../collections/shared/public-definition.ts'
import type { Kind, PublicKind } from '../../collections/shared/public-kinds.ts'
import { createSchema } from '../../src/api/graphql/schema.ts'
import { createReader } from '../../src/api/read/reader.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { definitions, publicDefinitions } from '../../src/published/kinds.ts'
import type { RowContent } from '../../src/published/row.ts'
import { noServices } from '../support/no-services.ts'
import { type Opened, openPayload } from '../http/published/open-payload.ts'
import { rowFor } from '../http/published/rows-for.ts'
import type { Json } from './ask.ts'

const moment = { now: '2026-11-24T05:00:00.000Z', today: '2026-11-24' }
const schema = createSchema()
const MANY = 30
let opened: Opened

const row = (kind: Kind, id: string, data: Record<string, unknown>, more: Partial<RowContent> = {}): RowContent => rowFor({ kind, id, data: JSON.stringify({ slug: id, name: id, ...data }), ...more })
const seo = (image: string) => ({ title: 't', description: '', image, _canonical: null, noindex: false })
const text = (name: string): string => JSON.stringify({ [name]: { json: {}, text: '', minutes: 1, images: [], products: [], articles: [], legalDocuments: [], _parts: ['<p>Chữ</p>'], _refs: [] } })

/** Number `n` of every kind that has a list, each with neighbours of its own: nothing that two of them share hides a look-up. */
const rowsOf = (n: number): RowContent[] => {
  const beside = (n + 1) % MANY
  // News and products in turn, as the mixed list has them.
  const visibleFrom = `2026-03-01T00:00:${String(n).padStart(2, '0')}.000Z`
  return [
    row('image', `i${n}`, { width: 16, height: 9, alt: 'a', createdAt: moment.now, mimeType: 'image/webp', _filename: `i${n}.webp`, _version: 'v', _renditions: [] }),
    row('author', `a${n}`, { portrait: `i${n}`, active: true }),
    row('category', `c${n}`, { path: `c${n}`, depth: 0, order: n, parent: `c${beside}`, ancestors: [`c${beside}`] }, { facets: [`parent:c${beside}`] }),
    row('topic', `t${n}`, { image: `i${n}`, featured: false }),
    row('productGroup', `g${n}`, { key: `g${n}`, level: 'leaf', classification: '26-2026', order: n, parent: `g${beside}`, ancestors: [`g${beside}`], mapsTo: [`g${beside}`] }, { facets: [`parent:g${beside}`] }),
    row('administrativeUnit', `u${n}`, { key: `u${n}`, fullName: `Xã ${n}`, kind: 'commune', level: 'commune', parent: `u${beside}`, validFrom: null, validTo: null, successors: [{ unit: `u${beside}`, share: 'whole' }] }, { facets: [`successor:u${beside}`] }),
    row('producer', `h${n}`, { unit: `u${n}`, province: `u${n}`, logo: `i${n}` }),
    row('partnerBrand', `b${n}`, { logo: `i${n}`, rel: 'sponsored', _placements: [] }),
    row('legalDocument', `d${n}`, { number: `${n}/QĐ`, type: 'decision', issuer: 'UBND', date: '2026-01-01', title: 't', citation: 'c' }),
    row('article', `x${n}`, {
      number: n, title: 't', lead: 'l', genre: 'news', publishedAt: moment.now, featured: false, breaking: false, sponsored: false, cover: { id: `i${n}` }, category: `c${n}`, categories: [`c${beside}`], topics: [`t${n}`],
      bylines: [{ author: `a${n}`, role: 'text', penName: null }], provinces: [`u${n}`], legalDocuments: [`d${n}`], related: [`x${beside}`], products: [`p${n}`], brands: [`b${n}`], seo: seo(`i${n}`),
    }, { number: n, facets: [`product:p${n}`], heavy: text('body'), visibleFrom }),
    row('product', `p${n}`, {
      number: n, summary: 's', certificates: [], group: `g${n}`, producer: `h${n}`, brand: `b${n}`, province: `u${n}`, unit: `u${n}`, image: { id: `i${n}` }, images: [{ id: `i${n}` }], publishedAt: moment.now, seo: seo(`i${n}`),
    }, { number: n, heavy: text('description'), visibleFrom }),
  ]
}

beforeAll(async () => {
  opened = await openPayload()
  await inTransaction({ payload: opened.payload, work: async (req) => {
    for (let n = 0; n < MANY; n++) for (const one of rowsOf(n)) await opened.store.put({ req, row: one })
  } })
}, 120_000)
afterAll(() => opened?.close())

const read = async (query: string): Promise<{ data: Json; statements: number }> => {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const before = opened.store.statements
  const { data, errors } = await execute({ schema, document, contextValue: { reader: createReader({ services: noServices, store: opened.store, moment, siteUrl: 'https://bao.test', origin: 'https://api.test' }) } })
  expect(errors).toBeUndefined()
  return { data: data as Json, statements: opened.store.statements - before }
}

/** A field with what makes it readable: itself, or what its parts and the things it refers to say of themselves. */
const selected = (name: string, type: GraphQLNamedType, depth = 2): string => {
  if (isLeafType(type)) return name
  if (!isObjectType(type)) return `${name} { __typename }`
  const inner = Object.values(type.getFields()).flatMap((field) => (isLeafType(getNamedType(field.type)) ? [field.name] : depth > 1 ? [selected(field.name, getNamedType(field.type), depth - 1)] : []))
  return `${name} { __typename ${inner.join(' ')} }`
}

type Level = { references: boolean; heavy: boolean; structured: boolean; lists: number }

/** What `selected` asks of the rows at each level: those it begins with, those they refer to, and so on. */
const levelsOf = ({ field, depth, level = 0, into = [] }: { field: PublicField; depth: number; level?: number; into?: Level[] }): Level[] => {
  const here = into[level] ?? { references: false, heavy: false, structured: false, lists: 0 }
  into[level] = here
  here.heavy ||= field.heavy === true
  // Structured data says of what a thing refers to where that belongs.
  here.structured ||= field.answered === true && field.type === 'json'
  // Addresses follow from the settings, which are read like a reference; the HTML of a text from what is embedded in it.
  here.references ||= (field.answered === true && field.type !== 'ref') || field.heavy === true
  if (field.type === 'ref') {
    if (field.answered && field.list) here.lists += 1
    else here.references = true
  }
  if (field.type !== 'ref' && field.type !== 'object') return into
  if (field.type === 'ref' && typeof field.to !== 'string') return into
  const inner = Object.values(field.type === 'ref' ? definitions[field.to as PublicKind].fields : field.fields)
  for (const part of inner.filter((one) => depth > 1 || (one.type !== 'ref' && one.type !== 'object'))) levelsOf({ field: part, depth: depth - 1, level: field.type === 'ref' ? level + 1 : level, into })
  return into
}

/** Statements beside the first: at each level one batch of references, one of long texts, one more for structured data, and one for each field that is a list by itself. */
const batchesOf = (field: PublicField): number => levelsOf({ field, depth: 2 }).reduce((sum, { references, heavy, structured, lists: own }) => sum + Number(references) + Number(heavy) + Number(structured) + own, 0)

const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const type = getNamedType(field.type)
  const node = isObjectType(type) && 'totalCount' in type.getFields() ? getNamedType(type.getFields()['nodes']?.type) : undefined
  // What is found is listed with what it was found by, not as one kind.
  const definition = publicDefinitions.find(({ plural }) => plural === field.name)
  return isObjectType(node) && definition ? [{ list: field.name, definition, node }] : []
})
const fields = lists.flatMap(({ list, definition, node }) => Object.values(node.getFields()).map((field) => ({
  list, one: definition.kind, name: field.name, selection: selected(field.name, getNamedType(field.type)), batches: batchesOf(definition.fields[field.name] as PublicField),
})))

describe('every field of every list', () => {
  it('is there to be asked', () => {
    expect(lists.map(({ list }) => list).sort()).toEqual(['administrativeUnits', 'articles', 'authors', 'categories', 'images', 'legalDocuments', 'partnerBrands', 'producers', 'productGroups', 'products', 'topics'])
  })

  it.each(fields)(`is read for ${MANY} things in no more statements than two, and one batch for each level: $list { $name }`, async ({ list, one, selection, batches }) => {
    const [few, many] = [await read(`{ ${list}(first: 2) { nodes { id ${selection} } } }`), await read(`{ ${list}(first: ${MANY}) { nodes { id ${selection} } } }`)]
    expect([few.data[list].nodes.length, many.data[list].nodes.length]).toEqual([2, MANY])
    expect(many.statements).toBeLessThanOrEqual(few.statements)
    expect(many.statements).toBeLessThanOrEqual(1 + batches)
    const single = await read(`{ ${one}(id: "${few.data[list].nodes[0].id}") { id ${selection} } }`)
    expect(single.data[one].id).toBe(few.data[list].nodes[0].id)
    expect(single.statements).toBeLessThanOrEqual(1 + batches)
    const counted = await read(`{ ${list}(first: ${MANY}) { totalCount nodes { id ${selection} } } }`)
    expect([counted.data[list].totalCount, counted.statements]).toEqual([MANY, many.statements + 1])
  })

  it('costs a batch for each level, where references lead in a circle too', async () => {
    const { data, statements } = await read(`{ products(first: ${MANY}) { nodes { producer { name province { name } } relatedArticles(first: 3) { title category { name } products { name image { width } } } } } }`)
    expect(data['products'].nodes[0].relatedArticles[0].products).toHaveLength(1)
    // The list; producers and the lists of articles; provinces, categories and products; images.
    expect(statements).toBeLessThanOrEqual(6)
  })
})

describe('the page of an article', () => {
  const article = 'id number title lead url publishedAt cover { url alt srcset } category { name url } bylines { name author { name url } }'
  const product = 'id name summary url certification { stars } certificates { stars status } image { url alt } producer { name } unit { fullName } province { name }'
  const boxes = ['related', 'youMayLike', 'sameCategory'].map((box) => `${box} { ${article} }`).join(' ')
  const whole = `article { ${article} body { html text } topics { name } products { name } legalDocuments { citation } related { title } seo { title canonical image { url } } } breadcrumbs { name url } ${boxes}
    latest { nodes { ... on Article { ${article} } ... on Product { ${product} } } pageInfo { endCursor } without } featuredBrands { name logo { url alt } }`

  it.each([['whole', whole], ['its title', 'article { title }'], ['one box', 'latest { nodes { ... on Article { title } } }']])('takes at most eight statements: %s', async (_, selection) => {
    const { data, statements } = await read(`{ articlePage(slug: "x0") { ... on ArticlePage { ${selection} } } }`)
    expect(Object.keys(data['articlePage']).length).toBeGreaterThan(0)
    expect(statements).toBeLessThanOrEqual(8)
  })

  it('shows something in every box meanwhile', async () => {
    const { articlePage } = (await read(`{ articlePage(slug: "x0") { ... on ArticlePage { ${whole} } } }`)).data
    for (const box of [articlePage.breadcrumbs, articlePage.related, articlePage.youMayLike, articlePage.latest.nodes]) expect(box.length).toBeGreaterThan(0)
    expect(articlePage.latest.nodes.some((node: Json) => node['certification'])).toBe(true)
  })

  const long = fields.filter(({ one, selection }) => one === 'article' && selection.includes('{'))
  it.each(long)('takes a batch more for each level beyond its cards: $name', async ({ selection, batches }) => {
    const own = await read(`{ articlePage(slug: "x0") { ... on ArticlePage { article { ${selection} } } } }`)
    const inBox = await read(`{ articlePage(slug: "x0") { ... on ArticlePage { latest { nodes { ... on Article { ${selection} } } } } } }`)
    for (const { statements } of [own, inBox]) expect(statements).toBeLessThanOrEqual(8 + batches)
  })
})

it('the front page takes a statement for each list and one for what each refers to', async () => {
  const { statements } = await read(`{
    articles(first: 10) { nodes { title url cover { url alt } category { name url } bylines { name author { name url } } related { title url } } }
    products(first: 24) { nodes { name url certification { stars } image { url alt } producer { name } unit { fullName } } }
    partnerBrands(first: 22) { nodes { name website logo { url alt } } }
  }`)
  expect(statements).toBeLessThanOrEqual(6)
})
