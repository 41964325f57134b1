import { resolve } from 'node:path'
import type { Router } from 'express'
import type { Delivery } from '../cache/delivery.ts'
import { readBundles } from '../embed/bundles.ts'
import { embedRoutes } from '../embed/embed-routes.ts'
import type { Env } from '../env.ts'
import { admit } from '../partners/admit.ts'
import { askingPartner } from '../partners/asking-partner.ts'

/** What embeds are answered with: their routes, and the versions of the component that were ever given out, beside the uploads that all processes share. */
export const embedSide = ({ delivery, env }: { delivery: Delivery; env: Pick<Env, 'SITE_URL' | 'PUBLIC_ORIGIN' | 'UPLOAD_DIR'> }): Router =>
  embedRoutes({
    delivery, admit, siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN,
    bundles: readBundles({ built: resolve('dist/embed'), kept: resolve(env.UPLOAD_DIR, 'embed') }),
    partnerOf: (req) => {
      const asking = askingPartner(req)
      return asking && { id: asking.site.id, origins: asking.site.origins }
    },
  })
