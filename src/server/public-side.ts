import type { Router } from 'express'
import type { Payload } from 'payload'
import { graphqlRoutes } from '../api/graphql/graphql-routes.ts'
import type { Services } from '../api/read/services.ts'
import { restRoutes } from '../api/rest/rest-routes.ts'
import type { Availability } from '../cache/availability.ts'
import type { Delivery } from '../cache/delivery.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { sitemapRoutes } from '../sitemaps/sitemap-routes.ts'
import type { Store } from '../published/store.ts'
import type { AppOptions } from './create-app.ts'
import { publicFiles } from './public-files.ts'
import { mediaRoute } from './routes/media.ts'

/** What the public is answered from: the store, what stands beside it, and the folders of the uploaded files. `routers` come before the public API. */
export const publicSide = ({ payload, store, delivery, availability, services, routers = [], env }: { payload: Payload; store: Store; delivery: Delivery; availability: Availability; services: Services; routers?: readonly Router[]; env: Pick<Env, 'SITE_URL' | 'PUBLIC_ORIGIN' | 'STALE_MAX'> }): NonNullable<AppOptions['publicSide']> => ({
  routers: [
    ...routers,
    graphqlRoutes({ delivery, services, siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN, report: (error) => log.error({ err: error }, 'a GraphQL operation failed') }),
    restRoutes({ delivery, services, siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN }),
    sitemapRoutes({ delivery, siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN }),
  ],
  media: mediaRoute({ find: publicFiles({ payload, store, availability, staleMaxMs: env.STALE_MAX }) }),
})
