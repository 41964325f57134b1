import type { EnumType, ObjectType, StoredDocument } from '../shared/public-definition.ts'
import { groupOf, numberOf, refOf, textOf } from '../shared/public-read.ts'
import { fileType, legalLevelType } from '../shared/public-types.ts'
import type { CertificateTerm } from '../../src/ocop/certificate.ts'

export const certificateKindType = {
  type: 'enum',
  name: 'CertificateKind',
  values: {
    new: { en: 'Recognised for the first time.', vi: 'Công nhận mới' },
    're-recognised': { en: 'Recognised again.', vi: 'Công nhận lại' },
    upgraded: { en: 'Recognised with more stars than before.', vi: 'Nâng hạng' },
  },
} as const satisfies EnumType

const certificateStatusType = {
  type: 'enum',
  name: 'CertificateStatus',
  values: {
    upcoming: 'Not in force yet.',
    'in-force': 'In force today, extended ones included.',
    expired: 'Its last day has passed.',
    withdrawn: 'Withdrawn by the authority.',
  },
} as const satisfies EnumType

/** One certificate of a product, as issued. */
export const certificateType = {
  type: 'object',
  name: 'Certificate',
  fields: {
    id: { type: 'id', required: true, doc: 'Stable identifier.' },
    status: { ...certificateStatusType, required: true, answered: true, doc: 'Where it stands today.' },
    stars: { type: 'int', required: true, doc: 'Stars it grants: 3, 4 or 5.' },
    score: { type: 'float', doc: 'Average over the council’s members, out of 100 points.' },
    kind: { ...certificateKindType, required: true, doc: 'Outcome of the assessment.' },
    decision: { type: 'ref', to: 'legalDocument', doc: 'The decision that granted it.' },
    issuedDay: { type: 'day', required: true, doc: 'First day in force: the day of the decision.' },
    lastDay: { type: 'day', required: true, doc: 'Last day in force, inclusive.' },
    extendedUntil: { type: 'day', doc: 'Last day in force where the authority has not decided on re-recognition yet.' },
    authorityLevel: { ...legalLevelType, required: true, doc: 'Level of the authority, as issued.' },
    authorityName: { type: 'string', required: true, doc: 'Name of the authority, as issued.' },
    criteriaVersion: { type: 'string', required: true, doc: 'Version of the criteria, such as `26/2026`.' },
    withdrawnOn: { type: 'day', doc: 'Day of the withdrawal; from it on the certificate is not in force.' },
    withdrawalDecision: { type: 'ref', to: 'legalDocument', doc: 'The decision that withdrew it.' },
    file: { ...fileType, doc: 'The certificate itself.' },
  },
} as const satisfies ObjectType

/** A stored certificate as `certificateType`, without its file. */
export const certificateData = (doc: StoredDocument) => {
  const withdrawal = groupOf(doc, 'withdrawal')
  return {
    id: doc.id,
    stars: Number(doc['stars'] ?? 0),
    score: numberOf(doc, 'score'),
    kind: textOf(doc, 'kind') ?? 'new',
    decision: refOf(doc, 'decision'),
    issuedDay: textOf(doc, 'issuedDay') ?? '',
    lastDay: textOf(doc, 'lastDay') ?? '',
    extendedUntil: textOf(doc, 'extendedUntil'),
    authorityLevel: textOf(doc, 'authorityLevel') ?? 'province',
    authorityName: textOf(doc, 'authorityName') ?? '',
    criteriaVersion: textOf(doc, 'criteriaVersion') ?? '',
    withdrawnOn: textOf(withdrawal, 'day'),
    withdrawalDecision: refOf(withdrawal, 'decision'),
  }
}

export type CertificateData = ReturnType<typeof certificateData>

/** What the rules on stars need of it. */
export const termOf = ({ id, stars, issuedDay, lastDay, extendedUntil, withdrawnOn }: CertificateData): CertificateTerm =>
  ({ id, stars, issuedDay, lastDay, extendedUntil, withdrawal: withdrawnOn === null ? null : { day: withdrawnOn } })
