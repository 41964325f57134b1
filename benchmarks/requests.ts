import type { Question } from './load/message.ts'
import { newspaper } from './data/newspaper.ts'

export type RequestName = 'newest' | 'article' | 'products' | 'restArticle' | 'frontPage'

/** One of the five requests: to the program and, for the same answer, to stock Payload. */
export interface Asked {
  name: RequestName
  what: string
  isGraphql: boolean
  /** How many times the speed of stock Payload: on SQLite it is a list or a single article, on MongoDB all are alike. */
  mark: { sqlite: number; mongodb: number }
  /** By GET where that is possible: in turn. */
  ours: readonly Question[]
  /** The same by POST; of GraphQL only. */
  posts: readonly Question[]
  stock: readonly Question[]
  /** What both say, as one value; undefined parts fail the comparison. */
  said: { ours: (body: Body) => unknown; stock: (body: Body) => unknown }
}

// What is read out of answers of two programs: unknown on purpose.
type Body = Record<string, never>

const SLUGS = 20
const papers = newspaper()
/** Spread over the whole newspaper, the newest among them. */
export const slugs: readonly string[] = Array.from({ length: SLUGS }, (_, index) => papers.articles[papers.articles.length - 1 - index * 15]?.slug ?? '')

/** What a program asks for that renders pages: compressed, as fetch of Node does by itself. */
const accept = { accept: 'application/json', 'accept-encoding': 'br, gzip, deflate' }
const byGet = (query: string, variables?: object): Question => ({ method: 'GET', path: `/graphql?${new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) })}`, headers: accept })
const byPost = (path: string, query: string, variables?: object): Question => ({ method: 'POST', path, headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify({ query, ...(variables ? { variables } : {}) }) })
const get = (path: string): Question => ({ method: 'GET', path, headers: accept })
const stockPost = (query: string, variables?: object): Question => byPost('/api/graphql', query, variables)

const newest = '{ articles(first: 10) { nodes { slug title lead publishedAt category { slug name } bylines { author { slug name } } related { slug title } } pageInfo { hasNextPage } } }'
const stockNewest = '{ Articles(limit: 10, sort: "-publishedAt", select: true) { docs { slug title lead publishedAt category { slug name } author { slug name } related { slug title } } hasNextPage } }'

const article = 'query ($slug: String!) { article(slug: $slug) { slug title lead publishedAt category { slug name } bylines { author { slug name } } related { slug title } body { json } } }'
const stockArticle = 'query ($slug: String!) { Articles(where: { slug: { equals: $slug } }, limit: 1, pagination: false, select: true) { docs { slug title lead publishedAt category { slug name } author { slug name } related { slug title } body } } }'

const productFields = 'slug,name,summary,publishedAt,certification.stars,brand.slug,brand.name,certificates.stars,certificates.score,certificates.kind,certificates.issuedDay,certificates.lastDay,certificates.authorityName'
const today = (): string => new Date().toISOString().slice(0, 10)
const stockSelect = (...names: string[]): string => names.map((name) => `&select[${name}]=true`).join('')
const stockProducts = `/api/products?where[stars][equals]=4&where[starsThrough][greater_than_equal]=${today()}&limit=20&sort=-publishedAt&depth=1${stockSelect('slug', 'name', 'summary', 'publishedAt', 'stars', 'brand', 'certificates')}&populate[brands][slug]=true&populate[brands][name]=true`

const articleFields = 'slug,title,lead,publishedAt,category.slug,category.name,bylines.author.slug,bylines.author.name,related.slug,related.title,body.json'
const stockRestArticle = (slug: string): string =>
  `/api/articles?where[slug][equals]=${slug}&limit=1&pagination=false&depth=1&populate[categories][slug]=true&populate[categories][name]=true&populate[authors][slug]=true&populate[authors][name]=true&populate[articles][slug]=true&populate[articles][title]=true`

