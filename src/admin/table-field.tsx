'use client'

import { Button, FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import type { ClipboardEvent } from 'react'

type Grid = string[][]

const empty: Grid = [['', ''], ['', '']]

const texts = {
  vi: { addRow: 'Thêm dòng', addColumn: 'Thêm cột', removeRow: 'Bỏ dòng cuối', removeColumn: 'Bỏ cột cuối', cell: 'Ô' },
  en: { addRow: 'Add row', addColumn: 'Add column', removeRow: 'Remove last row', removeColumn: 'Remove last column', cell: 'Cell' },
}

const gridOf = (value: unknown): Grid => (Array.isArray(value) && value.length > 0 && value.every(Array.isArray) ? (value as Grid) : empty)

const widthOf = (grid: Grid): number => Math.max(1, ...grid.map((row) => row.length))

/** The grid with a pasted one laid over it from a cell on, grown where that is needed. */
const overlaid = ({ grid, pasted, row, column }: { grid: Grid; pasted: Grid; row: number; column: number }): Grid => {
  const height = Math.max(grid.length, row + pasted.length)
  const width = Math.max(widthOf(grid), column + widthOf(pasted))
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => pasted[y - row]?.[x - column] ?? grid[y]?.[x] ?? ''))
}

/** A small spreadsheet for a table of texts; a table copied elsewhere is pasted whole. */
export const TableField: JSONFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { value, setValue, showError, path, disabled } = useField<Grid | null>({ potentiallyStalePath: givenPath })
  const { i18n } = useTranslation()
  const say = texts[i18n.language === 'en' ? 'en' : 'vi']
  const grid = gridOf(value)
  const locked = Boolean(readOnly) || disabled
  const width = widthOf(grid)

  const write = ({ row, column, text }: { row: number; column: number; text: string }) =>
    setValue(grid.map((cells, y) => (y === row ? cells.map((cell, x) => (x === column ? text : cell)) : cells)))

  const paste = ({ event, row, column }: { event: ClipboardEvent; row: number; column: number }) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    setValue(overlaid({ grid, pasted: text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim())), row, column }))
  }

  return (
    <div className={`field-type table-field${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <FieldError path={path} showError={showError} />
      <div style={{ overflowX: 'auto' }}>
        <table style={{ borderCollapse: 'collapse', width: '100%' }}>
          <tbody>
            {grid.map((cells, row) => (
              <tr key={row}>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column} style={{ border: '1px solid var(--theme-elevation-150)', minWidth: '7rem', padding: 0 }}>
                    <input
                      aria-label={`${say.cell} ${row + 1}, ${column + 1}`}
                      disabled={locked}
                      onChange={({ target }) => write({ row, column, text: target.value })}
                      onPaste={(event) => paste({ event, row, column })}
                      style={{ background: 'transparent', border: 0, color: 'inherit', padding: '0.5rem', width: '100%' }}
                      value={cells[column] ?? ''}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!locked && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', marginTop: '0.5rem' }}>
          <Button buttonStyle="secondary" margin={false} onClick={() => setValue([...grid, Array<string>(width).fill('')])} size="small">{say.addRow}</Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => setValue(grid.map((row) => [...row, '']))} size="small">{say.addColumn}</Button>
          <Button buttonStyle="secondary" disabled={grid.length < 2} margin={false} onClick={() => setValue(grid.slice(0, -1))} size="small">{say.removeRow}</Button>
          <Button buttonStyle="secondary" disabled={width < 2} margin={false} onClick={() => setValue(grid.map((row) => row.slice(0, -1)))} size="small">{say.removeColumn}</Button>
        </div>
      )}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
