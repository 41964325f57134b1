import type { FieldHook, RelationshipField } from 'payload'
import { derivedOnly } from '../access/predicates.ts'
import { staffMember } from '../access/roles.ts'
import { label } from '../label.ts'

const remember: FieldHook = ({ operation, originalDoc, req, value }) =>
  operation === 'create' ? (staffMember(req.user)?.id ?? value ?? null) : (originalDoc?.createdBy ?? null)

/** Who made the document: what "own" means in the table of permissions. Never public. */
export const createdByField = (): RelationshipField => ({
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  label: label({ vi: 'Người tạo', en: 'Created by' }),
  access: derivedOnly,
  disableDuplicate: true,
  hooks: { beforeChange: [remember] },
  admin: { position: 'sidebar', readOnly: true, allowCreate: false, condition: (data) => Boolean(data['createdBy']) },
})
