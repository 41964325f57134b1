import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { article, makeSamples, type Samples } from '../http/access/samples.ts'
import { databaseKind } from '../support/database.ts'
import { type PurgeReceiver, purgeReceiver } from '../support/purge-receiver.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { client, type Client, staff } from '../support/staff.ts'
import { isGenuine, type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts'

// On MongoDB each round waits until the lease of the killed worker has run out.
const ROUNDS = Number(process.env.KILL_ROUNDS ?? (databaseKind === 'mongodb' ? 1 : 2))
const WRITERS = 4

let receiver: PurgeReceiver
let partner: WebhookReceiver
let secret: string
let server: TestServer
let env: Record<string, string>
let token: string | null
let samples: Samples

beforeAll(async () => {
  receiver = await purgeReceiver()
  partner = await webhookReceiver()
  env = { PURGE_URL: receiver.url, CDN_TAGS: '1', WEBHOOK_ALLOW: partner.place }
  server = await startServer({ env })
  const admin = await staff(server).as('administrator')
  token = admin.token
  samples = await makeSamples(admin)
  const { body } = await admin.post('/webhook-endpoints', { name: 'Đối tác', url: partner.address('/hook'), events: ['article.published'] })
  secret = String((await admin.post(`/webhook-endpoints/${body.doc.id}/secret`)).body.secret)
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await receiver?.close()
  await partner?.close()
})

/** Publishes one article after the other until the server is gone. */
const publishUntilKilled = async (desk: Client, acknowledged: Set<string>): Promise<void> => {
  for (;;) {
    const answer = await desk.post('/articles', { ...article(samples), _status: 'published' }).catch(() => null)
    if (!answer) return
    if (answer.status !== 201) throw new Error(`A save was refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
    acknowledged.add(String(answer.body.doc.id))
  }
}

const articlesIn = (keys: readonly string[]) => keys.flatMap((key) => (key.startsWith('article:') ? [key.slice('article:'.length)] : []))
const toldOf = () => new Set(receiver.purges.filter(({ answered }) => answered === 200).flatMap(({ keys }) => articlesIn(keys)))

const messagesOf = () => partner.at('/hook').filter(({ message }) => message.type === 'article.published')
const toldPartner = () => new Set(messagesOf().filter(({ answered }) => answered === 200).map(({ message }) => String(message.data.id)))

const until = async (holds: () => boolean, ms: number): Promise<void> => {
  for (const end = performance.now() + ms; !holds() && performance.now() < end;) await sleep(20)
}

it(`a server killed ${ROUNDS} times while it publishes has told the network and the partner of everything it acknowledged, and of nothing that is not there`, async () => {
  const acknowledged = new Set<string>()
  for (let round = 1; round <= ROUNDS; round++) {
    // In every other round it is killed in the midst of a call that had no answer; in the others anywhere.
    const aimed = round % 2 === 1
    const before = acknowledged.size
    let held: () => void = () => undefined
    if (aimed) {
      receiver.answer(500)
      partner.answer('/hook', 500)
      receiver.during = () => new Promise((done) => { held = done })
    }
    const calls = receiver.purges.length
    const desk = client({ server, token })
    const writing = Promise.all(Array.from({ length: WRITERS }, () => publishUntilKilled(desk, acknowledged)))
    await Promise.race([until(() => acknowledged.size > before + WRITERS && (aimed || receiver.purges.length > calls), 30_000), writing])
    await sleep(Math.random() * 300)
    await server.kill()
    await writing
    receiver.during = null
    held()
    server = await startServer({ env, on: server })
    receiver.answer(200)
    partner.answer('/hook', 200)
    // What the partner refused twice is due in five minutes.
    await server.setClock(new Date(Date.now() + 600_000).toISOString())
    await until(() => [...acknowledged].every((id) => toldOf().has(id) && toldPartner().has(id)), 90_000)
    expect([...acknowledged].filter((id) => !toldOf().has(id) || !toldPartner().has(id))).toEqual([])
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITERS)
  const named = new Set(receiver.purges.flatMap(({ keys }) => articlesIn(keys)))
  const { body } = await client({ server, token }).get('/articles?limit=0&pagination=false&depth=0&select[title]=true')
  const there = new Set((body.docs as { id: string }[]).map(({ id }) => id))
  expect([...named, ...messagesOf().map(({ message }) => String(message.data.id))].filter((id) => !there.has(id))).toEqual([])
  // Told more than once, it is the same message.
  for (const id of acknowledged) expect(new Set(messagesOf().filter(({ message }) => message.data.id === id).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(messagesOf().every((one) => isGenuine(one, secret))).toBe(true)
  process.stdout.write(`acknowledged publications: ${acknowledged.size}; calls: ${receiver.purges.length}; messages: ${messagesOf().length}\n`)
}, 60_000 + ROUNDS * 120_000)
