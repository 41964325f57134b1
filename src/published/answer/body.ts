import { type BodyPart, escapeHtml, type ImageUse, linesAsHtml } from '../../../collections/shared/public-body-parts.ts'
import type { Answerable, Answers } from './answers.ts'

type Part = Exclude<BodyPart, string>
type Printer<P extends Part['part']> = (part: Extract<Part, { part: P }>, answers: Answers) => Promise<string>

/** What a picture in the text fills at most: the width of the column. */
const SIZES = '(min-width: 720px) 720px, 100vw'

const field = async (answers: Answers, of: Answerable, name: string): Promise<string> => String((await answers.field(of, name)) ?? '')

const urlOf = async (answers: Answers, of: Answerable): Promise<string> => escapeHtml(await field(answers, of, 'url'))

const picture = async (answers: Answers, image: Answerable, sizes: string): Promise<string> => {
  const [url, srcset] = await Promise.all([urlOf(answers, image), field(answers, image, 'srcset')])
  const { width, height, alt } = image.data
  return `<img src="${url}" srcset="${escapeHtml(srcset)}" sizes="${sizes}" width="${Number(width)}" height="${Number(height)}" alt="${escapeHtml(String(alt ?? ''))}" loading="lazy" decoding="async">`
}

const figure = async (answers: Answers, use: ImageUse): Promise<string> => {
  const image = await answers.loadOne({ kind: 'image', id: use.id })
  if (!image) return ''
  const caption = use.caption ?? (image.data['caption'] as string | null)
  const credit = use.credit ?? (image.data['credit'] as string | null)
  const said = [caption === null ? '' : `<span class="op-caption">${linesAsHtml(caption)}</span>`, credit === null ? '' : `<span class="op-credit">${escapeHtml(credit)}</span>`].filter(Boolean).join(' ')
  return `<figure class="op-figure">${await picture(answers, image, SIZES)}${said === '' ? '' : `<figcaption>${said}</figcaption>`}</figure>`
}

const productItem = async (answers: Answers, product: Answerable): Promise<string> => {
  const [url, image, certification] = await Promise.all([urlOf(answers, product), answers.field(product, 'image'), answers.field(product, 'certification')])
  const { stars } = (certification as Answerable).data as { stars: number | null }
  const shown = image ? await picture(answers, image as Answerable, '160px') : ''
  const mark = stars === null ? '' : ` <span class="op-stars" data-stars="${stars}">OCOP ${stars} sao</span>`
  return `<a class="op-product" href="${url}">${shown}<span class="op-product-name">${escapeHtml(String(product.data['name']))}</span>${mark}</a>`
}

const heading = (title: string | null): string => (title === null ? '' : `<h3 class="op-box-title">${escapeHtml(title)}</h3>`)
const note = (text: string | null): string => (text === null ? '' : `<p class="op-note">${escapeHtml(text)}</p>`)

const printers: { [P in Part['part']]: Printer<P> } = {
  link: async ({ kind, id, html, newTab }, answers) => {
    const target = await answers.loadOne({ kind, id })
    return target ? `<a href="${await urlOf(answers, target)}"${newTab ? ' target="_blank" rel="noopener"' : ''}>${html}</a>` : html
  },
  image: ({ image }, answers) => figure(answers, image),
  gallery: async ({ images, title }, answers) => {
    const figures = (await Promise.all(images.map((use) => figure(answers, use)))).filter(Boolean)
    return figures.length === 0 ? '' : `<section class="op-gallery">${heading(title)}${figures.join('')}</section>`
  },
  products: async ({ ids, title, note: said, single }, answers) => {
    const products = await answers.load(ids.map((id) => ({ kind: 'product', id })))
    const items = await Promise.all(products.map((product) => productItem(answers, product)))
    if (items.length === 0) return ''
    return single
      ? `<aside class="op-product-card">${items.join('')}${note(said)}</aside>`
      : `<section class="op-product-list">${heading(title)}<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></section>`
  },
  articles: async ({ ids, title }, answers) => {
    const articles = await answers.load(ids.map((id) => ({ kind: 'article', id })))
    const items = await Promise.all(articles.map(async (article) => `<li><a href="${await urlOf(answers, article)}">${escapeHtml(String(article.data['title']))}</a></li>`))
    return items.length === 0 ? '' : `<aside class="op-related">${heading(title)}<ul>${items.join('')}</ul></aside>`
  },
  document: async ({ id, note: said }, answers) => {
    const document = await answers.loadOne({ kind: 'legalDocument', id })
    if (!document) return ''
    const { number, title } = document.data
    return `<aside class="op-document"><a href="${await urlOf(answers, document)}"><span class="op-document-number">${escapeHtml(String(number))}</span> ${escapeHtml(String(title))}</a>${note(said)}</aside>`
  },
}

const print = <P extends Part['part']>(part: Extract<Part, { part: P }>, answers: Answers): Promise<string> => (printers[part.part as P])(part, answers)

/** The HTML of a text with its embedded rows as they are now: each with its present title, address and stars, none that is not visible. */
export const printBody = async ({ answers, subject }: { answers: Answers; subject: Answerable }): Promise<string> => {
  const parts = (subject.data['_parts'] ?? []) as BodyPart[]
  return (await Promise.all(parts.map((part) => (typeof part === 'string' ? part : print(part, answers))))).join('')
}
