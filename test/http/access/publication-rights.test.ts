import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Answer, type Client, staff } from '../../support/staff.ts'
import { article, idOf, makeSamples, type Samples } from './samples.ts'

let server: TestServer
let samples: Samples
let admin: Client
let secretary: Client
let editor: Client
let reporter: Client
let curator: Client

beforeAll(async () => {
  server = await startServer()
  const { as } = staff(server)
  admin = await as('administrator')
  secretary = await as('secretary')
  editor = await as('editor')
  reporter = await as('reporter')
  curator = await as('curator')
  samples = await makeSamples(admin)
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const draftBy = async (client: Client): Promise<string> => idOf(await client.post('/articles', article(samples)))
const publishedFrom = async (client: Client): Promise<string> => {
  const id = await draftBy(client)
  expect((await secretary.patch(`/articles/${id}`, { _status: 'published' })).status).toBe(200)
  return id
}
const statusOf = async (id: string): Promise<string> => (await admin.get(`/articles/${id}`)).body._status
const messageOf = ({ body }: Answer): string => JSON.stringify(body.errors)

describe('a reporter', () => {
  it('writes and changes an article of their own, also by autosave', async () => {
    const id = idOf(await reporter.post('/articles?draft=true&autosave=true', { title: '' }))
    expect((await reporter.patch(`/articles/${id}?draft=true&autosave=true`, { title: 'Bài của tôi' })).status).toBe(200)
    expect((await reporter.get(`/articles/${id}?draft=true`)).body).toMatchObject({ title: 'Bài của tôi', createdBy: reporter.userId })
    expect((await reporter.delete(`/articles/${id}`)).status).toBe(200)
  })

  it('cannot say that somebody else made it', async () => {
    const id = idOf(await reporter.post('/articles', article(samples, { createdBy: admin.userId })))
    expect((await admin.get(`/articles/${id}`)).body.createdBy).toBe(reporter.userId)
    await reporter.patch(`/articles/${id}`, { createdBy: admin.userId })
    expect((await admin.get(`/articles/${id}`)).body.createdBy).toBe(reporter.userId)
  })

  it('reads what is published and their own, nothing else, by no way of asking', async () => {
    const foreign = await draftBy(editor)
    const open = await publishedFrom(editor)
    const own = await draftBy(reporter)
    expect((await reporter.get(`/articles/${open}`)).status).toBe(200)
    for (const query of ['', '?draft=true', '?trash=true', '?depth=2']) expect([403, 404]).toContain((await reporter.get(`/articles/${foreign}${query}`)).status)
    for (const query of ['?limit=0', '?draft=true&limit=0', '?trash=true&limit=0', '?pagination=false']) {
      const ids = (await reporter.get(`/articles${query}`)).body.docs.map((doc: { id: string }) => doc.id)
      expect(ids).toEqual(expect.arrayContaining([open, own]))
      expect(ids).not.toContain(foreign)
    }
    expect((await reporter.get(`/articles/versions?where[parent][equals]=${foreign}`)).body.docs).toEqual([])
    expect((await reporter.post(`/articles/${foreign}/duplicate`)).status).toBe(403)
  })

  it('does not see the newer draft of a published article by somebody else', async () => {
    const id = await publishedFrom(editor)
    await editor.patch(`/articles/${id}?draft=true`, { title: 'Chưa ai được biết' })
    expect((await reporter.get(`/articles/${id}?draft=true`)).body.title).not.toBe('Chưa ai được biết')
  })

  it('publishes by no path', async () => {
    const id = await draftBy(reporter)
    expect((await reporter.patch(`/articles/${id}`, { _status: 'published' })).status).toBe(403)
    expect((await reporter.patch(`/articles/${id}?draft=true`, { _status: 'published' })).status).toBe(403)
    expect((await reporter.patch(`/articles/${id}?autosave=true&draft=true`, { _status: 'published' })).status).toBe(403)
    expect((await reporter.post('/articles', article(samples, { _status: 'published' }))).status).toBe(403)
    expect((await reporter.post('/articles?draft=true', article(samples, { _status: 'published' }))).body.doc?._status).not.toBe('published')
    expect((await reporter.post(`/articles/${id}/duplicate`, { _status: 'published' })).body.doc?._status).not.toBe('published')
    expect((await reporter.post(`/articles/${id}/duplicate?draft=false`, { _status: 'published' })).body.doc?._status).not.toBe('published')
    const bulk = await reporter.patch(`/articles?where[id][equals]=${id}`, { _status: 'published' })
    expect(bulk.body.docs ?? []).toEqual([])
    const { body } = await admin.get('/articles?limit=0&where[_status][equals]=published&depth=0')
    expect(body.docs.filter((doc: { createdBy: string }) => doc.createdBy === reporter.userId)).toEqual([])
    expect(await statusOf(id)).toBe('draft')
  })

  it('does not bring a published version back', async () => {
    const id = await publishedFrom(reporter)
    await secretary.patch(`/articles/${id}`, { _status: 'draft' })
    const { body } = await admin.get(`/articles/versions?where[parent][equals]=${id}&where[version._status][equals]=published&limit=1`)
    expect((await reporter.post(`/articles/versions/${body.docs[0].id}`)).status).toBe(403)
    expect(await statusOf(id)).toBe('draft')
    expect((await reporter.post(`/articles/versions/${body.docs[0].id}?draft=true`)).status).toBe(200)
    expect(await statusOf(id)).toBe('draft')
  })

  it('loses hold of an article once it is published, and has it back when it is withdrawn', async () => {
    const id = await publishedFrom(reporter)
    expect((await reporter.patch(`/articles/${id}?draft=true`, { title: 'Sửa sau lưng' })).status).toBe(403)
    expect((await reporter.patch(`/articles/${id}`, { deletedAt: new Date().toISOString() })).status).toBe(403)
    expect((await reporter.delete(`/articles/${id}`)).status).toBe(403)
    await secretary.patch(`/articles/${id}`, { _status: 'draft' })
    expect((await reporter.patch(`/articles/${id}`, { title: 'Sửa lại theo yêu cầu' })).status).toBe(200)
    expect((await reporter.delete(`/articles/${id}`)).status).toBe(403)
  })
})

describe('an editor', () => {
  it('prepares a change of a published article, which changes nothing until somebody publishes it', async () => {
    const id = await publishedFrom(reporter)
    const { title } = (await admin.get(`/articles/${id}`)).body
    expect((await editor.patch(`/articles/${id}?draft=true`, { title: 'Tiêu đề đang sửa' })).status).toBe(200)
    expect((await admin.get(`/articles/${id}`)).body).toMatchObject({ title, _status: 'published' })
    expect((await secretary.patch(`/articles/${id}`, { _status: 'published' })).status).toBe(200)
    expect((await admin.get(`/articles/${id}`)).body.title).toBe('Tiêu đề đang sửa')
  })

  it('cannot change, withdraw, trash or delete what is public', async () => {
    const id = await publishedFrom(editor)
    const attempts = [
      await editor.patch(`/articles/${id}`, { title: 'Sửa thẳng' }), await editor.patch(`/articles/${id}`, { _status: 'draft' }), await editor.patch(`/articles/${id}`, { _status: 'published' }),
      await editor.patch(`/articles/${id}`, { deletedAt: new Date().toISOString() }), await editor.delete(`/articles/${id}`),
    ]
    // A document that an access rule hides from trashing is not found by Payload.
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 404, 403])
    expect(messageOf(attempts[0] as Answer)).toMatch(/quyền xuất bản|may not publish/)
    expect(await statusOf(id)).toBe('published')
  })

  it('trashes and deletes a draft of their own only', async () => {
    const [own, foreign] = [await draftBy(editor), await draftBy(reporter)]
    expect((await editor.patch(`/articles/${foreign}`, { deletedAt: new Date().toISOString() })).status).toBe(404)
    expect((await editor.patch(`/articles/${own}`, { deletedAt: new Date().toISOString() })).status).toBe(200)
    expect((await editor.delete(`/articles/${own}?trash=true`)).status).toBe(200)
  })
})

