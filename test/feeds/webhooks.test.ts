import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ATTEMPTS } from '../../src/webhooks/next-step.ts'
import { article, idOf, makeSamples, next, product, type Samples } from '../http/access/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Client, staff } from '../support/staff.ts'
import { isGenuine, type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts'

const HUB = '/hub'

let receiver: WebhookReceiver
let server: TestServer
let admin: Client
let reporter: Client
let curator: Client
let samples: Samples
let examplePort: number

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

beforeAll(async () => {
  examplePort = await freePort()
  receiver = await webhookReceiver()
  server = await startServer({ env: { WEBHOOK_ALLOW: `${receiver.place},127.0.0.1:${examplePort}`, WEBSUB_HUB: receiver.address(HUB), SITE_URL: 'https://bao.example' } })
  const all = staff(server)
  admin = await all.as('administrator')
  reporter = await all.as('reporter')
  curator = await all.as('curator')
  samples = await makeSamples(admin)
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await receiver?.close()
})

const endpoints = '/webhook-endpoints'

/** A receiver at a path of its own, with its secret. */
const makeReceiver = async (more: Record<string, unknown> = {}) => {
  const path = `/hook-${next()}`
  const id = idOf(await admin.post(endpoints, { name: `Đối tác ${path}`, url: receiver.address(path), ...more }))
  const { body } = await admin.post(`${endpoints}/${id}/secret`)
  return { path, id, secret: String(body.secret) }
}
const publishProduct = async (more: Record<string, unknown> = {}) => idOf(await admin.post('/products', { ...product(samples), _status: 'published', ...more }))
const publishArticle = async (more: Record<string, unknown> = {}) => idOf(await admin.post('/articles', { ...article(samples), _status: 'published', ...more }))
const change = async (path: string, data: Record<string, unknown>) => {
  const { status, body } = await admin.patch(path, data)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
}
const about = (id: string) => ({ message }: { message: { data: Record<string, any> } }) => message.data.id === id
const deliveriesOf = async (endpoint: string): Promise<Record<string, any>[]> => (await admin.get(`/webhook-deliveries?where[endpoint][equals]=${endpoint}&sort=at&limit=50`)).body.docs
const untilLogged = async (endpoint: string, holds: (docs: Record<string, any>[]) => boolean) => {
  for (const end = performance.now() + 30_000; performance.now() < end; await sleep(50)) {
    const docs = await deliveriesOf(endpoint)
    if (holds(docs)) return docs
  }
  throw new Error(`The log never said so: ${JSON.stringify(await deliveriesOf(endpoint))}`)
}
/** Nothing more is on its way: a test message, written after all else, has come. */
const settled = async ({ id, path }: { id: string; path: string }) => {
  const before = receiver.at(path).filter(({ message }) => message.type === 'webhook.test').length
  await admin.post(`${endpoints}/${id}/test`)
  await receiver.until(path, (all) => all.filter(({ message }) => message.type === 'webhook.test').length > before)
}

describe('messages of changes', () => {
  it('tell of a product published, updated and withdrawn, signed so that the library takes them for genuine', async () => {
    const { path, secret } = await makeReceiver({ events: ['product.published', 'product.updated', 'product.withdrawn'] })
    const id = await publishProduct({ name: 'Miến dong Tài Hoan' })
    await change(`/products/${id}`, { netWeight: '500 g', _status: 'published' })
    await change(`/products/${id}`, { _status: 'draft' })
    const all = await receiver.until(path, (found) => found.length >= 3)
    const byType = Object.fromEntries(all.map((one) => [one.message.type, one]))
    expect(Object.keys(byType).sort()).toEqual(['product.published', 'product.updated', 'product.withdrawn'])
    const { message: { data } } = byType['product.updated'] as (typeof all)[number]
    expect(data).toMatchObject({ kind: 'product', id, name: 'Miến dong Tài Hoan', api: `http://localhost:3000/v1/products/id:${id}`, stars: null, changed: ['netWeight'] })
    expect(data.url).toMatch(/^https:\/\/bao\.example\/.+/)
    for (const one of all) {
      expect(isGenuine(one, secret)).toBe(true)
      expect(isGenuine({ ...one, body: one.body.replace('product', 'Product') }, secret)).toBe(false)
      expect(one.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'webhook-id': expect.stringMatching(/^msg_[\w-]{20,}$/) })
      expect(Buffer.byteLength(one.body)).toBeLessThan(20_000)
    }
  })

  it('tell of an article published, updated, corrected and retracted', async () => {
    const { path } = await makeReceiver({ events: ['article.published', 'article.updated', 'article.corrected', 'article.retracted'] })
    const id = await publishArticle()
    await change(`/articles/${id}`, { title: 'Tiêu đề khác', _status: 'published' })
    await change(`/articles/${id}`, { corrections: [{ at: '2026-11-20T03:00:00.000Z', kind: 'correction', text: 'Xin đính chính: sản phẩm đạt 4 sao, không phải 5 sao.' }], _status: 'published' })
    await change(`/articles/${id}`, { _status: 'draft' })
    const all = await receiver.until(path, (found) => found.filter(about(id)).length >= 4)
    expect(all.filter(about(id)).map(({ message: { type, data } }) => `${type} ${data.changed} ${data.reason ?? ''}`.trim()).sort()).toEqual([
      'article.corrected corrections', 'article.published', 'article.retracted  unpublished', expect.stringMatching(/^article\.updated .*title/),
    ])
  })

  it('tell neither of drafts nor of saves that were refused', async () => {
    const made = await makeReceiver({ events: ['product.published', 'product.updated', 'article.published'] })
    const draft = idOf(await admin.post('/products', product(samples)))
    const live = await publishProduct()
    await receiver.until(made.path, (found) => found.some(about(live)))
    expect((await admin.patch(`/products/${live}`, { name: '', _status: 'published' })).status).toBe(400)
    const refused = await admin.patch(`/products/${live}`, { gtin: 'không phải mã', _status: 'published' })
    expect(refused.status).toBe(400)
    await settled(made)
    const messages = receiver.at(made.path).map(({ message }) => [message.type, message.data.id ?? ''])
    expect(messages.filter(([, id]) => id === draft)).toEqual([])
    expect(messages.filter(([, id]) => id === live)).toEqual([['product.published', live]])
  })

  it('go to those alone whose filters take them in', async () => {
    const top = String((await admin.get(`/product-groups/${samples.group}`)).body.ancestors?.[0] ?? (await admin.get(`/product-groups/${samples.group}`)).body.parent)
    const otherGroup = idOf(await admin.post('/product-groups', { key: `nhom-${next()}`, name: 'Đồ uống', level: 'group', classification: '26-2026', order: 2 }))
    const otherUnit = idOf(await admin.post('/administrative-units', { name: 'Lai Châu', level: 'province', kind: 'province', code: '12', validFrom: '2025-07-01' }))
    const otherCategory = idOf(await admin.post('/categories', { name: `Văn hóa ${next()}` }))
    const events = ['product.published', 'product.withdrawn', 'article.published']
    const wanting = { group: await makeReceiver({ events, filters: { group: top } }), province: await makeReceiver({ events, filters: { province: samples.unit } }), category: await makeReceiver({ events, filters: { category: samples.category } }) }
    const not = { group: await makeReceiver({ events, filters: { group: otherGroup } }), province: await makeReceiver({ events, filters: { province: otherUnit } }), category: await makeReceiver({ events, filters: { category: otherCategory } }), event: await makeReceiver({ events: ['article.retracted'] }), off: await makeReceiver({ events, active: false }) }
    const [one, story] = [await publishProduct(), await publishArticle()]
    await change(`/products/${one}`, { _status: 'draft' })
    await receiver.until(wanting.group.path, (found) => found.filter(about(one)).length === 2)
    await receiver.until(wanting.province.path, (found) => found.filter(about(one)).length === 2)
    await receiver.until(wanting.category.path, (found) => found.some(about(story)))
    for (const name of ['group', 'province'] as const) {
      await settled(not[name])
      expect(receiver.at(not[name].path).filter(about(one))).toEqual([])
    }
    for (const name of ['category', 'event'] as const) {
      await settled(not[name])
      expect(receiver.at(not[name].path).filter(about(story))).toEqual([])
    }
    expect(receiver.at(not.off.path)).toEqual([])
    for (const { id } of [...Object.values(wanting), ...Object.values(not)]) await admin.delete(`${endpoints}/${id}`)
  })

  it('tell a WebSub hub the addresses of the feeds that have changed', async () => {
    const pinged = (from: number, slug: string) => receiver.until(HUB, (all) => all.slice(from).filter(({ message }) => message.data['hub.url']?.includes(`/feeds/${slug}.`)).length === 4)
    // What the tests before this one have changed has been told.
    const before = receiver.at(HUB).length
    await publishArticle()
    await pinged(before, 'articles')
    const from = receiver.at(HUB).length
    await publishProduct()
    const found = await pinged(from, 'products')
    const told = found.slice(from).map(({ message: { data } }) => data)
    expect(told).toEqual(expect.arrayContaining(['rss', 'atom', 'json', 'ninjs.json'].map((format) => ({ 'hub.mode': 'publish', 'hub.url': `http://localhost:3000/feeds/products.${format}` }))))
    expect(told.filter((data) => data['hub.url'].includes('/feeds/articles'))).toEqual([])
  })
})

