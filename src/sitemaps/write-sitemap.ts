import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ErrorLevel, SitemapIndexStream, SitemapStream } from 'sitemap'
import type { SitemapEntry } from './sitemap-entries.ts'

/** Of what the protocol takes, what our sitemaps have. */
const namespaces = { news: false, xhtml: false, image: false, video: false }

/** Without a page: the library refuses to write it, and a news sitemap is empty in quiet days. */
const nothing = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'

const piped = (source: Readable, into: SitemapStream | SitemapIndexStream): Promise<string> => {
  source.on('error', (error) => into.destroy(error))
  return text(source.pipe(into))
}

/**
 * A sitemap of these pages (sitemaps.org 0.9), with the extension for pictures or for news; they are written as they come. The library's own
 * checks are off: one page that it finds fault with must not take all the others with it, and what it checks is seen to before.
 */
export const writeSitemap = async ({ entries, extension }: { entries: AsyncIterable<SitemapEntry>; extension: 'image' | 'news' }): Promise<string> => {
  const iterator = entries[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return nothing
  const all = async function* () {
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return piped(Readable.from(all()), new SitemapStream({ xmlns: { ...namespaces, [extension]: true }, level: ErrorLevel.SILENT }))
}

/** The index of sitemaps at these addresses. */
export const writeSitemapIndex = (addresses: readonly string[]): Promise<string> => piped(Readable.from(addresses), new SitemapIndexStream({ level: ErrorLevel.SILENT }))
