import { readingMinutes } from '../../src/text/reading-minutes.ts'
import { blockRules } from './public-body-blocks.ts'
import { type BodyPart, type BodyWriter, createBodyWriter, escapeHtml, safeAddress } from './public-body-parts.ts'
import type { PublicKind } from './public-kinds.ts'
import { idIn } from './public-read.ts'

/** A node of a Lexical document. */
type Node = Readonly<Record<string, unknown>> & { readonly type?: unknown }

const childrenOf = (node: Node): Node[] => (Array.isArray(node['children']) ? node['children'].filter((child): child is Node => typeof child === 'object' && child !== null) : [])

// What a link in a text may lead to, by the collection it names.
const linkKinds: ReadonlyMap<unknown, PublicKind> = new Map([['articles', 'article'], ['products', 'product'], ['categories', 'category'], ['topics', 'topic'], ['legal-documents', 'legalDocument']])

// Lexical's bits of a text's format, the outermost tag first.
const formats: readonly (readonly [number, string])[] = [[1, 'strong'], [2, 'em'], [8, 'u'], [4, 's'], [16, 'code'], [32, 'sub'], [64, 'sup']]

const formatted = (node: Node): string => {
  const bits = typeof node['format'] === 'number' ? node['format'] : 0
  const tags = formats.filter(([bit]) => (bits & bit) !== 0).map(([, tag]) => tag)
  return tags.map((tag) => `<${tag}>`).join('') + escapeHtml(String(node['text'] ?? '')) + tags.reverse().map((tag) => `</${tag}>`).join('')
}

const plainOf = (node: Node): string => {
  if (node.type === 'text') return String(node['text'] ?? '')
  return node.type === 'linebreak' || node.type === 'tab' ? ' ' : childrenOf(node).map(plainOf).join('')
}

const linkOf = (node: Node) => {
  const fields = (node['fields'] ?? {}) as Readonly<Record<string, unknown>>
  const newTab = fields['newTab'] === true
  const doc = fields['doc'] as { relationTo?: unknown } | null | undefined
  if (fields['linkType'] === 'internal') {
    const kind = linkKinds.get(doc?.relationTo)
    const id = idIn(doc)
    return kind && id !== null ? { kind, id, newTab, url: undefined } : null
  }
  const url = safeAddress(fields['url'])
  return url === null ? null : { url, newTab }
}

/** Text within a line, without links: they do not nest. */
const inlineHtml = (node: Node): string => {
  if (node.type === 'text') return formatted(node)
  if (node.type === 'linebreak') return '<br>'
  return node.type === 'tab' ? ' ' : childrenOf(node).map(inlineHtml).join('')
}

const writeInline = (node: Node, writer: BodyWriter): void => {
  for (const child of childrenOf(node)) {
    if (child.type !== 'link' && child.type !== 'autolink') {
      writer.html(inlineHtml(child))
      continue
    }
    const link = linkOf(child)
    const html = childrenOf(child).map(inlineHtml).join('')
    if (!link) writer.html(html)
    else if (link.url !== undefined) writer.html(`<a href="${escapeHtml(link.url)}"${link.newTab ? ' target="_blank" rel="noopener"' : ''}>${html}</a>`)
    else {
      writer.ref(link.kind, link.id)
      writer.part({ part: 'link', kind: link.kind, id: link.id, html, newTab: link.newTab })
    }
  }
}

const writeList = (node: Node, writer: BodyWriter): void => {
  const tag = node['listType'] === 'number' ? 'ol' : 'ul'
  const start = Number(node['start'] ?? 1)
  writer.html(`<${tag}${tag === 'ol' && Number.isInteger(start) && start > 1 ? ` start="${start}"` : ''}>`)
  for (const item of childrenOf(node)) {
    const isNested = (child: Node) => child.type === 'list'
    writer.html('<li>')
    writeInline({ children: childrenOf(item).filter((child) => !isNested(child)) }, writer)
    writer.text(childrenOf(item).filter((child) => !isNested(child)).map(plainOf).join(''))
    for (const nested of childrenOf(item).filter(isNested)) writeList(nested, writer)
    writer.html('</li>')
  }
  writer.html(`</${tag}>`)
}

