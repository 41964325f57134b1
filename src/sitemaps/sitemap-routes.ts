import { type RequestHandler, Router } from 'express'
import { ProblemError } from '../api/problem.ts'
import type { Delivery, Made, Reading } from '../cache/delivery.ts'
import { under } from '../published/answer/address.ts'
import { type Answers, createAnswers } from '../published/answer/answers.ts'
import { NEWS_MS, newsEntries, sitemapEntries } from './sitemap-entries.ts'
import { PAGES_PER_FILE, type SitemapKind, sitemapKinds } from './sitemap-kinds.ts'
import { writeSitemap, writeSitemapIndex } from './write-sitemap.ts'

interface Surroundings {
  delivery: Delivery
  /** Address of the reader site, whose pages these are. */
  siteUrl: string
  origin: string
}

type Make = (reading: Reading) => Promise<Made>

const METHODS = 'GET, HEAD'

const asXml = (body: string): Made => ({ status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body, kind: 'feed' })

const none = (name: string): ProblemError => new ProblemError({ code: 'NOT_FOUND', detail: `There is no sitemap "${name}": /sitemap.xml lists those there are.` })

/** How many files a group has. */
const filesOf = async ({ store, moment, group }: Reading & { group: SitemapKind }): Promise<number> => Math.ceil((await store.count({ kinds: [group.kind], moment })) / PAGES_PER_FILE)

const makers = ({ siteUrl, origin }: Surroundings) => {
  const anewFor = (reading: Reading) => (): Answers => createAnswers({ ...reading, siteUrl, origin })
  const index: Make = async (reading) => {
    const counts = await Promise.all(sitemapKinds.map((group) => filesOf({ ...reading, group })))
    const names = sitemapKinds.flatMap(({ name }, at) => Array.from({ length: counts[at] ?? 0 }, (_, file) => `${name}-${file + 1}`))
    return asXml(await writeSitemapIndex([...names, 'news'].map((name) => under(siteUrl, `/sitemaps/${name}.xml`))))
  }
  const news: Make = async (reading) => {
    const since = new Date(Date.parse(reading.moment.now) - NEWS_MS).toISOString()
    let oldest = reading.moment.now
    const body = await writeSitemap({ entries: newsEntries({ anew: anewFor(reading), since, onListed: (at) => { if (at < oldest) oldest = at } }), extension: 'news' })
    // The first of them that is two days old leaves.
    return { ...asXml(body), untilMs: Date.parse(oldest) + NEWS_MS }
  }
  const file = (group: SitemapKind, number: number): Make => async (reading) => {
    if (number > (await filesOf({ ...reading, group }))) throw none(`${group.name}-${number}`)
    return asXml(await writeSitemap({ entries: sitemapEntries({ anew: anewFor(reading), group, file: number }), extension: 'image' }))
  }
  const named = (name: string): Make => {
    if (name === 'news') return news
    const [, group = '', number = ''] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(name) ?? []
    const known = sitemapKinds.find((one) => one.name === group)
    if (!known) throw none(name)
    return file(known, Number(number))
  }
  const robots: Make = async () => ({
    status: 200, kind: 'document', headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `User-agent: *\nAllow: /\n\nSitemap: ${under(siteUrl, '/sitemap.xml')}\n`,
  })
  return { index, named, robots }
}

const otherMethods: RequestHandler = (req) => {
  throw new ProblemError({ code: 'BAD_REQUEST', status: 405, detail: `This address is read-only and does not take ${req.method}.`, headers: { Allow: METHODS } })
}

/**
 * What search engines read of the reader site, which hands it on from here: `/robots.txt`, `/sitemap.xml` and `/sitemaps/*`. The addresses
 * in them are those of the reader site. What is in the query makes no difference.
 */
export const sitemapRoutes = (surroundings: Surroundings): Router => {
  const router = Router({ caseSensitive: true })
  const { delivery } = surroundings
  const { index, named, robots } = makers(surroundings)
  const answering = (make: (name: string) => Make): RequestHandler<{ name?: string }> => async (req, res) => {
    await delivery.answer({ req, res, area: 'sitemaps', key: req.path, make: make(req.params.name ?? '') })
  }
  router.route('/robots.txt').get(answering(() => robots)).all(otherMethods)
  router.route('/sitemap.xml').get(answering(() => index)).all(otherMethods)
  router.route('/sitemaps/:name.xml').get(answering(named)).all(otherMethods)
  return router
}
