import { once } from 'node:events'
import { type Child, nodeArgs, startChild } from './child.ts'

const file = 'benchmarks/servers/stock-server.ts'
// Makes the tables of an empty SQLite file, which Payload does by itself outside production only.
const loading = { NODE_ENV: 'development', PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' }

/** Fills an empty database for the stock installation. @throws Error when it fails. */
export const loadStock = async ({ databaseUrl, logFile }: { databaseUrl: string; logFile: string }): Promise<void> => {
  const child = startChild({ command: process.execPath, args: nodeArgs(file, databaseUrl, 'load'), logFile, env: loading })
  const [code] = await once(child.process, 'exit')
  if (code !== 0) throw new Error(`Filling the stock installation failed: see ${logFile}`)
}

/** The stock installation, on the core of servers. */
export const startStock = async ({ databaseUrl, logFile }: { databaseUrl: string; logFile: string }): Promise<Child & { port: number }> => {
  const child = startChild({ command: process.execPath, args: nodeArgs(file, databaseUrl), core: 'server', ipc: true, logFile })
  const [{ port }] = await Promise.race([
    once(child.process, 'message') as Promise<[{ port: number }]>,
    once(child.process, 'exit').then(() => { throw new Error(`The stock installation did not start: see ${logFile}`) }),
  ])
  return { ...child, port }
}