const HEADINGS = ['h2', 'h3', 'h4']

const writeLine = (tag: string, node: Node, writer: BodyWriter): void => {
  // Editors leave empty paragraphs for space; a page has its own.
  if (plainOf(node).trim() === '') return
  writer.html(`<${tag}>`)
  writeInline(node, writer)
  writer.html(`</${tag}>`)
  writer.text(plainOf(node))
}

const scalars = ['version', 'format', 'style', 'mode', 'detail', 'indent', 'direction', 'text', 'tag', 'listType', 'start', 'value', 'textFormat'] as const

/** A node with what is known of it; relations in links are named by kind and id. */
const cleaned = (node: Node): Record<string, unknown> => {
  const kept: Record<string, unknown> = { type: node.type }
  for (const name of scalars) if (typeof node[name] === 'string' || typeof node[name] === 'number') kept[name] = node[name]
  if (node.type === 'link' || node.type === 'autolink') {
    const link = linkOf(node)
    kept['fields'] = link === null ? {} : link.url !== undefined ? { linkType: 'custom', ...link } : { linkType: 'internal', newTab: link.newTab, doc: { kind: link.kind, id: link.id } }
  }
  if (Array.isArray(node['children'])) kept['children'] = childrenOf(node).filter(isKnown).map(cleaned)
  return kept
}

const known = ['text', 'linebreak', 'tab', 'paragraph', 'heading', 'list', 'listitem', 'link', 'autolink', 'quote', 'horizontalrule']
const isKnown = (node: Node): boolean => known.includes(String(node.type))

/** Writes a node at the level of paragraphs and gives its public JSON; null for what is not known or stands for nothing. */
const writeBlock = (node: Node, writer: BodyWriter): Record<string, unknown> | null => {
  if (node.type === 'block') {
    const { blockType, id, ...fields } = (node['fields'] ?? {}) as Record<string, unknown>
    const written = blockRules.get(blockType)?.(fields, writer)
    return written ? { type: 'block', version: 2, fields: { blockType, ...(typeof id === 'string' ? { id } : {}), ...written } } : null
  }
  if (!isKnown(node)) return null
  if (node.type === 'list') {
    writeList(node, writer)
  } else if (node.type === 'horizontalrule') writer.html('<hr>')
  else writeLine(node.type === 'heading' ? (HEADINGS.includes(String(node['tag'])) ? String(node['tag']) : 'h3') : node.type === 'quote' ? 'blockquote' : 'p', node, writer)
  return cleaned(node)
}

export interface Body {
  json: unknown
  text: string
  minutes: number
  images: string[]
  products: string[]
  articles: string[]
  legalDocuments: string[]
  _parts: BodyPart[]
  /** All rows the text needs, links included. */
  _refs: string[]
}

const rootOf = (stored: unknown): Node => {
  const root = (stored as { root?: unknown } | null | undefined)?.root
  return typeof root === 'object' && root !== null ? (root as Node) : {}
}

/**
 * A rich text as the public gets it: one allow-list decides what of a Lexical document there is. Nodes, attributes, blocks and
 * addresses that are not on it reach neither the JSON nor the HTML.
 */
export const bodyOf = (stored: unknown): Body => {
  const { writer, parts, paragraphs, idsOf, refs } = createBodyWriter()
  const children = childrenOf(rootOf(stored)).map((node) => writeBlock(node, writer)).filter((node) => node !== null)
  const text = paragraphs.join('\n\n')
  return {
    json: { root: { type: 'root', version: 1, children } },
    text,
    minutes: Math.max(1, readingMinutes(text)),
    images: idsOf('image'),
    products: idsOf('product'),
    articles: idsOf('article'),
    legalDocuments: idsOf('legalDocument'),
    _parts: parts,
    _refs: refs(),
  }
}

/** The plain text of a value that may be a rich text or a text. */
export const textIn = (stored: unknown): string => (typeof stored === 'string' ? stored.trim() : bodyOf(stored).text)
