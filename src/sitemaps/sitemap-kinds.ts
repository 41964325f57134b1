import type { PublicKind } from '../../collections/shared/public-kinds.ts'

/** A group of sitemaps: what its files are called, and whose pages stand in them. */
export interface SitemapKind {
  name: string
  kind: PublicKind
  /** The fields whose pictures belong to a page. */
  pictures: readonly string[]
}

/** In the order in which the index names them. */
export const sitemapKinds: readonly SitemapKind[] = [
  { name: 'articles', kind: 'article', pictures: ['cover'] },
  { name: 'products', kind: 'product', pictures: ['images'] },
  { name: 'categories', kind: 'category', pictures: [] },
  { name: 'topics', kind: 'topic', pictures: [] },
  { name: 'producers', kind: 'producer', pictures: [] },
  { name: 'brands', kind: 'partnerBrand', pictures: [] },
]

/** Pages of one file. The protocol takes 50,000; with less a file is small enough to be made while someone waits, and to be kept. */
export const PAGES_PER_FILE = 5_000

/** Characters of an address; longer ones the protocol does not take. */
export const ADDRESS_MAX = 2_047
