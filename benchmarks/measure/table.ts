import { type Mark, reaches, type Spread } from './statistics.ts'

/** How the numbers of a row are written. `percent`: a ratio in per cent; `times`: a ratio with ×. */
export type Unit = 'percent' | 'times' | 'ms' | 's' | 'MB' | 'count'

/** A line of the report: what was measured and what it has to reach, if anything. */
export interface Row {
  /** What it belongs to, as the stages are named. */
  stage: string
  what: string
  measured: Spread
  unit: Unit
  mark?: Mark
  /** Further figures: rates, times, the load of the processors. */
  note?: string
}

const writers: Readonly<Record<Unit, (value: number) => string>> = {
  percent: (value) => `${(value * 100).toFixed(0)} %`,
  times: (value) => `${value.toFixed(2)} ×`,
  ms: (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`,
  s: (value) => `${value.toFixed(1)} s`,
  MB: (value) => `${value.toFixed(0)} MB`,
  count: (value) => `${value}`,
}

const markText = (mark: Mark, write: (value: number) => string): string => ('atLeast' in mark ? `≥ ${write(mark.atLeast)}` : `≤ ${write(mark.atMost)}`)

export const verdictOf = ({ measured, mark }: Row): string => (!mark ? '' : Number.isNaN(measured.median) ? 'not measured' : reaches(measured.median, mark) ? 'reached' : 'MISSED')

const headings = ['stage', 'what', 'median', 'spread', 'mark', '', 'note'] as const

const cellsOf = (row: Row): string[] => {
  const write = writers[row.unit]
  const { median, min, max } = row.measured
  return [row.stage, row.what, write(median), min === max ? '' : `${write(min)} – ${write(max)}`, row.mark ? markText(row.mark, write) : '', verdictOf(row), row.note ?? '']
}

/** The rows as one Markdown table, its columns aligned. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [[...headings], ...rows.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(3, ...lines.map((cells) => [...(cells[column] ?? '')].length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`
  const [head = [], ...body] = lines
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n')
}
