import { type Request, type RequestHandler, Router } from 'express'
import { openToAll, preflight } from '../api/open-to-all.ts'
import { ProblemError } from '../api/problem.ts'
import type { Parameter } from '../api/rest/parameter.ts'
import { readParameters } from '../api/rest/read-parameters.ts'
import type { Made, Reading } from '../cache/delivery.ts'
import type { Feed } from '../feeds/feed.ts'
import { feedBySlug } from '../feeds/find-feed.ts'
import { demoPage, demoPolicy } from './demo-page.ts'
import { absentPage, framePage, framePolicy } from './frame-page.ts'
import { oembedRoute } from './oembed/oembed-route.ts'
import { type CardKind, findThing, readCardOf, readCards } from './read-cards.ts'
import { scriptFiles } from './script-files.ts'
import type { EmbedSurroundings } from './surroundings.ts'
import type { Cards } from './view/card.ts'
import { type Language, type Layout, LIMIT, LIMIT_MAX, type Theme } from './view/options.ts'
import type { Shown } from './view/view.ts'

const METHODS = 'GET, HEAD, OPTIONS'
const EXPOSED = 'ETag, Link, Retry-After, X-Request-Id'

const otherMethods: RequestHandler = (req) => {
  throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `Embeds are read-only and do not take ${req.method}.`, headers: { Allow: METHODS } })
}

const limit: Parameter = { name: 'limit', type: 'int', minimum: 1, maximum: LIMIT_MAX, default: LIMIT, doc: 'How many.' }
const enumOf = (name: string, values: Readonly<Record<string, string>>) => ({ type: 'enum', name, values }) as const
const looks: readonly Parameter[] = [
  { name: 'layout', type: enumOf('EmbedLayout', { grid: 'Cards side by side.', list: 'One below the other.', carousel: 'A row to move through.' }), doc: 'How it is arranged.' },
  { name: 'theme', type: enumOf('EmbedTheme', { auto: 'As the reader likes it.', light: 'Light.', dark: 'Dark.' }), default: 'auto', doc: 'Its colours.' },
  { name: 'lang', type: enumOf('EmbedLanguage', { vi: 'Vietnamese.', en: 'English.' }), default: 'vi', doc: 'The language of its labels.' },
  { name: 'heading', type: 'boolean', default: false, doc: 'Whether it has the name of the feed above it.' },
]

/** What an address asks for: the feed or the thing, as a page or as data. */
interface Wanted {
  shown: Shown
  isData: boolean
  /** For the address of the oEmbed answer. */
  path: string
  read: (reading: Reading) => Promise<{ cards: Cards; feed: Feed | null } | null>
}

const readLooks = ({ req, parameters, layout }: { req: Request; parameters: readonly Parameter[]; layout: Layout }) => {
  const query = new URL(req.originalUrl.replace(/^\/+/, '/'), 'http://localhost').searchParams
  const values = readParameters({ parameters, query })
  const shown: Shown = {
    layout: (values['layout'] ?? layout) as Layout, theme: (values['theme'] ?? 'auto') as Theme, language: (values['lang'] ?? 'vi') as Language, heading: values['heading'] === true ? null : '', headingLevel: 2,
  }
  return { shown, first: Number(values['limit'] ?? LIMIT) }
}

const apart = (name: string): { name: string; isData: boolean } => ({ name: name.replace(/\.json$/, '').normalize('NFC'), isData: name.endsWith('.json') })

const absent = ({ wanted: { isData, shown } }: { wanted: Wanted }): Made => {
  if (isData) throw new ProblemError({ code: 'NOT_FOUND', detail: 'There is no such feed, article or product. /feeds lists the feeds there are.' })
  return { status: 404, kind: 'absent', headers: { 'content-type': 'text/html; charset=utf-8' }, body: absentPage({ shown }) }
}

