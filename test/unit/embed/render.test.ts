import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { absentPage, framePage, framePolicy } from '../../../src/embed/frame-page.ts'
import { cardOf } from '../../../src/embed/card-of.ts'
import { placesIn } from '../../../src/embed/oembed/find-target.ts'
import { oembedOf, oembedXml } from '../../../src/embed/oembed/oembed.ts'
import { iframeTag, productsTag, scriptTag } from '../../../src/embed/snippets.ts'
import { toHtml } from '../../../src/embed/to-html.ts'
import type { Card, Cards } from '../../../src/embed/view/card.ts'
import { labels } from '../../../src/embed/view/labels.ts'
import { languages, layouts } from '../../../src/embed/view/options.ts'
import { h, type Tree } from '../../../src/embed/view/tree.ts'
import { type Shown, view, waiting } from '../../../src/embed/view/view.ts'
import { starsText } from '../../../src/feeds/formats/html.ts'
import { articleItem, hostileText, productItem } from '../feeds/samples.ts'

const siteUrl = 'https://bao.test/'
const shown: Shown = { layout: 'grid', theme: 'auto', language: 'vi', heading: null, headingLevel: 2 }
const product = cardOf({ item: productItem, siteUrl })
const cards: Cards = { name: 'Sản phẩm OCOP', source: { name: 'Báo Thử', url: siteUrl }, items: [product, cardOf({ item: articleItem, siteUrl })] }
const bundles = { frame: { text: 'void 0', hash: `sha256-${createHash('sha256').update('void 0').digest('base64')}` } }

/** The markup of a page without its texts and the values of its attributes: what these are must not change it. */
const skeleton = (html: string): string => html.replace(/="[^"]*"/g, '').replace(/>[^<]*</g, '><')
const textsIn = (tree: Tree): string[] => (typeof tree === 'string' ? [tree] : [...Object.values(tree.attributes), ...tree.children.flatMap(textsIn)])

describe('what an embed shows', () => {
  it('draws the stars and says in words what they mean, as the feeds do', () => {
    const html = toHtml(view({ cards, shown }))
    expect(html).toContain('<span>OCOP 4 sao, có hiệu lực đến 03/2027</span>')
    expect(labels.vi.stars(4, '03/2027')).toBe(starsText(productItem))
    expect([html.match(/class="on"/g)?.length, html.match(/class="off"/g)?.length]).toEqual([4, 1])
    expect(toHtml(view({ cards, shown: { ...shown, language: 'en' } }))).toContain('OCOP 4 stars, valid until 03/2027')
  })

  it('shows no stars where none hold', () => {
    const none = cardOf({ item: { ...productItem, product: { ...productItem.product as NonNullable<typeof productItem.product>, certification: { status: 'expired', stars: null, through: '2026-01-31' } } }, siteUrl })
    expect([none.stars, none.starsThrough]).toEqual([null, null])
    expect(toHtml(view({ cards: { ...cards, items: [none] }, shown }))).not.toMatch(/sao|class="stars"/)
  })

  it('keeps the proportions of pictures, and loads them late and in the right width', () => {
    const html = toHtml(view({ cards: { ...cards, items: [{ ...product, image: { url: 'https://a.test/x.webp', srcset: 'https://a.test/x-480.webp 480w', width: 800, height: 600, alt: 'Miến' } }] }, shown }))
    expect(html).toContain('<img alt="Miến" width="800" height="600" loading="lazy" decoding="async" sizes="auto, (max-width: 30em) 92vw, 18em" srcset="https://a.test/x-480.webp 480w" src="https://a.test/x.webp">')
  })

  it('says which language its texts are in, has the heading it is given, and says when there is nothing', () => {
    expect(toHtml(view({ cards, shown: { ...shown, language: 'en', heading: 'OCOP', headingLevel: 3 } }))).toMatch(/^<section class="ocop grid" data-theme="auto" lang="en" aria-label="OCOP"><h3 class="heading">OCOP<\/h3>.*<p lang="vi" class="title">/)
    expect(toHtml(view({ cards: { ...cards, items: [] }, shown: { ...shown, heading: '' } }))).toBe('<section class="ocop grid" data-theme="auto" lang="vi" aria-label="Sản phẩm OCOP"><p class="empty">Chưa có nội dung nào ở đây.</p><p class="source">Nguồn: <a href="https://bao.test/" rel="noopener">Báo Thử</a></p></section>')
  })

  it('keeps room for as many as will come', () => {
    expect(layouts.map((layout) => toHtml(waiting({ count: 3, shown: { ...shown, layout } })).match(/class="card blank"/g)?.length)).toEqual([3, 3, 3])
  })

  it('takes no address that is not of the web', () => {
    const lines = ['javascript:alert(1)', 'data:text/html,x', 'nonsense', 'ftp://x.test/'].map((url) => cardOf({ item: { ...productItem, url, product: { ...productItem.product as NonNullable<typeof productItem.product>, purchaseUrl: url } }, siteUrl }))
    expect(lines.map(({ url, purchaseUrl }) => [url, purchaseUrl])).toEqual(Array(4).fill([siteUrl, null]))
  })
})

