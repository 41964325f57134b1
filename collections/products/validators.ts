import type { NumberFieldSingleValidation, RelationshipFieldSingleValidation, TextareaFieldValidation, TextFieldSingleValidation } from 'payload'
import { asSystem } from '../../src/db/local-api.ts'
import { say } from '../shared/label.ts'
import { idIn, refsOf } from '../shared/public-read.ts'
import { isGtin } from './gtin.ts'

// Drafts are saved as they are: these speak when somebody publishes, and in the form.

export const nameToPublish: TextFieldSingleValidation = (value, { req }) =>
  Boolean(value?.trim()) || say({ req, vi: 'Chưa có tên sản phẩm.', en: 'The product has no name.' })

export const summaryToPublish: TextareaFieldValidation = (value, { req }) =>
  Boolean(value?.trim()) || say({ req, vi: 'Chưa có phần tóm tắt: hãy viết một, hai câu giới thiệu sản phẩm.', en: 'The summary is missing: say in a sentence or two what the product is.' })

/** A product belongs to a leaf of the classification in force; an older leaf is answered with what it became. */
export const leafToPublish: RelationshipFieldSingleValidation = async (value, { event, req }) => {
  const id = idIn(value)
  if (!id) return say({ req, vi: 'Chưa chọn nhóm sản phẩm.', en: 'The product group is missing.' })
  if (event === 'onChange') return true
  const groupsIn = async (ids: readonly string[]) => (await asSystem(req).find({ collection: 'product-groups', where: { id: { in: [...ids] } }, limit: 0 })).docs
  const [group] = await groupsIn([id])
  if (!group) return say({ req, vi: 'Nhóm sản phẩm đã chọn không còn.', en: 'The chosen product group is no more.' })
  if (group.level !== 'leaf') {
    return say({ req, vi: `“${group.name}” không phải là phân nhóm: hãy chọn một phân nhóm thuộc nhóm này.`, en: `"${group.name}" is not a leaf: choose a leaf below it.` })
  }
  if (group.classification === '26-2026') return true
  const became = (await groupsIn(refsOf({ mapsTo: group.mapsTo }, 'mapsTo'))).map(({ name }) => `“${name}”`)
  return say({
    req,
    vi: `“${group.name}” thuộc phân loại cũ${became.length > 0 ? `; hãy chọn ${became.join(' hoặc ')}` : ''}.`,
    en: `"${group.name}" is of the older classification${became.length > 0 ? `; choose ${became.join(' or ')}` : ''}.`,
  })
}

export const producerToPublish: RelationshipFieldSingleValidation = async (value, { event, req }) => {
  const id = idIn(value)
  if (!id) return say({ req, vi: 'Chưa chọn chủ thể: ai làm ra sản phẩm này?', en: 'The producer is missing: who makes this product?' })
  if (event === 'onChange') return true
  const { docs } = await asSystem(req).find({ collection: 'producers', where: { id: { equals: id } }, limit: 1 })
  return docs.length > 0 || say({ req, vi: 'Chủ thể đã chọn không còn.', en: 'The chosen producer is no more.' })
}

export const validGtin: TextFieldSingleValidation = (value, { req }) =>
  !value || isGtin(value) || say({ req, vi: 'GTIN phải có 8, 12, 13 hoặc 14 chữ số và đúng chữ số kiểm tra; hãy xem lại dãy số dưới mã vạch.', en: 'A GTIN has 8, 12, 13 or 14 digits with the right check digit: look at the number below the barcode again.' })

export const validAmount: NumberFieldSingleValidation = (value, { req }) =>
  value === null || value === undefined || (Number.isSafeInteger(value) && value >= 0) || say({ req, vi: 'Giá là số nguyên đồng, không âm.', en: 'A price is a whole number of đồng, not below zero.' })
