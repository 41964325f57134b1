import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, client, login, staff } from '../../support/staff.ts'
import { idOf, next } from './samples.ts'

const password = 'mot-mat-khau-du-dai-0123'
let server: TestServer
let admin: Client
let reporter: Client

beforeAll(async () => {
  server = await startServer()
  const { as } = staff(server)
  admin = await as('administrator')
  reporter = await as('reporter')
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const account = (roles: string[]) => ({ name: 'Người thử', email: `thu-${next()}@example.test`, password, roles })
const errorsOf = (body: Record<string, any>): { path: string; message: string }[] => body.errors?.[0]?.data?.errors ?? []

it('a person changes their own name and password, never their roles', async () => {
  const person = account(['reporter'])
  idOf(await admin.post('/users', person))
  const self = await login({ server, ...person })
  await self.patch(`/users/${self.userId}`, { name: 'Tên mới', roles: ['administrator'] })
  expect((await admin.get(`/users/${self.userId}`)).body).toMatchObject({ name: 'Tên mới', roles: ['reporter'] })
  expect((await self.patch(`/users/${admin.userId}`, { name: 'Người khác' })).status).toBe(403)
  expect((await self.patch(`/users/${self.userId}`, { password: 'mot-mat-khau-khac-4567' })).status).toBe(200)
  expect((await client({ server }).post('/users/login', { email: person.email, password })).status).toBe(401)
})

it('refuses a short password and an account without a role', async () => {
  const short = await admin.post('/users', { ...account(['editor']), password: 'ngan' })
  expect(short.status).toBe(400)
  expect(errorsOf(short.body).map(({ path }) => path)).toEqual(['password'])
  expect((await admin.post('/users', account([]))).status).toBe(400)
})

it('takes a password as it is typed, also when it is not in NFC', async () => {
  const person = { ...account(['reporter']), password: 'mật khẩu của tôi'.normalize('NFD') }
  idOf(await admin.post('/users', person))
  expect((await client({ server }).post('/users/login', { email: person.email, password: person.password })).status).toBe(200)
})

describe('the last administrator', () => {
  it('cannot be demoted or deleted, the last but one can', async () => {
    const demoted = await admin.patch(`/users/${admin.userId}`, { roles: ['editor'] })
    expect(demoted.status).toBe(400)
    expect(errorsOf(demoted.body)).toEqual([expect.objectContaining({ path: 'roles', message: expect.stringMatching(/quản trị viên|administrator/) })])
    expect((await admin.delete(`/users/${admin.userId}`)).status).toBe(409)

    const second = account(['administrator', 'editor'])
    const id = idOf(await admin.post('/users', second))
    expect((await admin.patch(`/users/${id}`, { roles: ['editor'] })).status).toBe(200)
    expect((await admin.delete(`/users/${id}`)).status).toBe(200)
  })

  it('stays when two administrators demote each other at once', async () => {
    const second = account(['administrator'])
    const id = idOf(await admin.post('/users', second))
    const other = await login({ server, ...second })
    await Promise.all([admin.patch(`/users/${id}`, { roles: ['editor'] }), other.patch(`/users/${admin.userId}`, { roles: ['editor'] })])
    const roles = await Promise.all([admin.get('/users?limit=0'), other.get('/users?limit=0')])
    const administrators = roles.flatMap(({ body }) => body.docs ?? []).filter((user: { roles: string[] }) => user.roles.includes('administrator'))
    expect(administrators.length).toBeGreaterThan(0)
    // Whoever is left makes the first one administrator again for the tests that follow.
    const left = await login({ server, ...second }).then((person) => person.get(`/users/${id}`)).then(({ body }) => body.roles.includes('administrator') ? other : admin)
    await left.patch(`/users/${admin.userId}`, { roles: ['administrator'] })
  })
})

it('locks an account after five wrong passwords; an administrator unlocks it, nobody else', async () => {
  const person = account(['editor'])
  idOf(await admin.post('/users', person))
  const attempt = (given: string) => client({ server }).post('/users/login', { email: person.email, password: given })
  for (let wrong = 0; wrong < 5; wrong += 1) expect((await attempt('sai-mat-khau-roi')).status).toBe(401)
  expect((await attempt(password)).status).toBe(401)
  expect((await reporter.post('/users/unlock', { email: person.email })).status).toBe(403)
  expect((await admin.post('/users/unlock', { email: person.email })).status).toBe(200)
  expect((await attempt(password)).status).toBe(200)
})

it('ends a session at log-out, and all other sessions when the password changes', async () => {
  const person = account(['editor'])
  idOf(await admin.post('/users', person))
  const [first, second] = [await login({ server, ...person }), await login({ server, ...person })]
  expect((await first.post('/users/logout')).status).toBe(200)
  expect((await first.get('/users/me')).body.user).toBeNull()
  expect((await second.get('/users/me')).body.user?.email).toBe(person.email)
  await admin.patch(`/users/${second.userId}`, { password: 'mot-mat-khau-khac-4567' })
  expect((await second.get('/users/me')).body.user).toBeNull()
})

it('shows nothing of how an account of somebody else is kept', async () => {
  const { body } = await reporter.get('/users?limit=0')
  const others = body.docs.filter(({ id }: { id: string }) => id !== reporter.userId)
  expect(others.length).toBeGreaterThan(3)
  expect([...new Set(others.flatMap((user: object) => Object.keys(user)))].filter((name) => name !== 'sessions').sort())
    .toEqual(['collection', 'createdAt', 'email', 'id', 'name', 'roles', 'updatedAt'])
  expect(others.flatMap((user: { sessions?: unknown[] }) => user.sessions ?? [])).toEqual([])
})
