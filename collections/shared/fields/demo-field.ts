import type { CheckboxField, FieldHook } from 'payload'
import { derivedOnly } from '../access/predicates.ts'
import { label } from '../label.ts'

const keep: FieldHook = ({ operation, originalDoc, value }) => (operation === 'update' ? (originalDoc?.demo ?? value ?? false) : (value ?? false))

/** Marks what the seed wrote as an example. Only the program sets it; never public. */
export const demoField = (): CheckboxField => ({
  name: 'demo',
  type: 'checkbox',
  label: label({ vi: 'Dữ liệu mẫu', en: 'Demo content' }),
  defaultValue: false,
  access: derivedOnly,
  disableDuplicate: true,
  hooks: { beforeChange: [keep] },
  admin: { position: 'sidebar', readOnly: true, condition: (data) => data['demo'] === true },
})
