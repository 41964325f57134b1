import type { CertificationStatus } from './feed-terms.ts'

export interface FeedImage {
  url: string
  /** The widths there are, as the HTML attribute takes them. */
  srcset?: string
  width: number
  height: number
  mediaType: string
  alt: string
  caption: string | null
  credit: string | null
}

interface ProductFacts {
  producer: string | null
  /** Unit of origin, the commune before the province. */
  place: string | null
  province: string | null
  group: string | null
  certification: { status: CertificationStatus; stars: number | null; through: string | null }
  /** Whole đồng. */
  price: number | null
  purchaseUrl: string | null
  availability: string | null
  brand: string | null
  gtin: string | null
  productCode: string | null
}

interface ArticleFacts {
  genre: string | null
  /** The day of the last correction and what it says. */
  corrections: readonly { at: string; note: string }[]
}

/**
 * One thing of a feed in neutral terms, from which every format is written. Texts are in NFC and hold no character that XML forbids;
 * instants are ISO 8601 in UTC.
 */
export interface FeedItem {
  kind: 'article' | 'product'
  id: string
  /** Names the thing for good, whatever becomes of its address. */
  uri: string
  /** Where it is read, with the tracking parameters of the feed. */
  url: string
  title: string
  summary: string | null
  html: string | null
  text: string | null
  images: readonly FeedImage[]
  authors: readonly string[]
  categories: readonly string[]
  publishedAt: string
  updatedAt: string
  product: ProductFacts | null
  article: ArticleFacts | null
}

/** Something that was in a feed and was taken away. */
export interface WithdrawnItem {
  kind: 'article' | 'product'
  id: string
  uri: string
  /** When it was taken away, ISO 8601 in UTC. */
  at: string
  reason: 'RETRACTED' | 'LEGAL' | null
}
