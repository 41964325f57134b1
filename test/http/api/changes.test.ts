import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Answer, type Client, staff } from '../../support/staff.ts'
import { article, blockNode, makeSamples, product, richText, type Samples } from '../access/samples.ts'

type Json = Record<string, any>
type Log = { items: { seq: number; change: string; kind: string; id: string; path: string }[]; next: string; more: boolean; affected?: { path: string }[] | null }

let server: TestServer
let admin: Client
let samples: Samples

beforeAll(async () => {
  server = await startServer({ env: { SHUTDOWN_DELAY: '0s' } })
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
}, 180_000)
afterAll(() => server?.stop())

const ask = async (query: string): Promise<{ status: number; headers: Headers; body: Log & Json }> => {
  const response = await server.fetch(`/v1/changes${query}`)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Log & Json }
}
/** The whole log after a cursor, as soon as it tells something, or at least `until` has come. */
const follow = async (after: string, { least = 1, query = '' } = {}): Promise<Log> => {
  const found: Log = { items: [], next: after, more: false }
  for (const end = performance.now() + 20_000; found.items.length < least && performance.now() < end;) {
    const { status, body } = await ask(`?after=${found.next}&limit=1000&wait=3${query}`)
    expect({ status, detail: body['detail'] }).toEqual({ status: 200, detail: undefined })
    found.items.push(...body.items)
    Object.assign(found, { next: body.next, more: body.more, affected: body.affected })
  }
  return found
}
/** Where the log ends when nothing has happened for a while. */
const end = async (): Promise<string> => {
  for (let next = '0'; ;) {
    const { body } = await ask(`?after=${next}&limit=1000&wait=1`)
    if (body.items.length === 0 && !body.more) return body.next
    next = body.next
  }
}
const ok = ({ status, body }: Answer): Json => {
  expect({ status: status < 300, body: status < 300 ? null : body }).toEqual({ status: true, body: null })
  return body.doc as Json
}
const publish = async (more: Json = {}): Promise<string> => String(ok(await admin.post('/articles', { ...article(samples, more), _status: 'published' }))['id'])

describe('the log', () => {
  it('tells of what is published, changed and withdrawn, each once at its last change, and where it is', async () => {
    const start = await end()
    const [first, second] = [await publish(), await publish()]
    const one = await follow(start, { least: 2 })
    expect(one.items.map(({ change, kind, id, path }) => `${change} ${kind} ${path === `/v1/articles/id:${id}`} ${id}`)).toEqual([`upsert article true ${first}`, `upsert article true ${second}`])
    expect((await server.fetch(one.items[0]?.path ?? '')).status).toBe(200)
    ok(await admin.patch(`/articles/${first}`, { title: 'Một tên khác', _status: 'published' }))
    expect((await follow(one.next)).items.map(({ change, id }) => `${change} ${id}`)).toEqual([`upsert ${first}`])
    ok(await admin.patch(`/articles/${first}`, { _status: 'draft' }))
    const { items } = await follow(start, { least: 2 })
    expect(items.map(({ change, id }) => `${change} ${id}`)).toEqual([`upsert ${second}`, `withdrawal ${first}`])
    expect(items[0]?.seq).toBeLessThan(items[1]?.seq ?? 0)
  })

  it('is never kept, says where to go on, and goes in parts', async () => {
    const { headers, body } = await ask('?limit=2')
    expect([headers.get('cache-control')?.includes('no-store'), headers.get('etag'), headers.get('link')]).toEqual([true, null, `</v1/changes?limit=2&after=${body.next}>; rel="next"`])
    expect([body.items.length, body.more]).toEqual([2, true])
    const all: string[] = []
    for (let next = '0', more = true; more;) {
      const part = (await ask(`?after=${next}&limit=3`)).body
      all.push(...part.items.map(({ id }) => id))
      next = part.next
      more = part.more
    }
    expect(new Set(all).size).toBe(all.length)
  })

  it('tells of the kinds that are asked for, and of none that are not public', async () => {
    const { body } = await ask('?limit=1000&kinds=category,product-group')
    expect(new Set(body.items.map(({ kind }) => kind))).toEqual(new Set(['category', 'product-group']))
    const start = await end()
    ok(await admin.post('/redirects', { from: `/tin-cu-${Date.now()}.html`, type: '410' }))
    await publish()
    expect((await follow(start)).items.map(({ kind }) => kind)).toEqual(['article'])
  })

  it('names what shows something of what has changed, and all where the settings have', async () => {
    const category = String(ok(await admin.post('/categories', { name: 'Chuyên mục riêng' }))['id'])
    const shows = await publish({ category })
    const start = await end()
    ok(await admin.patch(`/categories/${category}`, { name: 'Tên mới của chuyên mục' }))
    const { affected } = await follow(start, { query: '&affected=true&kinds=category,article' })
    expect(affected).toContainEqual({ kind: 'article', id: shows, path: `/v1/articles/id:${shows}` })
    const settled = await end()
    expect((await admin.post('/globals/site-settings', { siteName: 'Báo mới' })).status).toBe(200)
    expect((await follow(settled, { query: '&affected=true' })).affected).toBeNull()
  })

  it('answers what the documentation shows as it says', async () => {
    const text = readFileSync('docs/feeds.md', 'utf8')
    const [, address = ''] = /curl -s 'http:\/\/localhost:3000(\/v1\/changes[^']*)'/.exec(text) ?? []
    const [, shown = ''] = /```json\n(\{\n {2}"items"[\s\S]*?)```/.exec(text) ?? []
    const body = (await (await server.fetch(address)).json()) as Json
    const example = JSON.parse(shown) as Json
    expect([Object.keys(body), Object.keys(body['items'][0])]).toEqual([Object.keys(example), Object.keys(example['items'][0])])
  })

  it('refuses what is no cursor, and says when it was begun anew', async () => {
    expect([(await ask('?after=abc')).status, (await ask('?limit=1001')).status, (await ask('?wait=31')).status, (await ask('?kinds=redirect')).status]).toEqual([400, 400, 400, 400])
    const { status, body } = await ask('?after=999999999&wait=20')
    expect([status, body['code']]).toEqual([410, 'NOT_FOUND'])
  })
})

