import { afterEach, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { afterCommit, recordCommitEvent } from '../../src/db/after-commit.ts'
import { asSystem } from '../../src/db/local-api.ts'
import { transactionHandle } from '../../src/db/transaction-handle.ts'
import { freshDatabaseUrl, onlyOn } from '../support/database.ts'
import { type Behaviour, type Opened, openPayload, post } from '../unit/db/open-payload.ts'

let opened: Opened[] = []
const start = async (options: Parameters<typeof openPayload>[0] = {}): Promise<Payload> => {
  const one = await openPayload({ url: freshDatabaseUrl({ dataDir: '' }), ...options })
  opened.push(one)
  return one.payload
}
afterEach(async () => {
  for (const { payload, close } of opened) {
    await (payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } }).connection.dropDatabase()
    await close()
  }
  opened = []
})

const create = (payload: Payload, n: number) => payload.create({ collection: 'posts', data: post(n) } as never) as unknown as Promise<{ id: string }>
const total = async (payload: Payload, collection = 'posts') => (await payload.count({ collection } as never)).totalDocs
const lineOf = (n: number) => ({ count: n, lines: [1, 2, 3, 4, 5].map((line) => ({ text: `${n}.${line}` })) })
type Post = { count: number; lines: { text: string }[] }

const isWhole = ({ count, lines }: Post) => lines.length === 5 && lines.every(({ text }) => text.startsWith(`${count}.`))

onlyOn('mongodb')('on MongoDB', () => {
  it('all of 50 concurrent saves of one document succeed', async () => {
    const payload = await start()
    const { id } = await create(payload, 1)
    await Promise.all(Array.from({ length: 50 }, (_, n) => payload.update({ collection: 'posts', id, data: lineOf(n) } as never)))
    expect(isWhole((await payload.findByID({ collection: 'posts', id } as never)) as unknown as Post)).toBe(true)
  })

  it('so do saves of one document by two processes with pools and chains of their own', async () => {
    const url = freshDatabaseUrl({ dataDir: '' })
    const [one, two] = [await start({ url }), await start({ url })]
    const { id } = await create(one, 1)
    await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).update({ collection: 'posts', id, data: lineOf(n) } as never)))
    expect(isWhole((await two.findByID({ collection: 'posts', id } as never)) as unknown as Post)).toBe(true)
  })

  it('the session of every login is kept, also when one account logs in twenty times at once', async () => {
    const payload = await start()
    const { id } = await payload.create({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-dai-1' } } as never)
    await Promise.all(Array.from({ length: 20 }, () => payload.login({ collection: 'users', data: { email: 'a@example.test', password: 'mat-khau-dai-1' } } as never)))
    expect((await payload.findByID({ collection: 'users', id, showHiddenFields: true } as never) as unknown as { sessions: unknown[] }).sessions).toHaveLength(20)
  })

  it('tells after the commit what was recorded, once, however often the save was tried', async () => {
    const url = freshDatabaseUrl({ dataDir: '' })
    const behaviour: Behaviour = {}
    const [one, two] = [await start({ url, behaviour }), await start({ url, behaviour })]
    const { id } = await create(one, 1)
    behaviour.afterChange = ({ req, doc }) => recordCommitEvent({ req, event: { kind: 'post', id: String(doc['count']), change: 'put' } })
    const heard: string[] = []
    for (const payload of [one, two]) afterCommit(payload).on((events) => heard.push(...events.map((event) => event.id)))
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).update({ collection: 'posts', id, data: lineOf(n) } as never)))
    expect(heard.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })

  it('a unique value taken by ten at once goes to one; the others hear which field', async () => {
    const payload = await start()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => payload.create({ collection: 'tags', data: { name: 'same' } } as never)))
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toHaveLength(9)
    for (const error of refused) expect(error).toMatchObject({ name: 'ValidationError', data: { errors: [{ path: 'name' }] } })
  })

  it('a save without req inside a hook is refused by name and leaves nothing', async () => {
    const behaviour: Behaviour = {}
    const payload = await start({ behaviour })
    behaviour.afterChange = async () => { await payload.create({ collection: 'tags', data: { name: 'nested' } } as never) }
    await expect(create(payload, 1)).rejects.toMatchObject({ name: 'MissingRequestError', message: expect.stringContaining('without its req') })
    expect([await total(payload), await total(payload, 'tags')]).toEqual([0, 0])
  })

  it('a transaction that never ends is rolled back after the time limit, and its late writes are refused', async () => {
    let late: Promise<unknown> | undefined
    const behaviour: Behaviour = { beforeChange: async ({ req }) => {
      await asSystem(req).create({ collection: 'tags', data: { name: 'early' } } as never)
      await sleep(2500)
      late = asSystem(req).create({ collection: 'tags', data: { name: 'late' } } as never)
      await late
    } }
    const payload = await start({ behaviour, timeLimitMs: 2000 })
    await expect(create(payload, 1)).rejects.toMatchObject({ name: 'TransactionEndedError', status: 503 })
    await expect(late).rejects.toMatchObject({ name: 'TransactionEndedError' })
    expect([await total(payload), await total(payload, 'tags')]).toEqual([0, 0])
  })

  it('frees the chain of a document whose save hangs', async () => {
    const behaviour: Behaviour = {}
    const payload = await start({ behaviour, timeLimitMs: 3000 })
    const { id } = await create(payload, 1)
    await new Promise<void>((hangs) => {
      behaviour.afterChange = () => new Promise(() => { hangs() })
      payload.update({ collection: 'posts', id, data: { count: 1 } } as never).then(() => undefined, () => undefined)
    })
    // The second one's own limit runs while it waits.
    await sleep(1500)
    delete behaviour.afterChange
    await payload.update({ collection: 'posts', id, data: { count: 2 } } as never)
    expect(await payload.findByID({ collection: 'posts', id } as never)).toMatchObject({ count: 2 })
  })

  it('gives the session of the open transaction to native writes, which are rolled back with it', async () => {
    const behaviour: Behaviour = {}
    const payload = await start({ behaviour })
    behaviour.afterChange = async ({ req }) => {
      const handle = await transactionHandle(req)
      if (handle.kind !== 'mongodb') throw new Error('not MongoDB')
      const { tags } = (payload.db as unknown as { collections: Record<string, { collection: { insertOne: (doc: object, options: object) => Promise<unknown> } }> }).collections
      await tags?.collection.insertOne({ name: 'native' }, { session: handle.session })
      throw new Error('stop')
    }
    await expect(create(payload, 1)).rejects.toThrow('stop')
    expect([await total(payload), await total(payload, 'tags')]).toEqual([0, 0])
  })

  it('refuses to start where transactions are not available, and says what to do', async () => {
    const url = new URL(freshDatabaseUrl({ dataDir: '' }))
    url.search = '?directConnection=true'
    await expect(openPayload({ url: url.href })).rejects.toThrow(/replica set.*\?replicaSet=/)
  })
})
