import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Answer, type Client, staff } from '../../support/staff.ts'
import { article, makeSamples, product, type Samples } from '../access/samples.ts'
import { openRows, type Row, type Rows } from './rows.ts'

let server: TestServer
let admin: Client
let samples: Samples
let rows: Rows

beforeAll(async () => {
  server = await startServer()
  admin = await staff(server).as('administrator')
  samples = await makeSamples(admin)
  rows = await openRows(server.databaseUrl)
})
afterAll(async () => {
  await rows?.close()
  await server?.stop()
})

const ok = ({ status, body }: Answer): Record<string, any> => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body.doc ?? body
}
const make = async (collection: string, data: Record<string, unknown>): Promise<string> => String(ok(await admin.post(`/${collection}`, data)).id)
const change = async (collection: string, id: string, data: Record<string, unknown>) => ok(await admin.patch(`/${collection}/${id}`, data))
const makeProduct = (more: Record<string, unknown> = {}) => make('products', { ...product(samples), _status: 'published', ...more })
const certify = (of: string, more: Record<string, unknown> = {}) =>
  make('certificates', { product: of, decision: samples.decision, criteriaVersion: '26/2026', kind: 'new', stars: 4, score: 80, authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên', ...more })
const row = async (kind: string, id: string): Promise<Row> => {
  const found = await rows.row(kind, id)
  if (!found) throw new Error(`No row ${kind}:${id}`)
  return found
}
/** Waits for what the worker does, at most ten seconds. */
const until = async <T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
  for (let tries = 0; ; tries++) {
    const value = await read()
    if (holds(value) || tries > 100) return value
    await sleep(100)
  }
}

describe('a change of one document reaches the rows of others in the same save', () => {
  it('a certificate gives its product stars, and takes them when it is withdrawn or deleted', async () => {
    const id = await makeProduct()
    expect(await row('product', id)).toMatchObject({ stars: null, data: { certificates: [] } })
    const certificate = await certify(id)
    expect(await row('product', id)).toMatchObject({ stars: 4, stars_through: '2029-06-30', changes_on: '2029-07-01', data: { certificates: [{ id: certificate, stars: 4, decision: samples.decision }] } })
    expect(await row('certificate', certificate)).toMatchObject({ data: { product: id, group: samples.group, province: samples.unit }, facets: expect.arrayContaining([`product:${id}`, `province:${samples.unit}`, 'issued:2026']) })
    await change('certificates', certificate, { withdrawal: { day: '2026-10-01', reason: 'Ngừng sản xuất' } })
    expect(await row('product', id)).toMatchObject({ stars: null, data: { certificates: [{ withdrawnOn: '2026-10-01' }] } })
    ok(await admin.delete(`/certificates/${certificate}`))
    expect(await row('product', id)).toMatchObject({ stars: null, data: { certificates: [] } })
    expect(await row('certificate', certificate)).toMatchObject({ visible_from: null, data: {} })
  })

  it('a certificate that moves to another product changes both', async () => {
    const [one, two] = [await makeProduct(), await makeProduct()]
    const certificate = await certify(one)
    await change('certificates', certificate, { product: two })
    expect([(await row('product', one)).stars, (await row('product', two)).stars]).toEqual([null, 4])
  })

  it('the certificates of a product are public while it is', async () => {
    const id = await makeProduct()
    const certificate = await certify(id)
    await change('products', id, { _status: 'draft' })
    expect(await row('certificate', certificate)).toMatchObject({ visible_from: null, facets: [] })
    await change('products', id, { _status: 'published', unpublishAt: '2030-01-01T00:00:00.000Z' })
    expect(await row('certificate', certificate)).toMatchObject({ visible_until: '2030-01-01T00:00:00.000Z' })
  })

  it('a category that moves takes along the paths of all below it', async () => {
    const top = await make('categories', { name: 'Nông thôn' })
    const middle = await make('categories', { name: 'Làng nghề', parent: samples.category })
    const leaf = await make('categories', { name: 'Mây tre', parent: middle })
    await change('categories', middle, { parent: top })
    expect((await row('category', leaf)).data).toMatchObject({ path: 'nong-thon/lang-nghe/may-tre', ancestors: [top, middle] })
    expect((await row('category', leaf)).facets).toEqual(expect.arrayContaining([`ancestor:${top}`, `ancestor:${middle}`]))
  })

  it('a commune that comes to another province takes its products along', async () => {
    const other = await make('administrative-units', { name: 'Cao Bằng', level: 'province', kind: 'province', code: '04', validFrom: '2019-01-01' })
    const commune = await make('administrative-units', { name: 'Na Rì', level: 'commune', kind: 'commune', code: '02155', parent: samples.unit, validFrom: '2025-07-01' })
    const id = await makeProduct({ unit: commune })
    expect((await row('product', id)).data).toMatchObject({ unit: commune, province: samples.unit })
    await change('administrative-units', commune, { parent: other })
    expect((await row('product', id)).facets).toContain(`province:${other}`)
    expect((await row('product', id)).data).toMatchObject({ province: other })
  })

  it('a new slug leaves the old one behind as a former one', async () => {
    const id = await make('articles', { ...article(samples, { title: 'Tên cũ của bài' }), _status: 'published' })
    await change('articles', id, { slug: 'ten-moi-cua-bai', _status: 'published' })
    expect(await row('article', id)).toMatchObject({ slug: 'ten-moi-cua-bai', facets: expect.arrayContaining(['formerSlug:ten-cu-cua-bai']) })
  })

  it('a global is public as soon as it is saved', async () => {
    ok(await admin.post('/globals/site-settings', { siteName: 'Báo thử', addressTemplates: { article: '/bai/{slug}-{number}' } }))
    expect((await row('siteSettings', 'site-settings')).data).toMatchObject({ siteName: 'Báo thử', _templates: { article: '/bai/{slug}-{number}', topic: '/chu-de/{slug}' } })
  })
})

describe('what time brings', () => {
  afterAll(() => server.setClock(null))

  it('takes the stars of a product after the last day, though nobody saves it', async () => {
    const id = await makeProduct()
    await certify(id)
    await server.setClock('2029-06-30T16:59:00.000Z')
    await sleep(1500)
    expect(await row('product', id)).toMatchObject({ stars: 4, stars_through: '2029-06-30' })
    await server.setClock('2029-06-30T17:00:01.000Z')
    expect(await until(() => row('product', id), ({ stars }) => stars === null)).toMatchObject({ stars: null, changes_on: null })
    const { body } = await admin.get(`/products/${id}`)
    expect([body.stars ?? null, body.starsChangeOn ?? null]).toEqual([null, null])
    await server.setClock(null)
  })

  it('changes the stars of an unpublished product, too', async () => {
    const id = await make('products', { ...product(samples), _status: 'draft' })
    await certify(id)
    expect((await admin.get(`/products/${id}`)).body.stars).toBe(4)
    await server.setClock('2029-07-05T00:00:00.000Z')
    expect(await until(async () => (await admin.get(`/products/${id}`)).body.stars ?? null, (stars) => stars === null)).toBe(null)
    await server.setClock(null)
  })

  it('ends and begins the placements of a brand on their days', async () => {
    const id = await make('partner-brands', { name: 'Bivaco', placements: [{ placement: 'featured', order: 1, from: '2030-01-01', until: '2030-01-31' }] })
    expect(await row('partnerBrand', id)).toMatchObject({ facets: [], changes_on: '2030-01-01' })
    await server.setClock('2030-01-15T05:00:00.000Z')
    expect(await until(() => row('partnerBrand', id), ({ facets }) => facets.length > 0)).toMatchObject({ facets: ['placement:featured'], changes_on: '2030-02-01' })
    await server.setClock('2030-01-31T17:00:00.000Z')
    expect(await until(() => row('partnerBrand', id), ({ facets }) => facets.length === 0)).toMatchObject({ facets: [], changes_on: null })
    await server.setClock(null)
  })

  it('survives being killed in the middle: the next process finishes, and tells of each thing once', async () => {
    await server.setClock(null)
    const due = Array.from({ length: 12 }, async (_, n) => make('articles', { ...article(samples, { title: `Hẹn giờ ${n}` }), _status: 'published', publishedAt: '2035-01-01T00:00:00.000Z' }))
    const ids = await Promise.all(due)
    expect((await row('article', String(ids[0]))).announced).toBe(false)
    await server.setClock('2035-01-01T00:00:05.000Z')
    await sleep(Math.random() * 900)
    await server.kill()
    server = await startServer({ on: server })
    admin = await staff(server).as('administrator')
    await server.setClock('2035-01-01T00:00:10.000Z')
    const states = await until(async () => Promise.all(ids.map((id) => row('article', id))), (found) => found.every(({ announced }) => announced))
    expect(states.map(({ announced, edge }) => [announced, edge])).toEqual(ids.map(() => [true, null]))
    const numbers = states.map(({ seq }) => seq).filter((seq) => seq !== null)
    expect(new Set(numbers).size).toBe(numbers.length)
    await sleep(2500)
    expect(await Promise.all(ids.map((id) => row('article', id)))).toEqual(states)
  })
})
