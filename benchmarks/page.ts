import { readFileSync, writeFileSync } from 'node:fs'
import { type Row, tableOf } from './measure/table.ts'

const page = 'docs/performance.md'
const BEGIN = '<!-- the last table: written by `npm run benchmark -- --page` -->'
const END = '<!-- end of the table -->'

/** Puts the table into the documentation. @throws Error when the place for it is gone. */
export const writePage = ({ machine, rows, at }: { machine: string; rows: readonly Row[]; at: string }): void => {
  const text = readFileSync(page, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the table`)
  writeFileSync(page, `${before}${BEGIN}\n\nMeasured on ${at.slice(0, 10)}: ${machine}.\n\n${tableOf(rows)}\n\n${END}${after}`)
}
