import { env } from '../env.ts'

/** Where things are found: the reader site, and the origin of this server. */
export const places = { siteUrl: env.SITE_URL, origin: env.PUBLIC_ORIGIN } as const
