import { describe, expect, it } from '@jest/globals'
import Papa from 'papaparse'
import RssParser from 'rss-parser'
import { ninjsFaults } from '../../support/ninjs.ts'
import type { TestServer } from '../../support/server.ts'

type Parsed = Record<string, any>

/** Every format over the whole demo, each read by a parser that is not ours. */
export const feedsOfDemo = (server: () => TestServer): void => {
  const text = async (address: string): Promise<string> => {
    const { pathname, search } = new URL(address, server().origin)
    const response = await server().fetch(pathname + search)
    if (response.status !== 200) throw new Error(`${address} answers ${response.status}: ${await response.text()}`)
    return response.text()
  }
  /** The items of all pages. */
  const all = async (first: string, read: (page: string) => Promise<{ items: Parsed[]; next: string | undefined }>): Promise<Parsed[]> => {
    const items: Parsed[] = []
    for (let next: string | undefined = first; next;) {
      const page = await read(await text(next))
      items.push(...page.items)
      next = page.next
    }
    return items
  }
  const xml = async (page: string) => ({ items: (await new RssParser<Parsed, Parsed>().parseString(page)).items, next: /<(?:atom:)?link href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&') })
  const json = async (page: string) => {
    const { items, next_url: next } = JSON.parse(page) as { items: Parsed[]; next_url?: string }
    return { items, next }
  }

  describe('the feeds of the demo', () => {
    it.each([['products', 80], ['articles', 19]])('have all %s, %i, once in each format', async (name, count) => {
      const [rss, atom, feed] = [await all(`/feeds/${name}.rss`, xml), await all(`/feeds/${name}.atom`, xml), await all(`/feeds/${name}.json`, json)]
      const { data, errors } = Papa.parse<Parsed>((await text(`/feeds/${name}.csv`)).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
      expect([rss.length, atom.length, feed.length, data.length, errors]).toEqual([count, count, count, count, []])
      const titles = feed.map(({ title }) => title)
      expect([rss.map(({ title }) => title), atom.map(({ title }) => title), data.map(({ title }) => title)]).toEqual([titles, titles, titles])
      expect(new Set([...rss.map(({ guid }) => guid), ...atom.map(({ id }) => id), ...feed.map(({ id }) => id)]).size).toBe(count)
      for (const { link, isoDate } of [...rss, ...atom]) expect([URL.canParse(link), Number.isNaN(Date.parse(isoDate))]).toEqual([true, false])
      expect(ninjsFaults(await text(`/feeds/${name}.ninjs.json`))).toEqual([])
    })

    it('tell of each product either what Google wants to know or why it does not', async () => {
      const { items } = await new RssParser<Parsed, Parsed>({ customFields: { item: ['g:id', 'g:price', 'g:link', 'g:image_link'] } }).parseString(await text('/feeds/products.xml'))
      const { entered, excludedCount, excluded } = JSON.parse(await text('/feeds/products/report')) as Parsed
      expect([items.length, entered + excludedCount, excluded.every(({ reasons }: Parsed) => reasons.length > 0)]).toEqual([entered, 80, true])
      for (const item of items) expect(item).toMatchObject({ 'g:price': expect.stringMatching(/^\d+ VND$/), 'g:link': expect.stringMatching(/^https?:/), 'g:image_link': expect.stringMatching(/^https?:/) })
    })

    it('each category has one', async () => {
      const { feeds } = JSON.parse(await text('/feeds')) as { feeds: Parsed[] }
      const ofCategories = feeds.filter(({ slug }) => slug.startsWith('category-'))
      expect(ofCategories).toHaveLength(9)
      for (const { slug } of ofCategories) expect(JSON.parse(await text(`/feeds/${slug}.json`)).version).toBe('https://jsonfeed.org/version/1.1')
    })
  })
}
