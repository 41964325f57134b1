import type { FieldHook, TextField } from 'payload'
import { sortKey } from '../../../src/text/sort-key.ts'
import { derivedOnly } from '../access/predicates.ts'

/** The place of a document in Vietnamese alphabetical order, by the text of `from`; see `src/text/sort-key.ts`. */
export const sortKeyField = ({ from }: { from: string }): TextField => {
  const derive: FieldHook = ({ data, originalDoc }) => sortKey(String(data?.[from] ?? originalDoc?.[from] ?? ''))
  return {
    name: 'sortKey',
    type: 'text',
    index: true,
    label: { vi: 'Khóa sắp xếp', en: 'Sort key' },
    access: derivedOnly,
    hooks: { beforeChange: [derive] },
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true, disableGroupBy: true },
  }
}
