import { existsSync, mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { findMongod } from '../../scripts/mongod.mjs'
import { type Child, freePort, startChild } from './child.ts'

export interface Mongod extends Child { urlOf: (database: string) => string; client: MongoClient }

const settled = async (client: MongoClient): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    const hello = await client.db('admin').command({ hello: 1 }).catch(() => null)
    if (hello?.isWritablePrimary) return
    await sleep(100)
  }
  throw new Error('The MongoDB server did not become primary')
}

/** A one-node replica set on a folder that may hold one from before, on the core of the load: one server core is the program's. @throws Error when there is no mongod. */
export const startMongod = async ({ folder, logFile }: { folder: string; logFile: string }): Promise<Mongod> => {
  const binary = findMongod()
  if (!binary) throw new Error('There is no MongoDB server on this machine: set MONGOMS_SYSTEM_BINARY, or leave these stages out')
  const isNew = !existsSync(folder)
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const child = startChild({
    command: binary, core: 'load', logFile,
    args: ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'rs0', '--wiredTigerCacheSizeGB', '4', '--oplogSize', '4096', '--quiet', '--setParameter', 'transactionLifetimeLimitSeconds=60', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
  })
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 30_000 })
  await client.connect()
  const admin = client.db('admin')
  const config = { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] }
  if (isNew) await admin.command({ replSetInitiate: config })
  else {
    // It comes back on another port than before.
    const { config: known } = await admin.command({ replSetGetConfig: 1 }).catch(() => client.db('local').collection('system.replset').findOne({}).then((found) => ({ config: found }))) as { config: { version: number } | null }
    await admin.command({ replSetReconfig: { ...known, members: config.members, version: (known?.version ?? 1) + 1 }, force: true })
  }
  await settled(client)
  return {
    ...child,
    client,
    urlOf: (database) => `mongodb://127.0.0.1:${port}/${database}?replicaSet=rs0`,
    stop: async () => {
      await client.close()
      await child.stop()
    },
  }
}
