import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BasePayload, buildConfig, type CollectionConfig, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { createDatabase } from '../../../src/db/create-database.ts'
import type { Migrations } from '../../../src/db/sqlite/migrations.ts'

type DrizzleKit = {
  schema: Record<string, unknown>
  defaultDrizzleSnapshot: unknown
  requireDrizzleKit: () => { generateDrizzleJson: (schema: unknown) => Promise<unknown>; generateMigration: (from: unknown, to: unknown) => Promise<string[]> }
}

const open = () => true
const access = { create: open, read: open, update: open, delete: open }

/** What hooks of the test collections do in the moment of a save; a test sets it. */
export type Behaviour = {
  beforeChange?: (args: { req: PayloadRequest; data: Record<string, unknown> }) => Promise<void> | void
  afterChange?: (args: { req: PayloadRequest; doc: Record<string, unknown> }) => Promise<void> | void
}

const collectionsWith = (behaviour: Behaviour): CollectionConfig[] => [
  { slug: 'users', access, auth: { useSessions: true, maxLoginAttempts: 50 }, versions: false, fields: [{ name: 'name', type: 'text' }] },
  { slug: 'tags', access, versions: false, fields: [{ name: 'name', type: 'text', required: true, unique: true }] },
  {
    slug: 'posts',
    access,
    versions: { drafts: true, maxPerDoc: 20 },
    hooks: {
      beforeChange: [async ({ req, data }) => { await behaviour.beforeChange?.({ req, data: data as Record<string, unknown> }) }],
      afterChange: [async ({ req, doc }) => { await behaviour.afterChange?.({ req, doc: doc as Record<string, unknown> }) }],
    },
    fields: [
      { name: 'title', type: 'text', required: true },
      { name: 'slug', type: 'text', unique: true },
      { name: 'count', type: 'number' },
      { name: 'tags', type: 'relationship', relationTo: 'tags' as CollectionSlug, hasMany: true },
      { name: 'lines', type: 'array', fields: [{ name: 'text', type: 'text' }] },
    ],
  },
]

export type Opened = { payload: Payload; file: string; close: () => Promise<void> }
type Options = { behaviour?: Behaviour; url?: string; timeLimitMs?: number; waitLimitMs?: number; requireTransactions?: boolean }

/** Payload with a small content model of its own, on a fresh SQLite file or the given database, through `createDatabase`. */
export const openPayload = async ({ behaviour = {}, url: given, timeLimitMs = 10_000, waitLimitMs = 30_000, requireTransactions = true }: Options = {}): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-press-db-'))
  const file = join(folder, 'test.db')
  const payload = new BasePayload()
  const loadMigrations = async (): Promise<Migrations> => {
    const db = payload.db as unknown as DrizzleKit
    const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
    const statements = await generateMigration(db.defaultDrizzleSnapshot, await generateDrizzleJson(db.schema))
    const up = async ({ db: transaction }: { db: { run: (sql: string) => Promise<unknown> } }) => {
      for (const statement of statements) await transaction.run(statement)
    }
    return [{ name: 'all', up, down: async () => undefined }] as unknown as Migrations
  }
  const config = await buildConfig({
    secret: randomUUID(),
    db: await createDatabase({ url: given ?? `file:${file}`, timeLimitMs, waitLimitMs, requireTransactions, loadMigrations, isMigrating: () => false }),
    collections: collectionsWith(behaviour),
    graphQL: { disable: true },
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  })
  await payload.init({ config, disableOnInit: true })
  return {
    payload,
    file,
    close: async () => {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A document of the test collection `posts` with everything that spreads over several tables. */
export const post = (n: number, tags: string[] = []) => ({
  title: `Bài ${n}`,
  slug: `bai-${n}`,
  count: 0,
  tags,
  lines: [1, 2, 3, 4, 5].map((line) => ({ text: `${n}.${line}` })),
  _status: 'published',
})
