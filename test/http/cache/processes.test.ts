import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onlyOn } from '../../support/database.ts'
import { type Proxy, startProxy } from '../../support/proxy.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, idOf, makeSamples, type Samples } from '../access/samples.ts'

const TRIALS = 200
const LIMIT_MS = 5_000

type Answer = { status: number; text: string; header: (name: string) => string | null }

/** One process writes, another answers; between the other one and the database there is a proxy. */
onlyOn('mongodb')('processes on one database', () => {
  let writer: TestServer
  let other: TestServer
  let proxy: Proxy
  let admin: Client
  let samples: Samples
  let id: string

  const write = async (more: Record<string, unknown>) => idOf(await admin.post('/articles', article(samples, { _status: 'published', publishedAt: '2026-03-01T01:00:00.000Z', ...more })))
  beforeAll(async () => {
    writer = await startServer()
    const url = new URL(writer.databaseUrl)
    proxy = await startProxy({ to: Number(url.port) })
    url.host = `127.0.0.1:${proxy.port}`
    // Else the driver would ask the replica set where it is, and pass the proxy by.
    url.searchParams.set('directConnection', 'true')
    other = await startServer({ env: { DATABASE_URL: url.href, ROLE: 'api', UPLOAD_DIR: join(writer.dataDir, 'uploads') } })
    admin = await staff(writer).as('administrator')
    samples = await makeSamples(admin)
    id = await write({ title: 'Bản đầu', slug: 'ban-dau' })
    await write({ title: 'Sắp hết hạn', slug: 'sap-het-han', unpublishAt: '2059-12-31T10:00:00.000Z' })
  }, 180_000)
  afterAll(async () => {
    proxy?.restore()
    await Promise.all([other?.stop(), writer?.stop()])
    await proxy?.stop()
  })

  const ask = async (path: string): Promise<Answer> => {
    const response = await other.fetch(path)
    return { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) }
  }
  const until = async (path: string, holds: (answer: Answer) => boolean, ms = 20_000): Promise<Answer> => {
    for (const end = performance.now() + ms; ;) {
      const answer = await ask(path)
      if (holds(answer) || performance.now() > end) return answer
      await sleep(2)
    }
  }
  const save = async (title: string) => expect((await admin.patch(`/articles/${id}?depth=0`, { title, _status: 'published' })).status).toBe(200)
  const isStale = ({ header }: Answer) => header('cache-status') === 'OCOP-Press; hit; detail=stale'
  const bySlug = '/v1/articles/ban-dau'
  const list = '/v1/articles?first=3'
  const inGraphql = `/graphql?query=${encodeURIComponent('{ articles(first: 5) { nodes { title } } }')}`
  const metric = async (name: string) => Number(new RegExp(`^${name} ([\\d.e-]+)$`, 'm').exec((await ask('/metrics')).text)?.[1])
  const hits = () => metric('cache_hits_total')
  let asked = 0
  /** An address that nobody has asked for yet. */
  const another = () => `/v1/articles?first=${10 + (asked += 1)}`
  const timed = async (path: string): Promise<Answer & { ms: number }> => {
    const begun = performance.now()
    return { ...(await ask(path)), ms: performance.now() - begun }
  }
  const health = async () => {
    const { status, text } = await ask('/readyz')
    return [status, JSON.parse(text).degraded ?? false]
  }

  it('a save in one is answered by the other within 5 s, every time', async () => {
    const urls = [bySlug, list, inGraphql]
    const took: number[] = []
    const before = await hits()
    for (let n = 0; n < TRIALS; n++) {
      const path = urls[n % urls.length] as string
      const title = `Lần thứ ${n}`
      // Its cache is warm on that address: the second answer is a stored one.
      await ask(path)
      expect((await ask(path)).status).toBe(200)
      await save(title)
      const saved = performance.now()
      expect((await until(path, ({ text }) => text.includes(`${title}"`), LIMIT_MS)).text).toContain(`${title}"`)
      took.push(performance.now() - saved)
    }
    took.sort((a, b) => a - b)
    const at = (share: number) => Math.round(took[Math.ceil(took.length * share) - 1] ?? NaN)
    process.stdout.write(`A save was answered by another process after p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms (${took.length} trials)\n`)
    expect(took).toHaveLength(TRIALS)
    expect(at(1)).toBeLessThan(LIMIT_MS)
    expect((await hits()) - before).toBeGreaterThanOrEqual(TRIALS)
  }, 180_000)

  it('a process keeps a pulse, which goes with it', async () => {
    const client = await new MongoClient(writer.databaseUrl).connect()
    const pulses = () => client.db().collection('pulses')
    const third = await startServer({ env: { DATABASE_URL: writer.databaseUrl, ROLE: 'api' } })
    expect(await pulses().countDocuments()).toBe(3)
    expect(await pulses().indexes()).toContainEqual(expect.objectContaining({ key: { at: 1 }, expireAfterSeconds: 120 }))
    // It has begun to follow without having lost anything.
    expect(third.logs()).not.toMatch(/history of published changes|was interrupted/)
    expect(await third.stop()).toBe(0)
    expect(await pulses().countDocuments()).toBe(2)
    await client.close()
  }, 120_000)

  it('a process that hears nothing says so: stored answers are stale, others come from the database and are not kept', async () => {
    await save('Trước khi điếc')
    await until(bySlug, ({ text }) => text.includes('Trước khi điếc'))
    await until(list, ({ text }) => text.includes('Trước khi điếc'))
    const cut = performance.now()
    proxy.hold((chunk) => chunk.includes('$changeStream') || chunk.includes('$cmd.aggregate'))
    const deaf = await until(bySlug, isStale)
    expect(deaf.header('cache-control')).toBe('public, max-age=0')
    expect(performance.now() - cut).toBeLessThan(LIMIT_MS + 4_000)
    await save('Không ai nghe')
    expect((await ask(bySlug)).text).toContain('Trước khi điếc')
    const fresh = await ask(another())
    expect([fresh.status, isStale(fresh), fresh.text.includes('Không ai nghe')]).toEqual([200, false, true])
    expect(await health()).toEqual([200, true])
    expect([await metric('published_changes_deaf'), await metric('database_away')]).toEqual([1, 0])

    const mended = performance.now()
    proxy.restore()
    const again = await until(bySlug, (answer) => !isStale(answer))
    expect(performance.now() - mended).toBeLessThan(LIMIT_MS)
    // What was missed has been told before anything is vouched for again.
    expect(again.text).toContain('Không ai nghe')
    expect((await ask(list)).text).toContain('Không ai nghe')
    expect(await health()).toEqual([200, false])
    expect(await metric('published_changes_deaf')).toBe(0)
  }, 120_000)

  it('without its database a process gives out what is stored, refuses the rest at once, and recovers by itself', async () => {
    const endsSoon = '/v1/articles/sap-het-han'
    await save('Trước khi mất')
    await until(bySlug, ({ text }) => text.includes('Trước khi mất'))
    expect((await ask(endsSoon)).status).toBe(200)
    const picture = `/media/${encodeURIComponent((await admin.get(`/media/${samples.media}`)).body['filename'])}`
    expect((await ask(picture)).header('cache-control')).toBe('public, max-age=300')
    proxy.hold()
    const first = await timed(another())
    expect([first.status, Number(first.header('retry-after')) > 0, first.ms < 4_000]).toEqual([503, true, true])
    await until(bySlug, isStale)
    const next = await timed(another())
    expect([next.status, JSON.parse(next.text).code, next.ms < 1_000]).toEqual([503, 'UNAVAILABLE', true])
    const graphql = await timed(`/graphql?query=${encodeURIComponent('{ articles(first: 7) { nodes { id title } } }')}`)
    expect([graphql.status, Number(graphql.header('retry-after')) > 0, graphql.ms < 1_000]).toEqual([503, true, true])
    expect((await ask(endsSoon)).status).toBe(200)
    const shown = await ask(picture)
    expect([shown.status, isStale(shown), shown.header('cache-control')]).toEqual([200, true, 'public, max-age=0'])
    expect((await ask('/media/never-asked-for.webp')).status).toBe(503)
    await save('Lúc vắng mặt')
    const old = await ask(bySlug)
    expect([old.status, isStale(old), old.header('cache-control'), old.text.includes('Trước khi mất')]).toEqual([200, true, 'public, max-age=0', true])
    expect(await health()).toEqual([200, true])
    expect(await metric('database_away')).toBe(1)

    const mended = performance.now()
    proxy.restore()
    const again = await until(bySlug, (answer) => !isStale(answer))
    expect(performance.now() - mended).toBeLessThan(LIMIT_MS)
    expect([again.status, again.text.includes('Lúc vắng mặt')]).toEqual([200, true])
    expect((await ask(another())).status).toBe(200)
    expect(await health()).toEqual([200, false])
  }, 120_000)

  it('gives out nothing past an edge of its window, and nothing older than STALE_MAX', async () => {
    const endsSoon = '/v1/articles/sap-het-han'
    const warm = async (clock: string) => {
      await other.setClock(clock)
      for (const path of [bySlug, endsSoon]) await until(path, (answer) => answer.status < 500 && !isStale(answer))
      proxy.cut()
      await until(bySlug, isStale)
      return (await ask(bySlug)).status
    }
    const mend = async () => {
      const mended = performance.now()
      proxy.restore()
      await until(bySlug, (answer) => answer.status === 200 && !isStale(answer))
      expect(performance.now() - mended).toBeLessThan(LIMIT_MS)
    }
    expect([await warm('2059-12-31T09:50:00.000Z'), (await ask(endsSoon)).status]).toEqual([200, 200])
    await other.setClock('2059-12-31T09:59:59.000Z')
    expect((await ask(endsSoon)).status).toBe(200)
    await other.setClock('2059-12-31T10:00:01.000Z')
    expect((await ask(endsSoon)).status).toBe(503)
    await mend()
    expect((await ask(endsSoon)).status).toBe(404)

    expect(await warm('2059-12-31T12:00:00.000Z')).toBe(200)
    await other.setClock('2059-12-31T12:59:00.000Z')
    expect([(await ask(bySlug)).status, await health()]).toEqual([200, [200, true]])
    await other.setClock('2059-12-31T13:01:30.000Z')
    expect([(await ask(bySlug)).status, (await ask('/readyz')).status]).toEqual([503, 503])
    await mend()
    expect(await health()).toEqual([200, false])
  }, 120_000)
})
