import type { Html } from './html.ts'

// What the queries of this example ask for, by hand. A larger front end generates its types from the platform's schema.graphql.
export interface Image { alt: string; srcset: string; url: string; width: number; height: number; caption?: string | null; credit?: string | null }
export interface Named { name: string; url: string }
export interface LinkTo { title: string; url: string }
export interface Seo { title: string; description: string; canonical: string; noindex: boolean; image: Image | null }
export interface Certification { status: string; stars: number | null; lastStars: number | null; through: string | null }
export interface Brand { __typename: 'PartnerBrand'; name: string; website: string | null; rel: string; logo: Image | null }

/** An article or product in a list; `marked` is its title with what a search has found. */
export interface ArticleCard { __typename: 'Article'; title: string; lead: string; url: string; publishedAt: string; sponsored: boolean; cover: Image | null; category: Named | null; marked?: Html }
export interface ProductCard { __typename: 'Product'; name: string; summary: string; url: string; image: Image | null; certification: Certification; producer: { name: string } | null; marked?: Html }
export type Card = ArticleCard | ProductCard
export interface List<T> { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

export interface Found extends List<{ item: Card; highlights: { field: string; fragments: { text: string; isMatch: boolean }[] }[] }> { totalCount: number; facets: { kind: { kind: string; count: number }[] }; suggestions: { text: string }[] }

export interface Article extends ArticleCard {
  id: string; kicker: string | null; revisedAt: string | null; sourceCredit: string | null
  body: { html: string; minutes: number }
  bylines: { name: string; role: string; author: { url: string } }[]
  topics: Named[]; products: ProductCard[]; legalDocuments: { citation: string; url: string }[]; relatedLinks: LinkTo[]
  corrections: { at: string; text: string }[]
  seo: Seo; jsonLd?: unknown
}

export interface ArticlePage {
  __typename: 'ArticlePage'
  article: Article; breadcrumbs: Named[]
  related: ArticleCard[]; youMayLike: ArticleCard[]; sameCategory: ArticleCard[]
  latest: List<Card> & { without: string[] }; featuredBrands: Brand[]
}
export interface Moved { __typename: 'Moved'; url: string; permanent: boolean }
export interface Gone { __typename: 'Gone'; reason: string | null; note: string | null }

export interface Certificate {
  stars: number; score: number | null; status: string; authorityName: string
  issuedDay: string; lastDay: string; extendedUntil: string | null; withdrawnOn: string | null
  decision: { citation: string; url: string } | null
  file: { url: string; name: string } | null
}

export interface Product extends ProductCard {
  id: string; description: { html: string }; images: Image[]
  price: { amount: number; currency: string; asOf: string | null } | null
  producer: (Named & { representative: string | null; address: string | null; contacts: { kind: string; value: string }[] }) | null
  province: { fullName: string; url: string; current: boolean; successors: { unit: { fullName: string; url: string } }[] } | null
  unit: { level: string; fullName: string } | null; formerDistrict: string | null
  group: (Named & { ancestors: Named[] }) | null
  certificates: Certificate[]
  standards: string[]; netWeight: string | null; ingredients: string | null; productCode: string | null; season: string | null
  purchaseLinks: LinkTo[]; relatedArticles: ArticleCard[]; seo: Seo; jsonLd?: unknown
}

interface MenuItem { label: string; url: string; children: { label: string; url: string }[] }

/** What every page asks for beside its own. */
export interface Chrome {
  siteSettings: { siteName: string; tagline: string | null; publisher: string | null; licence: string | null; editorInChief: string | null; url: string; contact: { address: string | null; phone: string | null; email: string | null } } | null
  navigation: { header: MenuItem[]; footer: MenuItem[] } | null
  redirect: { status: number; to: string | null } | null
}
