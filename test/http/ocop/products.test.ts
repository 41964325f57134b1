import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { desk, inVietnamese, told } from './desk.ts'

describe('products', () => {
  let server: TestServer
  let curator: Client
  let papers: ReturnType<typeof desk>

  beforeAll(async () => {
    server = await startServer()
    curator = await staff(server).as('curator')
    papers = desk(curator)
  })
  afterAll(() => server.stop())

  it('are published only with what readers need, and all that is missing is said at once', async () => {
    const draft = await curator.post('/products?draft=true', { gtin: '8934563138166', traceUrl: 'javascript:alert(1)', price: { amount: 12.5 } })
    expect(draft.status).toBe(201)
    const { status, fields } = told(await curator.patch(`/products/${draft.body.doc.id}`, { _status: 'published' }, inVietnamese))
    expect(status).toBe(400)
    expect(fields).toMatchObject({
      name: 'Chưa có tên sản phẩm.',
      summary: expect.stringContaining('Chưa có phần tóm tắt'),
      group: 'Chưa chọn nhóm sản phẩm.',
      producer: expect.stringContaining('Chưa chọn chủ thể'),
      gtin: expect.stringContaining('chữ số kiểm tra'),
      traceUrl: expect.stringContaining('https://'),
      'price.amount': 'Giá là số nguyên đồng, không âm.',
    })
  })

  it('belong to a leaf of the classification in force', async () => {
    const leaf = await papers.leaf()
    const herbs = await papers.group({ key: 'group/cu-3', name: 'Thảo dược', level: 'group', classification: '1048-2019' })
    const old = await papers.group({ key: 'leaf/cu-3-22', name: 'Thảo dược khác', level: 'leaf', classification: '1048-2019', parent: herbs.id, mapsTo: [leaf.id] })
    const attempt = async (group: string) => told(await curator.post('/products', { ...(await papers.productData({ group })), _status: 'published' }, inVietnamese)).fields.group
    expect(await attempt(old.id)).toBe('“Thảo dược khác” thuộc phân loại cũ; hãy chọn “Chè tươi, chế biến”.')
    expect(await attempt(leaf.parent)).toBe('“Chè” không phải là phân nhóm: hãy chọn một phân nhóm thuộc nhóm này.')
  })

  it('get a number, a slug and the time of their first publication', async () => {
    const first = await papers.product({ name: 'Đông trùng hạ thảo Minh Trường' })
    const second = await papers.product({ name: 'Đông trùng hạ thảo Minh Trường' })
    expect([first.slug, second.slug]).toEqual(['dong-trung-ha-thao-minh-truong', 'dong-trung-ha-thao-minh-truong-2'])
    expect(second.number).toBeGreaterThan(first.number)
    expect(Math.abs(Date.parse(first.publishedAt) - Date.parse(first.firstPublishedAt))).toBeLessThan(1000)
    const renamed = await curator.patch(`/products/${first.id}`, { slug: 'dong-trung-minh-truong', _status: 'published' })
    expect(renamed.body.doc).toMatchObject({ number: first.number, firstPublishedAt: first.firstPublishedAt, formerSlugs: [expect.objectContaining({ slug: 'dong-trung-ha-thao-minh-truong' })] })
  })

  it('date their price and keep GTINs as digits', async () => {
    await server.setClock('2026-11-24T18:00:00Z')
    const product = await papers.product({ price: { amount: 45000 }, gtin: '893 4563 138165' })
    expect(product).toMatchObject({ price: { amount: 45000, day: '2026-11-25' }, gtin: '8934563138165' })
    await server.setClock(null)
  })

  it('show their certificates and articles beside the form', async () => {
    const product = await papers.product()
    const certificate = await papers.certify({ product: product.id })
    const { body } = await curator.get(`/products/${product.id}?depth=1`)
    expect(body.certificates.docs.map((one: unknown) => (typeof one === 'object' ? (one as { id: string }).id : one))).toEqual([certificate.id])
    expect(body.relatedArticles.docs).toEqual([])
  })

  it('are read by editors, who cannot change them', async () => {
    const product = await papers.product()
    const editor = await staff(server).as('editor')
    expect((await editor.get(`/products/${product.id}`)).status).toBe(200)
    expect((await editor.patch(`/products/${product.id}?draft=true`, { name: 'Tên khác' })).status).toBe(403)
    expect((await editor.post('/certificates', await papers.claim({ product: product.id }))).status).toBe(403)
  })
})
