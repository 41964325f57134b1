import type { Day } from '../../src/ocop/day.ts'
import { formatDay } from '../../src/text/format-day.ts'
import type { Problem } from '../shared/problem.ts'

export type UnitLevel = 'province' | 'commune'
export type UnitKind = 'province' | 'city' | 'ward' | 'commune' | 'special-zone'

/** An administrative unit as far as its place among the others goes. Half-open life: `validFrom` ≤ day < `validTo`. */
export interface Unit {
  id?: string
  name?: string | null
  code?: string | null
  kind?: string | null
  level?: string | null
  parent?: string | null
  validFrom?: Day | null
  validTo?: Day | null
}

/** Which kinds of units stand at a level, and what a unit of the level belongs to. */
export const unitLevels = {
  province: { kinds: ['province', 'city'], parent: null },
  commune: { kinds: ['ward', 'commune', 'special-zone'], parent: 'province' },
} as const satisfies Record<UnitLevel, { kinds: readonly UnitKind[]; parent: UnitLevel | null }>

const first = '0000-00-00'
const never = '9999-99-99'

/** Whether two units lived on some common day. */
export const livedTogether = (a: Unit, b: Unit): boolean =>
  (a.validFrom ?? first) < (b.validTo ?? never) && (b.validFrom ?? first) < (a.validTo ?? never)

const lifeOf = ({ validFrom, validTo }: Unit) => ({
  vi: `${validFrom ? `từ ${formatDay(validFrom)}` : 'từ trước năm 2019'}${validTo ? ` đến trước ${formatDay(validTo)}` : ' đến nay'}`,
  en: `${validFrom ? `from ${validFrom}` : 'since before 2019'}${validTo ? ` to before ${validTo}` : ' until now'}`,
})

/** What a unit is compared with: its parent, the units with its code at its level, and its successors in order. */
export interface UnitNeighbours {
  parent?: Unit | null
  sameCode?: readonly Unit[]
  successors?: readonly (Unit | null)[]
}

type Rule = (unit: Unit, neighbours: UnitNeighbours) => readonly Problem[]

const levelOf = ({ level }: Unit) => (level === 'province' || level === 'commune' ? unitLevels[level] : null)

const kindFitsLevel: Rule = (unit) => {
  const level = levelOf(unit)
  if (!level || !unit.kind || (level.kinds as readonly string[]).includes(unit.kind)) return []
  return [{
    path: 'kind',
    message: unit.level === 'province'
      ? { vi: 'Cấp tỉnh chỉ gồm tỉnh và thành phố trực thuộc trung ương.', en: 'At the level of provinces there are only provinces and cities.' }
      : { vi: 'Cấp xã chỉ gồm xã, phường và đặc khu.', en: 'At the level of communes there are only communes, wards and special zones.' },
  }]
}

const parentFitsLevel: Rule = (unit, { parent }) => {
  const level = levelOf(unit)
  if (!level) return []
  if (level.parent === null) {
    return unit.parent ? [{ path: 'parent', message: { vi: 'Đơn vị cấp tỉnh không có đơn vị cấp trên.', en: 'A province has no unit above it.' } }] : []
  }
  if (!parent) return [{ path: 'parent', message: { vi: 'Đơn vị cấp xã phải thuộc một tỉnh hoặc thành phố.', en: 'A commune belongs to a province or city: choose it.' } }]
  if (parent.level !== level.parent) {
    return [{ path: 'parent', message: { vi: `${parent.name ?? 'Đơn vị này'} không phải là đơn vị cấp tỉnh.`, en: `${parent.name ?? 'This unit'} is not a province or city.` } }]
  }
  if (livedTogether(unit, parent)) return []
  const life = lifeOf(parent)
  return [{
    path: 'parent',
    message: {
      vi: `${parent.name ?? 'Đơn vị cấp trên'} tồn tại ${life.vi}, không trùng thời gian với đơn vị này.`,
      en: `${parent.name ?? 'The parent'} existed ${life.en}, at no time together with this unit.`,
    },
  }]
}

const endsAfterItBegins: Rule = ({ validFrom, validTo }) =>
  validFrom && validTo && validTo <= validFrom
    ? [{
        path: 'validTo',
        message: { vi: `Ngày hết hiệu lực ${formatDay(validTo)} phải sau ngày bắt đầu ${formatDay(validFrom)}.`, en: `The end ${validTo} must be after the beginning ${validFrom}.` },
      }]
    : []

// Codes are given again with another meaning (19/2025/QĐ-TTg), but never to two units of one time.
const codeIsFree: Rule = (unit, { sameCode = [] }) =>
  sameCode
    .filter((other) => other.id !== unit.id && livedTogether(unit, other))
    .slice(0, 1)
    .map((other) => {
      const life = lifeOf(other)
      return {
        path: 'code',
        message: {
          vi: `Mã ${unit.code} trong thời gian này là của ${other.name} (${life.vi}). Nếu đơn vị đó đã thay đổi, hãy ghi ngày hết hiệu lực của nó trước.`,
          en: `Code ${unit.code} belongs to ${other.name} at that time (${life.en}). If that unit has changed, record its end first.`,
        },
      }
    })

const successorsFollow: Rule = (unit, { successors = [] }) => {
  if (successors.length === 0) return []
  const { validTo } = unit
  if (!validTo) {
    return [{ path: 'validTo', message: { vi: 'Đơn vị có đơn vị kế thừa phải ghi ngày hết hiệu lực.', en: 'A unit with successors has ended: record the day.' } }]
  }
  return successors.flatMap((successor, index): Problem[] => {
    const path = `successors.${index}.unit`
    if (!successor) return []
    if (unit.id && successor.id === unit.id) return [{ path, message: { vi: 'Đơn vị không thể kế thừa chính nó.', en: 'A unit cannot succeed itself.' } }]
    if (successor.level !== unit.level) return [{ path, message: { vi: `${successor.name} không cùng cấp với đơn vị này.`, en: `${successor.name} is not of the same level.` } }]
    const existsThen = (successor.validFrom ?? first) <= validTo && validTo < (successor.validTo ?? never)
    if (existsThen) return []
    return [{
      path,
      message: { vi: `${successor.name} chưa có hoặc không còn vào ngày ${formatDay(validTo)}.`, en: `${successor.name} did not exist on ${validTo}.` },
    }]
  })
}

const rules: readonly Rule[] = [kindFitsLevel, parentFitsLevel, endsAfterItBegins, codeIsFree, successorsFollow]

/** Everything that is wrong with a unit beside its neighbours; an empty list when nothing is. */
export const unitProblems = (unit: Unit, neighbours: UnitNeighbours = {}): Problem[] =>
  rules.flatMap((rule) => rule(unit, neighbours))