describe('any text', () => {
  const hostileCard: fc.Arbitrary<Card> = fc.record({
    kind: fc.constantFrom('product' as const, 'article' as const), id: hostileText, title: hostileText.map((text) => `t${text}`), url: hostileText.map((text) => `https://a.test/${encodeURIComponent(Buffer.from(text).toString())}?q="'><`), summary: hostileText.map((text) => `s${text}`),
    image: hostileText.map((alt) => ({ url: 'https://a.test/"><script>', srcset: `x"'><b> 480w`, width: 8, height: 6, alt })), stars: fc.constantFrom(3, 4, 5), starsThrough: fc.constant('2027-03-31'), producer: hostileText.map((text) => `p${text}`), place: hostileText,
    price: fc.nat(), purchaseUrl: fc.constant('https://a.test/"onmouseover="alert(1)'), publishedAt: fc.constant('2026-03-01T01:00:00.000Z'),
  })

  it('is text on the page and in the frame around it, and never markup', () => {
    fc.assert(fc.property(hostileCard, hostileText, fc.constantFrom(...layouts), fc.constantFrom(...languages), (card, name, layout, language) => {
      const as = { ...shown, layout, language }
      const html = framePage({ cards: { name: `n${name}`, source: { name: `n${name}`, url: siteUrl }, items: [card] }, shown: as, bundles, discovery: `https://a.test/oembed?url=${encodeURIComponent(Buffer.from(name).toString())}` })
      const tame: Card = { ...card, id: 'x', title: 'x', url: siteUrl, summary: 'x', producer: 'x', place: 'x', image: { ...card.image as NonNullable<Card['image']>, url: siteUrl, srcset: 'x', alt: 'x' }, purchaseUrl: siteUrl }
      expect(skeleton(html)).toBe(skeleton(framePage({ cards: { ...cards, name: 'x', items: [tame] }, shown: as, bundles, discovery: 'x' })))
      expect(html).not.toMatch(/<script>(?!void 0<)/)
    }), { numRuns: 300 })
  })

  it('comes out of the tree as it went in', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const html = toHtml(h('p', { title: text, hidden: false }, text))
      const back = (escaped: string): string => escaped.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '')
      const [, attribute, inside] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(html) ?? []
      expect([back(attribute ?? ''), back(inside ?? '')]).toEqual([text, text])
      expect(textsIn(h('p', {}, text)).join('')).toBe(text)
    }))
  })

  it('is text in snippets and in the XML of oEmbed', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const tags = [scriptTag({ url: text, integrity: text }), productsTag({ feed: text, name: text, siteUrl: text, heading: text }), iframeTag({ src: text, title: text, height: 1 })]
      expect(tags.map((tag) => tag.match(/<\/?[a-z-]+/g)?.join())).toEqual(['<script,</script', '<ocop-products,<a,</a,</ocop-products', '<iframe,</iframe'])
      const xml = oembedXml(oembedOf({ cards: { ...cards, name: text }, src: 'https://a.test/', of: 'feed', maxWidth: null, maxHeight: null }))
      expect(xml.match(/<\/?[a-z_]+/g)?.length).toBe(2 * 10)
    }))
  })
})

describe('the page of an iframe', () => {
  it('runs nothing but its own script, and is framed by whom it is for', () => {
    const policy = (framers: readonly string[] | null) => framePolicy({ origin: 'https://ocop.test', bundles, framers })
    expect(policy(null)).toMatch(new RegExp(`^default-src 'none'; style-src 'sha256-[\\w+/]{43}='; script-src '${bundles.frame.hash.replace(/[+]/g, '\\+')}'; img-src https://ocop.test; base-uri 'none'; form-action 'none'; frame-ancestors \\*$`))
    expect([policy(['https://a.test', 'https://b.test']), policy([])].map((text) => text.slice(text.indexOf('frame-')))).toEqual(['frame-ancestors https://a.test https://b.test', "frame-ancestors 'none'"])
    const html = framePage({ cards, shown, bundles, discovery: 'https://ocop.test/oembed?url=x' })
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(policy(null)).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html).not.toMatch(/\sstyle=|\son\w+=/)
  })

  it('says so where there is nothing', () => {
    expect(absentPage({ shown })).toContain('Nội dung này không còn ở đây.')
  })
})

describe('oEmbed', () => {
  const image = { url: 'https://a.test/i.webp', srcset: 'https://a.test/i-480.webp 480w, https://a.test/i-1280.webp 1280w', width: 1600, height: 900, alt: '' }
  const answer = (bounds: { maxWidth: number | null; maxHeight: number | null }) => oembedOf({ ...bounds, cards: { ...cards, items: [{ ...product, image }] }, src: 'https://a.test/embed/product/p1', of: 'thing' })

  it('keeps within the bounds, its picture too, or has none', () => {
    const sizeOf = ({ width, height, thumbnail_url, thumbnail_width, thumbnail_height }: ReturnType<typeof answer>) => [width, height, thumbnail_url, thumbnail_width, thumbnail_height]
    expect(sizeOf(answer({ maxWidth: null, maxHeight: null }))).toEqual([560, 240, 'https://a.test/i-1280.webp', 1280, 720])
    expect(sizeOf(answer({ maxWidth: 500, maxHeight: 300 }))).toEqual([500, 240, 'https://a.test/i-480.webp', 480, 270])
    expect(sizeOf(answer({ maxWidth: 300, maxHeight: 100 }))).toEqual([300, 100, undefined, undefined, undefined])
  })

  it.each([
    ['/{slug}-{number}.html', '/bac-kan-them-6-xa-1019.html', { slug: 'bac-kan-them-6-xa', number: '1019' }],
    ['/{slug}-{number}.html', '/muc/bai-1.html', null],
    ['/ocop/{number}', '/ocop/12/', { number: '12' }],
    ['/{path}', '/ocop/tin-tuc', { path: 'ocop/tin-tuc' }],
    ['/a.b/{slug}', '/aXb/x', null],
  ])('reads %s from %s', (template, path, places) => {
    const found = placesIn({ template, path })
    expect(found && { ...found }).toEqual(places)
  })
})
