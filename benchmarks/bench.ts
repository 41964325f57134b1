import type { Prepared } from './data/prepared.ts'
import type { Load } from './load/load.ts'
import type { Times } from './measure/pairs.ts'
import type { Row } from './measure/table.ts'

/** What every stage works with. */
export interface Bench {
  load: Load
  data: Prepared
  times: Times
  isQuick: boolean
  /** Where the servers write. */
  logFile: string
  /** Adds a row to the report and shows it. */
  report: (row: Omit<Row, 'stage'>) => void
}

export type Stage = (bench: Bench) => Promise<void>
