import type { Block, FieldHook, JSONFieldValidation } from 'payload'
import { say } from '../label.ts'
import { label } from '../label.ts'

const MAX_ROWS = 100
const MAX_COLUMNS = 12
const MAX_CELL = 500

const isText = (cell: unknown): cell is string => typeof cell === 'string'

const validRows: JSONFieldValidation = (value, { req }) => {
  const rows: unknown = value
  const isGrid = Array.isArray(rows) && rows.length > 0 && rows.every((row) => Array.isArray(row) && row.every(isText))
  if (!isGrid) return say({ req, vi: 'Bảng chưa có dòng nào.', en: 'The table has no rows.' })
  const grid = rows as string[][]
  const columns = grid[0]?.length ?? 0
  if (columns === 0 || grid.some((row) => row.length !== columns)) return say({ req, vi: 'Mọi dòng của bảng phải có cùng số cột.', en: 'All rows of a table have the same number of cells.' })
  if (grid.length > MAX_ROWS || columns > MAX_COLUMNS) return say({ req, vi: `Bảng có nhiều nhất ${MAX_ROWS} dòng, ${MAX_COLUMNS} cột.`, en: `A table has at most ${MAX_ROWS} rows and ${MAX_COLUMNS} columns.` })
  if (grid.some((row) => row.some((cell) => cell.length > MAX_CELL))) return say({ req, vi: `Mỗi ô có nhiều nhất ${MAX_CELL} ký tự.`, en: `A cell has at most ${MAX_CELL} characters.` })
  return grid.some((row) => row.some((cell) => cell.trim() !== '')) || say({ req, vi: 'Bảng còn trống.', en: 'The table is empty.' })
}

// A table pasted from a spreadsheet often ends with empty rows.
const dropEmptyEnd: FieldHook = ({ value }) => {
  if (!Array.isArray(value)) return value
  const last = value.findLastIndex((row) => Array.isArray(row) && row.some((cell) => isText(cell) && cell.trim() !== ''))
  return last < 0 ? value : value.slice(0, last + 1)
}

/** A table of texts: `rows` is an array of rows, each an array of as many texts. */
export const tableBlock: Block = {
  slug: 'table',
  labels: { singular: label({ vi: 'Bảng', en: 'Table' }), plural: label({ vi: 'Bảng', en: 'Tables' }) },
  fields: [
    { name: 'caption', type: 'text', maxLength: 300, label: label({ vi: 'Tên bảng', en: 'Caption' }) },
    { name: 'firstRowIsHeader', type: 'checkbox', defaultValue: true, label: label({ vi: 'Dòng đầu là tiêu đề cột', en: 'The first row is the header' }) },
    {
      name: 'rows', type: 'json', required: true, validate: validRows, label: label({ vi: 'Nội dung bảng', en: 'Cells' }),
      hooks: { beforeChange: [dropEmptyEnd] },
      admin: { components: { Field: '/src/admin/table-field.tsx#TableField' }, description: label({ vi: 'Có thể dán cả bảng chép từ Excel hoặc Word vào một ô.', en: 'A whole table copied from a spreadsheet can be pasted into a cell.' }) },
    },
  ],
}
