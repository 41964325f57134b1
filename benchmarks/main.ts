// `npm run benchmark`: all stages; `npm run benchmark -- hits mixed`: some; `-- --quick`: shorter, for development; `-- --list`: their names;
// `-- --page`: also writes the table into docs/performance.md.
import { mkdirSync, readFileSync, existsSync, writeFileSync, renameSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, Stage } from './bench.ts'
import { prepared } from './data/prepared.ts'
import { startLoad } from './load/load.ts'
import { type Row, tableOf } from './measure/table.ts'
import { writePage } from './page.ts'
import { arePinned } from './servers/child.ts'
import { hits, notModified, posts } from './stages/hits.ts'
import { largeMongodb, largeSqlite } from './stages/large.ts'
import { mixed } from './stages/mixed.ts'
import { twoProcesses } from './stages/two-processes.ts'
import { uncachedMongodb, uncachedSqlite } from './stages/uncached.ts'

const stages: Readonly<Record<string, Stage>> = {
  prepare: async ({ data }) => {
    await data.sqlite('large')
    await data.stockSqlite()
    await data.mongo('large')
    await data.stockMongo()
  },
  hits, 'not-modified': notModified, posts, 'uncached-sqlite': uncachedSqlite, 'uncached-mongodb': uncachedMongodb, mixed, 'large-sqlite': largeSqlite, 'large-mongodb': largeMongodb, 'two-processes': twoProcesses,
}

const whole = { pairs: 7, ms: 1000, warmMs: 1500 }
const quick = { pairs: 3, ms: 400, warmMs: 500 }

interface Report { machine: string; stages: Record<string, { at: string; quick: boolean; rows: Row[] }> }

const folder = 'benchmarks/results'
const resultsFile = `${folder}/results.json`
const logFile = `${folder}/servers.log`

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}; ${arePinned ? 'server on core 0, load and MongoDB on core 1' : 'processes not held to cores'}`

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false }, list: { type: 'boolean', default: false }, page: { type: 'boolean', default: false } } })
if (values.list) {
  console.log(Object.keys(stages).join('\n'))
  process.exit(0)
}
const wrong = positionals.filter((name) => !(name in stages))
if (wrong.length > 0) {
  console.error(`There is no stage ${wrong.join(', ')}; there are ${Object.keys(stages).join(', ')}`)
  process.exit(1)
}

mkdirSync(folder, { recursive: true })
const kept: Report = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) as Report : { machine: '', stages: {} }

// Each stage is kept as soon as it is done: an interrupted run loses no more than its last stage.
const keep = (stage: string, rows: Row[]): void => {
  kept.machine = machine()
  kept.stages[stage] = { at: new Date().toISOString(), quick: values.quick, rows }
  writeFileSync(`${resultsFile}.new`, JSON.stringify(kept, null, 2))
  renameSync(`${resultsFile}.new`, resultsFile)
}

const data = prepared({ logFile })
const load = startLoad({ logFile })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const failed: string[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(stages)) {
  const rows: Row[] = []
  const bench: Bench = {
    load, data, times: values.quick ? quick : whole, isQuick: values.quick, logFile,
    report: (row) => {
      rows.push({ stage: name, ...row })
      console.log(tableOf(rows.slice(-1)).split('\n').at(-1))
    },
  }
  const start = performance.now()
  try {
    await stages[name]?.(bench)
    if (rows.length > 0) keep(name, rows)
    console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`)
  } catch (error) {
    // The other stages do not depend on it.
    failed.push(name)
    console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
await load.stop()
await data.stop()

const rows = Object.keys(stages).flatMap((name) => kept.stages[name]?.rows ?? [])
console.log(`\n${machine()}\n\n${tableOf(rows)}`)
if (values.page) writePage({ machine: kept.machine, rows, at: Object.values(kept.stages).map(({ at }) => at).sort().at(-1) ?? '' })
process.exit(failed.length > 0 ? 1 : 0)
