import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nodeArgs, startChild, untilIdle } from '../servers/child.ts'
import { startMongod, type Mongod } from '../servers/mongod.ts'
import { programEnv, startProgram } from '../servers/program.ts'
import { loadStock } from '../servers/stock.ts'
import { LARGE, scale } from './multiply.ts'

const root = '.cache/benchmark'

/** What the data are made from: when any of it changes, they are made anew. */
const sources = ['benchmarks/data', 'benchmarks/servers/stock-config.ts', 'migrations/sqlite', 'src/published/version.ts', 'src/published/collection.ts', 'src/published/sqlite-schema.ts']

const filesOf = (path: string): string[] => (/\.\w+$/.test(path) ? [path] : readdirSync(path).map((name) => join(path, name)))

const stamp = (): string => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf).filter((name) => name.endsWith('.ts') && !name.endsWith('prepared.ts')).sort()) hash.update(file).update(readFileSync(file))
  return `${hash.digest('hex').slice(0, 12)}${scale === 1 ? '' : `-${scale}`}`
}

const extent = `${LARGE.articles.toLocaleString('en')} articles and ${LARGE.products.toLocaleString('en')} products`
const unhurried = { TRANSACTION_TIMEOUT: '60s' }

/** Runs a script of this folder to its end. */
const runScript = async ({ script, args = [], env = {}, logFile }: { script: string; args?: string[]; env?: Record<string, string>; logFile: string }): Promise<void> => {
  const child = startChild({ command: process.execPath, args: nodeArgs(`benchmarks/data/${script}`, ...args), env: { ...env, SCALE: String(scale) }, logFile })
  const [code] = await once(child.process, 'exit')
  if (code !== 0) throw new Error(`${script} failed: see ${logFile}`)
}

/** A start that does what a first start does, so that the measured ones do not. */
const settle = async ({ databaseUrl, dataDir, logFile }: { databaseUrl: string; dataDir: string; logFile: string }): Promise<void> => {
  const program = await startProgram({ databaseUrl, dataDir, logFile })
  await untilIdle({ pid: program.pid, limitMs: 180_000 })
  await program.stop()
}

export type Size = 'small' | 'large'
export interface Place { databaseUrl: string; dataDir: string }

/** The data that is measured on. It is made when first asked for and kept in `.cache/benchmark` until what it is made from changes. */
export interface Prepared {
  sqlite: (size: Size) => Promise<Place>
  /** A copy of the small one, to write in. */
  scratch: () => Promise<Place>
  stockSqlite: () => Promise<string>
  mongo: (size: Size) => Promise<Place>
  stockMongo: () => Promise<string>
  stop: () => Promise<void>
}

/** Makes a folder whole or not at all: an interrupted run leaves nothing half made. */
const makeOnce = async ({ folder, say, make }: { folder: string; say: string; make: (unfinished: string) => Promise<void> }): Promise<void> => {
  if (existsSync(folder)) return
  console.log(say)
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await make(unfinished)
  renameSync(unfinished, folder)
}

export const prepared = ({ logFile }: { logFile: string }): Prepared => {
  const here = join(root, stamp())
  mkdirSync(here, { recursive: true })
  // Those of another scale stay.
  for (const other of readdirSync(root)) if (join(root, other) !== here && other.includes('-') === (scale !== 1)) rmSync(join(root, other), { recursive: true, force: true })
  const fileIn = (folder: string): string => join(folder, 'ocop-press.db')
  const place = (folder: string): Place => ({ databaseUrl: `file:${fileIn(folder)}`, dataDir: folder })

  const sqlite = async (size: Size): Promise<Place> => {
    const folder = join(here, `sqlite-${size}`)
    if (size === 'small') {
      await makeOnce({ folder, say: 'Loading 300 articles and 500 products into SQLite, about a minute …', make: async (unfinished) => {
        await runScript({ script: 'load-program.ts', env: { ...programEnv(place(unfinished)), ...unhurried }, logFile })
        await settle({ ...place(unfinished), logFile })
      } })
    } else {
      const small = await sqlite('small')
      await makeOnce({ folder, say: `Loading ${extent} into SQLite, a few minutes and 6 GB …`, make: async (unfinished) => {
        copyFileSync(fileIn(small.dataDir), fileIn(unfinished))
        await runScript({ script: 'enlarge-sqlite.ts', args: [fileIn(unfinished)], logFile })
        await settle({ ...place(unfinished), logFile })
      } })
    }
    return place(folder)
  }

  let running: Promise<Mongod> | undefined
  const mongod = (): Promise<Mongod> => (running ??= startMongod({ folder: join(here, 'mongodb'), logFile }))
  const marks = async () => (await mongod()).client.db('benchmark').collection<{ _id: string }>('made')

  const onceInMongo = async ({ database, say, make }: { database: string; say: string; make: (url: string, server: Mongod) => Promise<void> }): Promise<string> => {
    const server = await mongod()
    const url = server.urlOf(database)
    if (await (await marks()).findOne({ _id: database })) return url
    console.log(say)
    await server.client.db(database).dropDatabase()
    await make(url, server)
    await (await marks()).insertOne({ _id: database })
    return url
  }

  const dataDirOf = (name: string): string => {
    const folder = join(here, name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const mongo = async (size: Size): Promise<Place> => {
    const dataDir = dataDirOf(`mongodb-${size}`)
    if (size === 'small') {
      const databaseUrl = await onceInMongo({ database: 'small', say: 'Loading 300 articles and 500 products into MongoDB, about a minute …', make: async (url) => {
        await runScript({ script: 'load-program.ts', env: { ...programEnv({ databaseUrl: url, dataDir }), ...unhurried }, logFile })
        await settle({ databaseUrl: url, dataDir, logFile })
      } })
      return { databaseUrl, dataDir }
    }
    await mongo('small')
    const databaseUrl = await onceInMongo({ database: 'large', say: `Loading ${extent} into MongoDB, a few minutes …`, make: async (url, { client }) => {
      const small = client.db('small')
      for (const { name } of await small.listCollections({}, { nameOnly: true }).toArray()) await small.collection(name).aggregate([{ $match: {} }, { $out: { db: 'large', coll: name } }]).toArray()
      // Makes the indexes.
      await settle({ databaseUrl: url, dataDir, logFile })
      await runScript({ script: 'enlarge-mongo.ts', args: [url], logFile })
      await settle({ databaseUrl: url, dataDir, logFile })
    } })
    return { databaseUrl, dataDir }
  }

  return {
    sqlite,
    mongo,
    scratch: async () => {
      const { dataDir } = await sqlite('small')
      const folder = join(here, 'scratch')
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      copyFileSync(fileIn(dataDir), fileIn(folder))
      return place(folder)
    },
    stockSqlite: async () => {
      const folder = join(here, 'sqlite-stock')
      await makeOnce({ folder, say: 'Loading the same into stock Payload on SQLite …', make: (unfinished) => loadStock({ databaseUrl: `file:${fileIn(unfinished)}`, logFile }) })
      return `file:${fileIn(folder)}`
    },
    stockMongo: () => onceInMongo({ database: 'stock', say: 'Loading the same into stock Payload on MongoDB …', make: (url) => loadStock({ databaseUrl: url, logFile }) }),
    stop: async () => { await (await running)?.stop() },
  }
}
