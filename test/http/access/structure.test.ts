import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { openRows, type Rows } from '../published/rows.ts'
import { article, idOf, makeSamples, next, product, type Samples } from './samples.ts'

let server: TestServer
let samples: Samples
let admin: Client
let rows: Rows

beforeAll(async () => {
  server = await startServer()
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  rows = await openRows(server.databaseUrl)
}, 120_000)
afterAll(async () => {
  await rows.close()
  await server.stop()
})

const errorsOf = (body: Record<string, any>): { path: string; message: string }[] => body.errors?.[0]?.data?.errors ?? []

describe('categories', () => {
  const category = async (name: string, parent: string | null = null) => idOf(await admin.post('/categories', { name, parent }))
  const place = async (id: string) => {
    const { path, ancestors, depth } = (await admin.get(`/categories/${id}`)).body
    return { path, ancestors, depth }
  }

  it('know their place in the tree, and move with what is below them', async () => {
    const news = await category('Thời sự')
    const country = await category('Nông thôn', news)
    const commune = await category('Xã mới', country)
    expect(await place(commune)).toEqual({ path: 'thoi-su/nong-thon/xa-moi', ancestors: [news, country], depth: 2 })
    const economy = await category('Kinh tế số')
    expect((await admin.patch(`/categories/${country}`, { parent: economy })).status).toBe(200)
    expect(await place(country)).toEqual({ path: 'kinh-te-so/nong-thon', ancestors: [economy], depth: 1 })
    expect(await place(commune)).toEqual({ path: 'kinh-te-so/nong-thon/xa-moi', ancestors: [economy, country], depth: 2 })
    expect((await rows.row('category', commune))?.data).toMatchObject({ path: 'kinh-te-so/nong-thon/xa-moi', ancestors: [economy, country], depth: 2 })
    await admin.patch(`/categories/${economy}`, { slug: 'kinh-te-moi' })
    expect(await place(commune)).toEqual({ path: 'kinh-te-moi/nong-thon/xa-moi', ancestors: [economy, country], depth: 2 })
    await admin.patch(`/categories/${country}`, { parent: null })
    expect(await place(commune)).toEqual({ path: 'nong-thon/xa-moi', ancestors: [country], depth: 1 })
  })

  it('change nothing else of what is below them when they move', async () => {
    const [top, target] = [await category('Văn hóa'), await category('Đời sống')]
    const below = idOf(await admin.post('/categories', { name: 'Lễ hội', parent: top, description: 'Lễ hội làng quê', order: 7, visible: false }))
    await admin.patch(`/categories/${top}`, { parent: target })
    expect((await admin.get(`/categories/${below}`)).body).toMatchObject({ name: 'Lễ hội', description: 'Lễ hội làng quê', order: 7, visible: false, parent: top, path: 'doi-song/van-hoa/le-hoi' })
  })

  it('form no circle and no endless depth', async () => {
    const first = await category('Một')
    const second = await category('Hai', first)
    const third = await category('Ba', second)
    for (const parent of [first, second, third]) {
      const { status, body } = await admin.patch(`/categories/${first}`, { parent })
      expect(status).toBe(400)
      expect(errorsOf(body).map(({ path }) => path)).toEqual(['parent'])
    }
    const fourth = await category('Bốn', third)
    expect((await admin.post('/categories', { name: 'Năm', parent: fourth })).status).toBe(400)
    const other = await category('Khác')
    const below = await category('Dưới khác', other)
    expect((await admin.patch(`/categories/${first}`, { parent: below })).status).toBe(400)
  })

  it('are not deleted while something stands in them; the message says what', async () => {
    const top = await category('Có con')
    await category('Con của nó', top)
    const refused = await admin.delete(`/categories/${top}`)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('Con của nó')
    const used = await category('Có bài')
    const title = `Bài trong chuyên mục ${next()}`
    idOf(await admin.post('/articles', article(samples, { title, category: used })))
    const also = await admin.delete(`/categories/${used}`)
    expect(also.status).toBe(409)
    expect(JSON.stringify(also.body)).toContain(title)
  })
})

