import { afterEach, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { type Opened, openPayload, post } from './open-payload.ts'

type Up = (args: { db: { run: (sql: string) => Promise<unknown> } }) => Promise<void>

let opened: Opened
afterEach(async () => opened.close())

const migrate = (payload: Payload, name: string, statements: string[]) => {
  const up: Up = async ({ db }) => { for (const statement of statements) await db.run(statement) }
  return payload.db.migrate({ migrations: [{ name, up, down: async () => undefined }] as never })
}

const startWithOnePost = async () => {
  opened = await openPayload()
  const { payload } = opened
  const tag = await payload.create({ collection: 'tags', data: { name: 'tag' } } as never)
  const { id } = await payload.create({ collection: 'posts', data: post(1, [String(tag.id)]) } as never)
  return { payload, id }
}

it('makes a table anew without deleting what refers to it', async () => {
  const { payload, id } = await startWithOnePost()
  await migrate(payload, 'tags-anew', [
    'CREATE TABLE __new_tags (id text PRIMARY KEY NOT NULL, name text NOT NULL, updated_at text, created_at text)',
    'INSERT INTO __new_tags (id, name, updated_at, created_at) SELECT id, name, updated_at, created_at FROM tags',
    'DROP TABLE tags',
    'ALTER TABLE __new_tags RENAME TO tags',
  ])
  expect(await payload.findByID({ collection: 'posts', id, depth: 1 } as never)).toMatchObject({ tags: [{ name: 'tag' }] })
})

it('refuses to go on after a migration that left rows which refer to nothing', async () => {
  const { payload } = await startWithOnePost()
  await expect(migrate(payload, 'bad', ['DELETE FROM tags'])).rejects.toThrow(/refer to nothing, first in table _?posts/)
})

it('runs a migration once, and leaves foreign keys on', async () => {
  const { payload } = await startWithOnePost()
  const statements = ['CREATE TABLE extra (id text)']
  await migrate(payload, 'extra', statements)
  await migrate(payload, 'extra', statements)
  await expect(payload.db.deleteOne({ collection: 'users', where: { id: { equals: 'nobody' } } })).resolves.toBeNull()
  const { docs } = await payload.find({ collection: 'payload-migrations', sort: 'name' } as never)
  expect(docs.map((doc) => (doc as unknown as { name: string }).name)).toEqual(['all', 'extra'])
})
