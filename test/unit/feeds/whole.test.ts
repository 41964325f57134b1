import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import Papa from 'papaparse'
import RssParser from 'rss-parser'
import { ninjs } from '../../../src/feeds/formats/ninjs.ts'
import { csvHead, csvRow, neutralised } from '../../../src/feeds/whole/csv.ts'
import { exclusionsOf, MERCHANT_END, merchantHead, merchantItem } from '../../../src/feeds/whole/merchant.ts'
import type { FeedItem } from '../../../src/feeds/feed-item.ts'
import { xmlText } from '../../../src/text/xml-text.ts'
import { ninjsFaults } from '../../support/ninjs.ts'
import { articleItem, hostileText, pageOf, productItem } from './samples.ts'

const withProduct = (more: Partial<NonNullable<FeedItem['product']>>): FeedItem => ({ ...productItem, product: { ...productItem.product as NonNullable<FeedItem['product']>, ...more } })

describe('CSV', () => {
  const parse = (text: string) => Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })

  it('begins with the mark of UTF-8 and has its columns in their order', () => {
    expect(csvHead().charCodeAt(0)).toBe(0xfeff)
    const { data, errors } = parse(`${csvHead()}${csvRow(productItem)}${csvRow(articleItem)}`)
    expect(errors).toEqual([])
    expect(data[0]).toMatchObject({ kind: 'product', id: 'p1', title: 'Miến dong', stars: '4', stars_through: '2027-03-31', producer: 'HTX Tài Hoan', price_vnd: '45000', gtin: '8936011770016' })
    expect(data[1]).toMatchObject({ kind: 'article', authors: 'Hồng Ánh', categories: 'Kinh tế; Chợ & phố', stars: '', genre: 'news' })
  })

  it.each([['=1+1', "'=1+1"], ['+84 900', "'+84 900"], ['-5', "'-5"], ['@a', "'@a"], ['\tx', "'\tx"], ['Miến = dong', 'Miến = dong']])('%j is written as %j', (text, written) => expect(neutralised(text)).toBe(written))

  it('keeps any text, and none becomes a formula', () => {
    fc.assert(fc.property(hostileText, hostileText, (title, summary) => {
      const [given, said] = [xmlText(title), xmlText(summary)]
      const { data, errors } = parse(`${csvHead()}${csvRow({ ...articleItem, title: given, summary: said })}`)
      expect([errors, data.length]).toEqual([[], 1])
      expect([data[0]?.title, data[0]?.summary]).toEqual([neutralised(given), neutralised(said)])
      for (const cell of Object.values(data[0] ?? {})) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }))
  })
})

describe('the Google Merchant feed', () => {
  const parser = new RssParser<Record<string, any>, Record<string, any>>({ customFields: { item: ['g:id', 'g:title', 'g:description', 'g:link', 'g:image_link', 'g:availability', 'g:price', 'g:brand', 'g:gtin', 'g:identifier_exists', 'g:product_type'] } })
  const parse = async (...items: FeedItem[]) => (await parser.parseString(`${merchantHead(pageOf([]))}${items.map((item) => merchantItem({ item, link: 'https://ban.test/mien' })).join('')}${MERCHANT_END}`)).items

  it('has what Google asks of a product', async () => {
    const [item] = await parse(productItem)
    expect(item).toMatchObject({
      'g:id': 'p1', 'g:title': 'Miến dong', 'g:link': 'https://ban.test/mien', 'g:image_link': 'https://api.test/media/a.jpg?v=1', 'g:availability': 'in_stock', 'g:price': '45000 VND', 'g:brand': 'Tài Hoan', 'g:gtin': '8936011770016', 'g:product_type': 'Miến',
    })
    const [bare] = await parse(withProduct({ gtin: null, brand: null, availability: 'out-of-stock' }))
    expect([bare?.['g:identifier_exists'], bare?.['g:brand'], bare?.['g:availability']]).toEqual(['no', 'HTX Tài Hoan', 'out_of_stock'])
  })

  it('says of every product that cannot enter why', () => {
    expect(exclusionsOf(productItem)).toEqual([])
    expect(exclusionsOf(withProduct({ price: null, purchaseUrl: null }))).toEqual(['price', 'purchaseUrl'])
    expect(exclusionsOf({ ...withProduct({ availability: 'discontinued' }), images: [] })).toEqual(['image', 'discontinued'])
    expect(exclusionsOf(articleItem)).toEqual(['notProduct'])
  })

  it('keeps within the lengths that Google takes, and any text as a text', async () => {
    await fc.assert(fc.asyncProperty(hostileText, fc.integer({ min: 1, max: 400 }), async (text, times) => {
      const title = xmlText(`a${text} `.repeat(times)).trim()
      const [item] = await parse({ ...productItem, title, summary: title, text: title })
      expect([String(item?.['g:title']).length <= 150, String(item?.['g:description']).length <= 5000]).toEqual([true, true])
      if (title.replace(/\s+/g, ' ').length <= 150) expect(item?.['g:title'].trim()).toBe(title.replace(/\s+/g, ' ').trim())
    }), { numRuns: 60 })
  })
})

describe('ninjs 3.1', () => {
  const withdrawn = [{ kind: 'article' as const, id: 'z', uri: 'tag:bao.test,2026:article/z', at: '2026-03-01T00:00:00.000Z', reason: 'RETRACTED' as const }]

  it('is what the schema of the IPTC allows, withdrawn items included', () => {
    const text = ninjs(pageOf([articleItem, productItem, { ...articleItem, html: null, text: null, summary: null, images: [], authors: [] }], { withdrawn, next: 'https://n.test/' }))
    expect(ninjsFaults(text)).toEqual([])
    const { associations } = JSON.parse(text)
    expect(associations.map(({ pubStatus, uri }: Record<string, string>) => [pubStatus, uri]).at(-1)).toEqual(['canceled', 'tag:bao.test,2026:article/z'])
    expect(associations[0]).toMatchObject({ uri: articleItem.uri, by: 'Hồng Ánh', version: String(Date.parse(articleItem.updatedAt)) })
  })

  it('stays so with any text', () => {
    fc.assert(fc.property(hostileText, (given) => {
      const text = xmlText(given)
      const printed = ninjs(pageOf([{ ...articleItem, title: text, summary: text, categories: [text], authors: [text] }]))
      expect(ninjsFaults(printed)).toEqual([])
      expect(JSON.parse(printed).associations[0].headlines[0].value).toBe(text)
    }), { numRuns: 50 })
  })
})
