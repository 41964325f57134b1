import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeValidateHook, CollectionSlug, PayloadRequest } from 'payload'
import { asSystem } from '../../src/db/local-api.ts'
import { type CertificateClaim, certificateProblems } from '../../src/ocop/certificate-problems.ts'
import { isDay } from '../../src/ocop/day.ts'
import { formatDay } from '../../src/text/format-day.ts'
import { certificateTitle } from '../shared/certificate-title.ts'
import { type Problem, refuse } from '../shared/problem.ts'
import { groupOf, idIn, refOf, textOf } from '../shared/public-read.ts'
import { recomputeStars } from '../shared/recompute-stars.ts'
import { proposed, versionMissing } from './propose.ts'

type Values = Readonly<Record<string, unknown>>

const load = async ({ req, collection, id }: { req: PayloadRequest; collection: CollectionSlug; id: string | null }): Promise<Values | null> => {
  if (!id) return null
  const { docs: [doc] } = await asSystem(req).find({ collection, where: { id: { equals: id } }, limit: 1 })
  return (doc as unknown as Values | undefined) ?? null
}

const problem = (path: string, vi: string, en: string): Problem => ({ path, message: { vi, en } })

/** Fills in what the decisions tell and nobody stated. */
export const fillFromDecision: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const before: Values | null = originalDoc ?? null
  // A group that is sent in part stands for its part only.
  const withdrawal = { ...groupOf(before ?? {}, 'withdrawal'), ...groupOf(data, 'withdrawal') }
  const claim: Values = { ...before, ...data, withdrawal }
  const decision = await load({ req, collection: 'legal-documents', id: refOf(claim, 'decision') })
  const withdrawalDecision = await load({ req, collection: 'legal-documents', id: refOf(withdrawal, 'decision') })
  return { ...data, ...proposed({ claim, before, decision, withdrawalDecision }) }
}

const previousProblems = ({ claim, previous, id }: { claim: Values; previous: Values | null; id: string | null }): Problem[] => {
  if (!previous) return []
  if (idIn(previous) === id) return [problem('supersedes', 'Giấy chứng nhận không thể thay cho chính nó.', 'A certificate cannot supersede itself.')]
  if (refOf(previous, 'product') !== refOf(claim, 'product')) {
    return [problem('supersedes', 'Giấy chứng nhận được thay phải là của cùng sản phẩm.', 'The certificate it supersedes has to be one of the same product.')]
  }
  return []
}

const decisionProblems = ({ claim, decision }: { claim: Values; decision: Values | null }): Problem[] => {
  const [issuedDay, date] = [textOf(claim, 'issuedDay'), decision && textOf(decision, 'date')]
  if (!isDay(issuedDay) || !isDay(date) || issuedDay >= date) return []
  return [problem(
    'issuedDay',
    `Ngày cấp ${formatDay(issuedDay)} sớm hơn ngày của quyết định ${String(decision?.['number'])} (${formatDay(date)}).`,
    `The day of issue ${issuedDay} is before the day of decision ${String(decision?.['number'])} (${date}).`,
  )]
}

const sameDecisionProblems = async ({ req, claim, id }: { req: PayloadRequest; claim: Values; id: string | null }): Promise<Problem[]> => {
  const [product, decision] = [refOf(claim, 'product'), refOf(claim, 'decision')]
  if (!product || !decision) return []
  const { docs: [same] } = await asSystem(req).find({
    collection: 'certificates',
    where: { and: [{ product: { equals: product } }, { decision: { equals: decision } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    limit: 1,
  })
  return same
    ? [problem('decision', `Sản phẩm này đã có giấy chứng nhận theo quyết định đó: ${same.title}.`, `This product has a certificate by that decision already: ${same.title}.`)]
    : []
}

const missing: readonly { field: string; vi: string; en: string }[] = [
  { field: 'issuedDay', vi: 'Chưa có ngày cấp, và quyết định cũng chưa ghi ngày.', en: 'The day of issue is missing, and the decision has no date.' },
  { field: 'lastDay', vi: 'Chưa có ngày hết hạn.', en: 'The last day is missing.' },
  { field: 'authorityLevel', vi: 'Hãy chọn cấp công nhận.', en: 'Choose the level of the authority.' },
  { field: 'authorityName', vi: 'Chưa có tên cơ quan công nhận.', en: 'The name of the authority is missing.' },
]

/** Refuses a certificate that the rules of its time do not allow, or that contradicts its decision or its predecessor. */
export const checkCertificate: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const id = idIn(originalDoc)
  const claim: Values = { ...originalDoc, ...data }
  const decision = await load({ req, collection: 'legal-documents', id: refOf(claim, 'decision') })
  const previous = await load({ req, collection: 'certificates', id: refOf(claim, 'supersedes') })
  const issuedDay = textOf(claim, 'issuedDay')
  const withdrawal = groupOf(claim, 'withdrawal')

  const problems: Problem[] = [
    ...certificateProblems(claim as CertificateClaim, previous as CertificateClaim | null).map(({ field, message }) => ({ path: field, message })),
    ...decisionProblems({ claim, decision }),
    ...previousProblems({ claim, previous, id }),
    ...(await sameDecisionProblems({ req, claim, id })),
  ]
  if (refOf(withdrawal, 'decision') && !textOf(withdrawal, 'day')) {
    problems.push(problem('withdrawal.day', 'Việc thu hồi phải ghi ngày: từ ngày đó giấy chứng nhận không còn hiệu lực.', 'A withdrawal needs its day: from that day the certificate is no longer in force.'))
  }
  // What is empty for want of the product, the decision or the version is told there first.
  if (decision && !textOf(claim, 'criteriaVersion')) problems.push(versionMissing(isDay(issuedDay) ? issuedDay : null))
  else if (decision) problems.push(...missing.filter(({ field }) => !textOf(claim, field)).map(({ field, vi, en }) => problem(field, vi, en)))

  const perField = problems.filter(({ path }, index) => problems.findIndex((other) => other.path === path) === index)
  refuse({ req, collection: collection.slug, id: id ?? undefined, problems: perField })
  return data
}

/** Names the certificate for lists and pickers. */
export const deriveTitle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const certificate: Values = { ...originalDoc, ...data }
  const product = await load({ req, collection: 'products', id: refOf(certificate, 'product') })
  const decision = await load({ req, collection: 'legal-documents', id: refOf(certificate, 'decision') })
  return { ...data, title: certificateTitle({ certificate, product, decision }) }
}

const recomputeAll = async ({ req, products }: { req: PayloadRequest; products: readonly (string | null)[] }): Promise<void> => {
  for (const productId of new Set(products)) if (productId) await recomputeStars({ req, productId })
}

/** The product's stars follow every change of a certificate; one that moves changes both products. */
export const followWithStars: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  await recomputeAll({ req, products: [refOf(doc, 'product'), refOf(previousDoc ?? {}, 'product')] })
  return doc
}

/** The product loses the stars of a certificate that is deleted. */
export const dropStars: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await recomputeAll({ req, products: [refOf(doc, 'product')] })
  return doc
}
