import { isDeepStrictEqual } from 'node:util'
import type { Bench, Stage } from '../bench.ts'
import { compare, noteOf, tailOf, timesOf } from '../measure/pairs.ts'
import { type Asked, requests, variantsOf } from '../requests.ts'
import { untilIdle } from '../servers/child.ts'
import { askOnce } from '../servers/plain.ts'
import { startProgram, uncached } from '../servers/program.ts'
import { startStock } from '../servers/stock.ts'

/** @throws Error when the two do not say the same: then their speeds cannot be compared. */
const checkSame = async ({ asked, program, stock }: { asked: Asked; program: number; stock: number }): Promise<void> => {
  const [ours = []] = [variantsOf(asked.ours)]
  for (const [index, question] of asked.stock.entries()) {
    const [mine, theirs] = await Promise.all([askOnce({ port: program, question: ours[index] as (typeof ours)[number] }), askOnce({ port: stock, question })])
    const [said, saidByStock] = [asked.said.ours(JSON.parse(mine.body.toString()) as never), asked.said.stock(JSON.parse(theirs.body.toString()) as never)]
    if (!isDeepStrictEqual(said, saidByStock)) throw new Error(`"${asked.what}" is not answered alike:\n${JSON.stringify(said).slice(0, 1500)}\n${JSON.stringify(saidByStock).slice(0, 1500)}`)
  }
}

const against = async ({ bench, database }: { bench: Bench; database: 'sqlite' | 'mongodb' }): Promise<void> => {
  const { data, load, times, logFile } = bench
  const place = database === 'sqlite' ? await data.sqlite('small') : await data.mongo('small')
  const stockUrl = database === 'sqlite' ? await data.stockSqlite() : await data.stockMongo()
  const program = await startProgram({ ...place, logFile, env: uncached })
  const stock = await startStock({ databaseUrl: stockUrl, logFile })
  await Promise.all([program, stock].map(untilIdle))
  try {
    for (const asked of requests) {
      await checkSame({ asked, program: program.port, stock: stock.port })
      const compared = await compare({ load, times, ours: { ...program, questions: variantsOf(asked.ours) }, theirs: { ...stock, questions: asked.stock } })
      const name = `uncached, ${database === 'sqlite' ? 'SQLite' : 'MongoDB'}`
      bench.report({ what: `${name}, against stock Payload: ${asked.what}`, measured: compared.byRate, unit: 'times', mark: { atLeast: asked.mark[database] }, note: noteOf(compared, 'stock') })
      bench.report({ what: `${name}, p99 / p50: ${asked.what}`, measured: tailOf(compared.ours), unit: 'times', mark: { atMost: 4 }, note: timesOf(compared.ours) })
    }
  } finally {
    await Promise.all([program.stop(), stock.stop()])
  }
}

/** Answers without the response cache against stock Payload in a process of its own, on SQLite. */
export const uncachedSqlite: Stage = (bench) => against({ bench, database: 'sqlite' })

/** The same on MongoDB. */
export const uncachedMongodb: Stage = (bench) => against({ bench, database: 'mongodb' })
