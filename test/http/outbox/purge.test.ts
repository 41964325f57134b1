import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type PurgeReceiver, purgeReceiver } from '../../support/purge-receiver.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, makeSamples, next, type Samples } from '../access/samples.ts'

const secret = 'mot-khoa-bi-mat-0123456789'

let receiver: PurgeReceiver
let server: TestServer
let admin: Client
let samples: Samples

beforeAll(async () => {
  receiver = await purgeReceiver()
  server = await startServer({ env: { PURGE_URL: receiver.url, PURGE_HEADER: `Fastly-Key: ${secret}`, CDN_TAGS: '1' } })
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  await settled()
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await receiver?.close()
})

const publish = async (more: Record<string, unknown> = {}): Promise<string> => {
  const { status, body } = await admin.post('/articles', { ...article(samples), _status: 'published', ...more })
  expect(status).toBe(201)
  return String(body.doc.id)
}
const rename = async (id: string) => {
  const title = `Tên mới ${next()}`
  expect((await admin.patch(`/articles/${id}`, { title, _status: 'published' })).status).toBe(200)
  return title
}
const tagsOf = (id: string) => [`article:${id}`, 'list:article']

/** Everything that was written before has been told: a change of its own has come through. */
const settled = async (): Promise<void> => {
  const { body } = await admin.post('/topics', { name: `Mốc ${next()}` })
  await receiver.withKeys([`topic:${String(body.doc.id)}`])
}

describe('a purge', () => {
  it('follows a save, with the tags of the row and of its lists, in the body and in the header, and with the header that was set', async () => {
    const from = receiver.purges.length
    const id = await publish()
    const purge = await receiver.withKeys(tagsOf(id), { from })
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
    const id = await publish()
    await settled()
    const from = receiver.purges.length
    expect((await admin.patch(`/articles/${id}`, { title: '', _status: 'published' })).status).toBe(400)
    expect((await admin.patch(`/articles/${id}?draft=true`, { title: 'Bản nháp', _status: 'draft' })).status).toBe(200)
    await settled()
    expect(receiver.purges.slice(from).flatMap(({ keys }) => keys).filter((key) => !key.includes('topic'))).toEqual([])
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

  it('is tried again while the receiver is down or refuses, and what gathers goes in few calls', async () => {
    receiver.answer('away')
    const ids = [await publish()]
    await receiver.withKeys(tagsOf(String(ids[0])))
    receiver.answer(500)
    for (let n = 0; n < 5; n++) ids.push(await publish())
    const from = receiver.purges.length
    receiver.answer(200)
    for (const id of ids) await receiver.withKeys([`article:${id}`], { from })
    const told = receiver.purges.slice(from).filter(({ keys }) => keys.some((key) => ids.includes(key.slice('article:'.length))))
    expect(told.length).toBeLessThanOrEqual(3)
  })

  it('waits as long as the receiver asks for', async () => {
    const from = receiver.purges.length
    receiver.answer(429, { 'retry-after': '2' })
    const id = await publish()
    const { at } = await receiver.withKeys(tagsOf(id), { from })
    const refused = receiver.purges.length
    receiver.answer(200)
    expect((await receiver.withKeys(tagsOf(id), { from: refused })).at - at).toBeGreaterThan(1_900)
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

  it('comes soon: within a quarter of a second of the save that nothing else went on beside', async () => {
    const id = await publish()
    await settled()
    const waits: number[] = []
    for (let n = 0; n < 20; n++) {
      const from = receiver.purges.length
      await rename(id)
      const saved = performance.now()
      waits.push((await receiver.withKeys(tagsOf(id), { from })).at - saved)
    }
    // The machine that runs the tests may be busy with others.
    expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(250)
  }, 60_000)

  it('never shows its header or its address in the log', () => {
    expect(server.logs()).toContain('A delivery failed and is tried again')
    expect(server.logs()).not.toContain(secret)
    expect(server.logs()).not.toContain('/service/abc')
  })
})
