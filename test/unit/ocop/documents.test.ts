import { describe, expect, it } from '@jest/globals'
import { documentKindOf, normalizeDocumentNumber, parseDocumentNumber } from '../../../src/ocop/document-number.ts'
import { formatCitation } from '../../../src/ocop/format-citation.ts'
import { legalDocumentKey } from '../../../src/ocop/legal-document-key.ts'
import { legalDocuments } from '../../../src/ocop/legal-documents.ts'
import { parseProductCode } from '../../../src/ocop/product-code.ts'

describe('parseDocumentNumber', () => {
  it.each([
    ['263/QĐ-TTg', { serial: '263', year: null, type: 'QĐ', issuer: 'TTg' }],
    ['26/2026/QĐ-TTg', { serial: '26', year: 2026, type: 'QĐ', issuer: 'TTg' }],
    ['23-NQ/TU', { serial: '23', year: null, type: 'NQ', issuer: 'TU' }],
    ['126/2025/QH15', { serial: '126', year: 2025, type: null, issuer: 'QH15' }],
    ['237/NQ-UBTVQH16', { serial: '237', year: null, type: 'NQ', issuer: 'UBTVQH16' }],
    ['1162/QĐ-VPĐP-OCOP', { serial: '1162', year: null, type: 'QĐ', issuer: 'VPĐP-OCOP' }],
    ['05/CT-UBND', { serial: '05', year: null, type: 'CT', issuer: 'UBND' }],
    [' Số: 386 / QÐ – UBND ', { serial: '386', year: null, type: 'QĐ', issuer: 'UBND' }],
  ])('reads %p', (number, parts) => expect(parseDocumentNumber(number)).toEqual(parts))

  it.each(['', 'QĐ-TTg', '263', '263/', 'Quyết định', '2026-05-22', '263/QĐ-'])('does not take %p for a number', (number) =>
    expect(parseDocumentNumber(number)).toBeNull())

  it('reads all documents of the domain, and their kind where the number tells it', () => {
    for (const { number, kind } of legalDocuments) {
      expect(normalizeDocumentNumber(number)).toBe(number)
      expect(parseDocumentNumber(number)).not.toBeNull()
      expect([kind, null]).toContain(documentKindOf(number))
    }
  })
})

describe('legalDocumentKey', () => {
  const document = { number: '148/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', date: '2023-02-24' }

  it.each([
    { number: ' 148 / QÐ–TTG ' },
    { number: '148/QĐ-TTg'.normalize('NFD'), issuer: 'Thủ  tướng Chính phủ '.normalize('NFD') },
    { issuer: 'TTg' },
    { number: '0148/QĐ-TTg', issuer: 'Thủ tướng chính phủ' },
  ])('is the same for %p', (written) => expect(legalDocumentKey({ ...document, ...written })).toBe(legalDocumentKey(document)))

  it('does not mind tone placement and abbreviation in the name of an issuer', () => {
    const key = (issuer: string) => legalDocumentKey({ number: '386/QĐ-UBND', issuer, date: '2021-03-19' })
    expect(key('Uỷ ban nhân dân tỉnh Bắc Kạn')).toBe(key('Ủy ban nhân dân tỉnh Bắc Kạn'))
    expect(key('UBND tỉnh Bắc Kạn')).toBe(key('Ủy ban nhân dân tỉnh Bắc Kạn'))
    expect(key('UBND tỉnh Hòa Bình')).not.toBe(key('UBND tỉnh Bắc Kạn'))
  })

  it('tells the seaport decision of the same number and issuer from the criteria', () => {
    expect(legalDocumentKey({ ...document, date: '2025-01-16' })).not.toBe(legalDocumentKey(document))
  })

  it('is unique over the documents of the domain', () => {
    expect(new Set(legalDocuments.map(legalDocumentKey)).size).toBe(legalDocuments.length)
  })
})

describe('formatCitation', () => {
  it.each([
    [{ number: '263/QĐ-TTg', issuer: 'Thủ tướng Chính phủ', date: '2022-02-22' }, 'Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ'],
    [{ number: '23-NQ/TU', issuer: 'Tỉnh ủy Bắc Kạn', date: '2021-12-16' }, 'Nghị quyết số 23-NQ/TU ngày 16/12/2021 của Tỉnh ủy Bắc Kạn'],
    [{ number: '126/2025/QH15', issuer: 'Quốc hội', date: '2025-12-10', kind: 'law' as const }, 'Luật số 126/2025/QH15 ngày 10/12/2025 của Quốc hội'],
    [{ number: '126/2025/QH15', issuer: 'Quốc hội', date: null }, 'Văn bản số 126/2025/QH15 của Quốc hội'],
  ])('%p', (document, citation) => expect(formatCitation(document)).toBe(citation))
})

describe('parseProductCode', () => {
  it('reads the code with a district, as issued before 2026', () => {
    expect(parseProductCode('83-832-28882-2-2022')).toEqual({ province: '83', district: '832', commune: '28882', serial: '2', year: 2022 })
  })

  it('reads the code without a district, zeros and all', () => {
    expect(parseProductCode(' 01-00070-012-2026 ')).toEqual({ province: '01', district: null, commune: '00070', serial: '012', year: 2026 })
  })

  it.each(['', '83-832-28882-2', '83-28882-2-22', '8-28882-2-2026', '83-83-28882-2-2022', '83/832/28882/2/2022', '83-832-28882-2-2022-1'])(
    'does not take %p', (code) => expect(parseProductCode(code)).toBeNull())
})
