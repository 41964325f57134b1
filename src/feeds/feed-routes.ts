import { type Request, type RequestHandler, type Response, Router } from 'express'
import { openToAll, preflight } from '../api/open-to-all.ts'
import { ProblemError } from '../api/problem.ts'
import { readParameters } from '../api/rest/read-parameters.ts'
import { asProblems } from '../api/read/refuse.ts'
import type { Delivery, Made, Reading } from '../cache/delivery.ts'
import { askingPartner } from '../partners/asking-partner.ts'
import { moment } from '../published/moment.ts'
import type { Store } from '../published/store.ts'
import { type Feed, type FeedFormat, feedFormats } from './feed.ts'
import type { FeedPage } from './feed-page.ts'
import { feedBySlug, publicFeeds } from './find-feed.ts'
import { isPaged, type PagedFormatName, pagedFormats } from './formats/formats.ts'
import { readFeed, readSite } from './read-feed.ts'
import type { Artefacts } from './whole/artefacts.ts'
import { sendArtefact } from './whole/send-artefact.ts'
import type { WholeFormat } from './whole/write-whole.ts'

const METHODS = 'GET, HEAD, OPTIONS'
const EXPOSED = 'ETag, Link, Retry-After, X-Request-Id'

export interface FeedSurroundings {
  store: Store
  delivery: Delivery
  siteUrl: string
  origin: string
  /** The WebSub hub, or null. */
  hub: string | null
  /** Feeds as files. */
  artefacts: Artefacts
  /** Whether shared caches are told of changes. */
  isPurged: boolean
  /** Lets a request read a feed that is not for everyone; with null, one without a key. @throws ProblemError 401 or 403 */
  admit: (args: { req: Request | null; feed: Feed }) => void
}

const otherMethods: RequestHandler = (req) => {
  throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `Feeds are read-only and do not take ${req.method}.`, headers: { Allow: METHODS } })
}

/** `tra-shan.rss` as the name of a feed and its format. */
const parsed = (file: string): { slug: string; format: FeedFormat } => {
  const format = [...feedFormats].sort((a, b) => b.length - a.length).find((one) => file.endsWith(`.${one}`))
  if (!format || file.length === format.length + 1) {
    throw new ProblemError({ code: 'NOT_FOUND', detail: `There is no feed "${file}". Its address is /feeds/<name>.<format>, and the formats are ${feedFormats.join(', ')}; /feeds lists those there are.` })
  }
  return { slug: file.slice(0, -format.length - 1), format }
}

const found = async ({ slug, format, ...reading }: Reading & { slug: string; format: FeedFormat }): Promise<Feed> => {
  const feed = await feedBySlug({ ...reading, slug })
  if (!feed) throw new ProblemError({ code: 'NOT_FOUND', detail: `There is no feed "${slug}". /feeds lists those there are.` })
  if (!feed.formats.includes(format)) throw new ProblemError({ code: 'NOT_FOUND', detail: `The feed "${slug}" is not had as .${format}, but as ${feed.formats.map((one) => `.${one}`).join(', ')}.` })
  return feed
}

const afterParameter = { name: 'after', type: 'string', length: 1000, doc: 'The cursor in the address of the next page.' } as const

const links = ({ self, first, next, hub }: Pick<FeedPage, 'self' | 'first' | 'next' | 'hub'>): string =>
  [`<${self}>; rel="self"`, `<${first}>; rel="first"`, ...(next === null ? [] : [`<${next}>; rel="next"`]), ...(hub === null ? [] : [`<${hub}>; rel="hub"`])].join(', ')

const latest = (instants: readonly string[]): string => [...instants].sort().at(-1) ?? '2026-01-01T00:00:00.000Z'