describe('waiting', () => {
  it('ends with what happens, at an edge of time too, or when its time is over', async () => {
    const start = await end()
    const begun = performance.now()
    expect((await ask(`?after=${start}&wait=1`)).body.items).toEqual([])
    expect(performance.now() - begun).toBeGreaterThan(950)
    const asked = ask(`?after=${start}&wait=25`)
    await sleep(200)
    const id = await publish()
    expect((await asked).body.items.map((item) => item.id)).toEqual([id])

    const scheduled = await publish({ publishedAt: new Date(Date.now() + 2_500).toISOString() })
    const { items } = await follow((await asked).body.next)
    expect(items.map((item) => `${item.change} ${item.id}`)).toEqual([`upsert ${scheduled}`])
    expect((await server.fetch(`/v1/articles/id:${scheduled}`)).status).toBe(200)
  })
})

/** What one may do in a newsroom. Each gives its promise, and fails when the newsroom refuses what it should take. */
const newsroom = async (random: () => number) => {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const number = () => Math.floor(random() * 1e6)
  const categories = [samples.category, String(ok(await admin.post('/categories', { name: 'Mục gốc khác' }))['id']), String(ok(await admin.post('/categories', { name: 'Mục con', parent: samples.category }))['id'])]
  const products = [String(ok(await admin.post('/products', { ...product(samples, { images: [{ image: samples.media }] }), _status: 'published' }))['id'])]
  const shown = (productId: string) => ({ root: { ...richText('Một đoạn.').root, children: [...richText('Một đoạn.').root.children, blockNode({ blockType: 'productCard', product: productId })] } })
  const articles = [await publish({ body: shown(products[0] ?? '') }), await publish({ relatedArticles: [] })]
  const soon = () => new Date(Date.now() + 300 + random() * 1500).toISOString()
  const steps: (() => Promise<unknown>)[] = [
    async () => articles.push(await publish({ category: pick(categories), products: [pick(products)], relatedArticles: [pick(articles)], body: shown(pick(products)) })),
    async () => articles.push(await publish({ category: pick(categories), publishedAt: soon() })),
    async () => ok(await admin.patch(`/articles/${pick(articles)}`, { title: `Tên ${number()}`, _status: 'published', publishedAt: '2026-01-01T00:00:00.000Z', unpublishAt: random() < 0.3 ? soon() : null })),
    async () => ok(await admin.patch(`/articles/${pick(articles)}`, { _status: 'draft' })),
    async () => ok(await admin.patch(`/categories/${pick(categories)}`, { name: `Mục ${number()}` })),
    async () => ok(await admin.patch(`/categories/${categories[2]}`, { parent: pick([categories[0], categories[1], null]) })),
    async () => ok(await admin.patch(`/categories/${categories[2]}`, { visible: random() < 0.5 })),
    async () => products.push(String(ok(await admin.post('/products', { ...product(samples), _status: 'published' }))['id'])),
    async () => ok(await admin.patch(`/products/${pick(products)}`, { name: `Sản phẩm ${number()}`, _status: pick(['published', 'published', 'draft']) })),
    async () => ok(await admin.patch(`/media/${samples.media}`, { alt: `Ảnh ${number()}` })),
    async () => ok(await admin.patch(`/authors/${samples.author}`, { name: `Người viết ${number()}` })),
    async () => ok(await admin.patch(`/producers/${samples.producer}`, { name: `HTX ${number()}` })),
  ]
  return () => pick(steps)()
}

