import { randomBytes } from 'node:crypto'
import type { BodyPart } from './content/types.ts'

type Node = Readonly<Record<string, unknown>>

const BOLD = 1

const element = ({ type, children, ...rest }: { type: string; children: readonly Node[] } & Readonly<Record<string, unknown>>): Node =>
  ({ type, version: 1, direction: 'ltr', format: '', indent: 0, children, ...rest })

const textNode = (text: string, format = 0): Node => ({ type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' })

/** Text with `**bold**` in it. */
const inline = (text: string): Node[] =>
  text.split('**').map((part, index) => textNode(part, index % 2 === 1 ? BOLD : 0)).filter(({ text: part }) => part !== '')

const paragraph = (text: string): Node => element({ type: 'paragraph', textFormat: 0, textStyle: '', children: inline(text) })

const bulletList = (items: readonly string[]): Node =>
  element({ type: 'list', listType: 'bullet', tag: 'ul', start: 1, children: items.map((item, index) => element({ type: 'listitem', value: index + 1, children: inline(item) })) })

const block = (blockType: string, fields: Readonly<Record<string, unknown>>): Node =>
  ({ type: 'block', version: 2, format: '', fields: { id: randomBytes(12).toString('hex'), blockType, blockName: '', ...fields } })

/** Finds the id of what a part names: an image by name, a product or article by slug, a document by `number@day`. */
export type Lookup = (collection: 'media' | 'products' | 'articles' | 'legal-documents', key: string) => string

const nodeOf = ({ part, lookup }: { part: BodyPart; lookup: Lookup }): Node => {
  if (typeof part === 'string') return paragraph(part)
  if ('heading' in part) return element({ type: 'heading', tag: 'h2', children: inline(part.heading) })
  if ('list' in part) return bulletList(part.list)
  if ('facts' in part) return block('factBox', { title: part.facts, rows: part.rows.map(([label, value]) => ({ id: randomBytes(12).toString('hex'), label, value })) })
  if ('table' in part) return block('table', { caption: part.table, firstRowIsHeader: true, rows: [part.header, ...part.rows] })
  if ('image' in part) return block('image', { image: lookup('media', part.image), caption: part.caption })
  if ('product' in part) return block('productCard', { product: lookup('products', part.product), ...(part.note ? { note: part.note } : {}) })
  if ('products' in part) return block('productList', { title: part.title, products: part.products.map((slug) => lookup('products', slug)) })
  if ('articles' in part) return block('relatedArticles', { title: part.title, articles: part.articles.map((slug) => lookup('articles', slug)) })
  return block('documentLink', { document: lookup('legal-documents', part.document), ...(part.note ? { note: part.note } : {}) })
}

const rootOf = (children: readonly Node[]) => ({ root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children } })

/** The parts of a text as the editor stores them. */
export const toLexical = ({ parts, lookup }: { parts: readonly BodyPart[]; lookup: Lookup }) => rootOf(parts.map((part) => nodeOf({ part, lookup })))

/** Plain paragraphs as the editor stores them. */
export const paragraphs = (texts: readonly string[]) => rootOf(texts.map(paragraph))
