import { parseEmbed } from '../../src/newsroom/embed-providers.ts'
import { type BodyWriter, escapeHtml, type ImageUse, linesAsHtml } from './public-body-parts.ts'
import { refOf, refsOf, rowsOf, textOf } from './public-read.ts'

type Fields = Readonly<Record<string, unknown>>
/** Writes a block and gives the fields of its public JSON; null leaves the block out. */
type BlockRule = (fields: Fields, writer: BodyWriter) => Fields | null

const imageUse = (fields: Fields): ImageUse | null => {
  const id = refOf(fields, 'image')
  return id === null ? null : { id, caption: textOf(fields, 'caption'), credit: textOf(fields, 'credit') }
}

const paragraph = (text: string | null, name: string): string => (text === null ? '' : `<p class="${name}">${linesAsHtml(text)}</p>`)
const heading = (text: string | null, name: string): string => (text === null ? '' : `<h3 class="${name}">${escapeHtml(text)}</h3>`)

const image: BlockRule = (fields, writer) => {
  const use = imageUse(fields)
  if (!use) return null
  writer.ref('image', use.id)
  writer.text(use.caption)
  writer.part({ part: 'image', image: use })
  return { image: use.id, caption: use.caption, credit: use.credit }
}

const gallery: BlockRule = (fields, writer) => {
  const images = rowsOf(fields, 'images').map(imageUse).filter((use) => use !== null)
  if (images.length === 0) return null
  const title = textOf(fields, 'title')
  writer.text(title)
  for (const use of images) {
    writer.ref('image', use.id)
    writer.text(use.caption)
  }
  writer.part({ part: 'gallery', images, title })
  return { title, images: images.map(({ id, caption, credit }) => ({ image: id, caption, credit })) }
}

const quote: BlockRule = (fields, writer) => {
  const text = textOf(fields, 'text')
  if (text === null) return null
  const source = textOf(fields, 'source')
  const role = textOf(fields, 'role')
  writer.text(text)
  writer.text([source, role].filter(Boolean).join(', '))
  const by = source === null ? '' : `<figcaption class="op-quote-source">${escapeHtml(source)}${role === null ? '' : `<span class="op-quote-role">, ${escapeHtml(role)}</span>`}</figcaption>`
  writer.html(`<figure class="op-quote"><blockquote><p>${linesAsHtml(text)}</p></blockquote>${by}</figure>`)
  return { text, source, role }
}

const factBox: BlockRule = (fields, writer) => {
  const title = textOf(fields, 'title')
  const text = textOf(fields, 'text')
  const rows = rowsOf(fields, 'rows').map((row) => ({ label: textOf(row, 'label') ?? '', value: textOf(row, 'value') ?? '' }))
  writer.text(title)
  writer.text(text)
  for (const { label, value } of rows) writer.text(`${label}: ${value}`)
  const list = rows.length === 0 ? '' : `<dl class="op-facts-list">${rows.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`
  writer.html(`<aside class="op-facts">${heading(title, 'op-facts-title')}${paragraph(text, 'op-facts-text')}${list}</aside>`)
  return { title, text, rows }
}

const table: BlockRule = (fields, writer) => {
  const grid = Array.isArray(fields['rows']) ? (fields['rows'] as unknown[]) : []
  const rows = grid.filter((row): row is unknown[] => Array.isArray(row)).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')))
  if (rows.length === 0) return null
  const caption = textOf(fields, 'caption')
  const firstRowIsHeader = fields['firstRowIsHeader'] !== false && rows.length > 1
  writer.text(caption)
  for (const row of rows) writer.text(row.filter(Boolean).join(' | '))
  const line = (cells: readonly string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${linesAsHtml(cell)}</${tag}>`).join('')}</tr>`
  const [first = [], ...others] = rows
  const head = firstRowIsHeader ? `<thead>${line(first, 'th')}</thead>` : ''
  const body = `<tbody>${(firstRowIsHeader ? others : rows).map((row) => line(row, 'td')).join('')}</tbody>`
  writer.html(`<figure class="op-table"><table>${caption === null ? '' : `<caption>${escapeHtml(caption)}</caption>`}${head}${body}</table></figure>`)
  return { caption, firstRowIsHeader, rows }
}

const products = ({ ids, title, note, single }: { ids: readonly string[]; title: string | null; note: string | null; single: boolean }, writer: BodyWriter): boolean => {
  if (ids.length === 0) return false
  writer.text(title)
  writer.text(note)
  for (const id of ids) writer.ref('product', id)
  writer.part({ part: 'products', ids, title, note, single })
  return true
}

const productCard: BlockRule = (fields, writer) => {
  const product = refOf(fields, 'product')
  const note = textOf(fields, 'note')
  return product !== null && products({ ids: [product], title: null, note, single: true }, writer) ? { product, note } : null
}

const productList: BlockRule = (fields, writer) => {
  const ids = refsOf(fields, 'products')
  const title = textOf(fields, 'title')
  return products({ ids, title, note: null, single: false }, writer) ? { title, products: ids } : null
}

const relatedArticles: BlockRule = (fields, writer) => {
  const ids = refsOf(fields, 'articles')
  if (ids.length === 0) return null
  const title = textOf(fields, 'title')
  for (const id of ids) writer.ref('article', id)
  writer.part({ part: 'articles', ids, title })
  return { title, articles: ids }
}

const documentLink: BlockRule = (fields, writer) => {
  const id = refOf(fields, 'document')
  if (id === null) return null
  const note = textOf(fields, 'note')
  writer.ref('legalDocument', id)
  writer.text(note)
  writer.part({ part: 'document', id, note })
  return { document: id, note }
}

const embed: BlockRule = (fields, writer) => {
  const url = textOf(fields, 'url')
  // The player's address is made from provider and id, never taken from what was typed.
  const found = url === null ? null : parseEmbed(url)
  if (!found || url === null) return null
  const caption = textOf(fields, 'caption')
  writer.text(caption)
  const title = escapeHtml(caption ?? found.provider)
  writer.html(
    `<figure class="op-embed op-embed-${found.provider}"><iframe src="${escapeHtml(found.playerUrl)}" title="${title}" loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe>${caption === null ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`,
  )
  return { url, provider: found.provider, embedId: found.id, playerUrl: found.playerUrl, caption }
}

/** The blocks a text may have, by the slug of the block. What is not here never reaches the public. */
export const blockRules: ReadonlyMap<unknown, BlockRule> = new Map(Object.entries({ image, gallery, quote, factBox, table, productCard, productList, relatedArticles, embed, documentLink }))
