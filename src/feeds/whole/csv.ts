import Papa from 'papaparse'
import type { FeedItem } from '../feed-item.ts'

type Cell = string | number | null

// A cell that begins so is a formula to spreadsheets (OWASP ASVS 5.0, 1.2.10).
const FORMULA = /^[=+\-@\t\r\u0000]/

/** A text that no spreadsheet takes for a formula: a quote stands before what would begin one. */
export const neutralised = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const text = (value: string | null | undefined): Cell => (value === null || value === undefined ? null : neutralised(value))

/** The columns of every CSV, in their order; new ones are added at the end only. Those without a fitting value are empty. */
const columns: readonly (readonly [name: string, value: (item: FeedItem) => Cell])[] = [
  ['kind', ({ kind }) => kind],
  ['id', ({ id }) => text(id)],
  ['title', ({ title }) => text(title)],
  ['summary', ({ summary }) => text(summary)],
  ['url', ({ url }) => text(url)],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['image_url', ({ images }) => text(images[0]?.url)],
  ['categories', ({ categories }) => text(categories.join('; ') || null)],
  ['authors', ({ authors }) => text(authors.join('; ') || null)],
  ['stars', ({ product }) => product?.certification.stars ?? null],
  ['stars_through', ({ product }) => product?.certification.through ?? null],
  ['certification', ({ product }) => product?.certification.status ?? null],
  ['producer', ({ product }) => text(product?.producer)],
  ['place', ({ product }) => text(product?.place)],
  ['province', ({ product }) => text(product?.province)],
  ['group', ({ product }) => text(product?.group)],
  ['price_vnd', ({ product }) => product?.price ?? null],
  ['purchase_url', ({ product }) => text(product?.purchaseUrl)],
  ['availability', ({ product }) => text(product?.availability)],
  ['brand', ({ product }) => text(product?.brand)],
  ['gtin', ({ product }) => text(product?.gtin)],
  ['product_code', ({ product }) => text(product?.productCode)],
  ['genre', ({ article }) => text(article?.genre)],
]

const line = (cells: readonly Cell[]): string => `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`

/** What comes before the rows: the mark by which Excel knows UTF-8, and the names of the columns. */
export const csvHead = (): string => `\uFEFF${line(columns.map(([name]) => name))}`

/** One item as a row (RFC 4180). */
export const csvRow = (item: FeedItem): string => line(columns.map(([, value]) => value(item)))
