import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findMongod } from '../../scripts/mongod.mjs'

/** Starts a one-node replica set on a free port of this machine. Throws when no MongoDB server can be had. */
export const startReplicaSet = async (): Promise<MongoMemoryReplSet> => {
  const systemBinary = findMongod()
  return MongoMemoryReplSet.create({
    ...(systemBinary ? { binary: { systemBinary } } : {}),
    // Killed servers leave transactions open; the deployment sets the same limit.
    instanceOpts: [{ args: ['--setParameter', 'transactionLifetimeLimitSeconds=10'], launchTimeout: 60_000 }],
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  })
}
