import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeSamples } from '../http/access/samples.ts'
import { freshDatabaseUrl, databaseKind, onlyOn } from '../support/database.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Answer, type Client, login, staff } from '../support/staff.ts'
import { type Frame, makeTopics, markedArticle, markOf } from './marked-article.ts'

const WRITERS = 50
const PEOPLE = 6
const password = 'mot-mat-khau-du-dai-0123'

let server: TestServer
let admin: Client
let secretary: Client
let frame: Frame

beforeAll(async () => {
  server = await startServer()
  const { as } = staff(server)
  admin = await as('administrator')
  secretary = await as('secretary')
  frame = { samples: await makeSamples(admin), topics: await makeTopics(admin) }
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const statusesOf = (answers: Answer[]) => [...new Set(answers.map(({ status }) => status))]
const articlesOf = async (like: string) => {
  const { body } = await admin.get(`/articles?limit=0&pagination=false&depth=0&where[title][like]=${encodeURIComponent(like)}`)
  return body.docs as ({ id: string } & Parameters<typeof markOf>[0])[]
}

describe('fifty writers at once, beside sessions, preferences and locks', () => {
  it('keeps everything that was acknowledged, whole, and no error reaches anyone', async () => {
    const emails = Array.from({ length: PEOPLE }, (_, n) => `nguoi-${n}@example.test`)
    for (const email of emails) await admin.post('/users', { name: 'Người thử', email, password, roles: ['editor'] })
    const acknowledged = new Map<string, number>()

    const write = async (writer: number): Promise<Answer[]> => {
      const answers: Answer[] = []
      for (const piece of [1, 2]) {
        const name = `ghi-${writer}-${piece}`
        const made = await secretary.post('/articles', markedArticle({ frame, name, revision: 1 }))
        const id = made.body.doc?.id as string
        if (made.status === 201) acknowledged.set(id, 1)
        const changed = await secretary.patch(`/articles/${id}`, markedArticle({ frame, name, revision: 2 }))
        if (changed.status === 200) acknowledged.set(id, 2)
        answers.push(made, changed)
      }
      return answers
    }
    const goInAndOut = async (email: string): Promise<Answer[]> => {
      const answers: Answer[] = []
      for (let n = 0; n < 5; n++) answers.push(await (await login({ server, email, password })).get('/users/me'))
      return answers
    }
    const prefer = (n: number) => secretary.post(`/payload-preferences/thu-${n}`, { value: { n } })
    const lock = (n: number) => secretary.post('/payload-locked-documents', { document: { relationTo: 'categories', value: frame.samples.category }, user: { relationTo: 'users', value: secretary.userId }, n })

    const [written, sessions, preferences, locks] = await Promise.all([
      Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n))),
      Promise.all(emails.map(goInAndOut)),
      Promise.all(Array.from({ length: 60 }, (_, n) => prefer(n))),
      Promise.all(Array.from({ length: 30 }, (_, n) => lock(n))),
    ])

    expect(statusesOf(written.flat())).toEqual([201, 200])
    expect(statusesOf(sessions.flat())).toEqual([200])
    expect([...statusesOf(preferences), ...statusesOf(locks)].every((status) => status === 200 || status === 201)).toBe(true)

    const docs = await articlesOf('Bài ghi-')
    expect(docs).toHaveLength(WRITERS * 2)
    const marks = docs.map((doc) => ({ id: doc.id, mark: markOf(doc, frame.topics) }))
    expect(marks.filter(({ mark }) => mark === null)).toEqual([])
    expect(marks.filter(({ id, mark }) => mark?.revision !== acknowledged.get(id))).toEqual([])
    const { body: versions } = await admin.get('/articles/versions?limit=1&where[version.title][like]=' + encodeURIComponent('Bài ghi-'))
    expect(versions.totalDocs).toBe(WRITERS * 4)

    const { body: preferred } = await secretary.get('/payload-preferences?limit=1&where[key][like]=thu-')
    expect(preferred.totalDocs).toBe(60)
    const { body: locked } = await admin.get('/payload-locked-documents?limit=0')
    expect(locked.docs.length).toBeGreaterThanOrEqual(30)
    expect(server.logs()).not.toMatch(/SQLITE_|WriteConflict|"level":"(error|fatal)"/)
  }, 180_000)
})

describe('fifty saves of one document at once', () => {
  it('all succeed, and the document is that of one of them', async () => {
    const made = await secretary.post('/articles', markedArticle({ frame, name: 'mot', revision: 0 }))
    const id = made.body.doc.id as string
    const answers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => secretary.patch(`/articles/${id}`, markedArticle({ frame, name: 'mot', revision: n + 1 }))))
    expect(statusesOf(answers)).toEqual([200])
    const { body } = await admin.get(`/articles/${id}?depth=0`)
    expect(markOf(body, frame.topics)).toMatchObject({ name: 'mot', revision: expect.any(Number) })
  }, 120_000)
})

describe('one account that logs in ten times at once', () => {
  it('has ten sessions that hold', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => login({ server, email: 'secretary@example.test', password })))
    const answers = await Promise.all(clients.map((one) => one.get('/users/me')))
    expect(answers.map(({ body }) => body.user?.email)).toEqual(Array(10).fill('secretary@example.test'))
  })
})

describe('a unique value taken by ten at once', () => {
  it('goes to one; the others hear of it at the field', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.post('/redirects', { from: '/mot-dia-chi.html', type: '410' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)])
    for (const { body } of answers.filter(({ status }) => status === 400)) expect(body.errors[0]).toMatchObject({ name: 'ValidationError', data: { errors: [{ path: 'from' }] } })
  })
})

onlyOn('mongodb')('two processes on one replica set', () => {
  it('save one document forty times in all, and every save succeeds', async () => {
    const databaseUrl = freshDatabaseUrl({ dataDir: '' })
    expect(databaseKind).toBe('mongodb')
    const one = await startServer({ env: { DATABASE_URL: databaseUrl } })
    const two = await startServer({ env: { DATABASE_URL: databaseUrl } })
    try {
      const desk = await staff(one).as('secretary')
      const same = { server: two, email: 'secretary@example.test', password }
      const other = await login(same)
      const itsFrame = { samples: await makeSamples(await staff(one).as('administrator')), topics: await makeTopics(await staff(one).as('administrator')) }
      const made = await desk.post('/articles', markedArticle({ frame: itsFrame, name: 'hai', revision: 0 }))
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? desk : other).patch(`/articles/${made.body.doc.id}`, markedArticle({ frame: itsFrame, name: 'hai', revision: n + 1 }))))
      expect(statusesOf(answers)).toEqual([200])
      const { body } = await other.get(`/articles/${made.body.doc.id}?depth=0`)
      expect(markOf(body, itsFrame.topics)).not.toBeNull()
    } finally {
      await Promise.all([one.stop(), two.stop()])
    }
  }, 180_000)
})
