/** One thing as an embed shows it. The component is sent it as JSON: members are added to it, none is taken away or changes its meaning. */
export interface Card {
  kind: 'article' | 'product'
  id: string
  title: string
  /** Where it is read; http or https. */
  url: string
  summary: string | null
  image: { url: string; srcset: string; width: number; height: number; alt: string } | null
  /** Stars that hold today, 3 to 5, and the last day they do, YYYY-MM-DD. */
  stars: number | null
  starsThrough: string | null
  producer: string | null
  place: string | null
  /** Whole đồng. */
  price: number | null
  purchaseUrl: string | null
  /** ISO 8601 in UTC. */
  publishedAt: string
}

/** What an embed is made of: a feed, or one thing without a name of its own. */
export interface Cards {
  name: string
  source: { name: string; url: string }
  items: readonly Card[]
}