const frontPage = `{
  articles(first: 10) { nodes { slug title lead publishedAt category { slug name } } }
  products(first: 24) { nodes { slug name summary certification { stars } producer { slug name } } }
  partnerBrands(sort: NAME_ASC, first: 22) { nodes { slug name } }
}`
const stockFrontPage = `{
  Articles(limit: 10, sort: "-publishedAt", pagination: false, select: true) { docs { slug title lead publishedAt category { slug name } } }
  Products(limit: 24, sort: "-publishedAt", pagination: false, select: true) { docs { slug name summary stars producer { slug name } } }
  Brands(limit: 22, sort: "name", pagination: false, select: true) { docs { slug name } }
}`

type Any = { [name: string]: Any } & Any[]
const at = (body: unknown): Any => body as Any
const picked = (node: unknown, ...names: string[]): Record<string, unknown> => Object.fromEntries(names.map((name) => [name, (node as Record<string, unknown>)[name]]))
const cards = (nodes: unknown, ...names: string[]): unknown => (nodes as unknown[]).map((node) => picked(node, ...names))
/** Stock Payload's GraphQL does not keep the order of a relation to many: it is not held against it. */
const unordered = (nodes: unknown): unknown[] => [...(nodes as { slug: string }[])].sort((a, b) => (a.slug < b.slug ? -1 : 1))
const articleSaid = (node: Any, author: unknown, extra: object = {}): unknown => ({ ...picked(node, 'slug', 'title', 'lead', 'publishedAt'), category: picked(node['category'], 'slug', 'name'), author: picked(author, 'slug', 'name'), related: cards(unordered(node['related']), 'slug', 'title'), ...extra })
const ourArticle = (node: Any, extra?: object): unknown => articleSaid(node, at(node['bylines'])[0]?.['author'], extra)
const stockArticleSaid = (node: Any, extra?: object): unknown => articleSaid(node, node['author'], extra)
const nodes = (list: unknown): Any[] => list as Any[]
const textsOf = (json: unknown): unknown => JSON.stringify(json).match(/"text":"[^"]*"/g)

