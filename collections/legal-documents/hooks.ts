import type { CollectionBeforeValidateHook } from 'payload'
import { asSystem } from '../../src/db/local-api.ts'
import { isDay } from '../../src/ocop/day.ts'
import { type DocumentKind, documentKindOf, normalizeDocumentNumber } from '../../src/ocop/document-number.ts'
import { formatCitation } from '../../src/ocop/format-citation.ts'
import { legalDocumentKey } from '../../src/ocop/legal-document-key.ts'
import { refuse } from '../shared/problem.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Writes the number in its one form, tells the type by it where nobody did, and derives identity and citation. */
export const deriveIdentity: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const merged = { ...originalDoc, ...data }
  const number = normalizeDocumentNumber(text(merged.number))
  const issuer = text(merged.issuer)
  const date = isDay(merged.date) ? merged.date : null
  const type = (text(merged.type) || documentKindOf(number)) as DocumentKind | null
  if (number && !type) {
    refuse({
      req,
      collection: collection.slug,
      id: originalDoc?.id,
      problems: [{ path: 'type', message: { vi: `Ký hiệu “${number}” không cho biết loại văn bản, hãy chọn.`, en: `The number "${number}" does not tell the type: choose it.` } }],
    })
  }
  if (!number || !issuer || !date) return { ...data, ...(number ? { number } : {}), ...(type ? { type } : {}) }
  return {
    ...data,
    number,
    ...(type ? { type } : {}),
    identityKey: legalDocumentKey({ number, issuer, date }),
    citation: formatCitation({ number, issuer, date, kind: type ?? undefined }),
  }
}

/** Refuses a document that is there already, whoever wrote its issuer out or abbreviated it: the message says which one. */
export const refuseSecondRecord: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  const identityKey = text(data?.identityKey)
  if (!identityKey) return data
  const id = originalDoc?.id
  const { docs: [same] } = await asSystem(req).find({
    collection: 'legal-documents',
    where: { and: [{ identityKey: { equals: identityKey } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    limit: 1,
  })
  if (same) {
    refuse({
      req,
      collection: collection.slug,
      id,
      problems: [{
        path: 'number',
        message: {
          vi: `Văn bản này đã có: ${same.citation} (“${same.title}”). Hãy dùng bản ghi đó thay vì tạo thêm.`,
          en: `This document is on record already: ${same.citation} ("${same.title}"). Use that record instead of a second one.`,
        },
      }],
    })
  }
  return data
}
