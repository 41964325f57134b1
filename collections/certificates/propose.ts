import { isDay, type Day } from '../../src/ocop/day.ts'
import { criteriaVersion, criteriaVersions } from '../../src/ocop/criteria-versions.ts'
import { citeCriteria } from '../../src/ocop/cite-criteria.ts'
import { lastDayOf } from '../../src/ocop/last-day-of.ts'
import { groupOf, textOf } from '../shared/public-read.ts'
import type { Problem } from '../shared/problem.ts'

type Values = Readonly<Record<string, unknown>>

/** Which authority a decision of a level comes from; other levels recognise no products. */
const authorityOf: Readonly<Record<string, string>> = { district: 'district', province: 'province', ministry: 'centre', national: 'centre' }

const termEnd = ({ issuedDay, version }: { issuedDay: string | null; version: string | null }): Day | null =>
  isDay(issuedDay) && version && criteriaVersion(version) ? lastDayOf(issuedDay, version) : null

/**
 * What the certificate leaves open and its decisions tell: the day of issue, the authority as issued, the last day by the
 * recorded version of the criteria, and the day of a withdrawal. A last day that followed from the old day of issue follows
 * from the new one. What a person stated is kept.
 */
export const proposed = ({ claim, before, decision, withdrawalDecision }: {
  claim: Values
  before: Values | null
  decision: Values | null
  withdrawalDecision: Values | null
}): Record<string, unknown> => {
  const issuedDay = textOf(claim, 'issuedDay') ?? (decision && textOf(decision, 'date'))
  const version = textOf(claim, 'criteriaVersion')
  const end = termEnd({ issuedDay, version })
  const stated = textOf(claim, 'lastDay')
  const endBefore = before && termEnd({ issuedDay: textOf(before, 'issuedDay'), version: textOf(before, 'criteriaVersion') })
  const followed = stated !== null && stated === endBefore && stated === (before && textOf(before, 'lastDay'))
  const withdrawal = groupOf(claim, 'withdrawal')
  const withdrawnOn = textOf(withdrawal, 'day') ?? (withdrawalDecision && textOf(withdrawalDecision, 'date'))
  const level = textOf(claim, 'authorityLevel') ?? authorityOf[(decision && textOf(decision, 'level')) ?? ''] ?? null
  return {
    issuedDay,
    lastDay: stated === null || followed ? (end ?? stated) : stated,
    authorityLevel: level,
    authorityName: textOf(claim, 'authorityName') ?? (decision && textOf(decision, 'issuer')),
    withdrawal: { ...withdrawal, ...(withdrawnOn ? { day: withdrawnOn } : {}) },
  }
}

/** The version of the criteria is recorded, never derived: two ran side by side. The message names those that were in force. */
export const versionMissing = (issuedDay: Day | null): Problem => {
  const inForce = issuedDay ? criteriaVersions.filter(({ validFrom, validTo }) => validFrom <= issuedDay && (!validTo || issuedDay < validTo)) : []
  const [vi, en] = [inForce.map((version) => `${version.id} (${citeCriteria(version).vi})`), inForce.map((version) => `${version.id} (${citeCriteria(version).en})`)]
  return {
    path: 'criteriaVersion',
    message: {
      vi: `Hãy chọn bộ tiêu chí đã dùng để đánh giá${vi.length > 0 ? `; có hiệu lực vào ngày cấp: ${vi.join(' hoặc ')}` : ''}.`,
      en: `Choose the version of the criteria it was assessed by${en.length > 0 ? `; in force on the day of issue: ${en.join(' or ')}` : ''}.`,
    },
  }
}