describe('a receiver', () => {
  it('has an address on the Internet, with TLS', async () => {
    for (const url of ['http://doi-tac.vn/hook', 'https://127.0.0.1/hook', 'https://10.1.2.3/', 'https://[::1]/', 'https://may-chu/', 'https://a:b@doi-tac.vn/', 'https://doi-tac.vn:22/']) {
      expect((await admin.post(endpoints, { name: 'Thử', url, events: ['product.updated'] })).status).toBe(400)
    }
  })

  it('shows its secret once, to those who may change it, and never in its document', async () => {
    const id = idOf(await admin.post(endpoints, { name: 'Thử', url: receiver.address('/x'), events: ['product.updated'], secrets: [{ sealed: 'x' }], secretShown: true }))
    expect([(await reporter.post(`${endpoints}/${id}/secret`)).status, (await reporter.post(`${endpoints}/${id}/test`)).status, (await reporter.get(`/webhook-deliveries`)).status]).toEqual([403, 403, 403])
    const { status, body } = await curator.post(`${endpoints}/${id}/secret`)
    expect([status, body.secret]).toEqual([200, expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)])
    expect((await admin.post(`${endpoints}/${id}/secret`)).status).toBe(409)
    const shown = await admin.get(`${endpoints}/${id}?showHiddenFields=true&select[secrets]=true&depth=0`)
    expect(JSON.stringify([shown.body, (await admin.get(`${endpoints}?where[id][equals]=${id}&showHiddenFields=true`)).body])).not.toMatch(/sealed|whsec_/)
    expect((await admin.get(`${endpoints}?where[secrets][contains]=a`)).status).toBe(400)
    expect((await admin.post('/webhook-deliveries', { endpoint: id })).status).toBe(403)
    await admin.delete(`${endpoints}/${id}`)
  })

  it('gets signatures of both secrets for a day after one was changed', async () => {
    const made = await makeReceiver({ events: ['product.updated'] })
    await change(`${endpoints}/${made.id}`, { name: 'Đối tác đổi tên' })
    const { body } = await admin.post(`${endpoints}/${made.id}/secret`, { rotate: true })
    expect(body.secret).not.toBe(made.secret)
    await settled(made)
    const [one] = receiver.at(made.path)
    expect(String(one?.headers['webhook-signature']).split(' ')).toHaveLength(2)
    for (const secret of [made.secret, body.secret]) expect(isGenuine(one as NonNullable<typeof one>, secret)).toBe(true)
    expect(server.logs()).not.toContain('whsec_')
  })

  it('is not followed to where it redirects, and that is no success', async () => {
    const made = await makeReceiver({ events: ['product.updated'] })
    const elsewhere = `${made.path}-elsewhere`
    receiver.answer(made.path, 302, { location: receiver.address(elsewhere) })
    await admin.post(`${endpoints}/${made.id}/test`)
    const [entry] = await untilLogged(made.id, ([found]) => found?.tries === 1)
    expect(entry).toMatchObject({ state: 'waiting', attempts: [{ status: 302, said: 'no: 302' }] })
    expect(receiver.at(elsewhere)).toEqual([])
    await admin.delete(`${endpoints}/${made.id}`)
  })

  it('that answers 410 gets nothing more until somebody switches it on again', async () => {
    const made = await makeReceiver({ events: ['product.published'] })
    receiver.answer(made.path, 410)
    await admin.post(`${endpoints}/${made.id}/test`)
    const [entry] = await untilLogged(made.id, ([found]) => found?.state === 'failed')
    expect(entry).toMatchObject({ reason: 'gone', tries: 1 })
    expect((await admin.get(`${endpoints}/${made.id}`)).body).toMatchObject({ active: false, disabled: { reason: 'gone' } })
    expect((await admin.post(`${endpoints}/${made.id}/test`)).status).toBe(409)
    await publishProduct()
    expect(await deliveriesOf(made.id)).toHaveLength(1)
    receiver.answer(made.path, 200)
    await change(`${endpoints}/${made.id}`, { active: true })
    expect((await admin.get(`${endpoints}/${made.id}`)).body).toMatchObject({ active: true, disabled: { reason: null } })
    await settled(made)
  })

  it('can be sent a message again, with the same id', async () => {
    const made = await makeReceiver({ events: ['article.published'] })
    const id = await publishArticle()
    await untilLogged(made.id, ([found]) => found?.state === 'delivered')
    const [entry] = await deliveriesOf(made.id)
    expect((await reporter.post(`/webhook-deliveries/${entry?.id}/replay`)).status).toBe(403)
    expect((await curator.post(`/webhook-deliveries/${entry?.id}/replay`)).status).toBe(202)
    const [first, second] = await receiver.until(made.path, (all) => all.filter(about(id)).length === 2)
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body])
  })
})

