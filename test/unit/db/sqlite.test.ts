import { afterEach, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { afterCommit, type CommitEvent, recordCommitEvent } from '../../../src/db/after-commit.ts'
import { databaseKind } from '../../../src/db/database-kind.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { asSystem } from '../../../src/db/local-api.ts'
import { transactionHandle } from '../../../src/db/transaction-handle.ts'
import { type Behaviour, type Opened, openPayload, post } from './open-payload.ts'

type Sql = { $client: { execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> } }

let opened: Opened | undefined
const start = async (options: Parameters<typeof openPayload>[0] = {}): Promise<Payload> => {
  opened = await openPayload(options)
  return opened.payload
}
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const create = (payload: Payload, n: number, tags: string[] = [], req?: PayloadRequest) =>
  payload.create({ collection: 'posts', data: post(n, tags), ...(req ? { req } : {}) } as never) as unknown as Promise<{ id: string }>
const total = async (payload: Payload, collection = 'posts') => (await payload.count({ collection } as never)).totalDocs
const main = (payload: Payload) => (payload.db as unknown as { drizzle: Sql }).drizzle.$client
const pragma = async (client: Sql['$client'], name: string) => Object.values((await client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0]

describe('concurrent writers', () => {
  it('writes all of 100 documents with relations and rows, beside key-values, preferences and logins, without an error', async () => {
    const payload = await start({ behaviour: { beforeChange: async () => { await sleep(1) } } })
    const tags = await Promise.all([1, 2, 3, 4, 5].map(async (n) => String((await payload.create({ collection: 'tags', data: { name: `t${n}` } } as never)).id)))
    const people = await Promise.all([1, 2, 3, 4, 5].map((n) => payload.create({ collection: 'users', data: { email: `u${n}@example.test`, password: 'mat-khau-dai-1' } } as never)))
    const user = { ...people[0], collection: 'users' }
    await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => create(payload, n, tags)),
      ...Array.from({ length: 50 }, (_, n) => payload.kv.set(`key-${n}`, { n })),
      ...Array.from({ length: 20 }, (_, n) => payload.create({ collection: 'payload-preferences', data: { key: `p${n}`, value: { n } }, user } as never)),
      ...people.map((_, n) => payload.login({ collection: 'users', data: { email: `u${n + 1}@example.test`, password: 'mat-khau-dai-1' } } as never)),
    ])

    const { docs } = await payload.find({ collection: 'posts', limit: 0, depth: 0, pagination: false } as never) as unknown as { docs: { tags: string[]; lines: unknown[] }[] }
    expect(docs).toHaveLength(100)
    expect(docs.every((doc) => doc.lines.length === 5 && JSON.stringify(doc.tags) === JSON.stringify(tags))).toBe(true)
    expect((await payload.countVersions({ collection: 'posts' } as never)).totalDocs).toBe(100)
    expect((await payload.kv.keys()).length).toBe(50)
    expect(await total(payload, 'payload-preferences')).toBe(20)
    const { docs: users } = await payload.find({ collection: 'users', showHiddenFields: true } as never) as unknown as { docs: { sessions: unknown[] }[] }
    expect(users.map(({ sessions }) => sessions.length)).toEqual([1, 1, 1, 1, 1])
  })

  it('keeps the session of every login, also when one account logs in twenty times at once', async () => {
    const payload = await start()
    const { id } = await payload.create({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-dai-1' } } as never)
    await Promise.all(Array.from({ length: 20 }, () => payload.login({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-dai-1' } } as never)))
    expect((await payload.findByID({ collection: 'users', id, showHiddenFields: true } as never) as unknown as { sessions: unknown[] }).sessions).toHaveLength(20)
  })

  it('keeps the settings of both connections after many transactions', async () => {
    const payload = await start()
    for (let n = 0; n < 30; n++) await create(payload, n)
    const writer = await inTransaction({ payload, work: async (req) => {
      const handle = await transactionHandle(req)
      if (handle.kind !== 'sqlite') throw new Error('not SQLite')
      return Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) => pragma((handle.db as unknown as Sql).$client, name)))
    } })
    expect(writer).toEqual(['wal', 2, 1, 0])
    expect(await Promise.all(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => pragma(main(payload), name)))).toEqual(['wal', 2, 1])
  })

  it('waits for another process at the file without blocking, and refuses after the wait limit', async () => {
    const payload = await start({ waitLimitMs: 800 })
    const { default: Database } = await import('libsql')
    const other = new Database(String(opened?.file))
    other.exec('BEGIN IMMEDIATE')
    const waiting = create(payload, 1)
    await sleep(200)
    other.exec('COMMIT')
    await expect(waiting).resolves.toHaveProperty('id')

    other.exec('BEGIN IMMEDIATE')
    await expect(create(payload, 2)).rejects.toMatchObject({ status: 503, name: 'DatabaseBusyError' })
    other.exec('ROLLBACK')
    other.close()
    await expect(create(payload, 3)).resolves.toHaveProperty('id')
    expect(await total(payload)).toBe(2)
  })
})

describe('a transaction', () => {
  it('is rolled back whole when a hook throws after the write, and frees the queue', async () => {
    const behaviour: Behaviour = { afterChange: () => { throw new Error('a hook fails') } }
    const payload = await start({ behaviour })
    await expect(create(payload, 1)).rejects.toThrow('a hook fails')
    delete behaviour.afterChange
    await create(payload, 2)
    expect(await total(payload)).toBe(1)
    expect((await payload.countVersions({ collection: 'posts' } as never)).totalDocs).toBe(1)
  })

  it('that never ends is rolled back after the time limit; the next write has its turn, reads go on meanwhile', async () => {
    const behaviour: Behaviour = { afterChange: () => new Promise(() => undefined) }
    const payload = await start({ behaviour, timeLimitMs: 400 })
    const started = performance.now()
    const stuck = create(payload, 1)
    stuck.catch(() => undefined)
    await sleep(50)
    delete behaviour.afterChange
    const next = create(payload, 2)
    expect(await total(payload)).toBe(0)
    await next
    // It had its turn when the limit was over, not before; the read above did not wait for it.
    expect(performance.now() - started).toBeGreaterThan(400)
    expect(await total(payload)).toBe(1)
  })

  it('that is over refuses a late write of its hook and a late commit, and writes nothing', async () => {
    let late: Promise<unknown> | undefined
    const behaviour: Behaviour = { beforeChange: async ({ req }) => {
      await sleep(1500)
      late = asSystem(req).create({ collection: 'tags', data: { name: 'late' } } as never)
      await late
    } }
    const payload = await start({ behaviour, timeLimitMs: 1000 })
    await expect(create(payload, 1)).rejects.toMatchObject({ status: 503, name: 'TransactionEndedError' })
    await expect(late).rejects.toMatchObject({ name: 'TransactionEndedError' })
    expect(await total(payload)).toBe(0)
    expect(await total(payload, 'tags')).toBe(0)
  })

  it('whose commit fails is an error, is rolled back and frees the queue', async () => {
    const payload = await start()
    const failing = inTransaction({ payload, work: async (req) => {
      await create(payload, 1, [], req)
      const handle = await transactionHandle(req)
      if (handle.kind !== 'sqlite') throw new Error('not SQLite')
      // Checked at the commit: a row that refers to nothing.
      await handle.db.run('PRAGMA defer_foreign_keys = ON')
      await handle.db.run("INSERT INTO posts_rels (parent_id, path, tags_id) VALUES ('no-such-post', 'tags', 'no-such-tag')")
    } })
    await expect(failing).rejects.toThrow(/FOREIGN KEY/i)
    await create(payload, 2)
    expect(await total(payload)).toBe(1)
  })

  it('refuses a save without req inside a hook, at once and by name', async () => {
    const behaviour: Behaviour = {}
    const payload = await start({ behaviour })
    behaviour.afterChange = async () => { await payload.create({ collection: 'tags', data: { name: 'nested' } } as never) }
    const started = performance.now()
    await expect(create(payload, 1)).rejects.toMatchObject({ name: 'MissingRequestError', message: expect.stringContaining('without its req') })
    expect(performance.now() - started).toBeLessThan(1000)
    expect(await total(payload)).toBe(0)
    expect(await total(payload, 'tags')).toBe(0)
  })

  it('takes in the bare writes of its own flow: they are rolled back with it', async () => {
    const behaviour: Behaviour = {}
    const payload = await start({ behaviour })
    behaviour.afterChange = async () => {
      await payload.db.create({ collection: 'tags' as CollectionSlug, data: { name: 'bare' } })
      throw new Error('too late')
    }
    await expect(create(payload, 1)).rejects.toThrow('too late')
    expect(await total(payload, 'tags')).toBe(0)
  })

  it('lets Payload change a password, which writes without req inside its transaction', async () => {
    const payload = await start()
    await payload.create({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-dai-1' } } as never)
    const token = await payload.forgotPassword({ collection: 'users', data: { email: 'a@example.test' }, disableEmail: true } as never)
    await payload.resetPassword({ collection: 'users', data: { token: String(token), password: 'mat-khau-moi-2' }, overrideAccess: true } as never)
    await expect(payload.login({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-moi-2' } } as never)).resolves.toHaveProperty('token')
  })

  it('lets one flow save one document after another', async () => {
    const payload = await start()
    const { id } = await create(payload, 1)
    for (let n = 0; n < 5; n++) await payload.update({ collection: 'posts', id, data: { count: n } } as never)
    expect(await payload.findByID({ collection: 'posts', id } as never)).toMatchObject({ count: 4 })
    expect(databaseKind(payload)).toBe('sqlite')
  })
})

describe('after the commit', () => {
  const record = (n: string) => async ({ req }: { req: PayloadRequest }) => recordCommitEvent({ req, event: { kind: 'post', id: n, change: 'put' } })

  it('tells what was recorded, when it is there to read; never what was rolled back', async () => {
    const behaviour: Behaviour = { afterChange: record('1') }
    const payload = await start({ behaviour })
    const heard: CommitEvent[] = []
    const readable: Promise<number>[] = []
    const off = afterCommit(payload).on((events) => {
      heard.push(...events)
      readable.push(total(payload))
    })
    await create(payload, 1)
    expect(heard).toEqual([{ kind: 'post', id: '1', change: 'put' }])
    expect(await Promise.all(readable)).toEqual([1])

    behaviour.afterChange = async (args) => {
      await record('2')(args)
      throw new Error('no')
    }
    await expect(create(payload, 2)).rejects.toThrow('no')
    expect(heard).toHaveLength(1)

    off()
    behaviour.afterChange = record('3')
    await create(payload, 3)
    expect(heard).toHaveLength(1)
  })

  it('tells at once what is recorded outside a transaction, and a failing listener fails nobody', async () => {
    const payload = await start()
    const heard: string[] = []
    afterCommit(payload).on(() => { throw new Error('a bad listener') })
    afterCommit(payload).on((events) => heard.push(...events.map(({ id }) => id)))
    await recordCommitEvent({ req: await createLocalReq({}, payload), event: { kind: 'post', id: 'x', change: 'put' } })
    expect(heard).toEqual(['x'])
  })
})

describe('inTransaction', () => {
  it('writes all or nothing, also for several at once', async () => {
    const payload = await start()
    const pair = (n: number, fails: boolean) => inTransaction({ payload, work: async (req) => {
      await create(payload, n, [], req)
      await payload.create({ collection: 'tags', data: { name: `t${n}` }, req } as never)
      if (fails) throw new Error('stop')
    } })
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => pair(n, n % 2 === 1)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect([await total(payload), await total(payload, 'tags')]).toEqual([5, 5])
  })
})

describe('a unique value', () => {
  it('taken by ten at once goes to one; the others hear which field', async () => {
    const payload = await start()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => payload.create({ collection: 'tags', data: { name: 'same' } } as never)))
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toHaveLength(9)
    for (const error of refused) expect(error).toMatchObject({ name: 'ValidationError', data: { errors: [{ path: 'name' }] } })
  })
})
