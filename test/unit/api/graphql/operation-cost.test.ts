import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, getNamedType, type GraphQLObjectType, isCompositeType, isLeafType, isObjectType, isUnionType, parse, specifiedRules, validate } from 'graphql'
import { costGuard } from '../../../../src/api/graphql/cost-guard.ts'
import { validationRules } from '../../../../src/api/graphql/guards.ts'
import { limits } from '../../../../src/api/graphql/limits.ts'
import { INTROSPECTION, operationCost, UNSAID } from '../../../../src/api/graphql/operation-cost.ts'
import { sampleQueries } from '../../../../src/api/graphql/sample-queries.ts'
import { createSchema } from '../../../../src/api/graphql/schema.ts'

const schema = createSchema()
const costOf = (text: string, variables: Record<string, unknown> = {}): number => operationCost({ schema, document: parse(text), variables }).cost

describe('what an operation costs', () => {
  it.each<[string, number, Record<string, unknown>?]>([
    ['{ siteSettings { siteName url } }', 3],
    ['{ articles(first: 10) { nodes { id } } }', 2 + 10],
    ['{ articles(first: 10) { nodes { id title } pageInfo { hasNextPage endCursor } totalCount } }', 2 + 10 * 2 + 3 + 1],
    // Its own default.
    ['{ articles { nodes { id } } }', 2 + 20],
    ['{ articles(first: null) { nodes { id } } }', 2 + 20],
    ['{ partnerBrands { nodes { id } } }', 2 + 50],
    ['query ($n: Int) { articles(first: $n) { nodes { id } } }', 2 + 7, { n: 7 }],
    ['query ($n: Int) { articles(first: $n) { nodes { id } } }', 2 + 20],
    ['query ($n: Int) { articles(first: $n) { nodes { id } } }', 2 + 20, { n: null }],
    ['query ($n: Int = 3) { articles(first: $n) { nodes { id } } }', 2 + 3],
    ['query ($n: Int = 3) { articles(first: $n) { nodes { id } } }', 2 + 8, { n: 8 }],
    // More than the most is refused by the list itself, which says so.
    ['{ articles(first: 1000000) { nodes { id } } }', 2 + 100],
    ['query ($n: Int) { articles(first: $n) { nodes { id } } }', 2 + 100, { n: 2_000_000_000 }],
    // Lists in lists multiply; of parts and references there are few.
    ['{ products(first: 10) { nodes { name relatedArticles(first: 4) { id title } } } }', 2 + 10 * (1 + 1 + 4 * 2)],
    ['{ articles(first: 10) { nodes { topics { name url } } } }', 2 + 10 * (1 + UNSAID * 2)],
    ['{ a: articles(first: 10) { nodes { id } } b: articles(first: 10) { nodes { id } } }', 2 * (2 + 10)],
    // Boxes count as what they hold at most.
    ['{ articlePage(slug: "x") { ... on ArticlePage { related { id } youMayLike { id } sameCategory { id } latest { nodes { __typename } } } ... on Moved { url } } }', 1 + (1 + 3) + (1 + 5) + (1 + 5) + (2 + 25)],
    ['{ articlePage(slug: "x") { ... on ArticlePage { breadcrumbs { name } } } }', 1 + 1 + 4],
    // Of kinds that exclude each other the dearest.
    ['{ latest(first: 10) { nodes { ... on Article { id title } ... on Product { id } __typename } } }', 2 + 10 * 3],
    ['{ __schema { types { name } } }', INTROSPECTION],
    // As the documentation says.
    ['{ articles(first: 10) { nodes { title category { name } } } }', 32],
    ['{ articles(first: 100) { nodes { related { title url related { title url } } } } }', 6602],
  ])('%s', (text, cost, ...[variables]) => {
    expect(costOf(text, variables)).toBe(cost)
  })

  it('counts the operation that is asked', () => {
    const document = parse('query A { siteSettings { url } } query B { articles(first: 100) { nodes { id } } }')
    expect([operationCost({ schema, document, operationName: 'A' }).cost, operationCost({ schema, document, operationName: 'B' }).cost]).toEqual([2, 102])
  })

  it('is within the limit for all that front ends ask: the samples, the documentation, a rich article page, the front page', () => {
    const card = 'id title lead url publishedAt cover { url alt placeholder width height srcset(crop: WIDE) } category { name url } bylines { name author { name url } }'
    const product = 'name url summary certification { stars status through } image { url alt srcset(crop: SQUARE) } producer { name } unit { fullName }'
    const documented = [...readFileSync('docs/api.md', 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => String(text))
    const front = `{ articles(first: 10) { nodes { ${card} } } products(first: 24) { nodes { ${product} } } partnerBrands(first: 22) { nodes { name website rel logo { url alt } } } }`
    const page = `{ articlePage(slug: "x") { __typename ... on ArticlePage {
      article { ${card} body { html minutes } seo { title description canonical image { url } } topics { name url } } breadcrumbs { name url } related { ${card} } youMayLike { ${card} } sameCategory { ${card} }
      latest { nodes { __typename ... on Article { ${card} } ... on Product { ${product} } } pageInfo { hasNextPage endCursor } without } featuredBrands { name website rel logo { url alt } }
    } ... on Moved { url permanent } ... on Gone { reason note } } }`
    const home = `{ homePage { slots { position title category { name url } items { __typename ... on Article { ${card} } ... on Product { ${product} } ... on PartnerBrand { name logo { url } } } } } }`
    const asked = [...sampleQueries, ...documented, front, page, home, `{ articles(first: 100) { nodes { ${card} } } }`]
    expect(documented.length).toBeGreaterThanOrEqual(2)
    for (const text of asked) {
      expect({ text, wrong: validate(schema, parse(text), [...specifiedRules, ...validationRules]).map(({ message }) => message) }).toEqual({ text, wrong: [] })
      expect({ text, cost: costOf(text) <= limits.cost }).toEqual({ text, cost: true })
    }
    expect(Math.max(costOf(front), costOf(home))).toBeLessThan(limits.cost / 3)
    expect(costOf(page)).toBeLessThan(limits.cost * 0.6)
  })
})

/** A selection as a tree, to be printed with its parts written out or hidden in fragments. */
interface Node { name: string; first: number | null; alias: boolean; within: string | null; inner: Node[] }

const objectTypes = (name: string): GraphQLObjectType[] => {
  const type = schema.getType(name)
  return isUnionType(type) ? [...type.getTypes()] : isObjectType(type) ? [type] : []
}

/** Any selection on a type, at most `depth` fields deep. */
const selectionOn = (typeName: string, depth: number): fc.Arbitrary<Node[]> => {
  const types = objectTypes(typeName)
  const isUnion = types.length > 1
  const fields = types.flatMap((type) => Object.values(type.getFields()).filter((field) => !field.args.some((arg) => arg.type.toString().endsWith('!') && arg.defaultValue === undefined)).map((field) => ({ type, field })))
  const usable = fields.filter(({ field }) => depth > 1 || isLeafType(getNamedType(field.type)))
  const node = usable.length === 0
    ? fc.constant<Node>({ name: '__typename', first: null, alias: false, within: null, inner: [] })
    : fc.nat(usable.length - 1).chain((n): fc.Arbitrary<Node> => {
      const { type, field } = usable[n] as (typeof usable)[number]
      const inner = getNamedType(field.type)
      return fc.record({
        name: fc.constant(field.name), alias: fc.boolean(), within: fc.constant(isUnion ? type.name : null),
        first: field.args.some(({ name }) => name === 'first') ? fc.option(fc.integer({ min: 1, max: 50 })) : fc.constant(null),
        inner: isCompositeType(inner) ? selectionOn(inner.name, depth - 1) : fc.constant([]),
      })
    })
  return fc.array(node, { minLength: 1, maxLength: 3 })
}

const printed = (nodes: readonly Node[]): string => nodes.map(({ name, first, alias, within, inner }, n) => {
  const field = `${alias ? `x${n}: ` : ''}${name}${first === null ? '' : `(first: ${first})`}${inner.length > 0 ? ` { ${printed(inner)} }` : ''}`
  return within ? `... on ${within} { ${field} }` : field
}).join(' ')

/** The same with every selection in a fragment of its own. */
const inFragments = (nodes: readonly Node[]): string => {
  const fragments: string[] = []
  const spread = (inner: readonly Node[], typeName: string): string => {
    const parts = inner.map((node, n) => {
      const owner = node.within ? schema.getType(node.within) : schema.getType(typeName)
      const target = isObjectType(owner) ? getNamedType(owner.getFields()[node.name]?.type ?? owner).name : typeName
      const field = `${node.alias ? `x${n}: ` : ''}${node.name}${node.first === null ? '' : `(first: ${node.first})`}${node.inner.length > 0 ? ` { ${spread(node.inner, target)} }` : ''}`
      return node.within ? `... on ${node.within} { ${field} }` : field
    })
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${typeName} { ${parts.join(' ')} }`)
    return `...${name}`
  }
  const top = spread(nodes, 'Query')
  return `{ ${top} } ${fragments.join(' ')}`
}

const operation = selectionOn('Query', 4)

describe('the cost', () => {
  it('is that of the fields, and never less when a field is added', () => {
    fc.assert(fc.property(operation, operation, (some, more) => {
      const [less, both] = [costOf(`{ ${printed(some)} }`), costOf(`{ ${printed(some)} ${printed(more)} }`)]
      expect(less).toBeGreaterThanOrEqual(some.length)
      expect(both).toBe(less + costOf(`{ ${printed(more)} }`))
    }), { numRuns: 150, endOnFailure: true })
  })

  it('never falls when a field is added anywhere', () => {
    const grown = (nodes: readonly Node[], at: readonly number[], added: Node): Node[] => {
      const [first, ...rest] = at
      const index = (first ?? 0) % nodes.length
      return nodes.map((node, n) => {
        if (n !== index) return node
        if (node.inner.length === 0) return node
        return { ...node, inner: rest.length > 0 ? grown(node.inner, rest, added) : [...node.inner, added] }
      })
    }
    const added: Node = { name: '__typename', first: null, alias: false, within: null, inner: [] }
    fc.assert(fc.property(operation, fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), (nodes, at) => {
      expect(costOf(`{ ${printed(grown(nodes, at, added))} }`)).toBeGreaterThanOrEqual(costOf(`{ ${printed(nodes)} }`))
    }), { numRuns: 150, endOnFailure: true })
  })

  it('cannot be hidden in fragments or behind aliases', () => {
    fc.assert(fc.property(operation, (nodes) => {
      const plain = (list: readonly Node[]): Node[] => list.map((node) => ({ ...node, alias: false, inner: plain(node.inner) }))
      const cost = costOf(`{ ${printed(nodes)} }`)
      expect(costOf(inFragments(nodes))).toBe(cost)
      expect(costOf(`{ ... { ${printed(nodes)} } }`)).toBe(cost)
      expect(costOf(`{ ${printed(plain(nodes))} }`)).toBe(cost)
      expect(costOf(`{ ...F ...F } fragment F on Query { ${printed(nodes)} }`)).toBe(2 * cost)
    }), { numRuns: 150, endOnFailure: true })
  })

  it('cannot be hidden in variables', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20 }), (first, inner) => {
      const literal = costOf(`{ products(first: ${first}) { nodes { relatedArticles(first: ${inner}) { id title } } } }`)
      const variables = 'products(first: $a) { nodes { relatedArticles(first: $b) { id title } } }'
      expect(costOf(`query ($a: Int, $b: Int) { ${variables} }`, { a: first, b: inner })).toBe(literal)
      expect(costOf(`query ($a: Int = ${first}, $b: Int = ${inner}) { ${variables} }`)).toBe(literal)
    }))
  })

  it('of fragments in a circle, and of those that double at each step, is found at once', () => {
    const started = performance.now()
    expect(costOf('{ ...F } fragment F on Query { siteSettings { url } ...G } fragment G on Query { ...F }')).toBe(2)
    const fragments = Array.from({ length: 100 }, (_, n) => `fragment F${n} on Article { related { ...F${n + 1} } related { ...F${n + 1} } }`).join(' ')
    expect(costOf(`{ article(id: "1") { ...F0 } } ${fragments} fragment F100 on Article { id }`)).toBeGreaterThan(2 ** 100)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('the guard', () => {
  const many = 'query ($n: Int) { articles(first: 100) { nodes { id products { relatedArticles(first: $n) { id title } } } } siteSettings { url } }'

  it('refuses what costs too much, and says by how much and which field it is', async () => {
    const { execute } = costGuard()
    const result = await execute({ schema, document: parse(many), variableValues: { n: 20 } })
    const cost = costOf(many, { n: 20 })
    expect(cost).toBeGreaterThan(limits.cost)
    expect(result).toEqual({ errors: [expect.objectContaining({
      message: `The operation costs ${cost.toLocaleString('en')}, and may cost at most 5,000: each field counts as often as the lists around it have items. The dearest field is "articles" with ${(cost - 2).toLocaleString('en')}.`,
      path: undefined, extensions: { code: 'LIMIT', limit: 'cost', found: cost, most: 5000 },
    })] })
  })

  it('decides anew for other lengths, and executes what is within the limit', async () => {
    const small = buildSchema('type Query { list(first: Int = 2): [Query!] a: Int }')
    const { execute, refusal } = costGuard()
    const document = parse('query ($n: Int) { list(first: $n) { list(first: $n) { a } } }')
    const asked = (n: number) => ({ schema: small, document, variableValues: { n }, rootValue: {} })
    expect([10, 80, 10, 80, 200].map((n) => refusal(asked(n)) === null)).toEqual([true, false, true, false, false])
    expect(await execute(asked(10))).toEqual({ data: { list: null } })
    expect(await execute(asked(80))).toMatchObject({ errors: [{ extensions: { limit: 'cost', found: 1 + 80 * (1 + 80) } }] })
  })
})
