import { describe, expect, it } from '@jest/globals'
import { predecessorsOf, unitsCovered } from '../../../src/ocop/predecessors-of.ts'
import { provinces } from '../../../src/ocop/provinces.ts'
import { resolveProvinceSlug, unitExistsOn } from '../../../src/ocop/resolve-province-slug.ts'
import { type UnitRecord, unitSlug } from '../../../src/ocop/unit-slug.ts'
import { toSlug } from '../../../src/text/to-slug.ts'

const today = '2026-11-24'
const unit = (key: string) => provinces.find((province) => province.key === key)!
const resolve = (slug: string, day = today) => resolveProvinceSlug({ slug, units: provinces, day })?.key

describe('unitSlug', () => {
  it.each([['thai-nguyen-2025', 'thai-nguyen'], ['thai-nguyen-2019', 'thai-nguyen-2025'], ['bac-kan-2019', 'bac-kan-2025'],
    ['bac-ninh-2026', 'bac-ninh'], ['bac-ninh-2025', 'bac-ninh-2026'], ['bac-ninh-2019', 'bac-ninh-2025'], ['hue-2025', 'hue'], ['thua-thien-hue-2019', 'thua-thien-hue-2025']])(
    'of %s is %s', (key, slug) => expect(unitSlug(unit(key))).toBe(slug))

  it('is unique over all units, and the bare name where the unit is in force', () => {
    expect(new Set(provinces.map(unitSlug)).size).toBe(90)
    const current = provinces.filter((province) => unitExistsOn(province, today))
    expect(current).toHaveLength(34)
    for (const province of current) expect(unitSlug(province)).toBe(toSlug(province.name))
  })
})

describe('resolveProvinceSlug', () => {
  it('finds every unit by its own slug', () => {
    for (const province of provinces) expect(resolve(unitSlug(province))).toBe(province.key)
  })

  it('takes the bare name of an ended unit when no current one has it', () => {
    expect(resolve('bac-kan')).toBe('bac-kan-2019')
    expect(resolve('ha-giang')).toBe('ha-giang-2019')
    expect(resolve('thua-thien-hue')).toBe('thua-thien-hue-2019')
    expect(resolve('thai-nguyen')).toBe('thai-nguyen-2025')
  })

  it('reads the bare name by the day asked for', () => {
    expect(resolve('thai-nguyen', '2025-06-30')).toBe('thai-nguyen-2019')
    expect(resolve('thai-nguyen', '2025-07-01')).toBe('thai-nguyen-2025')
    expect(resolve('bac-ninh', '2026-09-19')).toBe('bac-ninh-2025')
    expect(resolve('bac-ninh', '2026-09-20')).toBe('bac-ninh-2026')
  })

  it('takes the namesake that ended last when none exists', () => {
    const units: UnitRecord[] = [
      { key: 'song-be-1976', validFrom: null, validTo: '1989-01-01', successors: [] },
      { key: 'song-be-1990', validFrom: '1990-01-01', validTo: '1997-01-01', successors: [] },
    ]
    expect(resolveProvinceSlug({ slug: 'song-be', units, day: today })?.key).toBe('song-be-1990')
  })

  it('knows no others', () => {
    for (const slug of ['', 'atlantis', 'bac-kan-2024', 'bac-kan-2019', 'thai-nguyen-2026']) expect(resolve(slug)).toBeUndefined()
  })
})

describe('predecessorsOf', () => {
  const before = (key: string) => predecessorsOf({ unit: unit(key), units: provinces }).map((one) => one.key)

  it('finds what went into a unit', () => {
    expect(before('thai-nguyen-2025').sort()).toEqual(['bac-kan-2019', 'thai-nguyen-2019'])
    expect(before('ha-noi-2019')).toEqual([])
    expect(before('bac-kan-2019')).toEqual([])
  })

  it('goes on through units that ended themselves, the nearest first', () => {
    const found = before('bac-ninh-2026')
    expect(found[0]).toBe('bac-ninh-2025')
    expect(found.slice(1).sort()).toEqual(['bac-giang-2019', 'bac-ninh-2019'])
  })

  it('stops where successors run in a circle', () => {
    const units: UnitRecord[] = ['a-2000', 'b-2000'].map((key, n) => ({ key, validFrom: null, validTo: '2001-01-01', successors: [['b-2000'], ['a-2000']][n]! }))
    expect(predecessorsOf({ unit: units[0]!, units }).map(({ key }) => key)).toEqual(['b-2000'])
  })

  it('lets each of the 63 provinces of 2019 be covered by exactly one of today, and a former one by itself only', () => {
    const old = provinces.filter(({ validFrom }) => validFrom === null)
    const current = provinces.filter((province) => unitExistsOn(province, today))
    const covered = current.flatMap((one) => unitsCovered({ unit: one, units: provinces, day: today }).map(({ key }) => key))
    expect(old).toHaveLength(63)
    expect(covered.sort()).toEqual(provinces.map(({ key }) => key).sort())
    expect(unitsCovered({ unit: unit('bac-ninh-2025'), units: provinces, day: today })).toEqual([unit('bac-ninh-2025')])
  })
})