describe('what others name is not deleted', () => {
  const refusedFor = async (path: string, ...names: string[]) => {
    const { status, body } = await admin.delete(path)
    expect(status).toBe(409)
    for (const name of names) expect(JSON.stringify(body)).toContain(name)
  }

  it('one by one or in bulk: images, authors, producers, groups, decisions, products', async () => {
    const shown = idOf(await admin.post('/products', product(samples, { name: 'Miến dong có tên', images: [{ image: samples.media }], _status: 'published' })))
    const title = 'Bài có nhắc tới sản phẩm'
    idOf(await admin.post('/articles', article(samples, { title, products: [shown], legalDocuments: [samples.decision], provinces: [samples.unit] })))
    await refusedFor(`/media/${samples.media}`, 'Miến dong có tên')
    await refusedFor(`/authors/${samples.author}`, title)
    await refusedFor(`/producers/${samples.producer}`, 'Miến dong có tên')
    await refusedFor(`/product-groups/${samples.group}`, 'Miến dong có tên')
    await refusedFor(`/legal-documents/${samples.decision}`, title)
    await refusedFor(`/products/${shown}`, title)
    await refusedFor(`/administrative-units/${samples.unit}`)
    const bulk = await admin.delete(`/products?where[id][equals]=${shown}`)
    expect(bulk.body.docs ?? []).toEqual([])
    expect((await admin.get(`/products/${shown}`)).status).toBe(200)
  })

  it('also when only a global names it', async () => {
    const topic = idOf(await admin.post('/topics', { name: 'Chủ đề trong menu' }))
    await admin.post('/globals/navigation', { header: [{ label: 'Chủ đề', kind: 'topic', topic }] })
    await refusedFor(`/topics/${topic}`, 'Menu')
    await admin.post('/globals/navigation', { header: [] })
    expect((await admin.delete(`/topics/${topic}`)).status).toBe(200)
  })
})

describe('redirects', () => {
  const redirect = (body: Record<string, unknown>) => admin.post('/redirects', { type: '301', ...body })

  it('are kept as plain paths', async () => {
    const { body } = await redirect({ from: 'https://bao.example/Tin-C%C5%A9/?x=1#y', to: '/tin-moi/' })
    expect(body.doc).toMatchObject({ from: '/Tin-Cũ', to: '/tin-moi' })
  })

  it('are single steps: no circle, no chain, no way to oneself', async () => {
    expect((await redirect({ from: '/a', to: '/b' })).status).toBe(201)
    for (const [body, path] of [[{ from: '/x', to: '/x' }, 'to'], [{ from: '/b', to: '/a' }, 'to'], [{ from: '/c', to: '/a' }, 'to'], [{ from: '/b', to: '/d' }, 'from'], [{ from: '/a', to: '/z' }, 'from'], [{ from: '/e' }, 'to'], [{ from: '/', to: '/a1' }, 'from'], [{ from: '/f', to: 'javascript:alert(1)' }, 'to'], [{ from: '/g', to: '//evil.example' }, 'to']] as const) {
      const answer = await redirect(body)
      expect({ body, status: answer.status, path: errorsOf(answer.body)[0]?.path }).toEqual({ body, status: 400, path })
    }
    expect((await redirect({ from: '/gone', type: '410' })).status).toBe(201)
  })
})

describe('site settings', () => {
  const save = (addressTemplates: Record<string, string>) => admin.post('/globals/site-settings', { siteName: 'Báo thử', addressTemplates })

  it('begin with an address for every kind', async () => {
    expect((await admin.get('/globals/site-settings')).body.addressTemplates).toMatchObject({ article: '/{slug}-{number}.html', product: '/ocop/san-pham/{slug}-{number}.html', category: '/{path}' })
  })

  it('refuse an address template that names no page or two kinds at once', async () => {
    for (const [templates, path] of [[{ article: 'bai/{slug}' }, 'article'], [{ article: '/bai' }, 'article'], [{ article: '/{path}' }, 'article'], [{ topic: '/tac-gia/{slug}' }, 'topic'], [{ topic: '/chủ đề/{slug}' }, 'topic']] as const) {
      const { status, body } = await save(templates)
      expect({ templates, status, paths: errorsOf(body).map((error) => error.path) }).toEqual({ templates, status: 400, paths: expect.arrayContaining([`addressTemplates.${path}`]) })
    }
    expect((await save({ topic: '/su-kien/{slug}' })).status).toBe(200)
  })
})
