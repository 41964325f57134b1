import { html } from './html.ts'
import type { Shown } from './layout.ts'
import { articleMain } from './article.ts'
import { productMain } from './product.ts'
import { box, brands, breadcrumbs, cards, chips, grid, more, rows } from './parts.ts'
import * as queries from './queries.ts'
import type { ArticleCard, ArticlePage, Brand, Card, Found, Gone, List, Moved, Named, Product, ProductCard } from './types.ts'

/** A request as pages see it: the path, the parts of it that the route names, and the parameters of the query. */
export interface At { path: string; names: Record<string, string | undefined>; params: URLSearchParams }

/** What is shown, where it has moved, that it is gone; or null: there is nothing. */
export type Result = Shown | Moved | Gone | null

/** A kind of page: the one question it asks, and what it makes of the answer. */
export interface Page { pattern: RegExp; query: string; variables: (at: At) => Record<string, unknown>; show: (data: never, at: At) => Result }

const page = <T>(pattern: RegExp, query: string, variables: Page['variables'], show: (data: T, at: At) => Result): Page => ({ pattern, query, variables, show })

const home = page<{ homePage: { slots: { position: string; title: string | null; category: { url: string } | null; items: (Card | Brand)[] }[] } | null; articles: List<ArticleCard>; products: List<ProductCard>; featuredBrands: Brand[] }>(
  /^\/$/, queries.homeQuery, () => ({}), ({ homePage, articles, products, featuredBrands }) => {
    // A newspaper whose editors have not arranged the front page yet shows what is new.
    const unarranged = [['LIST', 'Tin mới', articles.nodes], ['PRODUCTS', 'Sản phẩm mới', products.nodes], ['BRANDS', null, featuredBrands]] as const
    const slots = homePage?.slots ?? unarranged.map(([position, title, items]) => ({ position, title, category: null, items: [...items] }))
    const [top, rest] = [slots.filter(({ position }) => position === 'LEAD' || position === 'FOCUS'), slots.filter(({ position }) => position !== 'LEAD' && position !== 'FOCUS')]
    const inTop = new Set(top.flatMap(({ items }) => items.map((item) => 'url' in item && item.url)))
    const newest = articles.nodes.filter(({ url }) => !inTop.has(url)).slice(0, 6)
    const slot = ({ position, title, category, items }: (typeof slots)[number]) => {
      if (position === 'LEAD') return cards(items, { sizes: '(min-width: 1000px) 760px, 92vw', eager: true, lead: true, level: 2 }, 'lead')
      if (position === 'BRANDS') return box(title ?? 'Thương hiệu nổi bật', items, brands(items as Brand[]), { style: 'wide' })
      const style = position === 'PRODUCTS' ? 'wide products' : position.toLowerCase()
      return box(title ?? 'Tin tức', items, grid(items as Card[]), { url: category?.url ?? (position === 'PRODUCTS' ? '/ocop/san-pham' : undefined), style })
    }
    return { title: 'Trang chủ', url: '/', main: html`<h1 class="sr">Trang chủ</h1><div class="columns"><div>${top.map(slot)}</div>
      <aside aria-label="Tin mới">${box('Tin mới', newest, cards(newest, { sizes: '88px' }), { url: '/tin-moi' })}</aside></div>${rest.map(slot)}` }
  })

const article = page<{ articlePage: ArticlePage | Moved | Gone | null }>(/^\/(?<name>[^/]+\.html)$/, queries.articleQuery, ({ names }) => names, ({ articlePage: at }) => {
  if (at?.__typename !== 'ArticlePage') return at
  const { article: { id, title, url, seo, jsonLd } } = at
  return { title, url, seo, jsonLd, view: { kind: 'article', id }, main: articleMain(at) }
})

const product = page<{ product: Product | null }>(/^\/ocop\/san-pham\/(?<slug>[^/]+?)(?:-(?<number>\d{1,9})\.html)?$/, queries.productQuery,
  ({ names: { slug, number } }) => (number ? { number: Number(number) } : { slug }), ({ product: found }) => found && {
    title: found.name, url: found.url, seo: found.seo, jsonLd: found.jsonLd, view: { kind: 'product', id: found.id }, main: productMain(found),
  })

const plainList = (title: string, { nodes, pageInfo }: List<Card>, { path, params }: At, keep: Record<string, string | null> = {}): Shown => ({
  title, url: params.has('after') ? null : path, noindex: params.has('after'),
  main: html`<h1>${title}</h1>${path === '/tin-moi' ? rows(nodes, { level: 2 }) : html`<div class="products">${grid(nodes, { level: 2 })}</div>`}${more({ pageInfo }, path, keep)}`,
})

