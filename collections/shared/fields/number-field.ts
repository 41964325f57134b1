import type { FieldHook, NumberField } from 'payload'
import { nextNumber } from '../../../src/db/next-number.ts'
import { derivedOnly } from '../access/predicates.ts'
import { label } from '../label.ts'

const allocate: FieldHook = async ({ operation, originalDoc, collection, req }) => {
  // A duplicate is created with its model as originalDoc: only an update keeps the number.
  const own: unknown = operation === 'update' ? originalDoc?.number : undefined
  return typeof own === 'number' ? own : nextNumber({ req, counter: collection?.slug ?? 'unknown' })
}

/** A short number, sequential in its collection, for addresses such as `…-1042.html`. Given once and never changed; gaps are possible. */
export const numberField = (): NumberField => ({
  name: 'number',
  type: 'number',
  label: label({ vi: 'Mã số', en: 'Number' }),
  unique: true,
  index: true,
  access: derivedOnly,
  disableDuplicate: true,
  hooks: { beforeChange: [allocate] },
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['number']), description: label({ vi: 'Có trong địa chỉ của trang, không đổi.', en: 'Part of the page’s address; never changes.' }) },
})
