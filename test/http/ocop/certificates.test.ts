import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { desk, inEnglish, inVietnamese, told } from './desk.ts'

describe('certificates', () => {
  let server: TestServer
  let curator: Client
  let papers: ReturnType<typeof desk>
  let product: string

  beforeAll(async () => {
    server = await startServer()
    curator = await staff(server).as('curator')
    papers = desk(curator)
    product = (await papers.product({ name: 'Miến dong Tài Hoan' })).id
  })
  afterAll(() => server.stop())

  const refused = async (data: Record<string, unknown>, init = inVietnamese) =>
    told(await curator.post('/certificates', await papers.claim({ product, ...data }), init))

  it('are refused with a score outside the band, in the language of the request', async () => {
    expect(await refused({ score: 69.9 })).toEqual({
      status: 400,
      fields: { score: 'Điểm 69,9 nằm ngoài khung điểm hạng 4 sao (từ 70 đến dưới 90 điểm) theo Quyết định 148/QĐ-TTg; mức điểm này ứng với hạng 3 sao.' },
    })
    expect(await refused({ score: 90 }, inEnglish)).toEqual({
      status: 400,
      fields: { score: 'A score of 90 is outside the band for 4 stars (70 to below 90 points) of Decision 148/QĐ-TTg; it is worth 5 stars.' },
    })
  })

  it.each([
    ['stars that are never certified', { stars: 2, score: 40 }, 'stars', '3, 4 hoặc 5 sao'],
    ['a level that the criteria do not allow', { authorityLevel: 'centre' }, 'authorityLevel', 'do cấp tỉnh công nhận'],
    ['a last day before the day of issue', { lastDay: '2024-03-14' }, 'lastDay', 'sớm hơn ngày cấp'],
    ['a term that is too long', { lastDay: '2027-03-16' }, 'lastDay', '36 tháng'],
    ['a day that the calendar does not have', { lastDay: '2026-02-30' }, 'lastDay', 'không phải là một ngày có thật'],
    ['an extension without a reason', { extendedUntil: '2027-06-01' }, 'extensionReason', 'lý do'],
    ['an extension that is too long', { extendedUntil: '2027-12-01', extensionReason: 'Chờ quyết định.' }, 'extendedUntil', '180 ngày'],
    ['criteria that were not yet in force', { criteriaVersion: '26/2026', stars: 4 }, 'criteriaVersion', 'có hiệu lực từ ngày 22/05/2026'],
    ['a withdrawal without its day', { withdrawal: { reason: 'Ngừng sản xuất.' } }, 'withdrawal.day', 'phải ghi ngày'],
    ['a day of issue before the decision', { issuedDay: '2024-03-01' }, 'issuedDay', 'sớm hơn ngày của quyết định'],
  ])('are refused with %s', async (_case, data, field, message) => {
    const { status, fields } = await refused(data)
    expect({ status, at: Object.keys(fields) }).toEqual({ status: 400, at: [field] })
    expect(fields[field]).toContain(message)
  })

  it('want the version of the criteria, and say which were in force', async () => {
    const decision = await papers.decision({ date: '2026-06-01' })
    const { status, fields } = await refused({ decision: decision.id, criteriaVersion: undefined })
    expect(status).toBe(400)
    expect(fields.criteriaVersion).toContain('148+1489/2025')
    expect(fields.criteriaVersion).toContain('26/2026')
  })

  it('take the authority from the decision, as issued', async () => {
    const decision = await papers.decision({ issuer: 'UBND huyện Na Rì', level: 'district' })
    const certificate = await papers.certify({ product, stars: 3, score: 55, decision: decision.id })
    expect(certificate).toMatchObject({ authorityLevel: 'district', authorityName: 'UBND huyện Na Rì', title: `3 sao · Miến dong Tài Hoan · ${decision.number} (15/03/2024)` })
  })

  it('let the last day follow the day of issue as long as nobody stated another', async () => {
    const certificate = await papers.certify({ product })
    const moved = await curator.patch(`/certificates/${certificate.id}`, { issuedDay: '2024-03-20', lastDay: '2027-03-15' })
    expect(moved.body.doc).toMatchObject({ issuedDay: '2024-03-20', lastDay: '2027-03-20' })
    await curator.patch(`/certificates/${certificate.id}`, { lastDay: '2026-12-31' })
    const kept = await curator.patch(`/certificates/${certificate.id}`, { issuedDay: '2024-03-25' })
    expect(kept.body.doc).toMatchObject({ issuedDay: '2024-03-25', lastDay: '2026-12-31' })
  })

  it('supersede an older one of the same product only', async () => {
    const other = await papers.product()
    const ofOther = await papers.certify({ product: other.id })
    expect((await refused({ supersedes: ofOther.id })).fields.supersedes).toContain('cùng sản phẩm')

    const late = await papers.decision({ date: '2026-08-03' })
    const younger = await papers.certify({ product, criteriaVersion: '26/2026', decision: late.id })
    expect((await refused({ supersedes: younger.id })).fields.issuedDay).toContain('không thể thay cho giấy cấp sau đó')

    const { fields } = told(await curator.patch(`/certificates/${younger.id}`, { supersedes: younger.id }, inVietnamese))
    expect(fields.supersedes).toBe('Giấy chứng nhận không thể thay cho chính nó.')
  })

  it('are given once by one decision', async () => {
    const decision = await papers.decision()
    await papers.certify({ product, decision: decision.id })
    const { status, fields } = await refused({ decision: decision.id })
    expect(status).toBe(400)
    expect(fields.decision).toContain('đã có giấy chứng nhận theo quyết định đó')
  })

  it('keep their decision from being deleted', async () => {
    const decision = await papers.decision()
    await papers.certify({ product, decision: decision.id })
    const { status, body } = await curator.delete(`/legal-documents/${decision.id}`, inVietnamese)
    expect(status).toBe(409)
    expect(body.errors[0].message).toContain(decision.number)
  })

  it('are renamed with their product and their decision', async () => {
    const renamed = await papers.product({ name: 'Chè Bằng Phúc' })
    const decision = await papers.decision({ number: '900/QĐ-UBND' })
    const certificate = await papers.certify({ product: renamed.id, decision: decision.id })
    await curator.patch(`/products/${renamed.id}`, { name: 'Chè shan tuyết Bằng Phúc', _status: 'published' })
    await curator.patch(`/legal-documents/${decision.id}`, { number: '901/QĐ-UBND' })
    const { body } = await curator.get(`/certificates/${certificate.id}`)
    expect(body.title).toBe('4 sao · Chè shan tuyết Bằng Phúc · 901/QĐ-UBND (15/03/2024)')
  })

  it('are found by staff who type without accents', async () => {
    const { body } = await curator.get('/certificates?where[searchFolded][like]=mien dong tai hoan')
    expect(body.totalDocs).toBeGreaterThan(0)
  })
})
