import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'
import type { Made, Reading } from '../../cache/delivery.ts'
import { readCardOf, readCards } from '../read-cards.ts'
import type { EmbedSurroundings } from '../surroundings.ts'
import { findTarget } from './find-target.ts'
import { type Bounds, oembedOf, oembedXml } from './oembed.ts'

interface Asked extends Bounds {
  url: string
  format: 'json' | 'xml'
}

const FEED_ITEMS = 4
const URL_MAX = 2000

const bound = (name: string, text: string | null): number | null => {
  if (text === null || text === '') return null
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw new ProblemError({ code: 'BAD_REQUEST', detail: `The parameter "${name}" is a number of pixels, at least 1.`, extensions: { parameter: name } })
  return Number(text)
}

/** What is asked; parameters that oEmbed does not know are passed over, as consumers add their own. */
const readAsked = (query: URLSearchParams): Asked => {
  const format = query.get('format') || 'json'
  if (format !== 'json' && format !== 'xml') throw new ProblemError({ code: 'BAD_REQUEST', status: 501, detail: `The parameter "format" is "json" or "xml".`, extensions: { parameter: 'format', allowed: ['json', 'xml'] } })
  const url = query.get('url') ?? ''
  if (url === '' || url.length > URL_MAX) throw new ProblemError({ code: 'BAD_REQUEST', detail: `The parameter "url" is missing or too long: it is the address of a page of the site.`, extensions: { parameter: 'url' } })
  return { url, format, maxWidth: bound('maxwidth', query.get('maxwidth')), maxHeight: bound('maxheight', query.get('maxheight')) }
}

const nothing = () => new ProblemError({ code: 'NOT_FOUND', detail: 'Nothing to embed is at that address. It is the page of an article, a product or a category of the site, or the address of a feed.' })

const answer = async ({ asked: { url, format, ...bounds }, reading, surroundings: { siteUrl, origin, admit }, req }: { asked: Asked; reading: Reading; surroundings: EmbedSurroundings; req: Parameters<EmbedSurroundings['admit']>[0]['req'] }): Promise<Made> => {
  const of = { ...reading, siteUrl, origin }
  const target = await findTarget({ ...of, url })
  if (!target) throw nothing()
  const isPublic = !('feed' in target) || target.feed.audience === 'public'
  if ('feed' in target && !isPublic) admit({ req, feed: target.feed })
  const made = 'feed' in target
    ? oembedOf({ ...bounds, of: 'feed', cards: await readCards({ ...of, feed: target.feed, first: FEED_ITEMS }), src: `${origin}/embed/${encodeURIComponent(target.feed.slug)}?layout=list&limit=${FEED_ITEMS}` })
    : oembedOf({ ...bounds, of: 'thing', cards: await readCardOf({ ...of, row: target.thing }), src: `${origin}/embed/${target.kind}/${encodeURIComponent(target.thing.id)}` })
  const isXml = format === 'xml'
  return { status: 200, kind: 'feed', isKept: isPublic, headers: { 'content-type': `${isXml ? 'text/xml' : 'application/json'}; charset=utf-8` }, body: isXml ? oembedXml(made) : JSON.stringify(made) }
}

/** oEmbed 1.0 at `/oembed`. @throws ProblemError 404 where there is nothing, 501 for another format (§2.3.2) */
export const oembedRoute = (surroundings: EmbedSurroundings): RequestHandler => async (req, res) => {
  const asked = readAsked(new URL(req.originalUrl.replace(/^\/+/, '/'), 'http://localhost').searchParams)
  // The parameters of others would make as many answers of one.
  const key = `/oembed?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name.toLowerCase(), String(value)]])))}`
  await surroundings.delivery.answer({ req, res, key, area: 'embed', make: (reading) => answer({ asked, reading, surroundings, req }) })
}