describe('the receiver that docs/feeds.md shows', () => {
  const file = resolve(`.cache/webhook-example-${process.pid}.mjs`)
  let child: ChildProcess
  let said = ''
  afterAll(() => {
    child?.kill()
    rmSync(file, { force: true })
  })

  it('takes messages for genuine, deals with each once, and refuses what is not signed', async () => {
    const [, code = ''] = /## Webhooks[\s\S]*?```js\n([\s\S]*?)```/.exec(readFileSync('docs/feeds.md', 'utf8')) ?? []
    expect(code).toContain('standardwebhooks')
    mkdirSync('.cache', { recursive: true })
    writeFileSync(file, code)
    const id = idOf(await admin.post(endpoints, { name: 'Ví dụ', url: `http://127.0.0.1:${examplePort}/`, events: ['product.published'] }))
    const { body } = await admin.post(`${endpoints}/${id}/secret`)
    child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, PORT: String(examplePort), WEBHOOK_SECRET: body.secret, NODE_OPTIONS: '' } as never, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout?.on('data', (chunk) => { said += chunk })
    const call = () => fetch(`http://127.0.0.1:${examplePort}/`, { method: 'POST', body: '{}' }).then(({ status }) => status, () => null)
    for (const end = performance.now() + 20_000; (await call()) !== 400;) {
      if (performance.now() > end) throw new Error('The example does not answer')
      await sleep(50)
    }
    const made = await publishProduct()
    const [entry] = await untilLogged(id, ([found]) => found?.state === 'delivered')
    await admin.post(`/webhook-deliveries/${entry?.id}/replay`)
    await untilLogged(id, ([found]) => found?.state === 'delivered' && found.attempts.length === 2)
    expect(said.trim().split('\n').map((line) => line.split(' ').slice(0, 2))).toEqual([['product.published', made]])
  })
})

