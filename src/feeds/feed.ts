/** The formats a feed can be had in; each is the ending of its address, `/feeds/<slug>.<format>`. */
export const feedFormats = ['rss', 'atom', 'json', 'csv', 'xml', 'ninjs.json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What an item shows beside its title and its link. */
export const feedFieldNames = ['summary', 'content', 'image', 'author', 'categories', 'producer', 'place', 'group', 'stars', 'price', 'purchaseUrl'] as const
export type FeedFieldName = (typeof feedFieldNames)[number]

export const feedOrders = ['newest', 'name'] as const
export type FeedOrder = (typeof feedOrders)[number]

/** What may be in a feed. References are ids; a province that is current takes in those it was formed from, categories and groups what is below them. */
export interface FeedFilters {
  /** At least so many stars in force today. */
  stars?: number
  group?: string
  province?: string
  producer?: string
  category?: string
  topic?: string
  withPrice?: boolean
  withCertificate?: boolean
}

/** A feed as it is answered: a record of the newsroom, or a built-in one. */
export interface Feed {
  /** Null for a built-in one. */
  id: string | null
  slug: string
  name: string
  description: string
  what: 'products' | 'articles' | 'both'
  filters: FeedFilters
  order: FeedOrder
  /** Items of a page, at most `PAGE_MAX`. */
  size: number
  formats: readonly FeedFormat[]
  fields: readonly FeedFieldName[]
  /** Address of an item, with `{url}`, `{slug}`, `{number}` and `{id}`; null: its page on the reader site. */
  linkTemplate: string | null
  utm: { source?: string; medium?: string; campaign?: string }
  /** Everyone, or the ids of the partner sites that may read it. */
  audience: 'public' | readonly string[]
}

/** Items on a page of any feed, at most. */
export const PAGE_MAX = 100
