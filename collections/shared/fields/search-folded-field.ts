import type { FieldHook, TextField } from 'payload'
import { fold } from '../../../src/text/fold.ts'
import { derivedOnly } from '../access/predicates.ts'

const MAX_LENGTH = 2000

type Source = string | ((data: Readonly<Record<string, unknown>>) => string | null | undefined)

/**
 * The main texts of a document without marks and case, so that `dac san` finds `Đặc sản`. Lists and relation pickers search it
 * through hooks/fold-search.ts. Not `hidden`: Payload refuses conditions on hidden fields.
 */
export const searchFoldedField = ({ of }: { of: readonly Source[] }): TextField => {
  const derive: FieldHook = ({ data, originalDoc }) => {
    const values = { ...originalDoc, ...data } as Record<string, unknown>
    const texts = of.map((source) => (typeof source === 'function' ? source(values) : values[source]))
    return fold(texts.filter((text) => typeof text === 'string' && text !== '').join(' ')).replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH)
  }
  return {
    name: 'searchFolded',
    type: 'text',
    label: { vi: 'Từ khóa không dấu', en: 'Words without accents' },
    access: derivedOnly,
    hooks: { beforeChange: [derive] },
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true, disableGroupBy: true },
  }
}
