import { describe, expect, it } from '@jest/globals'
import { authorityLevels, criteriaVersion, criteriaVersionIds, criteriaVersions } from '../../../src/ocop/criteria-versions.ts'
import { isDay } from '../../../src/ocop/day.ts'
import * as ocop from '../../../src/ocop/index.ts'
import { legalDocuments } from '../../../src/ocop/legal-documents.ts'
import { productGroupLevels, productGroups } from '../../../src/ocop/product-groups.ts'
import { provinces } from '../../../src/ocop/provinces.ts'

const isDayOrNull = (value: unknown) => value === null || isDay(value)
const all = { criteriaVersions, legalDocuments, productGroups, provinces }

it.each(Object.entries(all))('%s is NFC throughout', (_name, rows) => {
  const text = JSON.stringify(rows)
  expect(text).toBe(text.normalize('NFC'))
  expect(text).not.toMatch(/[\u00D0\u00F0]/)
})

describe('criteria versions', () => {
  it('are the four that certificates may record, in order', () => {
    expect(criteriaVersions.map(({ id }) => id)).toEqual([...criteriaVersionIds])
    expect(criteriaVersion('26/2026')?.documents).toEqual(['26/2026/QĐ-TTg'])
    expect(criteriaVersion('26')).toBeUndefined()
  })

  it('have days, whole weights, levels that exist, and decisions that stand among the documents', () => {
    for (const version of criteriaVersions) {
      expect(isDay(version.validFrom) && isDayOrNull(version.validTo)).toBe(true)
      expect(version.parts.A + version.parts.B + version.parts.C).toBe(100)
      expect(version.certificateMonths).toBe(36)
      for (const level of Object.values(version.authority)) expect(authorityLevels).toContain(level)
      for (const number of version.documents) expect(legalDocuments.some((document) => document.number === number)).toBe(true)
    }
  })

  it('overlap once: 148 with 1489 and 26/2026, from 22/05 to 20/07/2026', () => {
    const on = (day: string) => criteriaVersions.filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || day < validTo)).map(({ id }) => id)
    expect(on('2023-02-23')).toEqual(['1048/2019'])
    expect(on('2025-07-06')).toEqual(['148+1489/2025'])
    expect(on('2026-06-30')).toEqual(['148+1489/2025', '26/2026'])
    expect(on('2026-07-21')).toEqual(['26/2026'])
  })
})

describe('provinces', () => {
  it('have a key of their own, days, kinds, and successors that begin when they end', () => {
    expect(provinces).toHaveLength(90)
    expect(new Set(provinces.map(({ key }) => key)).size).toBe(90)
    for (const { key, kind, validFrom, validTo, successors } of provinces) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*-\d{4}$/)
      expect(['province', 'municipality']).toContain(kind)
      expect(isDayOrNull(validFrom) && isDayOrNull(validTo)).toBe(true)
      expect(successors.length > 0).toBe(validTo !== null)
      for (const successor of successors) expect(provinces.find((one) => one.key === successor)?.validFrom).toBe(validTo)
    }
  })

  it('are 25 provinces and 9 municipalities today', () => {
    const current = provinces.filter(({ validTo }) => !validTo)
    expect(current.filter(({ kind }) => kind === 'province')).toHaveLength(25)
    expect(current.filter(({ kind }) => kind === 'municipality')).toHaveLength(9)
  })
})

describe('product groups', () => {
  const at = (level: string) => productGroups.filter((entry) => entry.level === level)
  const above = { set: 'group', leaf: 'set', 'old-leaf': 'old-group' } as const

  it('are 6 groups, 17 sets, 26 leaves, and 6 groups and 26 leaves of old', () => {
    expect(productGroupLevels.map((level) => at(level).length)).toEqual([6, 17, 26, 6, 26])
  })

  it('have a slug unique in its level, a parent in the level above, and a place', () => {
    for (const level of productGroupLevels) {
      expect(new Set(at(level).map(({ slug }) => slug)).size).toBe(at(level).length)
      expect(at(level).map(({ order }) => order)).toEqual(at(level).map((_, n) => n + 1))
    }
    for (const [level, parents] of Object.entries(above)) {
      for (const { parent } of at(level)) expect(at(parents).some(({ slug }) => slug === parent)).toBe(true)
    }
  })

  it('map old entries to those in force, all but the medical supplies that have no successor', () => {
    for (const [level, target] of [['old-group', 'group'], ['old-leaf', 'leaf']] as const) {
      for (const { mapsTo } of at(level)) for (const slug of mapsTo ?? []) expect(at(target).some((entry) => entry.slug === slug)).toBe(true)
    }
    expect(at('old-leaf').filter(({ mapsTo }) => mapsTo?.length === 0).map(({ name }) => name)).toEqual(['Trang thiết bị, dụng cụ y tế'])
  })
})

it('legal documents have a number, an issuer, and days or none', () => {
  expect(legalDocuments).toHaveLength(32)
  for (const { number, issuer, title, date, inForceFrom, inForceTo } of legalDocuments) {
    expect([number, issuer, title].every(Boolean)).toBe(true)
    expect([date, inForceFrom, inForceTo].every(isDayOrNull)).toBe(true)
  }
})

it('the index gives out every rule', () => {
  expect(Object.keys(ocop)).toEqual(expect.arrayContaining([
    'addMonths', 'certificateProblems', 'certificationOn', 'criteriaVersions', 'formatCitation', 'hanoiDay', 'inForceOn', 'isDay', 'issuedIn', 'lastDayOf',
    'legalDocumentKey', 'legalDocuments', 'nextChangeOn', 'parseDocumentNumber', 'parseProductCode', 'predecessorsOf', 'productGroups', 'provinces',
    'renewalDays', 'resolveProvinceSlug', 'standingOn', 'starsOn', 'tallyCertificates', 'unitSlug', 'unitsCovered', 'validOn',
  ]))
})