/** The five requests. */
export const requests: readonly Asked[] = [
  {
    name: 'newest', what: 'GraphQL: newest 10 articles with category, author, 3 related', isGraphql: true, mark: { sqlite: 6, mongodb: 3 },
    ours: [byGet(newest)], posts: [byPost('/graphql', newest)], stock: [stockPost(stockNewest)],
    said: { ours: (body) => nodes(at(body)['data']?.['articles']?.['nodes']).map((node) => ourArticle(node)), stock: (body) => nodes(at(body)['data']?.['Articles']?.['docs']).map((node) => stockArticleSaid(node)) },
  },
  {
    name: 'article', what: 'GraphQL: article by slug with body (20 slugs)', isGraphql: true, mark: { sqlite: 4, mongodb: 3 },
    ours: slugs.map((slug) => byGet(article, { slug })), posts: slugs.map((slug) => byPost('/graphql', article, { slug })), stock: slugs.map((slug) => stockPost(stockArticle, { slug })),
    said: {
      ours: (body) => { const node = at(at(body)['data']?.['article']); return ourArticle(node, { body: textsOf(node['body']?.['json']) }) },
      stock: (body) => { const node = at(at(body)['data']?.['Articles']?.['docs']?.[0]); return stockArticleSaid(node, { body: textsOf(node['body']) }) },
    },
  },
  {
    name: 'products', what: 'REST: products by stars, 20 per page, with brand and certificates', isGraphql: false, mark: { sqlite: 6, mongodb: 3 },
    ours: [get(`/v1/products?stars=4&first=20&fields=${productFields}`)], posts: [], stock: [get(stockProducts)],
    said: {
      ours: (body) => nodes(at(body)['items']).map((node) => ({ ...picked(node, 'slug', 'name', 'summary', 'publishedAt'), stars: node['certification']?.['stars'], brand: picked(node['brand'], 'slug', 'name'), certificates: cards(node['certificates'], 'stars', 'score', 'kind', 'issuedDay', 'lastDay', 'authorityName') })),
      stock: (body) => nodes(at(body)['docs']).map((node) => ({ ...picked(node, 'slug', 'name', 'summary', 'publishedAt'), stars: node['stars'], brand: picked(node['brand'], 'slug', 'name'), certificates: cards(node['certificates'], 'stars', 'score', 'kind', 'issuedDay', 'lastDay', 'authorityName') })),
    },
  },
  {
    name: 'restArticle', what: 'REST: article by slug (20 slugs)', isGraphql: false, mark: { sqlite: 4, mongodb: 3 },
    ours: slugs.map((slug) => get(`/v1/articles/${slug}?fields=${articleFields}`)), posts: [], stock: slugs.map((slug) => get(stockRestArticle(slug))),
    said: {
      ours: (body) => ourArticle(at(body), { body: textsOf(at(body)['body']?.['json']) }),
      stock: (body) => { const node = at(at(body)['docs']?.[0]); return stockArticleSaid(node, { body: textsOf(node['body']) }) },
    },
  },
  {
    name: 'frontPage', what: 'GraphQL: front page (10 articles, 24 products, 22 brands)', isGraphql: true, mark: { sqlite: 6, mongodb: 3 },
    ours: [byGet(frontPage)], posts: [byPost('/graphql', frontPage)], stock: [stockPost(stockFrontPage)],
    said: {
      ours: (body) => ({
        articles: nodes(at(body)['data']?.['articles']?.['nodes']).map((node) => ({ ...picked(node, 'slug', 'title', 'lead', 'publishedAt'), category: picked(node['category'], 'slug', 'name') })),
        products: nodes(at(body)['data']?.['products']?.['nodes']).map((node) => ({ ...picked(node, 'slug', 'name', 'summary'), stars: node['certification']?.['stars'], producer: picked(node['producer'], 'slug', 'name') })),
        brands: cards(at(body)['data']?.['partnerBrands']?.['nodes'], 'slug', 'name'),
      }),
      stock: (body) => ({
        articles: nodes(at(body)['data']?.['Articles']?.['docs']).map((node) => ({ ...picked(node, 'slug', 'title', 'lead', 'publishedAt'), category: picked(node['category'], 'slug', 'name') })),
        products: nodes(at(body)['data']?.['Products']?.['docs']).map((node) => ({ ...picked(node, 'slug', 'name', 'summary', 'stars'), producer: picked(node['producer'], 'slug', 'name') })),
        brands: cards(at(body)['data']?.['Brands']?.['docs'], 'slug', 'name'),
      }),
    },
  },
]

const shuffled = (names: readonly string[], seed: number): string[] => names.map((name, index) => ({ name, rank: Math.imul(index + 1, 2_654_435_761 + seed * 97) >>> 0 })).sort((a, b) => a.rank - b.rank).map(({ name }) => name)

const variant = (question: Question, number: number): Question => {
  const headers = { ...question.headers, 'accept-encoding': 'identity' }
  if (question.path.startsWith('/graphql')) {
    const url = new URL(question.path, 'http://localhost')
    const variables = JSON.parse(url.searchParams.get('variables') ?? '{}') as object
    url.searchParams.set('variables', JSON.stringify({ ...variables, variant: number }))
    return { ...question, headers, path: `${url.pathname}${url.search}` }
  }
  const [path = '', fields = ''] = question.path.split('fields=')
  return { ...question, headers, path: `${path}fields=${shuffled(fields.split(','), number).join(',')}` }
}

/** More than there are connections. */
const VARIANTS = 80

/**
 * The same questions under many addresses: requests for one address at the same time are answered together also without a cache, and
 * that is not what an uncached answer costs. Uncompressed, as stock Payload answers.
 */
export const variantsOf = (questions: readonly Question[]): Question[] => Array.from({ length: VARIANTS }, (_, number) => variant(questions[number % questions.length] as Question, Math.floor(number / questions.length)))

/** The five requests in turn, each a fifth of the whole. */
export const fiveInTurn: readonly { request: RequestName; turn: number; question: Question }[] = Array.from({ length: SLUGS }, (_, turn) => requests.map(({ name, ours }) => ({ request: name, turn, question: ours[turn % ours.length] as Question }))).flat()
