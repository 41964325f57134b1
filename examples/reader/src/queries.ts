/** What the head of a page prints. */
const seo = `seo { title description canonical noindex image { alt srcset(crop: SOCIAL) } } jsonLd`

/** In small boxes a square picture will do; a card shows a wide one. */
type Crop = 'SQUARE' | 'ORIGINAL'
const article = (crop: Crop): string => `fragment A on Article { __typename title lead url publishedAt sponsored cover { alt srcset(crop: ${crop}) } category { name url } }`
const product = (crop: Crop): string => `fragment P on Product { __typename name summary url image { alt srcset(crop: ${crop}) } certification { status stars lastStars through } producer { name } }`
const brand = `fragment B on PartnerBrand { __typename name website rel logo { alt url width height } }`

/** What stands on every page, and where an address leads that has no page, beside what the page itself asks for: one request for all of it. */
const page = (variables: string, own: string, ...fragments: string[]): string => `
  query Page($path: String!${variables}) {
    ${own}
    redirect(path: $path) { status to }
    siteSettings { siteName tagline publisher licence editorInChief url contact { address phone email } }
    navigation { header { label url children { label url } } footer { label url children { label url } } }
  } ${fragments.join(' ')}`

export const homeQuery = page('', `
  homePage { slots { position title category { url } items { ...A ...P ...B } } }
  articles(first: 12) { nodes { ...A } }
  products(first: 8) { nodes { ...P } }
  featuredBrands { ...B }`, article('ORIGINAL'), product('ORIGINAL'), brand)

export const articleQuery = page(', $name: String!', `
  articlePage(slug: $name) {
    __typename
    ... on Moved { url permanent }
    ... on Gone { reason note }
    ... on ArticlePage {
      article {
        id kicker title lead url publishedAt revisedAt sponsored sourceCredit
        cover { alt srcset url width height caption credit } category { name url } body { html minutes } bylines { name role author { url } }
        topics { name url } products { ...P } legalDocuments { citation url } relatedLinks { title url } corrections { at text } ${seo}
      }
      breadcrumbs { name url }
      related { ...A } youMayLike { ...A } sameCategory { ...A }
      latest { nodes { ...A ...P } pageInfo { hasNextPage endCursor } without }
      featuredBrands { ...B }
    }
  }`, article('SQUARE'), product('SQUARE'), brand)

export const productQuery = page(', $slug: String, $number: Int', `
  product(slug: $slug, number: $number) {
    id name summary url description { html } images { alt srcset url width height caption credit } image { alt srcset } certification { status stars lastStars through }
    certificates { stars score issuedDay lastDay extendedUntil withdrawnOn status authorityName decision { citation url } file { url name } }
    price { amount currency asOf } producer { name url representative address contacts { kind value } }
    province { fullName url current successors { unit { fullName url } } } unit { level fullName } formerDistrict group { name url ancestors { name url } }
    standards netWeight ingredients productCode season purchaseLinks { title url } relatedArticles(first: 6) { ...A } ${seo}
  }`, article('SQUARE'))

export const latestQuery = page(', $after: String, $without: [ID!]', `
  latest(after: $after, without: $without) { nodes { ...A ...P } pageInfo { hasNextPage endCursor } }`, article('SQUARE'), product('SQUARE'))

export const catalogueQuery = page(', $after: String', `
  products(sort: STARS_DESC, first: 24, after: $after) { nodes { ...P } pageInfo { hasNextPage endCursor } }`, product('ORIGINAL'))

export const searchQuery = page(', $q: String!, $asked: Boolean!, $kinds: [SearchKind!], $after: String', `
  search(q: $q, kinds: $kinds, after: $after) @include(if: $asked) {
    totalCount facets { kind { kind count } } suggestions { text } nodes { item { ...A ...P } highlights { field fragments { text isMatch } } } pageInfo { hasNextPage endCursor }
  }`, article('SQUARE'), product('SQUARE'))

/** The page of anything that gathers articles, products or both. */
export interface ListOf { prefix: string; kind: string; fields: string; articles?: string; products?: string }

/** By the addresses that the platform gives by default. The last one takes every other path: categories stand at the root. */
export const lists: readonly ListOf[] = [
  { prefix: 'chu-de/', kind: 'topic', fields: 'name text: description url', articles: 'topic' },
  { prefix: 'tac-gia/', kind: 'author', fields: 'name text: bio url', articles: 'author' },
  { prefix: 'van-ban/', kind: 'legalDocument', fields: 'name: citation text: title url', articles: 'legalDocument', products: 'decision' },
  { prefix: 'dia-phuong/', kind: 'administrativeUnit', fields: 'name: fullName url', articles: 'province', products: 'province' },
  { prefix: 'thuong-hieu/', kind: 'partnerBrand', fields: 'name url', articles: 'brand', products: 'brand' },
  { prefix: 'ocop/chu-the/', kind: 'producer', fields: 'name text: description url jsonLd', products: 'producer' },
  { prefix: 'ocop/nhom/', kind: 'productGroup', fields: 'name url', products: 'group' },
  { prefix: '', kind: 'category', fields: 'name text: description url children { name url } ancestors { name url }', articles: 'category' },
]

export const listQuery = ({ kind, fields, articles, products }: ListOf): string => page(`, $slug: String!${articles ? ', $articles: String' : ''}${products ? ', $products: String' : ''}`, `
  thing: ${kind}(slug: $slug) { ${fields} }
  ${articles ? `articles(filter: { ${articles}: { equals: $slug } }, first: 20, after: $articles) { nodes { ...A } pageInfo { hasNextPage endCursor } }` : ''}
  ${products ? `products(filter: { ${products}: { equals: $slug } }, first: 24, after: $products) { nodes { ...P } pageInfo { hasNextPage endCursor } }` : ''}`,
...(articles ? [article('ORIGINAL')] : []), ...(products ? [product('ORIGINAL')] : []))
