import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Answer, type Client, staff } from '../../support/staff.ts'
import { article, makeSamples, richText, type Samples } from '../access/samples.ts'
import { openRows, type Rows } from './rows.ts'

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
const create = async (more: Record<string, unknown> = {}): Promise<string> => String(ok(await admin.post('/articles', article(samples, { title: 'Tiêu đề đầu', _status: 'published', ...more }))).id)
const save = (id: string, data: Record<string, unknown>, query = '') => admin.patch(`/articles/${id}${query}`, data)
const versionWith = async (id: string, status: string): Promise<string> => {
  const { body } = await admin.get(`/articles/versions?where[parent][equals]=${id}&where[version._status][equals]=${status}&sort=createdAt&limit=1`)
  return String(body.docs[0].id)
}

/** What the public has of an article: its title, or that there is nothing. */
const publicTitle = async (id: string): Promise<string | null> => {
  const row = await rows.row('article', id)
  return row?.visible_from ? row.data.title : null
}

const tombstone = { slug: null, number: null, visible_from: null, visible_until: null, gone: null, facets: [], data: {} }

describe('what is done to an article decides what the public has', () => {
  const cases: [string, string | null, (id: string) => Promise<unknown>][] = [
    ['nothing more than publishing it', 'Tiêu đề đầu', async () => undefined],
    ['an update', 'Mới', async (id) => ok(await save(id, { title: 'Mới', _status: 'published' }))],
    ['an update of the whole body', 'Tiêu đề đầu', async (id) => ok(await save(id, { body: richText('Đoạn khác.'), _status: 'published' }))],
    ['a draft save', 'Tiêu đề đầu', async (id) => ok(await save(id, { title: 'Nháp' }, '?draft=true'))],
    ['an autosave', 'Tiêu đề đầu', async (id) => ok(await save(id, { title: 'Nháp' }, '?draft=true&autosave=true'))],
    ['two autosaves', 'Tiêu đề đầu', async (id) => {
      ok(await save(id, { title: 'Nháp một' }, '?draft=true&autosave=true'))
      ok(await save(id, { title: 'Nháp hai' }, '?draft=true&autosave=true'))
    }],
    ['publishing its draft', 'Nháp', async (id) => {
      ok(await save(id, { title: 'Nháp' }, '?draft=true'))
      ok(await save(id, { _status: 'published' }))
    }],
    ['publishing with draft=true', 'Mới', async (id) => ok(await save(id, { title: 'Mới', _status: 'published' }, '?draft=true'))],
    ['unpublishing', null, async (id) => ok(await save(id, { _status: 'draft' }))],
    ['unpublishing twice', null, async (id) => {
      ok(await save(id, { _status: 'draft' }))
      ok(await save(id, { _status: 'draft' }))
    }],
    ['an update while it is a draft', null, async (id) => {
      ok(await save(id, { _status: 'draft' }))
      ok(await save(id, { title: 'Nháp' }))
    }],
    ['publishing it again', 'Lại', async (id) => {
      ok(await save(id, { _status: 'draft' }))
      ok(await save(id, { title: 'Lại', _status: 'published' }))
    }],
    ['restoring an earlier published version', 'Tiêu đề đầu', async (id) => {
      ok(await save(id, { title: 'Mới', _status: 'published' }))
      ok(await admin.post(`/articles/versions/${await versionWith(id, 'published')}`))
    }],
    ['restoring a version as a draft', 'Mới', async (id) => {
      const first = await versionWith(id, 'published')
      ok(await save(id, { title: 'Mới', _status: 'published' }))
      ok(await admin.post(`/articles/versions/${first}?draft=true`))
    }],
    ['the trash', null, async (id) => ok(await save(id, { deletedAt: '2026-11-24T00:00:00.000Z' }))],
    ['an update in the trash', null, async (id) => {
      ok(await save(id, { deletedAt: '2026-11-24T00:00:00.000Z' }))
      await save(id, { title: 'Trong thùng rác' }, '?trash=true')
    }],
    ['taking it out of the trash', null, async (id) => {
      ok(await save(id, { deletedAt: '2026-11-24T00:00:00.000Z' }))
      ok(await save(id, { deletedAt: null, _status: 'draft' }, '?trash=true'))
    }],
    ['deleting it', null, async (id) => ok(await admin.delete(`/articles/${id}`))],
    ['a bulk update', 'Cả loạt', async (id) => ok(await admin.patch(`/articles?where[id][in]=${id}`, { title: 'Cả loạt', _status: 'published' }))],
    ['a bulk draft save', 'Tiêu đề đầu', async (id) => ok(await admin.patch(`/articles?where[id][in]=${id}&draft=true`, { title: 'Cả loạt' }))],
    ['bulk unpublishing', null, async (id) => ok(await admin.patch(`/articles?where[id][in]=${id}`, { _status: 'draft' }))],
    ['bulk trashing', null, async (id) => ok(await admin.patch(`/articles?where[id][in]=${id}`, { deletedAt: '2026-11-24T00:00:00.000Z' }))],
    ['bulk deleting', null, async (id) => ok(await admin.delete(`/articles?where[id][in]=${id}`))],
    ['being duplicated', 'Tiêu đề đầu', async (id) => ok(await admin.post(`/articles/${id}/duplicate`))],
  ]

  it.each(cases)('%s', async (_, expected, act) => {
    const id = await create()
    await act(id)
    expect(await publicTitle(id)).toBe(expected)
    if (expected === null) expect(await rows.row('article', id)).toMatchObject(tombstone)
  })

  it('a new draft has a tombstone', async () => {
    const id = String(ok(await admin.post('/articles?draft=true', article(samples, { _status: 'draft' }))).id)
    expect(await rows.row('article', id)).toMatchObject({ ...tombstone, announced: false })
  })

  it('a copy is a draft, also when it is asked to be published', async () => {
    const id = await create()
    const copy = ok(await admin.post(`/articles/${id}/duplicate`, { _status: 'published' }))
    expect(await publicTitle(String(copy.id))).toBe(null)
  })

  it('trashing with draft=true, which would leave the page, is refused', async () => {
    const id = await create()
    expect((await save(id, { deletedAt: '2026-11-24T00:00:00.000Z' }, '?draft=true')).status).toBe(400)
    expect(await publicTitle(id)).toBe('Tiêu đề đầu')
  })

  it('a save that is refused leaves the row as it was', async () => {
    const id = await create()
    const before = await rows.row('article', id)
    expect((await save(id, { title: '', _status: 'published' })).status).toBe(400)
    expect(await rows.row('article', id)).toEqual(before)
  })
})