const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

describe('a mirror', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ocop-press-mirror-')), 'mirror.json')
  let mirror: ChildProcess | null = null
  const startMirror = () => {
    mirror = spawn(process.execPath, ['examples/mirror/mirror.mjs', server.origin, file], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  }
  const killMirror = async () => {
    if (mirror && mirror.exitCode === null && mirror.signalCode === null) {
      mirror.kill('SIGKILL')
      await once(mirror, 'exit')
    }
    mirror = null
  }
  afterAll(killMirror)

  /** Every visible thing as it is answered. */
  const truth = async (): Promise<Json> => {
    const things: Json = {}
    for (const path of ['articles', 'authors', 'categories', 'topics', 'products', 'producers', 'product-groups', 'administrative-units', 'legal-documents', 'partner-brands', 'images']) {
      for (let after = ''; ;) {
        const page = (await (await server.fetch(`/v1/${path}?first=20&fields=id${after}`)).json()) as { items: { id: string }[]; next: string | null }
        for (const { id } of page.items) things[`/v1/${path}/id:${id}`] = await (await server.fetch(`/v1/${path}/id:${id}`)).json()
        if (page.next === null) break
        after = `&after=${encodeURIComponent(page.next)}`
      }
    }
    return things
  }
  const held = (): { next: string | null; things: Json } => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { next: null, things: {} })

  it('that is killed at any moment equals what is public once it has caught up', async () => {
    const seed = Number(process.env.MIRROR_SEED ?? 20261124)
    const random = seeded(seed)
    const step = await newsroom(random)
    const seconds = Number(process.env.MIRROR_SECONDS ?? 4)
    let kills = 0
    for (const over = performance.now() + seconds * 1000; performance.now() < over || kills < 2;) {
      if (!mirror) startMirror()
      for (let n = Math.ceil(random() * 4); n > 0; n -= 1) await step()
      if (random() < 0.6) await sleep(random() * 700)
      if (random() < 0.6) {
        await killMirror()
        kills += 1
      }
    }
    if (!mirror) startMirror()
    // Windows close until 1.8 s after the last step, and the sweep passes each second.
    await sleep(3_000)
    for (const deadline = performance.now() + 30_000; held().next !== (await end()) && performance.now() < deadline;) await sleep(200)
    await sleep(500)
    const { things } = held()
    const singletons = ['/v1/home-page', '/v1/navigation', '/v1/site-settings']
    expect({ seed, things: Object.fromEntries(Object.entries(things).filter(([path]) => !singletons.includes(path))) }).toEqual({ seed, things: await truth() })
  }, 120_000)
})

it('whoever waits is answered when the server stops', async () => {
  const next = await end()
  const asked = ask(`?after=${next}&wait=30`)
  await sleep(300)
  const begun = performance.now()
  const stopped = server.stop()
  expect((await asked).body.items).toEqual([])
  await stopped
  expect(performance.now() - begun).toBeLessThan(15_000)
}, 60_000)
