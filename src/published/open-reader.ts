import { MongoClient } from 'mongodb'
import type { Payload } from 'payload'
import type { Store } from './store.ts'

/**
 * Opens the store for reading, without Payload, by the address of its database: for a thread that only reads. What would write fails.
 * @throws what the driver throws when MongoDB cannot be reached.
 */
export const openReader = async ({ databaseUrl }: { databaseUrl: string }): Promise<{ store: Store; close: () => Promise<void> }> => {
  // All that reading asks of a Payload instance is its connection.
  const standIn = (db: unknown): Payload => ({ db }) as unknown as Payload
  if (databaseUrl.startsWith('file:')) {
    const { createSqliteStore } = await import('./sqlite-store.ts')
    const store = createSqliteStore({ payload: standIn({ clientConfig: { url: databaseUrl } }) })
    return { store, close: async () => store.close() }
  }
  const client = await new MongoClient(databaseUrl, { serverSelectionTimeoutMS: 5_000, readPreference: 'primary', maxPoolSize: 4 }).connect()
  const { createMongoStore } = await import('./mongo-store.ts')
  return { store: createMongoStore({ payload: standIn({ connection: { db: client.db() } }) }), close: () => client.close() }
}
