import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { desk, inEnglish, inVietnamese, told } from './desk.ts'

describe('reference data of the OCOP desk', () => {
  let server: TestServer
  let curator: Client
  let papers: ReturnType<typeof desk>

  beforeAll(async () => {
    server = await startServer()
    curator = await staff(server).as('curator')
    papers = desk(curator)
  })
  afterAll(() => server.stop())

  describe('legal documents', () => {
    it('are recorded once, however number and issuer are written', async () => {
      await papers.decision({ number: '23/QĐ-UBND', issuer: 'UBND tỉnh Thanh Hóa', date: '2026-01-16', title: 'Công nhận đợt 1' })
      const again = { number: ' Số: 23 / QĐ–UBND', issuer: 'Uỷ ban nhân dân tỉnh Thanh Hoá', level: 'province', date: '2026-01-16', title: 'Công nhận' }
      expect(told(await curator.post('/legal-documents', again, inVietnamese))).toEqual({
        status: 400,
        fields: { number: 'Văn bản này đã có: Quyết định số 23/QĐ-UBND ngày 16/01/2026 của UBND tỉnh Thanh Hóa (“Công nhận đợt 1”). Hãy dùng bản ghi đó thay vì tạo thêm.' },
      })
      expect(told(await curator.post('/legal-documents', again, inEnglish)).fields.number).toMatch(/^This document is on record already/)
    })

    it('may have the number of another year or another issuer', async () => {
      const one = await papers.decision({ number: '148/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', level: 'national', date: '2023-02-24' })
      const other = await papers.decision({ number: '148/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', level: 'national', date: '2025-01-16' })
      expect([one.slug, other.slug]).toEqual(['148-qd-ttg-2023-02-24', '148-qd-ttg-2025-01-16'])
      const sameDay = await papers.decision({ number: '148/QĐ-TTg', issuer: 'UBND tỉnh Bắc Kạn', date: '2025-01-16' })
      expect(sameDay.slug).toBe('148-qd-ttg-2025-01-16-2')
    })

    it('tell their type by their number, or ask for it', async () => {
      const plan = { number: '115/KH-UBND', issuer: 'UBND thành phố Huế', level: 'province', date: '2026-02-03', title: 'Kế hoạch' }
      expect((await curator.post('/legal-documents', plan)).body.doc).toMatchObject({ type: 'plan', citation: 'Kế hoạch số 115/KH-UBND ngày 03/02/2026 của UBND thành phố Huế' })
      expect(told(await curator.post('/legal-documents', { ...plan, number: '126/2025/QH15' }, inVietnamese)).fields.type).toContain('không cho biết loại văn bản')
    })

    it('are recorded once when two people save at the same moment', async () => {
      const data = { number: '64/QĐ-UBND', issuer: 'UBND tỉnh Lào Cai', level: 'province', date: '2026-03-02', title: 'Công nhận' }
      const answers = await Promise.all([1, 2, 3, 4].map(() => curator.post('/legal-documents', data)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
    })
  })

  describe('administrative units', () => {
    const unit = (data: Record<string, unknown>) => curator.post('/administrative-units', { level: 'province', kind: 'province', ...data }, inVietnamese)

    it('have an identity of their own and give their name on when they end', async () => {
      const old = (await unit({ name: 'Quảng Ninh', code: '22' })).body.doc
      expect(old).toMatchObject({ key: 'quang-ninh-2019', slug: 'quang-ninh', title: 'Tỉnh Quảng Ninh' })

      const early = told(await unit({ name: 'Quảng Ninh', kind: 'city', code: '22', validFrom: '2026-09-01' }))
      expect(early.fields.code).toContain('hãy ghi ngày hết hiệu lực của nó trước')

      const ended = await curator.patch(`/administrative-units/${old.id}`, { validTo: '2026-09-01' })
      expect(ended.body.doc).toMatchObject({ slug: 'quang-ninh-2026', title: 'Tỉnh Quảng Ninh (đến 31/08/2026)' })
      const city = (await unit({ name: 'Quảng Ninh', kind: 'city', code: '22', validFrom: '2026-09-01' })).body.doc
      expect(city).toMatchObject({ key: 'quang-ninh-2026', slug: 'quang-ninh', title: 'Thành phố Quảng Ninh' })

      const succeeded = await curator.patch(`/administrative-units/${old.id}`, { successors: [{ unit: city.id, share: 'whole' }] })
      expect(succeeded.status).toBe(200)
      expect((await curator.patch(`/administrative-units/${old.id}`, { key: 'ha-long-2019' })).body.doc.key).toBe('quang-ninh-2019')
    })

    it('stand at their level and below a province of their time', async () => {
      const province = (await unit({ name: 'Thái Nguyên', code: '19', validFrom: '2025-07-01' })).body.doc
      const commune = { name: 'Na Rì', level: 'commune', kind: 'commune', code: '02155', validFrom: '2025-07-01' }
      expect(told(await unit(commune)).fields).toEqual({ parent: 'Đơn vị cấp xã phải thuộc một tỉnh hoặc thành phố.' })
      const made = (await unit({ ...commune, parent: province.id })).body.doc
      expect(made).toMatchObject({ key: 'na-ri-02155-2025', slug: 'na-ri-02155', title: 'Xã Na Rì, Thái Nguyên' })
      expect(Object.keys(told(await unit({ name: 'Đông Hỷ', kind: 'ward', code: '90' })).fields)).toEqual(['kind'])
      expect((await curator.delete(`/administrative-units/${province.id}`)).status).toBe(403)
      const administrator = await staff(server).as('administrator')
      expect((await administrator.delete(`/administrative-units/${province.id}`)).status).toBe(409)
    })

    it('are named as of a day on which they existed', async () => {
      const gone = (await unit({ name: 'Bắc Kạn', code: '06', validTo: '2025-07-01' })).body.doc
      expect(await papers.producer({ unit: gone.id })).toMatchObject({ unitAsOf: '2025-06-30' })
      const { status, fields } = told(await curator.post('/producers', { name: 'HTX Tài Hoan', unit: gone.id, unitAsOf: '2026-01-01' }, inVietnamese))
      expect(status).toBe(400)
      expect(fields.unitAsOf).toBe('Tỉnh Bắc Kạn (đến 30/06/2025) không tồn tại vào ngày 01/01/2026; còn đến hết 30/06/2025. Hãy chọn đơn vị của thời điểm đó, hoặc sửa ngày.')
    })
  })

  describe('product groups', () => {
    it('stand below the level above them', async () => {
      const leaf = await papers.leaf()
      const misplaced = await curator.post('/product-groups', { key: 'leaf/sai-cho', name: 'Sai chỗ', level: 'leaf', classification: '26-2026', order: 1, parent: leaf.id }, inVietnamese)
      expect(told(misplaced)).toEqual({ status: 400, fields: { parent: 'Cấp trên của phân nhóm phải là một nhóm.' } })
    })
  })

  describe('producers', () => {
    it('keep contacts internal unless one is made public', async () => {
      const producer = await papers.producer({ contacts: [{ kind: 'phone', value: '0209 3870 000' }], taxCode: '4700123456-001' })
      expect(producer.contacts).toEqual([expect.objectContaining({ kind: 'phone', public: false })])
    })

    it('are refused with a tax code or a contact that cannot be one', async () => {
      const { fields } = told(await curator.post('/producers', { name: 'HTX', taxCode: '12345', contacts: [{ kind: 'email', value: 'khong phai thu' }, { kind: 'website', value: 'javascript:alert(1)' }] }, inVietnamese))
      expect(Object.keys(fields).sort()).toEqual(['contacts.0.value', 'contacts.1.value', 'taxCode'])
    })
  })

  describe('partner brands', () => {
    it('have paid links by default, and windows that end after they begin', async () => {
      const brand = await curator.post('/partner-brands', { name: 'Bivaco', website: 'https://bivaco.example.vn', placements: [{ placement: 'featured', order: 1, from: '2026-01-01', until: '2026-12-31' }] })
      expect(brand.body.doc).toMatchObject({ slug: 'bivaco', rel: 'sponsored', active: true })
      const { fields } = told(await curator.post('/partner-brands', { name: 'Richy', website: 'ftp://richy.example.vn', placements: [{ placement: 'footer', order: 1, from: '2026-02-01', until: '2026-01-31' }] }, inVietnamese))
      expect(fields).toEqual({ website: expect.stringContaining('https://'), 'placements.0.until': 'Ngày cuối không được sớm hơn ngày đầu.' })
    })
  })
})
