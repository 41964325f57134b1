import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeSamples } from '../http/access/samples.ts'
import { onlyOn } from '../support/database.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { client, type Client, staff } from '../support/staff.ts'
import { damagesOf, isWriteLocked, rowsOf } from './database-file.ts'
import { type Frame, makeTopics, markedArticle, markOf } from './marked-article.ts'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 6)
const WRITERS = 15

/** The last revision of each article that the server said it has saved. */
type Acknowledged = Map<string, number>
type Article = { id: string } & Parameters<typeof markOf>[0]
type Version = { parent: string; version: Parameters<typeof markOf>[0] }

const fileOf = ({ databaseUrl }: { databaseUrl: string }) => databaseUrl.replace(/^file:/, '')

/** Creates an article and saves it anew, again and again, until the server is gone. */
const writeUntilKilled = async ({ desk, frame, writer, acknowledged }: { desk: Client; frame: Frame; writer: string; acknowledged: Acknowledged }): Promise<void> => {
  for (let piece = 0; ; piece++) {
    const name = `${writer}-${piece}`
    let id = ''
    for (let revision = 1; revision <= 4; revision++) {
      const body = markedArticle({ frame, name, revision })
      const answer = await (id ? desk.patch(`/articles/${id}`, body) : desk.post('/articles', body)).catch(() => null)
      if (!answer) return
      if (answer.status >= 400) throw new Error(`A save was refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
      id = String(answer.body.doc.id)
      acknowledged.set(id, revision)
    }
  }
}

/**
 * Stops the process in the midst of whatever it does, looks for its write lock, and ends it so that it can do nothing more.
 * `aimed`: lets it run on for a moment, a few times if need be, until it is stopped inside a transaction.
 */
const kill = async ({ server, aimed }: { server: TestServer; aimed: boolean }): Promise<{ inTransaction: boolean }> => {
  let inTransaction = false
  for (let tries = aimed ? 20 : 1; tries > 0 && !inTransaction; tries--) {
    server.child.kill('SIGCONT')
    await sleep(Math.random() * 20)
    server.child.kill('SIGSTOP')
    await sleep(20)
    inTransaction = isWriteLocked(fileOf(server))
  }
  await server.kill('SIGKILL')
  return { inTransaction }
}

const untilSome = async (acknowledged: Acknowledged): Promise<void> => {
  while (acknowledged.size === 0) await sleep(5)
}

const whatPublishedRowsSay = (file: string) =>
  rowsOf<{ id: string; title: string; data: string | null }>(file, `
    SELECT a.id, a.title, p.data FROM articles a LEFT JOIN published p ON p.kind = 'article' AND p.doc_id = a.id WHERE a._status = 'published'`)

const differingRows = (file: string): string[] =>
  whatPublishedRowsSay(file).filter(({ title, data }) => {
    const row = JSON.parse(data ?? '{}') as { title?: string; relatedLinks?: { title: string }[]; bylines?: { penName: string }[] }
    const mark = /^Bài (.+) lần (\d+)$/.exec(title)
    const expected = `${mark?.[1]}/${mark?.[2]}/`
    return row.title !== title || ![...(row.relatedLinks ?? []).map((link) => link.title), ...(row.bylines ?? []).map(({ penName }) => penName)].every((text) => text.startsWith(expected))
  }).map(({ id }) => id)

const orphanedRows = (file: string): number =>
  rowsOf<{ n: number }>(file, "SELECT count(*) AS n FROM published p WHERE p.kind = 'article' AND p.visible_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = p.doc_id)")[0]?.n ?? -1

/** What is wrong with what one round left, as the editors see it. */
const problemsOf = async ({ desk, frame, round, acknowledged }: { desk: Client; frame: Frame; round: string; acknowledged: Acknowledged }): Promise<string[]> => {
  const like = encodeURIComponent(`Bài ${round}-`)
  const articles = (await desk.get(`/articles?limit=0&pagination=false&depth=0&where[title][like]=${like}`)).body.docs as Article[]
  const versions = (await desk.get(`/articles/versions?limit=0&pagination=false&depth=0&where[version.title][like]=${like}`)).body.docs as (Version & { latest?: boolean })[]
  const found = new Map(articles.map((doc) => [doc.id, markOf(doc, frame.topics)]))
  const lost = [...acknowledged].filter(([id, revision]) => found.has(id) ? (found.get(id)?.revision ?? Infinity) < revision : true).map(([id, revision]) => `lost: ${id} at revision ${revision}`)
  const torn = [...found].filter(([, mark]) => mark === null).map(([id]) => `torn: ${id}`)
  const badVersions = [...found].flatMap(([id, mark]) => {
    const marks = versions.filter(({ parent }) => parent === id).map(({ version }) => markOf(version, frame.topics)?.revision ?? -1)
    const expected = Array.from({ length: mark?.revision ?? 0 }, (_, n) => n + 1)
    return JSON.stringify(marks.sort((a, b) => a - b)) === JSON.stringify(expected) ? [] : [`versions of ${id}: ${marks.join(' ')} instead of 1–${mark?.revision}`]
  })
  const strays = versions.filter(({ parent }) => !found.has(parent)).map(({ parent }) => `a version of ${parent}, which is not there`)
  return [...lost, ...torn, ...badVersions, ...strays]
}

const republish = ({ databaseUrl, dataDir }: TestServer): string =>
  execFileSync(process.execPath, ['-C', 'production', resolve('dist/republish.js')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_OPTIONS: '', NODE_ENV: 'test', LOG_FORMAT: 'json', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough-0123456789' },
  })

onlyOn('sqlite')(`a server killed ${ROUNDS} times while it writes`, () => {
  let server: TestServer
  let token: string | null
  let frame: Frame

  beforeAll(async () => {
    server = await startServer()
    const admin = await staff(server).as('administrator')
    frame = { samples: await makeSamples(admin), topics: await makeTopics(admin) }
    token = admin.token
  }, 120_000)
  afterAll(async () => {
    await server.stop()
  })

  it('has lost nothing that it acknowledged and left nothing half written', async () => {
    const everything: { round: string; acknowledged: Acknowledged }[] = []
    let hits = 0
    let saves = 0
    for (let n = 1; n <= ROUNDS; n++) {
      const round = `vòng ${n}`
      const acknowledged: Acknowledged = new Map()
      const desk = client({ server, token })
      const writing = Promise.all(Array.from({ length: WRITERS }, (_, w) => writeUntilKilled({ desk, frame, writer: `${round}-${w}`, acknowledged })))
      await Promise.race([untilSome(acknowledged), writing])
      await sleep(Math.random() * 1200)
      // Every other kill is aimed; the rest come when they come.
      if ((await kill({ server, aimed: n % 2 === 0 })).inTransaction) hits += 1
      await writing
      for (const revision of acknowledged.values()) saves += revision
      everything.push({ round, acknowledged })

      const file = fileOf(server)
      expect(damagesOf(file)).toEqual([])
      expect(differingRows(file)).toEqual([])
      expect(orphanedRows(file)).toBe(0)

      server = await startServer({ on: server })
      expect(await problemsOf({ desk: client({ server, token }), frame, round, acknowledged })).toEqual([])
    }
    for (const { round, acknowledged } of everything) expect(await problemsOf({ desk: client({ server, token }), frame, round, acknowledged })).toEqual([])
    process.stdout.write(`kills that hit an open transaction: ${hits} of ${ROUNDS}; acknowledged saves: ${saves}\n`)
    expect(saves).toBeGreaterThan(ROUNDS)
    expect(hits).toBeGreaterThanOrEqual(ROUNDS / 2)

    await server.stop({ keep: true })
    expect(republish(server)).toContain('0 rows rewritten, 0 withdrawn')
    server = await startServer({ on: server })
  }, 60_000 + ROUNDS * 30_000)
})
