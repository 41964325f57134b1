import type { Request } from 'express'
import type { Delivery } from '../cache/delivery.ts'
import type { Feed } from '../feeds/feed.ts'
import type { Bundles } from './bundles.ts'

/** What embeds are answered with. */
export interface EmbedSurroundings {
  delivery: Delivery
  siteUrl: string
  origin: string
  bundles: Bundles
  /** Lets a request read a feed that is not for everyone. @throws ProblemError 401 or 403 */
  admit: (args: { req: Request; feed: Feed }) => void
  /** The partner whose key came with the request, and the origins whose pages may show an iframe for it; null, and any page, without a key. */
  partnerOf: (req: Request) => { id: string; origins: readonly string[] } | null
}