describe('whoever may publish', () => {
  it('is refused trashing by halves, with draft=true', async () => {
    const id = await publishedFrom(editor)
    const answer = await secretary.patch(`/articles/${id}?draft=true`, { deletedAt: new Date().toISOString() })
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toMatch(/draft=true/)
    expect(await statusOf(id)).toBe('published')
  })

  it('does not withdraw a page by accident, when a newer draft lies over it', async () => {
    const id = await publishedFrom(editor)
    await editor.patch(`/articles/${id}?draft=true`, { kicker: 'Đang sửa' })
    const answer = await secretary.patch(`/articles/${id}`, { kicker: 'Sửa nhanh' })
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toMatch(/_status/)
    expect(await statusOf(id)).toBe('published')
    expect((await secretary.patch(`/articles/${id}`, { kicker: 'Sửa nhanh', _status: 'published' })).status).toBe(200)
    expect((await admin.get(`/articles/${id}`)).body).toMatchObject({ kicker: 'Sửa nhanh', _status: 'published' })
  })

  it('trashes a published article and has it back as a draft', async () => {
    const id = await publishedFrom(editor)
    expect((await secretary.patch(`/articles/${id}`, { deletedAt: new Date().toISOString() })).status).toBe(200)
    expect((await admin.get(`/articles/${id}`)).status).toBe(404)
    expect((await secretary.patch(`/articles/${id}?trash=true`, { deletedAt: null, _status: 'draft' })).status).toBe(200)
    expect(await statusOf(id)).toBe('draft')
  })
})

it('a curator publishes products, not articles; a secretary articles, not products', async () => {
  const id = await draftBy(reporter)
  expect((await curator.patch(`/articles/${id}`, { _status: 'published' })).status).toBe(403)
  const product = idOf(await curator.post('/products', { name: 'Miến dong Tài Hoan', summary: 'Miến dong.', group: samples.group, producer: samples.producer, unit: samples.unit }))
  expect((await secretary.patch(`/products/${product}`, { _status: 'published' })).status).toBe(403)
  expect((await curator.patch(`/products/${product}`, { _status: 'published' })).status).toBe(200)
})
