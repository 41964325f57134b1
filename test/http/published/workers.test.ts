import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { onlyOn } from '../../support/database.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, makeSamples, type Samples } from '../access/samples.ts'

onlyOn('mongodb')('two workers on one database', () => {
  let servers: TestServer[] = []
  let client: MongoClient
  let admin: Client
  let samples: Samples

  beforeAll(async () => {
    const first = await startServer()
    servers = [first, await startServer({ env: { DATABASE_URL: first.databaseUrl } })]
    client = await new MongoClient(first.databaseUrl).connect()
    admin = await staff(first).as('administrator')
    samples = await makeSamples(admin)
  }, 120_000)
  afterAll(async () => {
    await client?.close()
    for (const server of servers) await server.stop()
  })

  const log = () => client.db().collection<{ _id: number; of: string }>('published_log')
  const holder = async () => (await client.db().collection<{ _id: string; holder: string }>('leases').findOne({ _id: 'worker' }))?.holder
  const entriesOf = async (ids: readonly string[]) => (await log().find({ of: { $in: ids.map((id) => `article:${id}`) } }).toArray()).map(({ of }) => of.slice('article:'.length))
  const until = async <T>(read: () => Promise<T>, holds: (value: T) => boolean, ms: number): Promise<T> => {
    for (const end = performance.now() + ms; ;) {
      const value = await read()
      if (holds(value) || performance.now() > end) return value
      await sleep(100)
    }
  }
  const schedule = async (at: string) =>
    Promise.all(Array.from({ length: 4 }, async (_, n) => {
      const { status, body } = await admin.post('/articles', { ...article(samples, { title: `Hẹn ${at} ${n}` }), _status: 'published', publishedAt: at })
      expect(status).toBe(201)
      return String(body.doc.id)
    }))
  const setClocks = (now: string | null) => Promise.all(servers.map((server) => server.setClock(now)))

  it('one of them does the work; when it is killed the other takes over, and nothing is told twice or lost', async () => {
    const [due, later] = [await schedule('2035-01-01T00:00:00.000Z'), await schedule('2035-02-01T00:00:00.000Z')]
    const known = await until(holder, Boolean, 10_000)
    await setClocks('2035-01-01T00:00:01.000Z')
    expect((await until(() => entriesOf(due), (found) => found.length >= due.length, 10_000)).sort()).toEqual([...due].sort())
    await sleep(1500)
    expect((await entriesOf(due)).sort()).toEqual([...due].sort())
    expect(await entriesOf(later)).toEqual([])

    // The first one works: it was there before the other. Killed, its lease runs out and the other one takes it.
    const [, second] = servers as [TestServer, TestServer]
    await servers[0]?.kill()
    servers = [second]
    await setClocks('2035-02-01T00:00:01.000Z')
    expect((await until(() => entriesOf(later), (found) => found.length >= later.length, 40_000)).sort()).toEqual([...later].sort())
    expect(known).not.toBe(await holder())
  }, 90_000)
})
