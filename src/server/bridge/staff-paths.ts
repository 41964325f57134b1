import type { SanitizedConfig } from 'payload'

/** Collections of Payload's own that the admin talks to over HTTP. Its others are used from inside only. */
const payloadsOwn = new Set(['payload-preferences', 'payload-locked-documents'])

/** What an auth collection offers and nobody may use: the first account is made before the server listens. */
const closedForAuth = new Set(['first-register'])

const firstSegment = (path: string): string => path.split('/')[1] ?? ''

/**
 * Tells which paths under `/api` there are, from the config: Payload looks the first segment up in a plain object
 * (`constructor` is found there) and authenticates before it knows whether the path exists.
 */
export const staffPaths = (config: Pick<SanitizedConfig, 'collections' | 'globals' | 'endpoints'>) => {
  const collections = config.collections.filter(({ slug, endpoints }) => endpoints !== false && (!slug.startsWith('payload-') || payloadsOwn.has(slug)))
  const first = new Set([...collections.map(({ slug }) => slug), ...(config.endpoints ?? []).map(({ path }) => firstSegment(path)).filter((segment) => /^[\w-]+$/.test(segment))])
  const auth = new Set(collections.filter((collection) => Boolean(collection.auth)).map(({ slug }) => String(slug)))
  const globals = new Set(config.globals.filter(({ endpoints }) => endpoints !== false).map(({ slug }) => String(slug)))

  return {
    /** Whether Payload may be asked for this path, such as `/api/articles/1`. */
    has: (pathname: string): boolean => {
      const [empty, api, one = '', two = ''] = pathname.split('/')
      if (empty !== '' || api !== 'api') return false
      if (one === 'globals') return globals.has(two)
      if (auth.has(one) && closedForAuth.has(two.toLowerCase())) return false
      return first.has(one)
    },
  }
}
