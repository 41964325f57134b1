import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { closedCollections, expectedAccess, expectedGlobalAccess, letters, ownAccess } from './expected-access.ts'
import { article, idOf, makeSamples, product, sampleOf, type Samples, useAdministrator } from './samples.ts'

let server: TestServer
let samples: Samples
let admin: Client
let anonymous: Client
let people: [letter: string, client: Client][]

beforeAll(async () => {
  server = await startServer()
  const all = staff(server)
  people = []
  for (const [letter, role] of Object.entries(letters)) people.push([letter, await all.as(role)])
  admin = await all.as('administrator')
  anonymous = all.anonymous
  useAdministrator(admin)
  samples = await makeSamples(admin)
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const refusals = [401, 403, 404]

/** The letters of those whom the server lets do something. Anything but success or refusal is an error of the test. */
const allowed = async (attempt: (client: Client) => Promise<{ status: number; body: unknown }>): Promise<string> => {
  const letter = async ([name, client]: [string, Client]): Promise<string> => {
    const { status, body } = await attempt(client)
    if (status >= 200 && status < 300) return name
    if (refusals.includes(status)) return ''
    throw new Error(`${name} got ${status}: ${JSON.stringify(body)}`)
  }
  let found = ''
  for (const person of [...people, ['anonymous', anonymous] as [string, Client]]) found += await letter(person)
  return found
}

const changes: Record<string, Record<string, unknown>> = {
  users: { name: 'Tên khác' }, media: { caption: 'Chú thích khác' }, documents: { title: 'Tên khác' }, authors: { bio: 'Giới thiệu khác' },
  categories: { description: 'Mô tả khác' }, topics: { description: 'Mô tả khác' }, articles: { kicker: 'Dòng khác' }, 'legal-documents': { summary: 'Tóm tắt khác' },
  'administrative-units': { region: 'Vùng khác' }, 'product-groups': { nameEn: 'Another name' }, producers: { address: 'Địa chỉ khác' }, 'partner-brands': { website: 'https://example.vn' },
  products: { season: 'Mùa khác' }, 'webhook-endpoints': { name: 'Điểm nhận khác' }, certificates: { score: 61 }, redirects: { reason: 'Lý do khác' },
  feeds: { description: 'Mô tả khác' }, 'partner-sites': { notes: 'Ghi chú khác' },
}
const make = async (collection: string): Promise<string> => idOf(await sampleOf({ collection, samples, by: admin }))

describe.each(Object.entries(expectedAccess))('%s', (collection, expected) => {
  it(`can be created by ${expected.create}`, async () => {
    expect(await allowed((client) => sampleOf({ collection, samples, by: client }))).toBe(expected.create)
  })

  it(`can be read one by one by ${expected.readOne}, when somebody else made it`, async () => {
    const id = await make(collection)
    expect(await allowed((client) => client.get(`/${collection}/${id}`))).toBe(expected.readOne)
  })

  it(`can be listed by ${expected.readList}`, async () => {
    expect(await allowed((client) => client.get(`/${collection}?limit=1`))).toBe(expected.readList)
  })

  it(`can be changed by ${expected.update}, when somebody else made it`, async () => {
    const id = await make(collection)
    expect(await allowed((client) => client.patch(`/${collection}/${id}`, changes[collection]))).toBe(expected.update)
  })

  it(`can be deleted by ${expected.delete}, when somebody else made it`, async () => {
    const ids = new Map<Client, string>()
    for (const client of [...people.map(([, one]) => one), anonymous]) ids.set(client, await make(collection))
    expect(await allowed((client) => client.delete(`/${collection}/${ids.get(client)}`))).toBe(expected.delete)
  })

  if (expected.publish !== undefined) {
    const bodies: Record<string, () => Record<string, unknown>> = { articles: () => article(samples), products: () => product(samples) }
    it(`can be published and unpublished by ${expected.publish}`, async () => {
      const id = await make(collection)
      const turn = (status: 'published' | 'draft') => allowed(async (client) => {
        await admin.patch(`/${collection}/${id}`, { _status: status === 'draft' ? 'published' : 'draft' })
        return client.patch(`/${collection}/${id}`, { _status: status })
      })
      expect(await turn('published')).toBe(expected.publish)
      expect(await turn('draft')).toBe(expected.publish)
    })

    it(`can be created as published by ${expected.publish}`, async () => {
      expect(await allowed((client) => client.post(`/${collection}`, { ...bodies[collection]?.(), _status: 'published' }))).toBe(expected.publish)
    })

    it(`has versions that ${expected.readVersions} can list`, async () => {
      expect(await allowed((client) => client.get(`/${collection}/versions?limit=1`))).toBe(expected.readVersions)
    })
  } else {
    it('has no versions', async () => {
      expect(await allowed((client) => client.get(`/${collection}/versions`))).toBe('')
    })
  }

  if (expected.unlock !== undefined) {
    it(`can be unlocked by ${expected.unlock}`, async () => {
      const { body } = await admin.get(`/users/${await make('users')}`)
      expect(await allowed((client) => client.post('/users/unlock', { email: body.email }))).toBe(expected.unlock)
    })
  }
})

describe.each(Object.entries(ownAccess))('their own among %s', (collection, expected) => {
  const attempts = {
    readOne: (client: Client, id: string) => client.get(`/${collection}/${id}`),
    update: (client: Client, id: string) => client.patch(`/${collection}/${id}`, changes[collection]),
    delete: (client: Client, id: string) => client.delete(`/${collection}/${id}`),
  }
  const ownOf = async (client: Client): Promise<string> =>
    (collection === 'users' ? String(client.userId) : idOf(await sampleOf({ collection, samples, by: client })))

  it.each(Object.entries(expected))('%s: %s', async (operation, who) => {
    let found = ''
    for (const [letter, client] of people) {
      if (collection !== 'users' && !expectedAccess[collection]?.create.includes(letter)) continue
      const { status } = await attempts[operation as keyof typeof attempts](client, await ownOf(client))
      if (status === 200) found += letter
      else expect(refusals).toContain(status)
    }
    expect(found).toBe(who)
  })
})

describe.each(Object.entries(expectedGlobalAccess))('the global %s', (slug, expected) => {
  const values: Record<string, Record<string, unknown>> = { 'site-settings': { siteName: 'Báo thử', tagline: 'Khẩu hiệu' }, navigation: { header: [] }, 'home-page': { slots: [] } }
  it(`is read by ${expected.read}, changed by ${expected.update}`, async () => {
    expect(await allowed((client) => client.get(`/globals/${slug}`))).toBe(expected.read)
    expect(await allowed((client) => client.post(`/globals/${slug}`, values[slug]))).toBe(expected.update)
    expect(await allowed((client) => client.get(`/globals/${slug}/versions`))).toBe(expected.readVersions)
  })
})

it.each(closedCollections)('%s is closed to everyone', async (collection) => {
  expect(await allowed((client) => client.get(`/${collection}`))).toBe('')
  expect(await allowed((client) => client.post(`/${collection}`, {}))).toBe('')
})

it('covers every collection and global that there is', async () => {
  const { body } = await admin.get('/access')
  const reachable = Object.keys(body.collections).filter((slug) => !slug.startsWith('payload-') && !closedCollections.includes(slug))
  expect(reachable.sort()).toEqual(Object.keys(expectedAccess).sort())
  expect(Object.keys(body.globals).sort()).toEqual(Object.keys(expectedGlobalAccess).sort())
})