/** The mixed list, also what goes on below an article: `without` are the ids that stood on its page. */
const latest = page<{ latest: List<Card> }>(/^\/tin-moi$/, queries.latestQuery, ({ params }) => ({ after: params.get('after'), without: params.get('without')?.split(',').slice(0, 100) ?? null }),
  (data, at) => plainList('Tin mới', data.latest, at, { without: at.params.get('without') }))

const catalogue = page<{ products: List<ProductCard> }>(/^\/ocop\/san-pham$/, queries.catalogueQuery, ({ params }) => ({ after: params.get('after') }), ({ products }, at) => plainList('Sản phẩm OCOP', products, at))

const KINDS: Readonly<Record<string, string>> = { ARTICLE: 'Bài viết', PRODUCT: 'Sản phẩm' }
const search = page<{ search?: Found }>(/^\/tim-kiem$/, queries.searchQuery, ({ params }) => {
  const [q, kind] = [params.get('q')?.trim() ?? '', params.get('kind') ?? '']
  return { q, asked: /[\p{L}\p{N}]/u.test(q), after: params.get('after'), kinds: kind in KINDS ? [kind] : null }
}, ({ search: found }, { path, params }) => {
  const [q, kind] = [params.get('q')?.trim() ?? '', params.get('kind')]
  const at = (more: Record<string, string>): string => `${path}?${String(new URLSearchParams({ q, ...more }))}`
  const items = found?.nodes.map(({ item, highlights }) => {
    const parts = highlights.find(({ field }) => field === 'TITLE' || field === 'NAME')?.fragments
    return parts ? { ...item, marked: html`${parts.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text))}` } : item
  })
  return {
    title: found ? `Tìm “${q}”` : 'Tìm kiếm', noindex: true,
    main: html`<h1>${found ? `Tìm “${q}”` : 'Tìm kiếm'}</h1>${!found && html`<p>Nhập từ cần tìm vào ô ở đầu trang, có dấu hay không dấu đều được.</p>`}
      ${found && items && html`<p class="results" role="status">${found.totalCount === 0 ? 'Không tìm thấy kết quả nào.' : `${found.totalCount.toLocaleString('vi-VN')} kết quả`}</p>
      ${chips('Loại', [['Tất cả', at({}), !kind], ...found.facets.kind.filter((one) => one.kind in KINDS).map((one) => [`${KINDS[one.kind]} (${one.count})`, at({ kind: one.kind }), kind === one.kind] as const)])}
      ${found.suggestions.length > 0 && html`<div class="results">${found.totalCount === 0 ? 'Có phải bạn tìm:' : 'Tìm thêm:'} ${chips('Gợi ý', found.suggestions.map(({ text }) => [text, at({ q: text })] as const))}</div>`}
      ${rows(items, { level: 2, lead: true })}${more(found, path, { q, kind })}`}`,
  }
})

const lists = queries.lists.map((list) => page<{ thing: (Named & { text?: string | null; jsonLd?: unknown; children?: Named[]; ancestors?: Named[] }) | null; articles?: List<ArticleCard>; products?: List<ProductCard> }>(
  new RegExp(`^/${list.prefix || '(?:.+/)?'}(?<slug>[^/]+)$`), queries.listQuery(list), ({ names, params }) => ({ ...names, ...(list.articles && { articles: params.get('articles') }), ...(list.products && { products: params.get('products') }) }),
  ({ thing, articles = null, products = null }, { path, params }) => thing && {
    title: thing.name, description: thing.text, url: thing.url, noindex: params.size > 0, jsonLd: thing.jsonLd,
    main: html`${breadcrumbs(thing.ancestors ?? [])}<h1>${thing.name}</h1>${thing.text && html`<p class="intro">${thing.text}</p>`}
      ${chips('Chuyên mục con', (thing.children ?? []).map(({ name, url }) => [name, url] as const))}
      ${articles && box('Bài viết', articles.nodes, html`${grid(articles.nodes)}${more(articles, path, { products: params.get('products') }, 'articles')}`)}
      ${products && box('Sản phẩm', products.nodes, html`${grid(products.nodes)}${more(products, path, { articles: params.get('articles') }, 'products')}`, { style: 'products' })}
      ${!articles?.nodes.length && !products?.nodes.length && html`<p>Chưa có nội dung nào ở đây.</p>`}`,
  }))

/** Every kind of page, the first one whose pattern fits. The patterns are the platform's default addresses. */
export const pages: readonly Page[] = [home, search, latest, catalogue, product, article, ...lists]
