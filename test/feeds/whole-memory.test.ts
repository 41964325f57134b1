import { afterAll, beforeAll, expect, it } from '@jest/globals'
import Database from 'libsql'
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { idOf, makeSamples, product, richText } from '../http/access/samples.ts'
import { onlyOn } from '../support/database.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { staff } from '../support/staff.ts'

const MB = 1024 * 1024
const paragraph = 'Sản phẩm làm từ củ dong riềng trồng trên nương, sợi dai, không phẩm màu. '.repeat(12)

/** Copies the one published product until there are so many, as the store writes them. */
const multiply = (databaseUrl: string, count: number): void => {
  const db = new Database(databaseUrl.slice('file:'.length))
  const columns = (table: string) => (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(({ name }) => name)
  const copied = columns('published').map((name) => ({ id: "'product:copy-' || value", doc_id: "'copy-' || value", slug: "'copy-' || value", number: '100000 + value', sort_key: "sort_key || printf('%06d', value)", seq: 'NULL' })[name] ?? name)
  const facets = columns('published_facets').map((name) => ({ doc_id: "'copy-' || value", sort_key: "sort_key || printf('%06d', value)" })[name] ?? name)
  const present = (db.prepare("SELECT count(*) AS n FROM published WHERE kind = 'product'").get() as { n: number }).n
  db.exec(`BEGIN;
    WITH RECURSIVE counter(value) AS (SELECT ${present} UNION ALL SELECT value + 1 FROM counter WHERE value < ${count - 1})
    INSERT INTO published (${columns('published').join(', ')}) SELECT ${copied.join(', ')} FROM published, counter WHERE kind = 'product' AND doc_id NOT LIKE 'copy-%';
    WITH RECURSIVE counter(value) AS (SELECT ${present} UNION ALL SELECT value + 1 FROM counter WHERE value < ${count - 1})
    INSERT INTO published_facets (${columns('published_facets').join(', ')}) SELECT ${facets.join(', ')} FROM published_facets, counter WHERE kind = 'product' AND doc_id NOT LIKE 'copy-%';
  COMMIT`)
  db.close()
}

/** What the process takes more at most, in bytes, while the files are written for the first time. The readers' search, which holds every product, is there before. */
const peakOf = async (on: Pick<TestServer, 'dataDir' | 'databaseUrl'>): Promise<{ peak: number; rows: number; text: number }> => {
  const server = await startServer({ on })
  const status = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) * 1024
  while ((await server.fetch('/v1/search?q=mien')).status !== 200) await sleep(100)
  await server.fetch('/feeds/products.json')
  // The start took more; Linux counts its highest anew from here.
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5')
  const before = status('VmRSS')
  const csv = await (await server.fetch('/feeds/products.csv')).text()
  const xml = await (await server.fetch('/feeds/products.xml')).text()
  const peak = status('VmHWM') - before
  await server.stop({ keep: true })
  return { peak, rows: csv.split('\r\n').length - 2, text: xml.length }
}

let made: TestServer

onlyOn('sqlite')('the files of a long feed', () => {
  beforeAll(async () => {
    made = await startServer()
    const admin = await staff(made).as('administrator')
    const samples = await makeSamples(admin)
    idOf(await admin.post('/products', product(samples, { description: richText(paragraph, paragraph), images: [{ image: samples.media }], price: { amount: 45_000, day: '2026-01-01' }, purchaseLinks: [{ label: 'Sàn', url: 'https://ban.test/x' }], _status: 'published' })))
    await made.stop({ keep: true })
  }, 120_000)
  afterAll(() => made?.kill().catch(() => undefined))

  it('take hardly more memory for ten thousand products than for a thousand', async () => {
    multiply(made.databaseUrl, 1_000)
    const few = await peakOf(made)
    multiply(made.databaseUrl, 10_000)
    const many = await peakOf(made)
    expect([few.rows, many.rows]).toEqual([1_000, 10_000])
    expect(many.text).toBeGreaterThan(few.text * 8)
    console.log(`${Math.round(few.peak / MB)} MB more at 1,000 products, ${Math.round(many.peak / MB)} MB at 10,000`)
    expect(many.peak - few.peak).toBeLessThanOrEqual(32 * MB)
  }, 180_000)
})
