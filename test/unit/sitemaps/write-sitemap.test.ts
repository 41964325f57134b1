import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SitemapEntry } from '../../../src/sitemaps/sitemap-entries.ts'
import { writeSitemap, writeSitemapIndex } from '../../../src/sitemaps/write-sitemap.ts'
import { xmlText } from '../../../src/text/xml-text.ts'
import { sitemapProblems, textsOf } from '../../support/sitemap-problems.ts'

const entry = (more: Partial<SitemapEntry> = {}): SitemapEntry => ({ url: 'https://bao.example.vn/bai-1.html', lastmod: '2026-03-01T00:00:00.000Z', img: [], ...more })
const news = (title: string, name = 'OCOP Press'): SitemapEntry => entry({ news: { publication: { name, language: 'vi' }, publication_date: '2026-03-01T00:00:00.000Z', title } })
const each = async function* (entries: readonly SitemapEntry[]) { yield* entries }

// The library also leaves out control characters that XML discourages (§2.2, note) and code points that are no characters.

const printed = (text: string): string => text.replace(/[\u007F-\u0084\u0086-\u009F]|\p{NChar}/gu, '')

describe('a sitemap', () => {
  it('is valid by the schemas, with pictures and as news', async () => {
    const pictures = await writeSitemap({ extension: 'image', entries: each([entry({ img: [{ url: 'https://bao.example.vn/media/a%20b.jpg?v=1&x=2' }] }), entry({ url: 'https://bao.example.vn/a?b=1&c=2' })]) })
    expect(await sitemapProblems(pictures)).toEqual([])
    expect(textsOf(pictures, 'loc')).toEqual(['https://bao.example.vn/bai-1.html', 'https://bao.example.vn/a?b=1&c=2'])
    expect(await sitemapProblems(await writeSitemap({ extension: 'news', entries: each([news('Mùa hồng')]) }))).toEqual([])
    expect(await sitemapProblems(await writeSitemapIndex(['https://bao.example.vn/sitemaps/articles-1.xml', 'https://bao.example.vn/sitemaps/news.xml']))).toEqual([])
  })

  it('that breaks a rule is seen to by these schemas', async () => {
    const right = await writeSitemap({ extension: 'news', entries: each([news('Mùa hồng')]) })
    for (const wrong of [right.replace(/<news:title>.*<\/news:title>/, ''), right.replace('<news:language>vi', '<news:language>tiếng Việt'), right.replace(/<lastmod>.*<\/lastmod>/, '<lastmod>hôm nay</lastmod>')]) {
      expect(await sitemapProblems(wrong)).not.toEqual([])
    }
  })

  it('without a page is an empty set', async () => {
    expect(textsOf(await writeSitemap({ extension: 'news', entries: each([]) }), 'loc')).toEqual([])
  })

  it('holds any title as text', async () => {
    const titles = fc.sample(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(']]>', '<b>&amp;</b>', '<!--', '&#x0;', '"\'>', '\u0000\u0008a', '\ud800b', 'e\u0302\u0301')), 400)
      .map(xmlText).filter((title) => printed(title) !== '')
    const xml = await writeSitemap({ extension: 'news', entries: each(titles.map((title) => news(title))) })
    expect(await sitemapProblems(xml)).toEqual([])
    expect(textsOf(xml, 'news:title')).toEqual(titles.map(printed))
  })

  it('is written as its pages come: a fault on the way fails, and holds nobody up', async () => {
    const failing = async function* () {
      yield entry()
      throw new Error('the database is away')
    }
    await expect(writeSitemap({ extension: 'image', entries: failing() })).rejects.toThrow('the database is away')
  })
})
