// The areas are few and fixed, so that no client can make the metrics grow.
const areas: readonly (readonly [prefix: string, area: string])[] = [
  ['/livez', 'health'],
  ['/readyz', 'health'],
  ['/metrics', 'metrics'],
  ['/graphql', 'graphql'],
  ['/v1', 'rest'],
  ['/docs', 'docs'],
  ['/problems', 'docs'],
  ['/feeds', 'feeds'],
  ['/embed', 'embed'],
  ['/oembed', 'embed'],
  ['/sitemap.xml', 'sitemaps'],
  ['/sitemaps', 'sitemaps'],
  ['/robots.txt', 'sitemaps'],
  ['/media', 'media'],
  ['/api', 'staff'],
  ['/admin', 'admin'],
  ['/_next', 'admin'],
]

/** The part of the server that a path belongs to, for metrics and logs. */
export const routeArea = (path: string): string => {
  if (path === '/') return 'home'
  return areas.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? 'other'
}