const paged = async ({ feed, format, after, reading, surroundings: { siteUrl, origin, hub } }: { feed: Feed; format: PagedFormatName; after: string | null; reading: Reading; surroundings: FeedSurroundings }): Promise<Made> => {
  const surroundings = { ...reading, siteUrl, origin }
  const [{ items, next, withdrawn }, site] = await Promise.all([asProblems(() => readFeed({ ...surroundings, feed, after })), readSite(surroundings)])
  const first = `${origin}/feeds/${encodeURIComponent(feed.slug)}.${format}`
  const at = (cursor: string | null) => (cursor === null ? first : `${first}?after=${encodeURIComponent(cursor)}`)
  const page: FeedPage = { feed, items, withdrawn, site, hub, updatedAt: latest([...items.map(({ updatedAt }) => updatedAt), ...withdrawn.map((one) => one.at)]), first, self: at(after), next: next === null ? null : at(next) }
  const { mediaType, print } = pagedFormats[format]
  return { status: 200, kind: 'feed', headers: { 'content-type': `${mediaType}; charset=utf-8`, link: links(page) }, body: print(page) }
}

/** A feed as a whole, from its file; what is wrong with the address is told first. */
const whole = async ({ req, res, slug, format, needs, surroundings }: { req: Request; res: Response; slug: string; format: WholeFormat; needs: FeedFormat; surroundings: FeedSurroundings }): Promise<void> => {
  const { store, artefacts, isPurged, admit } = surroundings
  readParameters({ parameters: [], query: queryOf(req) })
  const feed = await found({ store, moment: moment(), slug, format: needs })
  admit({ req, feed })
  await sendArtefact({ req, res, artefact: await artefacts.get({ feed, format }), format, name: feed.slug, isPublic: feed.audience === 'public', purged: isPurged })
}

const queryOf = ({ originalUrl }: Pick<Request, 'originalUrl'>): URLSearchParams => new URL(originalUrl.replace(/^\/+/, '/'), 'http://localhost').searchParams

const answering = (surroundings: FeedSurroundings): RequestHandler<{ file: string }> => async (req, res) => {
  const { slug, format } = parsed(req.params.file.normalize('NFC'))
  if (!isPaged(format)) return whole({ req: req as unknown as Request, res, slug, format, needs: format, surroundings })
  const values = readParameters({ parameters: [afterParameter], query: queryOf(req) })
  const after = values['after'] === undefined ? null : String(values['after'])
  const isOwn = askingPartner(req) !== null && (await feedBySlug({ store: surroundings.store, moment: moment(), slug }))?.audience !== 'public'
  await surroundings.delivery.answer({
    req, res, area: 'feeds',
    // What is made under an address is shared with all who ask for it meanwhile: there nobody is let into a feed that is for some.
    ...(isOwn ? { key: null } : {}),
    make: async (reading) => {
      const feed = await found({ ...reading, slug, format })
      surroundings.admit({ req: isOwn ? req as unknown as Request : null, feed })
      return { ...await paged({ feed, format, after, reading, surroundings }), isKept: feed.audience === 'public' }
    },
  })
}

const index = ({ delivery, origin }: FeedSurroundings): RequestHandler => async (req, res) => {
  await delivery.answer({
    req, res, area: 'feeds',
    make: async (reading) => {
      const feeds = (await publicFeeds(reading)).map(({ slug, name, description, what, formats }) => ({
        slug, name, description, what, urls: Object.fromEntries(formats.map((format) => [format, `${origin}/feeds/${encodeURIComponent(slug)}.${format}`])),
      }))
      return { status: 200, kind: 'feed', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify({ feeds }) }
    },
  })
}

/** Feeds at `/feeds/<name>.<format>`, and which there are at `/feeds`. */
export const feedRoutes = (surroundings: FeedSurroundings): Router => {
  const router = Router({ caseSensitive: true })
  router.use('/feeds', openToAll({ exposed: EXPOSED }))
  router.route('/feeds').get(index(surroundings)).options(preflight(METHODS)).all(otherMethods)
  router.route('/feeds/:slug/report').get((req, res) => whole({ req: req as unknown as Request, res, slug: req.params.slug.normalize('NFC'), format: 'report', needs: 'xml', surroundings })).options(preflight(METHODS)).all(otherMethods)
  router.route('/feeds/:file').get(answering(surroundings)).options(preflight(METHODS)).all(otherMethods)
  return router
}
