import { describe, expect, it } from '@jest/globals'
import { unitKey, unitKeyPattern } from '../../../collections/administrative-units/unit-key.ts'
import { type Unit, unitProblems } from '../../../collections/administrative-units/unit-problems.ts'
import { provinces } from '../../../src/ocop/provinces.ts'

const thaiNguyen: Unit = { id: 'tn', name: 'Thái Nguyên', code: '19', kind: 'province', level: 'province', validFrom: '2025-07-01', validTo: null }
const bacKan: Unit = { id: 'bk', name: 'Bắc Kạn', code: '06', kind: 'province', level: 'province', validFrom: null, validTo: '2025-07-01' }
const paths = (...args: Parameters<typeof unitProblems>) => unitProblems(...args).map(({ path }) => path)

describe('administrative units', () => {
  it('accepts every province of the register beside all others', () => {
    const units: Unit[] = provinces.map(({ key, kind, ...unit }) => ({ ...unit, id: key, kind: kind === 'municipality' ? 'city' : 'province', level: 'province' }))
    for (const { key, code, successors } of provinces) {
      const unit = units.find(({ id }) => id === key)!
      const neighbours = { sameCode: units.filter((other) => other.code === code), successors: successors.map((successor) => units.find(({ id }) => id === successor) ?? null) }
      expect({ key, problems: unitProblems(unit, neighbours) }).toEqual({ key, problems: [] })
    }
  })

  it('refuses a kind of the other level', () => {
    expect(paths({ ...thaiNguyen, kind: 'ward' })).toEqual(['kind'])
    expect(paths({ ...thaiNguyen, level: 'commune', kind: 'city', parent: 'tn' }, { parent: thaiNguyen })).toEqual(['kind'])
  })

  it('wants a province above a commune, of the same time, and nothing above a province', () => {
    const commune: Unit = { name: 'Na Rì', code: '02155', kind: 'commune', level: 'commune', validFrom: '2025-07-01', validTo: null, parent: 'tn' }
    expect(paths(commune, { parent: thaiNguyen })).toEqual([])
    expect(paths({ ...commune, parent: null }, { parent: null })).toEqual(['parent'])
    expect(paths(commune, { parent: bacKan })).toEqual(['parent'])
    expect(paths({ ...thaiNguyen, parent: 'bk' }, { parent: bacKan })).toEqual(['parent'])
  })

  it('lets a code be given again only after the unit that had it has ended', () => {
    const yenBai: Unit = { id: 'yb', name: 'Yên Bái', code: '15', kind: 'province', level: 'province', validFrom: null, validTo: '2025-07-01' }
    const laoCai: Unit = { name: 'Lào Cai', code: '15', kind: 'province', level: 'province', validFrom: '2025-07-01', validTo: null }
    expect(paths(laoCai, { sameCode: [yenBai] })).toEqual([])
    expect(paths({ ...laoCai, validFrom: '2025-06-30' }, { sameCode: [yenBai] })).toEqual(['code'])
    expect(paths(laoCai, { sameCode: [{ ...yenBai, validTo: null }] })).toEqual(['code'])
    expect(paths(yenBai, { sameCode: [yenBai] })).toEqual([])
  })

  it('wants successors to exist on the day the unit ends', () => {
    expect(paths(bacKan, { successors: [thaiNguyen] })).toEqual([])
    expect(paths({ ...bacKan, validTo: null }, { successors: [thaiNguyen] })).toEqual(['validTo'])
    expect(paths({ ...bacKan, validTo: '2025-06-30' }, { successors: [thaiNguyen] })).toEqual(['successors.0.unit'])
    expect(paths(bacKan, { successors: [thaiNguyen, bacKan] })).toEqual(['successors.1.unit'])
    expect(paths({ ...bacKan, validFrom: '2025-07-01' })).toEqual(['validTo'])
  })

  it('proposes a key that tells repeated names apart', () => {
    expect(unitKey({ name: 'Bắc Kạn', code: '06', level: 'province', validFrom: null })).toBe('bac-kan-2019')
    expect(unitKey({ name: 'Tân Tiến', code: '00123', level: 'commune', validFrom: '2025-07-01' })).toBe('tan-tien-00123-2025')
    for (const { key } of provinces) expect(key).toMatch(unitKeyPattern)
  })
})