describe('as time goes on', () => {
  afterAll(() => server.setClock(null))

  it('a message that failed is sent again by the schedule with the same id, and given up after the last attempt', async () => {
    const made = await makeReceiver({ events: ['product.updated'] })
    receiver.answer(made.path, 500)
    await admin.post(`${endpoints}/${made.id}/test`)
    for (let tries = 1; tries < ATTEMPTS; tries++) {
      const [entry] = await untilLogged(made.id, ([found]) => found?.tries === tries)
      expect(entry?.state).toBe('waiting')
      if (tries === 1) receiver.answer(made.path, 503, { 'retry-after': '86000' })
      else receiver.answer(made.path, 500)
      if (tries === 2) expect(Date.parse(entry?.nextAt) - Date.parse(entry?.attempts[1].at)).toBeGreaterThanOrEqual(86_000_000)
      await server.setClock(new Date(Date.parse(entry?.nextAt) + 1_000).toISOString())
    }
    const [entry] = await untilLogged(made.id, ([found]) => found?.state === 'failed')
    expect([entry?.tries, entry?.reason, entry?.attempts.length]).toEqual([ATTEMPTS, 'given-up', ATTEMPTS])
    const all = receiver.at(made.path)
    expect(new Set(all.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(all.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(ATTEMPTS)
    for (const one of all) expect(isGenuine(one, made.secret)).toBe(true)
  }, 180_000)

  it('the end of a certificate is told ahead and when it has come, each once, and the old secret is signed with no more', async () => {
    await server.setClock('2031-01-10T01:00:00.000Z')
    const made = await makeReceiver({ events: ['certificate.expiring', 'certificate.expired'] })
    const { body } = await admin.post(`${endpoints}/${made.id}/secret`, { rotate: true })
    const id = await publishProduct()
    const issued = { issuedDay: '2029-02-10', lastDay: '2032-02-09' }
    const made1 = await admin.post('/certificates', { product: id, decision: samples.decision, criteriaVersion: '26/2026', kind: 'new', stars: 4, score: 80, authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên', ...issued })
    expect(made1.status).toBe(201)
    for (const [at, count] of [['2031-08-14T01:00:00.000Z', 1], ['2032-01-10T01:00:00.000Z', 2], ['2032-02-09T16:59:00.000Z', 2], ['2032-02-09T17:00:01.000Z', 3]] as const) {
      await server.setClock(at)
      await receiver.until(made.path, (all) => all.filter(about(id)).length >= count)
      await settled(made)
      expect(receiver.at(made.path).filter(about(id))).toHaveLength(count)
    }
    const told = receiver.at(made.path).filter(about(id))
    expect(told.map(({ message: { type, data } }) => [type, data.certificate.daysLeft, data.certificate.lastDay, data.stars])).toEqual([
      ['certificate.expiring', 179, '2032-02-09', 4], ['certificate.expiring', 30, '2032-02-09', 4], ['certificate.expired', -1, '2032-02-09', null],
    ])
    for (const one of told) expect([isGenuine(one, made.secret), isGenuine(one, body.secret)]).toEqual([false, true])
  }, 180_000)
})