const made = ({ wanted, cards, surroundings: { origin, bundles } }: { wanted: Wanted; cards: Cards; surroundings: EmbedSurroundings }): Omit<Made, 'isKept'> => {
  if (wanted.isData) return { status: 200, kind: 'feed', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(cards) }
  const discovery = `${origin}/oembed?${new URLSearchParams({ url: origin + wanted.path, format: 'json' })}`
  return {
    status: 200, kind: 'feed', body: framePage({ cards, shown: wanted.shown, bundles, discovery }),
    headers: { 'content-type': 'text/html; charset=utf-8', link: `<${discovery}>; rel="alternate"; type="application/json+oembed", <${discovery.replace(/json$/, 'xml')}>; rel="alternate"; type="text/xml+oembed"` },
  }
}

const answering = (surroundings: EmbedSurroundings, wantedBy: (req: Request) => Wanted): RequestHandler => async (req, res) => {
  const { delivery, origin, bundles, admit, partnerOf } = surroundings
  const wanted = wantedBy(req as unknown as Request)
  const partner = partnerOf(req as unknown as Request)
  if (!wanted.isData) {
    // Made to be framed; who may is said by the policy, which browsers prefer to this header.
    res.removeHeader('x-frame-options')
    res.set('content-security-policy', framePolicy({ origin, bundles, framers: partner?.origins ?? null }))
  }
  await delivery.answer({
    req, res, area: 'embed',
    // What is made for a partner says who may frame it, or is for that partner alone: it is not what others get under this address.
    ...(partner === null ? {} : { key: `${req.originalUrl} ${partner.id} ${partner.origins.join(' ')}` }),
    make: async (reading) => {
      const found = await wanted.read(reading)
      if (!found) return absent({ wanted })
      const { cards, feed } = found
      const isPublic = feed === null || feed.audience === 'public'
      if (feed && !isPublic) admit({ req: req as unknown as Request, feed })
      return { ...made({ wanted, cards, surroundings }), isKept: isPublic }
    },
  })
}

const feedWanted = ({ siteUrl, origin }: EmbedSurroundings) => (req: Request): Wanted => {
  const { name: slug, isData } = apart(String(req.params['feed']))
  const { shown, first } = readLooks({ req, parameters: isData ? [limit] : [limit, ...looks], layout: 'grid' })
  return {
    shown, isData, path: `/embed/${encodeURIComponent(slug)}`,
    read: async (reading) => {
      const feed = await feedBySlug({ ...reading, slug })
      return feed && { feed, cards: await readCards({ ...reading, siteUrl, origin, feed, first }) }
    },
  }
}

const thingWanted = ({ siteUrl, origin }: EmbedSurroundings, kind: CardKind) => (req: Request): Wanted => {
  const { name, isData } = apart(String(req.params['name']))
  return {
    ...readLooks({ req, parameters: isData ? [] : looks, layout: 'list' }), isData, path: `/embed/${kind}/${encodeURIComponent(name)}`,
    read: async (reading) => {
      const of = { ...reading, siteUrl, origin }
      const row = await findThing({ ...of, kind, name })
      return row && { feed: null, cards: await readCardOf({ ...of, row }) }
    },
  }
}

/** Embeds at `/embed`: the component, pages for iframes, their data, a page that shows them at work; and oEmbed at `/oembed`. */
export const embedRoutes = (surroundings: EmbedSurroundings): Router => {
  const { origin, siteUrl, bundles } = surroundings
  const router = Router({ caseSensitive: true })
  const script = { url: `${origin}/embed/${bundles.name}`, integrity: bundles.integrity }
  const get = (path: string, handler: RequestHandler): void => {
    router.route(path).get(handler).options(preflight(METHODS)).all(otherMethods)
  }
  router.use(['/embed', '/oembed'], openToAll({ exposed: EXPOSED }))
  const files = scriptFiles(bundles)
  get('/embed/v1.js', files)
  get('/embed/v1-:hash.js', files)
  get('/embed/v1.json', (_req, res) => void res.set('cache-control', 'public, max-age=300').json(script))
  get('/embed/demo', (_req, res) => void res.set({ 'content-security-policy': demoPolicy({ origin }), 'cache-control': 'public, max-age=300' }).type('html').send(demoPage({ origin, siteUrl, script })))
  for (const kind of ['article', 'product'] as const) get(`/embed/${kind}/:name`, answering(surroundings, thingWanted(surroundings, kind)))
  get('/embed/:feed', answering(surroundings, feedWanted(surroundings)))
  get('/oembed', oembedRoute(surroundings))
  return router
}
