import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession, MongoClient } from 'mongodb'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { governTransactions } from '../govern-transactions.ts'
import { keepSessions } from '../keep-sessions.ts'
import type { OpenTransaction } from '../transaction-state.ts'
import { noteWriteConflict } from '../write-conflict.ts'
import { chainLogins, chainSaves } from './chain-saves.ts'
import { createDocumentChains } from './document-chains.ts'
import { retryLocalApi } from './retry-local-api.ts'

type MongoAdapter = BaseDatabaseAdapter & {
  connection: { getClient: () => MongoClient; close: () => Promise<void> }
  transactionOptions?: unknown
}

export type MongodbSettings = {
  url: string
  /** Refuse to start without transactions, rather than warn. */
  requireTransactions: boolean
  timeLimitMs: number
  waitLimitMs: number
}

const transactionOptions = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' }, maxCommitTimeMS: 10_000 } as const
const COMMIT_TRIES = 4

const connectOptions = {
  // Whatever the address says: a secondary may not know yet what was acknowledged.
  readPreference: 'primary' as const,
  // What writes waits so long for a primary, which an election takes; what the public reads has a limit of its own.
  serverSelectionTimeoutMS: 5_000,
  // A server that has gone silent is noticed after this and the time to connect; then its connections are dropped, not waited for.
  heartbeatFrequencyMS: 2_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 60_000,
  waitQueueTimeoutMS: 10_000,
  maxPoolSize: 50,
}

const noTransactions =
  'MongoDB transactions are not available: DATABASE_URL names no replica set. Start mongod with --replSet (one node is enough) and add ?replicaSet=<its name> to the address'

/** Repeats a commit whose answer was lost: MongoDB promises that the same commit is not done twice. */
const commit = async (session: ClientSession): Promise<void> => {
  for (let tried = 1; ; tried++) {
    try {
      await session.commitTransaction()
      break
    } catch (error) {
      const unknown = (error as { hasErrorLabel?: (label: string) => boolean }).hasErrorLabel?.('UnknownTransactionCommitResult')
      if (unknown && tried < COMMIT_TRIES) continue
      noteWriteConflict(error)
      throw error
    }
  }
  await session.endSession().catch(() => undefined)
}

const rollback = async (session: ClientSession): Promise<void> => {
  if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
  await session.endSession().catch(() => undefined)
}

const openWith = (client: MongoClient) => async (): Promise<OpenTransaction> => {
  const session = client.startSession()
  session.startTransaction(transactionOptions)
  return {
    session,
    start: async () => { await client.db().collection('published').findOne({}, { session, projection: { _id: 1 } }) },
    tombstone: (error) => ({ inTransaction: () => { throw error } }),
    commit: () => commit(session),
    rollback: () => rollback(session),
    release: () => undefined,
  }
}

/**
 * Payload's MongoDB adapter with transactions that can be relied on: a replica set is demanded, saves of one document wait
 * for each other in the process, and a conflict with another process is repeated (Local API) or reported to whoever can repeat the request.
 * Indexes are made before the first write, or a unique value could be written twice.
 */
export const mongodbDatabase = ({ url, requireTransactions, timeLimitMs, waitLimitMs }: MongodbSettings): DatabaseAdapterObj => {
  const stock = mongooseAdapter({
    url,
    connectOptions,
    transactionOptions,
    disableIndexHints: true,
    disableFallbackSort: true,
    ensureIndexes: true,
    migrationDir: 'migrations/mongodb',
  })

  const decorate = (db: MongoAdapter): BaseDatabaseAdapter => {
    const { connect } = db
    const chains = createDocumentChains({ waitLimitMs })
    let guarded = false

    db.connect = async (args) => {
      await connect?.call(db, args)
      if (!db.transactionOptions) {
        if (requireTransactions) {
          await db.connection.close()
          throw new Error(noTransactions)
        }
        db.payload.logger.warn(noTransactions)
        return
      }
      governTransactions({ db, begin: openWith(db.connection.getClient()), timeLimitMs })
      if (guarded) return
      guarded = true
      const { payload } = db
      keepSessions(db)
      chainSaves({ payload, chains })
      chainLogins({ db, chains })
      retryLocalApi(payload)
      payload.config.hooks.afterError ??= []
      payload.config.hooks.afterError.push(({ error }) => noteWriteConflict(error))
    }
    return db
  }

  return { ...stock, init: (args) => decorate(stock.init(args) as unknown as MongoAdapter) } as DatabaseAdapterObj
}