describe('retraction', () => {
  it.each([['retracted', 'RETRACTED'], ['legal', 'LEGAL']])('for the reason "%s" keeps the addresses and says %s', async (reason, gone) => {
    const id = await create({ title: `Bài sẽ gỡ ${reason}` })
    const { slug, number } = (await rows.row('article', id)) as { slug: string; number: number }
    ok(await save(id, { retraction: { at: '2026-11-20T00:00:00.000Z', reason, note: 'Đã gỡ theo yêu cầu.' }, _status: 'published' }))
    const row = await rows.row('article', id)
    expect(row).toMatchObject({ slug, number, gone, visible_from: null, announced: false, data: { _note: 'Đã gỡ theo yêu cầu.' } })
    expect(JSON.stringify(row)).not.toContain('Hội đồng cấp tỉnh')
  })
})

describe('what would leave a hole is refused', () => {
  it('deleting an image that a published text shows, by name', async () => {
    const image = String(ok(await admin.upload('/media', { name: 'trong-bai.png', type: 'image/png', bytes: await (await import('../access/samples.ts')).png() }, { alt: 'Trong bài' })).id)
    const { blockNode } = await import('../access/samples.ts')
    const body = richText('Mở đầu.')
    body.root.children.push(blockNode({ blockType: 'image', image }) as never)
    const id = await create({ title: 'Bài có ảnh', body })
    const refused = await admin.delete(`/media/${image}`)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('Bài có ảnh')
    ok(await save(id, { body: richText('Không còn ảnh.'), _status: 'published' }))
    expect((await admin.delete(`/media/${image}`)).status).toBe(200)
    expect(await rows.row('image', image)).toMatchObject(tombstone)
  })
})
