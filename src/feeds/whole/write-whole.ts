import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { feedFieldNames, PAGE_MAX, type Feed } from '../feed.ts'
import type { FeedItem } from '../feed-item.ts'
import { type FeedReading, readFeed, readSite } from '../read-feed.ts'
import { csvHead, csvRow } from './csv.ts'
import { type Exclusion, exclusions, exclusionsOf, MERCHANT_END, merchantHead, merchantItem } from './merchant.ts'

/** The formats that hold a feed as a whole, however long it is. */
export const wholeFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present' },
  xml: { mediaType: 'application/xml; charset=utf-8' },
  report: { mediaType: 'application/json; charset=utf-8' },
} as const

export type WholeFormat = keyof typeof wholeFormats

interface Printer {
  head: string
  row: (item: FeedItem) => string
  end: () => string
}

const csv = (): Printer => ({ head: csvHead(), row: csvRow, end: () => '' })

const merchant = async ({ feed, reading }: { feed: Feed; reading: FeedReading }): Promise<Printer> => {
  const first = `${reading.origin}/feeds/${encodeURIComponent(feed.slug)}.xml`
  return {
    head: merchantHead({ feed, site: await readSite(reading), first }),
    row: (item) => (exclusionsOf(item).length > 0 ? '' : merchantItem({ item, link: feed.linkTemplate === null ? (item.product?.purchaseUrl ?? item.url) : item.url })),
    end: () => MERCHANT_END,
  }
}

/** What is left out of the Google Merchant feed, and why. */
const report = ({ feed }: { feed: Feed }): Printer => {
  let [entered, excluded] = [0, 0]
  const reasons = (codes: readonly Exclusion[]) => codes.map((code) => ({ code, ...exclusions[code] }))
  return {
    head: `{"feed":${JSON.stringify(feed.slug)},"excluded":[`,
    row: (item) => {
      const codes = exclusionsOf(item)
      if (codes.length === 0) entered += 1
      if (codes.length === 0 || item.kind !== 'product') return ''
      excluded += 1
      return `${excluded === 1 ? '' : ','}\n${JSON.stringify({ id: item.id, title: item.title, url: item.url, reasons: reasons(codes) })}`
    },
    end: () => `\n],"entered":${entered},"excludedCount":${excluded}}\n`,
  }
}

const printers: Readonly<Record<WholeFormat, (given: { feed: Feed; reading: FeedReading }) => Printer | Promise<Printer>>> = { csv, xml: merchant, report }

/** What a format needs of each item. The text is long and only the Merchant feed shows it. */
const fieldsFor = (format: WholeFormat, { fields }: Feed): Feed['fields'] => (format === 'csv' ? fields.filter((field) => field !== 'content') : feedFieldNames)

/** Waits while the disk takes what was written. */
const written = (stream: NodeJS.WritableStream, text: string): Promise<void> | void => {
  if (text !== '' && !stream.write(text)) return new Promise((done) => stream.once('drain', () => done()))
}

/**
 * Writes a feed as a whole into a file, row by row: a page of items is all that stands in memory. The file is there once it is finished, or not at
 * all. Gives its size in bytes and the hash of its content.
 */
export const writeWhole = async ({ feed, format, file, reading }: { feed: Feed; format: WholeFormat; file: string; reading: FeedReading }): Promise<{ size: number; hash: string }> => {
  await mkdir(dirname(file), { recursive: true })
  const part = `${file}.part`
  const stream = createWriteStream(part)
  const hash = createHash('sha256')
  let size = 0
  const put = (text: string) => {
    hash.update(text)
    size += Buffer.byteLength(text)
    return written(stream, text)
  }
  try {
    const shown: Feed = { ...feed, fields: fieldsFor(format, feed) }
    const printer = await printers[format]({ feed: shown, reading })
    await put(printer.head)
    for (let after: string | null = null; ;) {
      const { items, next }: { items: FeedItem[]; next: string | null } = await readFeed({ ...reading, plain: true, feed: shown, after, first: PAGE_MAX })
      await put(items.map(printer.row).join(''))
      if (next === null) break
      after = next
    }
    await put(printer.end())
    stream.end()
    await finished(stream)
    await rename(part, file)
    return { size, hash: hash.digest('base64url').slice(0, 27) }
  } catch (error) {
    stream.destroy()
    await rm(part, { force: true })
    throw error
  }
}
