import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import RssParser from 'rss-parser'
import { atom } from '../../../src/feeds/formats/atom.ts'
import { jsonFeed } from '../../../src/feeds/formats/json-feed.ts'
import { rss } from '../../../src/feeds/formats/rss.ts'
import { xmlText } from '../../../src/text/xml-text.ts'
import { articleItem, hostileText, pageOf, productItem } from './samples.ts'

type Parsed = Record<string, any>
const parser = new RssParser<Parsed, Parsed>({ customFields: { feed: ['updated', 'language'], item: ['dc:creator', ['media:content', 'media', { keepArray: true }], 'content:encoded', 'description', ['category', 'rawCategories', { keepArray: true }], 'published', 'updated'] } })
const parse = (xml: string): Promise<Parsed> => parser.parseString(xml)

describe('RSS 2.0', () => {
  it('has what readers need of the channel and of each item', async () => {
    const written = rss(pageOf([articleItem, productItem], { next: 'https://api.test/feeds/articles.rss?after=x', hub: 'https://hub.test/' }))
    const { title, link, description, language, items } = await parse(written)
    expect([title, link, description, language]).toEqual(['Tin bài', 'https://bao.test/', 'Các bài báo, mới nhất trước.', 'vi'])
    const [first, second] = items
    expect([first.title, first.link, first.guid, first.isoDate, first['dc:creator']]).toEqual(['Chợ phiên OCOP', articleItem.url, articleItem.uri, articleItem.publishedAt, 'Hồng Ánh'])
    expect(first['content:encoded']).toBe(articleItem.html)
    expect(first.media[0].$).toEqual({ url: 'https://api.test/media/a.jpg?v=1', type: 'image/jpeg', medium: 'image', width: '1600', height: '900' })
    expect(second['content:encoded']).toContain('<strong>OCOP 4 sao, có hiệu lực đến 03/2027</strong>')
    for (const rel of ['self', 'first', 'next', 'hub']) expect(written).toMatch(new RegExp(`<atom:link href="[^"]+" rel="${rel}"`))
    expect(written).toMatch(/<guid isPermaLink="false">/)
    // The order that validators ask for, and no name where an e-mail address belongs.
    expect(written.indexOf('<description>')).toBeLessThan(written.indexOf('<content:encoded>'))
    expect(written).not.toMatch(/<author>|<enclosure/)
  })

  it('is a feed without items, too', async () => expect((await parse(rss(pageOf([])))).items).toEqual([]))
})

describe('Atom', () => {
  it('has ids, dates, authors and links as RFC 4287 wants them', async () => {
    const written = atom(pageOf([articleItem], { self: 'https://api.test/feeds/articles.atom?after=x', first: 'https://api.test/feeds/articles.atom' }))
    const { title, items } = await parse(written)
    expect([title, items[0].id, items[0].link, items[0].title, items[0].author]).toEqual(['Tin bài', articleItem.uri, articleItem.url, 'Chợ phiên OCOP', 'Hồng Ánh'])
    expect(written).toMatch(/<feed [^>]*xml:lang="vi"/)
    expect(written).toMatch(/<id>https:\/\/api\.test\/feeds\/articles\.atom<\/id>/)
    expect(written).toMatch(/<updated>2026-03-02T01:00:00\.000Z<\/updated>/)
  })

  it('tells of what was withdrawn by tombstones (RFC 6721)', () => {
    const written = atom(pageOf([], { withdrawn: [{ kind: 'article', id: 'z', uri: 'tag:bao.test,2026:article/z', at: '2026-03-01T00:00:00.000Z', reason: 'RETRACTED' }] }))
    expect(written).toMatch(/<at:deleted-entry xmlns:at="http:\/\/purl\.org\/atompub\/tombstones\/1\.0" ref="tag:bao\.test,2026:article\/z" when="2026-03-01T00:00:00\.000Z"><at:comment>Đã rút bài<\/at:comment><\/at:deleted-entry>\s*<\/feed>/)
  })
})

describe('JSON Feed 1.1', () => {
  it('has what the version asks for, and what it has no member for in _ocop', () => {
    const { version, title, home_page_url, feed_url, next_url, language, hubs, items } = JSON.parse(jsonFeed(pageOf([articleItem, productItem], { next: 'https://n.test/', hub: 'https://hub.test/' })))
    expect([version, title, home_page_url, feed_url, next_url, language, hubs]).toEqual(['https://jsonfeed.org/version/1.1', 'Tin bài', 'https://bao.test/', 'https://api.test/feeds/articles.rss', 'https://n.test/', 'vi', [{ type: 'WebSub', url: 'https://hub.test/' }]])
    expect(items[0]).toMatchObject({ id: articleItem.uri, url: articleItem.url, title: 'Chợ phiên OCOP', content_html: articleItem.html, summary: 'Một phiên chợ.', image: 'https://api.test/media/a.jpg?v=1', authors: [{ name: 'Hồng Ánh' }], tags: ['Kinh tế', 'Chợ & phố'], language: 'vi' })
    expect(items[0].date_published).toMatch(/^2026-03-01T01:00:00/)
    expect(items[1]._ocop).toMatchObject({ kind: 'product', stars: 4, starsThrough: '2027-03-31', starsText: 'OCOP 4 sao, có hiệu lực đến 03/2027', certification: 'certified', producer: 'HTX Tài Hoan', price: { amount: 45_000, currency: 'VND' } })
  })

  it('has a text where there is no HTML', () => {
    const [item] = JSON.parse(jsonFeed(pageOf([{ ...articleItem, html: null, text: null, summary: null }]))).items
    expect(item.content_text).toBe('Chợ phiên OCOP')
  })
})

describe('any text', () => {
  const titled = fc.tuple(hostileText, hostileText, hostileText).map((texts) => texts.map((text) => xmlText(text.trim()).trim() || 'x') as [string, string, string])
  const itemWith = ([title, summary, name]: [string, string, string]) => ({ ...articleItem, title, summary, authors: [name], categories: [name] })
  const htmlText = (html: string) => html.replaceAll('<br>', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  // The parser takes white space around a text away, at its own will.
  const same = (a: string, b: string) => expect(a.trim()).toBe(b.trim())

  it('comes through RSS as it is, and never becomes markup', async () => {
    await fc.assert(fc.asyncProperty(titled, async (texts) => {
      const [item] = (await parse(rss(pageOf([itemWith(texts)])))).items
      same(item.title, texts[0])
      same(item['dc:creator'], texts[2])
      expect(item.description).not.toMatch(/<(?!br>)/)
      same(htmlText(item.description), texts[1])
    }), { numRuns: 150 })
  })

  it('comes through Atom as it is', async () => {
    await fc.assert(fc.asyncProperty(titled, async (texts) => {
      const [item] = (await parse(atom(pageOf([itemWith(texts)])))).items
      same(item.title, texts[0])
      same(item.summary, texts[1])
      same(item.author, texts[2])
    }), { numRuns: 150 })
  })

  it('comes through JSON Feed as it is', () => {
    fc.assert(fc.property(titled, (texts) => {
      const [item] = JSON.parse(jsonFeed(pageOf([itemWith(texts)]))).items
      expect([item.title, item.summary, item.authors[0].name, item.tags[0]]).toEqual([texts[0], texts[1], texts[2], texts[2]])
    }))
  })

  it('is what XML can carry, in NFC, and nothing else is lost', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const told = xmlText(text)
      expect(told).toBe(told.normalize('NFC'))
      expect(told).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
      expect(xmlText(told)).toBe(told)
      expect(Buffer.from(told).toString()).toBe(told)
    }))
  })
})
