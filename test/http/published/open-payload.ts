import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { BasePayload, buildConfig, type Payload } from 'payload'
import { collections } from '../../../collections/index.ts'
import { globals } from '../../../globals/index.ts'
import { createDatabase } from '../../../src/db/create-database.ts'
import { outboxCollection } from '../../../src/outbox/collection.ts'
import { viewCollections } from '../../../src/views/collections.ts'
import { publishedCollection } from '../../../src/published/collection.ts'
import { withGlobalPublication, withPublication } from '../../../src/published/publication-hook.ts'
import { addPublishedTables } from '../../../src/published/sqlite-schema.ts'
import { type Store, storeOf } from '../../../src/published/store.ts'
import { webhookNotes } from '../../../src/webhooks/notes.ts'
import { databaseKind, freshDatabaseUrl } from '../../support/database.ts'

export type Opened = { payload: Payload; store: Store; url: string; close: () => Promise<void> }

/** The whole content model in this process, without a server, on a fresh database or on the given one. */
export const openPayload = async ({ url: given }: { url?: string } = {}): Promise<Opened> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-published-'))
  const url = given ?? freshDatabaseUrl({ dataDir })
  const payload = new BasePayload()
  const config = await buildConfig({
    secret: randomUUID(),
    db: await createDatabase({
      url, timeLimitMs: 20_000, requireTransactions: true, isMigrating: () => false, afterSchemaInit: [addPublishedTables],
      loadMigrations: async () => (await import('../../../migrations/sqlite/index.ts')).migrations as never,
    }),
    collections: [...collections.map(withPublication), publishedCollection({ database: databaseKind }), outboxCollection, ...viewCollections, webhookNotes],
    globals: globals.map(withGlobalPublication),
    editor: lexicalEditor(),
    graphQL: { disable: true },
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  })
  await payload.init({ config, cron: false, disableOnInit: true })
  const store = await storeOf(payload)
  return {
    payload,
    store,
    url,
    close: async () => {
      store.close()
      await payload.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A document made by the program itself. */
export const make = async (payload: Payload, collection: string, data: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<{ id: string } & Record<string, any>> =>
  (await payload.create({ collection, data, depth: 0, ...more } as never)) as never

export const change = async (payload: Payload, collection: string, id: string, data: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<{ id: string } & Record<string, any>> =>
  (await payload.update({ collection, id, data, depth: 0, ...more } as never)) as never
