import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { onlyOn } from '../../support/database.ts'
import { type PurgeReceiver, purgeReceiver } from '../../support/purge-receiver.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, makeSamples, next, type Samples } from '../access/samples.ts'

const secret = 'mot-khoa-bi-mat-0123456789'

let receiver: PurgeReceiver
let server: TestServer
let admin: Client
let samples: Samples
let firstId: string

const settings = () => ({ PURGE_URL: receiver.url, PURGE_HEADER: `Fastly-Key: ${secret}`, CDN_TAGS: '1' })

beforeAll(async () => {
  receiver = await purgeReceiver()
  server = await startServer({ env: settings() })
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  await settled()
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await receiver?.close()
})

const publish = async (more: Record<string, unknown> = {}, by = admin): Promise<string> => {
  const { status, body } = await by.post('/articles', { ...article(samples), _status: 'published', ...more })
  expect(status).toBe(201)
  return String(body.doc.id)
}
const rename = async (id: string) => {
  const title = `Tên mới ${next()}`
  expect((await admin.patch(`/articles/${id}`, { title, _status: 'published' })).status).toBe(200)
  return title
}
const tagsOf = (id: string) => [`article:${id}`, 'list:article']

const until = async <T>(read: () => T, holds: (value: T) => boolean): Promise<T> => {
  for (const end = performance.now() + 20_000; !holds(read()) && performance.now() < end;) await sleep(20)
  return read()
}

/** The middle of 15 waits from an acknowledged save to its purge, in milliseconds. */
const medianWait = async (save: () => Promise<string>): Promise<number> => {
  const waits: number[] = []
  for (let n = 0; n < 15; n++) {
    const id = await save()
    const saved = performance.now()
    waits.push((await receiver.withKeys(tagsOf(id))).at - saved)
  }
  return waits.sort((a, b) => a - b)[7] as number
}

/** Everything that was written before has been told: a change of its own has come through. */
const settled = async (): Promise<void> => {
  const { body } = await admin.post('/topics', { name: `Mốc ${next()}` })
  await receiver.withKeys([`topic:${String(body.doc.id)}`])
}

describe('a purge', () => {
  it('follows a save, with the tags of the row and of its lists, in the body and in the header, and with the header that was set', async () => {
    firstId = await publish()
    const purge = await receiver.withKeys(tagsOf(firstId))
    expect(purge).toMatchObject({ path: '/service/abc/purge?soft=1', headers: { 'fastly-key': secret, 'content-type': 'application/json' } })
    expect(purge.headers['surrogate-key']).toBe(purge.keys.join(' '))
    expect(new Set(purge.keys).size).toBe(purge.keys.length)
  })

  it('comes after the commit: what it is about is answered anew when it arrives', async () => {
    const id = await publish()
    await receiver.withKeys(tagsOf(id))
    const path = `/v1/articles/id:${id}?fields=title`
    expect((await server.fetch(path)).status).toBe(200)
    const seen: unknown[] = []
    const from = receiver.purges.length
    receiver.during = async ({ keys }) => { if (keys.includes(`article:${id}`)) seen.push(((await (await server.fetch(path)).json()) as { title: string }).title) }
    try {
      const title = await rename(id)
      await receiver.withKeys(tagsOf(id), { from })
      expect(seen).toEqual([title])
    } finally {
      receiver.during = null
    }
  })

  it('does not follow a save that was refused, nor a draft', async () => {
    const { status, body } = await admin.post('/articles', { ...article(samples), _status: 'draft' })
    const id = String(body.doc.id)
    const refused = await admin.patch(`/articles/${id}`, { title: '', _status: 'published' })
    expect([status, refused.status]).toEqual([201, 400])
    await settled()
    expect(receiver.purges.filter(({ keys }) => keys.includes(`article:${id}`))).toEqual([])
  })

  it('names the rows that a change took along in the same save', async () => {
    const from = receiver.purges.length
    const parent = String((await admin.post('/categories', { name: `Mục ${next()}` })).body.doc.id)
    const child = String((await admin.post('/categories', { name: `Mục ${next()}`, parent })).body.doc.id)
    await receiver.withKeys([`category:${child}`], { from })
    const later = receiver.purges.length
    await admin.patch(`/categories/${parent}`, { slug: `muc-moi-${next()}` })
    await receiver.withKeys([`category:${parent}`, `category:${child}`, 'list:category'], { from: later })
  })

  it('comes soon: within a quarter of a second of a save that nothing else went on beside', async () => {
    // The machine that runs the tests may be busy with others: most of them.
    expect(await medianWait(() => publish())).toBeLessThan(250)
  }, 60_000)

  it('is repeated soon after and once more, for answers that were on their way and processes that heard of it later', async () => {
    const naming = () => receiver.purges.filter(({ keys }) => keys.includes(`article:${firstId}`))
    const [first, second, third] = await until(naming, (purges) => purges.length >= 3)
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThan(900)
    expect(Number(third?.at) - Number(first?.at)).toBeGreaterThan(10_900)
    await settled()
    expect(naming()).toHaveLength(3)
  })

  it('is tried again while the receiver is down or refuses, and what gathers goes in one call', async () => {
    receiver.answer('away')
    const ids = [await publish()]
    await receiver.withKeys(tagsOf(String(ids[0])))
    receiver.answer(500)
    for (let n = 0; n < 5; n++) ids.push(await publish())
    const all = ids.map((id) => `article:${id}`)
    await receiver.withKeys(all)
    const from = receiver.purges.length
    receiver.answer(200)
    await publish()
    await receiver.withKeys(all, { from })
  })

  it('waits as long as the receiver asks for, also with what changes meanwhile', async () => {
    receiver.answer(429, { 'retry-after': '2' })
    const id = await publish()
    const { at } = await until(() => receiver.purges.find(({ answered }) => answered === 429), Boolean) ?? { at: NaN }
    receiver.answer(200)
    const other = await publish()
    const from = receiver.purges.length
    for (const one of [id, other]) expect((await receiver.withKeys(tagsOf(one), { from })).at - at).toBeGreaterThan(1_900)
  })

  it('follows when a window opens and when it closes, without anybody saving', async () => {
    const id = await publish({ publishedAt: '2035-01-01T00:00:00.000Z', unpublishAt: '2035-02-01T00:00:00.000Z' })
    await settled()
    try {
      for (const edge of ['2035-01-01T00:00:01.000Z', '2035-02-01T00:00:01.000Z']) {
        const from = receiver.purges.length
        await server.setClock(edge)
        await receiver.withKeys(tagsOf(id), { from })
        expect((await server.fetch(`/v1/articles/id:${id}`)).status).toBe(edge < '2035-02' ? 200 : 404)
      }
    } finally {
      await server.setClock(null)
    }
  })

  it('never shows its header or its address in the log', () => {
    expect(server.logs()).toContain('A delivery failed and is tried again')
    expect(server.logs()).not.toContain(secret)
    expect(server.logs()).not.toContain('/service/abc')
  })
})

onlyOn('mongodb')('a purge of what another process saves', () => {
  it('comes as soon', async () => {
    const { databaseUrl, dataDir } = server
    const desk = await startServer({ env: { ...settings(), ROLE: 'admin' }, on: { databaseUrl, dataDir } })
    try {
      const by = await staff(desk).as('administrator')
      expect(await medianWait(() => publish({}, by))).toBeLessThan(250)
    } finally {
      await desk.stop({ keep: true })
    }
  }, 120_000)
})
