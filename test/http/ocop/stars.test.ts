import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { desk, told } from './desk.ts'

const none = { stars: null, through: null, changeOn: null }

describe('stars of a product', () => {
  let server: TestServer
  let curator: Client
  let papers: ReturnType<typeof desk>

  beforeAll(async () => {
    server = await startServer()
    curator = await staff(server).as('curator')
    papers = desk(curator)
  })
  afterAll(() => server.stop())
  beforeEach(() => server.setClock('2026-11-24T03:00:00Z'))

  it('follow a certificate when it is added, changed and deleted', async () => {
    const product = await papers.product()
    expect(await papers.starsOf(product.id)).toEqual(none)

    const certificate = await papers.certify({ product: product.id })
    expect(certificate).toMatchObject({ issuedDay: '2024-03-15', lastDay: '2027-03-15', authorityLevel: 'province', authorityName: 'UBND tỉnh Bắc Kạn' })
    expect(await papers.starsOf(product.id)).toEqual({ stars: 4, through: '2027-03-15', changeOn: '2027-03-16' })

    const { status } = await curator.patch(`/certificates/${certificate.id}`, { lastDay: '2026-12-31' })
    expect(status).toBe(200)
    expect(await papers.starsOf(product.id)).toEqual({ stars: 4, through: '2026-12-31', changeOn: '2027-01-01' })

    expect((await curator.delete(`/certificates/${certificate.id}`)).status).toBe(200)
    expect(await papers.starsOf(product.id)).toEqual(none)
  })

  it('are those of the best certificate in force; an expired one gives none', async () => {
    const product = await papers.product()
    const old = await papers.decision({ number: '386/QĐ-UBND', date: '2021-03-19' })
    await papers.certify({ product: product.id, stars: 4, score: 75, criteriaVersion: '1048/2019', decision: old.id })
    expect(await papers.starsOf(product.id)).toEqual(none)

    const again = await papers.decision({ issuer: 'UBND huyện Ba Bể', level: 'district', date: '2024-05-02' })
    await papers.certify({ product: product.id, stars: 3, score: 60, kind: 're-recognised', decision: again.id })
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 3, through: '2027-05-02' })

    await papers.certify({ product: product.id, stars: 4, kind: 'upgraded' })
    expect(await papers.starsOf(product.id)).toEqual({ stars: 4, through: '2027-03-15', changeOn: '2027-03-16' })
  })

  it('are gone on the day of a withdrawal', async () => {
    const product = await papers.product()
    const certificate = await papers.certify({ product: product.id })
    const withdrawal = await papers.decision({ number: '77/QĐ-UBND', date: '2026-12-01', title: 'Thu hồi giấy chứng nhận' })

    await curator.patch(`/certificates/${certificate.id}`, { withdrawal: { decision: withdrawal.id, reason: 'Dùng sai nhãn hiệu OCOP.' } })
    expect(await papers.starsOf(product.id)).toEqual({ stars: 4, through: '2026-11-30', changeOn: '2026-12-01' })

    const { body } = await curator.patch(`/certificates/${certificate.id}`, { withdrawal: { day: '2026-11-24' } })
    expect(body.doc.withdrawal).toMatchObject({ day: '2026-11-24', decision: withdrawal.id, reason: 'Dùng sai nhãn hiệu OCOP.' })
    expect(await papers.starsOf(product.id)).toEqual(none)
  })

  it('move with a certificate to another product', async () => {
    const [from, to] = [await papers.product(), await papers.product()]
    const certificate = await papers.certify({ product: from.id })
    await curator.patch(`/certificates/${certificate.id}`, { product: to.id })
    expect(await papers.starsOf(from.id)).toEqual(none)
    expect(await papers.starsOf(to.id)).toMatchObject({ stars: 4 })
  })

  it('are read off the day that it is in Hanoi', async () => {
    const product = await papers.product()
    const certificate = await papers.certify({ product: product.id, lastDay: '2026-11-24' })
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 4, through: '2026-11-24' })
    await server.setClock('2026-11-24T17:30:00Z')
    await curator.patch(`/certificates/${certificate.id}`, { score: 83 })
    expect(await papers.starsOf(product.id)).toEqual(none)
  })

  it('are never taken from a person, a restored version or a duplicate', async () => {
    const data = await papers.productData()
    const { body: { doc: product } } = await curator.post('/products', { ...data, _status: 'published', stars: 5, starsThrough: '2099-01-01', starsChangeOn: '2099-01-02' })
    expect(await papers.starsOf(product.id)).toEqual(none)
    await curator.patch(`/products/${product.id}`, { stars: 5, starsThrough: '2099-01-01', _status: 'published' })
    expect(await papers.starsOf(product.id)).toEqual(none)

    const certificate = await papers.certify({ product: product.id })
    await curator.patch(`/products/${product.id}`, { netWeight: '200 g', _status: 'published' })
    const { body: { docs: [withStars] } } = await curator.get(`/products/versions?where[parent][equals]=${product.id}&sort=-updatedAt&limit=1`)
    expect(withStars.version).toMatchObject({ netWeight: '200 g', stars: 4 })
    const { body: { doc: copy } } = await curator.post(`/products/${product.id}/duplicate`, { name: 'Bản sao' })
    expect(copy.stars ?? null).toBeNull()

    await curator.delete(`/certificates/${certificate.id}`)
    const restored = await curator.post(`/products/versions/${withStars.id}`)
    expect(restored.status).toBe(200)
    expect(await papers.starsOf(product.id)).toEqual(none)
  })

  it('reach a product and its newest draft without publishing the draft', async () => {
    const product = await papers.product({ name: 'Trà hoa vàng' })
    const draft = await curator.patch(`/products/${product.id}?draft=true`, { name: 'Trà hoa vàng Ba Bể', images: [], purchaseLinks: [{ label: 'Sàn', url: 'https://san.example.vn/tra' }], standards: ['haccp', 'vietgap'] })
    expect(draft.status).toBe(200)

    await papers.certify({ product: product.id })
    const { body: main } = await curator.get(`/products/${product.id}?draft=false`)
    const { body: latest } = await curator.get(`/products/${product.id}?draft=true`)
    expect(main).toMatchObject({ name: 'Trà hoa vàng', _status: 'published', stars: 4, starsThrough: '2027-03-15', purchaseLinks: [] })
    expect(latest).toMatchObject({ name: 'Trà hoa vàng Ba Bể', _status: 'draft', stars: 4, starsThrough: '2027-03-15', standards: ['haccp', 'vietgap'] })
    expect(latest.purchaseLinks).toEqual([expect.objectContaining({ label: 'Sàn', url: 'https://san.example.vn/tra' })])
    const { body: versions } = await curator.get(`/products/versions?where[parent][equals]=${product.id}`)
    expect(versions.totalDocs).toBe(2)
    expect(versions.docs.map(({ version }: { version: { updatedAt: string } }) => version.updatedAt)).toContain(draft.body.doc.updatedAt)

    await curator.patch(`/products/${product.id}`, { _status: 'published' })
    expect((await curator.get(`/products/${product.id}`)).body).toMatchObject({ name: 'Trà hoa vàng Ba Bể', _status: 'published', stars: 4, starsThrough: '2027-03-15' })
  })

  it('reach a product that was never published, and leave it a draft', async () => {
    const { body: { doc: product } } = await curator.post('/products?draft=true', { name: 'Chưa công bố' })
    await papers.certify({ product: product.id })
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 4 })
    expect((await curator.get(`/products/${product.id}`)).body._status).toBe('draft')
  })

  it('are right after many certificates are written at once', async () => {
    const product = await papers.product()
    const claims = await Promise.all([3, 4, 3, 4, 3, 3, 3, 4].map(async (stars) => {
      const decision = await papers.decision(stars === 3 ? { issuer: 'UBND huyện Na Rì', level: 'district' } : {})
      return papers.claim({ product: product.id, stars, score: stars === 3 ? 60 : 80, decision: decision.id })
    }))
    const answers = await Promise.all(claims.map((claim) => curator.post('/certificates', claim)))
    expect(answers.map(({ status }) => status)).toEqual(claims.map(() => 201))
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 4 })
    const fours = answers.filter(({ body }) => body.doc.stars === 4)
    await Promise.all(fours.map(({ body }) => curator.delete(`/certificates/${body.doc.id}`)))
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 3 })
  })

  it('stay as they were when a certificate is refused', async () => {
    const product = await papers.product()
    await papers.certify({ product: product.id })
    const refused = await curator.post('/certificates', await papers.claim({ product: product.id, stars: 5, score: 80 }))
    expect(told(refused).status).toBe(400)
    expect(await papers.starsOf(product.id)).toMatchObject({ stars: 4 })
  })

  it('keep a product with certificates from being deleted', async () => {
    const product = await papers.product()
    await papers.certify({ product: product.id })
    const { status, body } = await curator.delete(`/products/${product.id}`)
    expect(status).toBe(409)
    expect(body.errors[0].message).toContain('4 sao')
  })
})
