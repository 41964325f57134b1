import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { isOutdated, republish } from '../../../src/published/republish.ts'
import { createAnswers } from '../../../src/published/answer/answers.ts'
import { moment } from '../../../src/published/moment.ts'
import { change, make, type Opened, openPayload } from './open-payload.ts'
import { richText } from '../access/samples.ts'
import { openRows, type Rows } from './rows.ts'
import { rowFor } from './rows-for.ts'

const nowhere = '0123456789abcdef01234567'
let opened: Opened
let rows: Rows
const ids: Record<string, string> = {}

beforeAll(async () => {
  opened = await openPayload()
  rows = await openRows(opened.url)
  const { payload } = opened
  const category = (await make(payload, 'categories', { name: 'Kinh tế' })).id
  const author = (await make(payload, 'authors', { name: 'Hồng Ánh' })).id
  const unit = (await make(payload, 'administrative-units', { name: 'Thái Nguyên', level: 'province', kind: 'province', code: '19', validFrom: '2025-07-01' })).id
  const group = await (async () => {
    const top = await make(payload, 'product-groups', { key: 'g', name: 'Thực phẩm', level: 'group', classification: '26-2026', order: 1 })
    const set = await make(payload, 'product-groups', { key: 's', name: 'Chè', level: 'set', classification: '26-2026', order: 1, parent: top.id })
    return (await make(payload, 'product-groups', { key: 'l', name: 'Chè tươi', level: 'leaf', classification: '26-2026', order: 1, parent: set.id })).id
  })()
  const producer = (await make(payload, 'producers', { name: 'HTX Chè', kind: 'cooperative', unit })).id
  const decision = (await make(payload, 'legal-documents', { number: '12/QĐ-UBND', issuer: 'UBND tỉnh Thái Nguyên', level: 'province', date: '2026-06-30', title: 'Công nhận' })).id
  const product = (await make(payload, 'products', { name: 'Chè xanh', summary: 'Chè ngon.', group, producer, unit, _status: 'published', description: richText('Chè hái tay.') })).id
  await make(payload, 'certificates', { product, decision, criteriaVersion: '26/2026', kind: 'new', stars: 4, score: 80, authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên' })
  const text = { lead: 'Mở đầu.', category, genre: 'news', bylines: [{ author, role: 'text' }], body: richText('Một đoạn.'), products: [product], legalDocuments: [decision], provinces: [unit] }
  const sharp = (await import('sharp')).default
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#286e3c' } }).png().toBuffer()
  const cover = (await make(payload, 'media', { alt: 'Đồi chè' }, { file: { data: picture, mimetype: 'image/png', name: 'doi-che.png', size: picture.length } })).id
  const write = (title: string, more: Record<string, unknown> = {}) => make(payload, 'articles', { title, cover, ...text, _status: 'published', ...more })
  ids['public'] = (await write('Đang đăng')).id
  ids['scheduled'] = (await write('Hẹn giờ', { publishedAt: '2999-01-01T00:00:00.000Z' })).id
  ids['draft'] = (await write('Nháp', { _status: 'draft' })).id
  ids['unpublished'] = (await write('Đã gỡ xuống')).id
  await change(payload, 'articles', ids['unpublished'], { _status: 'draft' })
  ids['retracted'] = (await write('Đã rút')).id
  await change(payload, 'articles', ids['retracted'], { retraction: { at: '2026-01-01T00:00:00.000Z', reason: 'legal' }, _status: 'published' })
  ids['edited'] = (await write('Có bản nháp mới')).id
  await change(payload, 'articles', ids['edited'], { title: 'Bản nháp' }, { draft: true })
  ids['deleted'] = (await write('Đã xóa')).id
  await payload.delete({ collection: 'articles', id: ids['deleted'] } as never)
  await payload.updateGlobal({ slug: 'site-settings', data: { siteName: 'Báo' } } as never)
  await payload.updateGlobal({ slug: 'navigation', data: { header: [{ label: 'Kinh tế', kind: 'category', category }] } } as never)
  await payload.updateGlobal({ slug: 'home-page', data: { slots: [{ position: 'list', mode: 'automatic', count: 3 }] } } as never)
}, 120_000)
afterAll(async () => {
  await rows?.close()
  await opened?.close()
})

/** Everything a public answer of each visible row says. */
const answersOf = async (): Promise<string> => {
  const answers = createAnswers({ store: opened.store, moment: moment(), siteUrl: 'https://bao.test', origin: 'https://api.test' })
  const said: unknown[] = []
  for (const { id } of await rows.all()) {
    const [kind, docId] = id.split(':') as [never, string]
    const one = await answers.loadOne({ kind, id: docId })
    if (!one) continue
    for (const name of Object.keys(one.fields)) {
      const value = await answers.field(one, name)
      said.push([id, name, JSON.stringify(value, (key, inner) => (key === 'fields' || key === 'row' ? undefined : inner))])
    }
  }
  return JSON.stringify(said)
}

describe('a rebuild of the store', () => {
  it('leaves every row, every number and every answer byte for byte as they were', async () => {
    const [before, said] = [await rows.all(), await answersOf()]
    expect(before.length).toBeGreaterThan(15)
    const result = await republish({ payload: opened.payload })
    expect(result).toEqual({ rewritten: 0, withdrawn: 0, untouched: before.length })
    expect(await rows.all()).toEqual(before)
    expect(await answersOf()).toBe(said)
    expect(said).toContain('https://bao.test/dang-dang-')
  })

  it('repairs a row that says something wrong, and withdraws one whose document is gone', async () => {
    const good = await rows.row('article', ids['public'] as string)
    await inTransaction({ payload: opened.payload, work: async (req) => {
      await opened.store.put({ req, row: rowFor({ id: ids['public'] as string, data: '{"title":"Sai"}' }) })
      await opened.store.put({ req, row: rowFor({ id: ids['draft'] as string, data: '{"title":"Lộ"}' }) })
      await opened.store.put({ req, row: rowFor({ id: nowhere }) })
    } })
    const result = await republish({ payload: opened.payload })
    expect(result).toMatchObject({ rewritten: 1, withdrawn: 2 })
    expect(await rows.row('article', ids['public'] as string)).toMatchObject({ hash: good?.hash, data: { title: 'Đang đăng' } })
    expect(await rows.row('article', ids['draft'] as string)).toMatchObject({ visible_from: null, data: {} })
    expect(await rows.row('article', nowhere)).toMatchObject({ visible_from: null, data: {} })
  })

  it('keeps tombstones', async () => {
    for (const name of ['deleted', 'unpublished', 'draft']) expect(await rows.row('article', ids[name] as string)).toMatchObject({ visible_from: null, slug: null })
    expect(await rows.row('article', ids['retracted'] as string)).toMatchObject({ gone: 'LEGAL' })
  })

  it('is remembered, so that the next start does not do it again', async () => {
    expect(await isOutdated(opened.payload)).toBe(false)
    await opened.payload.kv.set('published-projection-version', { version: 0 })
    expect(await isOutdated(opened.payload)).toBe(true)
  })
})
