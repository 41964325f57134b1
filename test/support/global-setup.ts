import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildServer } from '../../scripts/build.mjs'
import { startReplicaSet } from './mongo.ts'
import { startServer } from './server.ts'

type Shared = { ocopPressSetup?: Promise<void>; ocopPressStop?: Array<() => Promise<unknown>> }
const shared = globalThis as Shared

// A template for each state of the built server: a new migration or collection makes a new one.
const templatePath = () => {
  const hash = createHash('sha256')
  for (const file of readdirSync('migrations/sqlite').sort()) hash.update(readFileSync(join('migrations/sqlite', file)))
  hash.update(readFileSync('dist/main.js'))
  return resolve('.cache/test', `template-${hash.digest('hex').slice(0, 16)}.db`)
}

const prepareTemplate = async () => {
  const path = templatePath()
  process.env.SQLITE_TEMPLATE = path
  if (existsSync(path)) return
  const folder = join(resolve('.cache/test'), `boot-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startServer({ on: { dataDir: folder, databaseUrl: `file:${join(folder, 'ocop-press.db')}` } })
  await server.stop({ keep: true })
  renameSync(join(folder, 'ocop-press.db'), path)
  rmSync(folder, { recursive: true, force: true })
}

const setUp = async () => {
  shared.ocopPressStop = []
  if (process.env.SKIP_BUILD !== '1') await buildServer()
  await prepareTemplate()
}

const setUpMongo = async () => {
  if (process.env.MONGODB_TEST_URL) return
  const replicaSet = await startReplicaSet()
  shared.ocopPressStop?.push(() => replicaSet.stop())
  process.env.MONGODB_TEST_URL = replicaSet.getUri()
}

/** Runs once before the projects that need the built server: the bundle and the SQLite template. */
export default async () => {
  shared.ocopPressSetup ??= setUp()
  await shared.ocopPressSetup
}

/** The same, and a replica set: for the MongoDB project. */
export const withMongo = async () => {
  shared.ocopPressSetup ??= setUp()
  await shared.ocopPressSetup
  await setUpMongo()
}
