import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { article, blockNode, idOf, makeSamples, richText, type Samples } from './samples.ts'

let server: TestServer
let samples: Samples
let admin: Client
let secretary: Client
let chief: Client

beforeAll(async () => {
  server = await startServer()
  const { as } = staff(server)
  admin = await as('administrator')
  secretary = await as('secretary')
  chief = await as('editor-in-chief')
  samples = await makeSamples(admin)
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const created = async (more: Record<string, unknown> = {}, query = '') => {
  const answer = await secretary.post(`/articles${query}`, article(samples, more))
  return { ...answer.body.doc, id: idOf(answer) } as Record<string, any>
}
const read = async (id: string) => (await admin.get(`/articles/${id}`)).body
const errorsOf = (body: Record<string, any>): { path: string; message: string }[] => body.errors?.[0]?.data?.errors ?? []

describe('slugs and numbers', () => {
  it('makes a slug of the Vietnamese title and gives numbers in sequence', async () => {
    const first = await created({ title: 'Đặc sản Bắc Kạn: miến dong & mộc nhĩ' })
    const second = await created({ title: 'Bài sau' })
    expect(first.slug).toBe('dac-san-bac-kan-mien-dong-va-moc-nhi')
    expect(first.number).toBeGreaterThan(1000)
    expect(second.number).toBe(first.number + 1)
  })

  it('gives numbers of their own to twenty made at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => secretary.post('/articles', article(samples, { title: `Cùng lúc ${index}` }))))
    expect(all.map(({ status }) => status)).toEqual(Array(20).fill(201))
    expect(new Set(all.map(({ body }) => body.doc.number)).size).toBe(20)
  })

  it('lets several drafts stand without a title, and so without a slug', async () => {
    const drafts = [await secretary.post('/articles?draft=true', {}), await secretary.post('/articles?draft=true', { title: '', slug: '' }), await secretary.post('/articles?draft=true', { title: '…', slug: null })]
    expect(drafts.map(({ status, body }) => [status, body.doc?.slug ?? null])).toEqual([[201, null], [201, null], [201, null]])
    const { status, body } = await secretary.post('/articles', article(samples, { title: '…' }))
    expect(status).toBe(400)
    expect(errorsOf(body).map(({ path }) => path)).toEqual(['slug'])
  })

  it('numbers a slug that is taken when it is automatic, and refuses it at the field when it was typed', async () => {
    await created({ title: 'Trùng tên' })
    expect((await created({ title: 'Trùng tên' })).slug).toBe('trung-ten-2')
    expect((await created({ title: 'Trùng tên' })).slug).toBe('trung-ten-3')
    const { status, body } = await secretary.post('/articles', article(samples, { slug: 'trung-ten' }))
    expect(status).toBe(400)
    expect(errorsOf(body)).toEqual([expect.objectContaining({ path: 'slug', message: expect.stringContaining('trung-ten') })])
  })

  it('refuses a typed slug that is none, with a proposal', async () => {
    const { status, body } = await secretary.post('/articles', article(samples, { slug: 'Không phải Đường dẫn' }))
    expect(status).toBe(400)
    expect(errorsOf(body)[0]?.message).toContain('khong-phai-duong-dan')
  })

  it('follows the title while nothing is published, unless somebody typed one', async () => {
    const { id } = await created({ title: 'Bản đầu' }, '?draft=true')
    const changed = await secretary.patch(`/articles/${id}?draft=true`, { title: 'Bản sau', slug: 'ban-dau' })
    expect(changed.body.doc.slug).toBe('ban-sau')
    await secretary.patch(`/articles/${id}?draft=true`, { slug: 'toi-tu-dat' })
    expect((await secretary.patch(`/articles/${id}?draft=true`, { title: 'Bản cuối' })).body.doc.slug).toBe('toi-tu-dat')
  })

  it('keeps the slug of what was published, and remembers the one that is left on purpose', async () => {
    const { id } = await created({ title: 'Tiêu đề lúc đăng', _status: 'published' })
    await secretary.patch(`/articles/${id}`, { title: 'Tiêu đề sửa sau', _status: 'published' })
    expect(await read(id)).toMatchObject({ slug: 'tieu-de-luc-dang', title: 'Tiêu đề sửa sau', formerSlugs: [] })
    await secretary.patch(`/articles/${id}?draft=true`, { slug: 'dia-chi-moi' })
    expect(await read(id)).toMatchObject({ slug: 'tieu-de-luc-dang', formerSlugs: [] })
    await secretary.patch(`/articles/${id}`, { _status: 'published' })
    expect(await read(id)).toMatchObject({ slug: 'dia-chi-moi', formerSlugs: [expect.objectContaining({ slug: 'tieu-de-luc-dang' })] })
    await secretary.patch(`/articles/${id}`, { slug: 'tieu-de-luc-dang', _status: 'published' })
    expect(await read(id)).toMatchObject({ slug: 'tieu-de-luc-dang', formerSlugs: [expect.objectContaining({ slug: 'dia-chi-moi' })] })
  })

  it('lets no request set what is derived', async () => {
    const { id, number } = await created()
    await admin.patch(`/articles/${id}`, { number: 7, firstPublishedAt: '2001-01-01T00:00:00.000Z', formerSlugs: [{ slug: 'gia' }], demo: true, searchFolded: 'gia', sortKey: 'gia' })
    const after = await read(id)
    expect(after).toMatchObject({ number, firstPublishedAt: null, formerSlugs: [], demo: false })
    expect(after.searchFolded).not.toBe('gia')
    expect(after.sortKey).not.toBe('gia')
  })

  it('makes a copy a draft of its own: new number, new slug, no past', async () => {
    const { id, number } = await created({ title: 'Bản gốc', _status: 'published', corrections: [{ at: '2026-01-01T00:00:00.000Z', text: 'Sai tên xã.', kind: 'correction' }] })
    const copy = (await secretary.post(`/articles/${id}/duplicate`)).body.doc
    expect(copy._status).toBe('draft')
    expect(copy.number).not.toBe(number)
    expect(copy.slug).toBe('ban-goc-2')
    const { publishedAt, firstPublishedAt, formerSlugs, corrections, title } = await read(copy.id)
    expect([publishedAt ?? null, firstPublishedAt ?? null, formerSlugs, corrections, title]).toEqual([null, null, [], [], 'Bản gốc'])
  })
})

describe('publishing', () => {
  it('says everything that is missing, and takes a draft that has nothing', async () => {
    const { id } = (await secretary.post('/articles?draft=true', { title: 'Mới có tiêu đề' })).body.doc
    const { status, body } = await secretary.patch(`/articles/${id}`, { _status: 'published' })
    expect(status).toBe(400)
    expect(errorsOf(body).map(({ path }) => path).sort()).toEqual(['body', 'bylines', 'category', 'cover', 'lead'])
    expect(body.errors[0].message).toMatch(/Chuyên mục chính|Primary category/)
  })

  it('sets the time of publication when it is empty, once and for all', async () => {
    const { id } = await created({ _status: 'published' })
    const { publishedAt, firstPublishedAt } = await read(id)
    expect(Math.abs(Date.parse(publishedAt) - Date.now())).toBeLessThan(60_000)
    await secretary.patch(`/articles/${id}`, { _status: 'draft' })
    await secretary.patch(`/articles/${id}`, { _status: 'published' })
    expect(await read(id)).toMatchObject({ publishedAt, firstPublishedAt })
  })

  it('keeps a date set in the future: that is scheduling', async () => {
    const publishedAt = '2031-05-01T01:00:00.000Z'
    const { id } = await created({ publishedAt, _status: 'published' })
    expect((await read(id)).publishedAt).toBe(publishedAt)
  })

  it('refuses an end before the beginning', async () => {
    const { status, body } = await secretary.post('/articles', article(samples, { publishedAt: '2026-05-02T00:00:00.000Z', unpublishAt: '2026-05-01T00:00:00.000Z' }))
    expect(status).toBe(400)
    expect(errorsOf(body).map(({ path }) => path)).toEqual(['unpublishAt'])
  })

  it('keeps number, slug, dates and records when an old version is restored', async () => {
    const { id, number } = await created({ title: 'Bản một', _status: 'published' })
    await secretary.patch(`/articles/${id}`, { title: 'Bản hai', slug: 'ban-hai', _status: 'published', corrections: [{ at: '2026-01-01T00:00:00.000Z', text: 'Đã sửa.', kind: 'correction' }] })
    const before = await read(id)
    const { body } = await admin.get(`/articles/versions?where[parent][equals]=${id}&where[version.title][equals]=${encodeURIComponent('Bản một')}&limit=1`)
    expect((await secretary.post(`/articles/versions/${body.docs[0].id}`)).status).toBe(200)
    const after = await read(id)
    expect(after).toMatchObject({ title: 'Bản một', number, slug: 'ban-hai', firstPublishedAt: before.firstPublishedAt, publishedAt: before.publishedAt, createdBy: before.createdBy })
    expect(after.corrections).toEqual([expect.objectContaining({ text: 'Đã sửa.', by: secretary.userId })])
    expect(after.formerSlugs.map(({ slug }: { slug: string }) => slug)).toEqual(['ban-mot'])
  })
})

describe('texts', () => {
  it('are stored in NFC, in every field and in the body', async () => {
    const decomposed = 'Miến dong Bắc Kạn'.normalize('NFD')
    const { id } = await created({ title: decomposed, seo: { title: decomposed }, bylines: [{ author: samples.author, penName: decomposed }], body: richText(decomposed) })
    const { title, seo, bylines, body } = await read(id)
    const composed = decomposed.normalize('NFC')
    expect([title, seo.title, bylines[0].penName, body.root.children[0].children[0].text]).toEqual([composed, composed, composed, composed])
  })

  it('are found without accents, by the list’s search as by the title', async () => {
    const { id } = await created({ title: 'Đặc sản Đồng Tháp Mười' })
    const search = async (where: string) => (await secretary.get(`/articles?draft=true&limit=0&${where}`)).body.docs.map((doc: { id: string }) => doc.id)
    for (const term of ['dac san dong thap', 'Đặc Sản', 'ĐỒNG THÁP', 'thap muoi']) {
      expect(await search(`where[or][0][title][like]=${encodeURIComponent(term)}&where[or][1][searchFolded][like]=${encodeURIComponent(term)}`)).toContain(id)
      expect(await search(`where[title][like]=${encodeURIComponent(term)}`)).toContain(id)
    }
    expect(await search('where[title][like]=khong%20co%20bai%20nao')).not.toContain(id)
  })
})

describe('blocks in the body', () => {
  const withBlock = (fields: Record<string, unknown>) => {
    const body = richText('Mở đầu.')
    return { body: { root: { ...body.root, children: [...body.root.children, blockNode(fields)] } } }
  }

  it('take a video of an allowed provider and derive whose it is', async () => {
    const { id } = await created(withBlock({ blockType: 'embed', url: 'https://youtu.be/dQw4w9WgXcQ?t=3' }))
    expect((await read(id)).body.root.children[1].fields).toMatchObject({ provider: 'youtube', embedId: 'dQw4w9WgXcQ' })
  })

  it('refuse other addresses, and tables that are none', async () => {
    const embed = await secretary.post('/articles', article(samples, withBlock({ blockType: 'embed', url: 'https://evil.example/youtube.com' })))
    expect(embed.status).toBe(400)
    const table = await secretary.post('/articles', article(samples, withBlock({ blockType: 'table', rows: [['a', 'b'], ['c']] })))
    expect(table.status).toBe(400)
    const right = await secretary.post('/articles', article(samples, withBlock({ blockType: 'table', caption: 'Kết quả', firstRowIsHeader: true, rows: [['Sao', 'Số sản phẩm'], ['3', '39'], ['', '']] })))
    expect(right.status).toBe(201)
    expect((await read(right.body.doc.id)).body.root.children[1].fields.rows).toEqual([['Sao', 'Số sản phẩm'], ['3', '39']])
  })
})

describe('retraction', () => {
  it('needs a reason, remembers who did it, and is lifted by the editor-in-chief with a reason only', async () => {
    const { id } = await created({ _status: 'published' })
    const at = '2026-11-01T00:00:00.000Z'
    const hasty = await secretary.patch(`/articles/${id}`, { _status: 'published', retraction: { at } })
    expect(errorsOf(hasty.body).map(({ path }) => path)).toEqual(['retraction.reason'])
    expect((await secretary.patch(`/articles/${id}`, { _status: 'published', retraction: { at, reason: 'retracted', note: 'Bài có thông tin sai.' } })).status).toBe(200)
    expect((await read(id)).retraction).toMatchObject({ at, reason: 'retracted', by: secretary.userId })
    const back = { _status: 'published', retraction: { at: null, reason: null, liftedReason: 'Đã xác minh lại.' } }
    expect((await secretary.patch(`/articles/${id}`, back)).status).toBe(400)
    expect((await chief.patch(`/articles/${id}`, { ...back, retraction: { at: null } })).status).toBe(400)
    expect((await chief.patch(`/articles/${id}`, back)).status).toBe(200)
    expect((await read(id)).retraction.at).toBeNull()
  })
})
