import { ProblemError } from '../api/problem.ts'
import type { Feed } from '../feeds/feed.ts'
import { askingPartner } from './asking-partner.ts'
import { unauthenticated } from './check-key.ts'

/** Lets a request read a feed that is for chosen partner sites; null is one without a key. @throws ProblemError UNAUTHENTICATED without a key, FORBIDDEN with one of others */
export const admit = ({ req, feed }: { req: object | null; feed: Pick<Feed, 'slug' | 'audience'> }): void => {
  if (feed.audience === 'public') return
  const asking = req && askingPartner(req)
  if (!asking) throw unauthenticated(`The feed "${feed.slug}" is for chosen partner sites: send a key.`)
  if (!feed.audience.includes(asking.site.id)) throw new ProblemError({ code: 'FORBIDDEN', detail: `The feed "${feed.slug}" is not for this partner site.` })
}
