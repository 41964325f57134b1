import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { moveClock, nowMs } from '../../../src/clock.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { deliverOutbox } from '../../../src/outbox/deliver-outbox.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import { outboxRowsOf } from '../../../src/outbox/rows.ts'
import { registerDelivery, type Topic } from '../../../src/outbox/topics.ts'
import { type Opened, openPayload } from '../published/open-payload.ts'

let opened: Opened
beforeAll(async () => { opened = await openPayload() })
afterAll(() => opened?.close())

type Enqueued = Omit<Parameters<typeof enqueue>[0], 'req'>
const write = (...rows: Enqueued[]) => inTransaction({ payload: opened.payload, work: async (req) => { for (const row of rows) await enqueue({ req, ...row }) } })
const rowsOf = async (topic: string) => (await opened.payload.db.find<Record<string, any>>({ collection: 'outbox' as never, where: { topic: { equals: topic } }, pagination: false, limit: 0 })).docs

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 15_000; !(await holds());) {
    if (performance.now() > end) throw new Error('It did not come about in 15 s')
    await sleep(10)
  }
}

/** A topic of its own name whose deliveries are written down, before `deliver` says what becomes of them. */
const topicOf = (more: Partial<Topic> = {}) => {
  const topic = `topic-${randomUUID()}`
  const seen: unknown[][] = []
  const deliver: Topic['deliver'] = async (delivery) => {
    seen.push(delivery.rows.map(({ body }) => body))
    return more.deliver?.(delivery)
  }
  registerDelivery({ payload: opened.payload, topic, schedule: { delays: [50], forMs: 60_000, jitter: 0 }, timeLimitMs: 5_000, ...more, deliver })
  return { topic, seen }
}

/** Lets a worker deliver meanwhile; it has ended in order afterwards. */
const working = async (settings: { concurrency?: number; graceMs?: number; leaseMarginMs?: number }, during: () => Promise<void>): Promise<void> => {
  const ending = new AbortController()
  const worker = deliverOutbox({ payload: opened.payload, signal: ending.signal, ...settings })
  try {
    await during()
  } finally {
    ending.abort()
    await worker
  }
}

it('delivers what was committed, once, and leaves nothing behind; nothing of what was rolled back', async () => {
  const { topic, seen } = topicOf()
  await working({}, async () => {
    const failing = inTransaction({
      payload: opened.payload,
      work: async (req) => {
        await enqueue({ req, topic, key: 'a', body: 'rolled back' })
        throw new Error('no')
      },
    })
    await expect(failing).rejects.toThrow('no')
    await write({ topic, key: 'a', body: { say: 'Miến dong' } })
    await until(async () => seen.length > 0 && (await rowsOf(topic)).length === 0)
  })
  expect(seen).toEqual([[{ say: 'Miến dong' }]])
})

it('refuses to write outside a transaction', async () => {
  await expect(enqueue({ req: { payload: opened.payload } as never, topic: 't', key: 'k', body: 1 })).rejects.toMatchObject({ name: 'NoTransactionError' })
})

it('delivers the rows of a key one after the other in their order, those of several keys beside each other, and never more than its bound', async () => {
  let now = 0
  let most = 0
  const busy = new Set<string>()
  let overlaps = 0
  const { topic, seen } = topicOf({
    deliver: async ({ rows }) => {
      const key = String(rows[0]?.key)
      if (busy.has(key)) overlaps += 1
      busy.add(key)
      most = Math.max(most, (now += 1))
      // The first ones wait for each other, however slow the machine is.
      await until(() => most >= 3)
      await sleep(20)
      now -= 1
      busy.delete(key)
    },
  })
  await write(...['a', 'b', 'c', 'd'].flatMap((key) => [1, 2, 3].map((n) => ({ topic, key, body: `${key}${n}` }))))
  await working({ concurrency: 3 }, () => until(async () => (await rowsOf(topic)).length === 0))
  expect(seen).toHaveLength(12)
  for (const key of ['a', 'b', 'c', 'd']) expect(seen.flat().filter((body) => String(body).startsWith(key))).toEqual([`${key}1`, `${key}2`, `${key}3`])
  expect([most, overlaps]).toEqual([3, 0])
})

it('does not hold up one topic by the slow receivers of another', async () => {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((done) => { letGo = done })
  const slow = topicOf({ deliver: () => held })
  const quick = topicOf()
  await working({ concurrency: 2 }, async () => {
    await write(...['a', 'b', 'c'].map((key) => ({ topic: slow.topic, key, body: key })))
    await until(() => slow.seen.length === 2)
    await write({ topic: quick.topic, key: 'a', body: 1 })
    await until(async () => (await rowsOf(quick.topic)).length === 0)
    expect(slow.seen).toHaveLength(2)
    letGo()
    await until(async () => (await rowsOf(slow.topic)).length === 0)
  })
})

it('merges what is due together with what waits for another attempt, but not with what is to go later', async () => {
  let fails = true
  const { topic, seen } = topicOf({ mergesUpTo: 100, schedule: { delays: [60_000], jitter: 0 }, deliver: async () => { if (fails) throw new Error('down') } })
  await write({ topic, key: 'a', body: 1 }, { topic, key: 'a', body: 2 }, { topic, key: 'a', body: 'later', notBefore: new Date(nowMs() + 3_600_000) })
  await working({}, async () => {
    await until(async () => (await rowsOf(topic)).filter(({ error }) => error === 'down').length === 2)
    fails = false
    await write({ topic, key: 'a', body: 3 })
    await until(async () => (await rowsOf(topic)).length === 1)
  })
  expect(seen[0]).toEqual([1, 2])
  expect([...(seen[1] ?? [])].sort()).toEqual([1, 2, 3])
  expect(seen).toHaveLength(2)
})

it('tries again by the schedule, at the instant a handler asks for, or not at all', async () => {
  const attempts: number[] = []
  const { topic } = topicOf({ deliver: async ({ rows }) => { if (attempts.push(rows[0]?.attempts ?? 0) < 3) throw new Error('not yet') } })
  const asked = topicOf({ deliver: async () => ({ retryAfterMs: 3_600_000, reason: 'busy' }) })
  const hopeless = topicOf({ deliver: async () => ({ giveUp: 'it is gone' }) })
  const spent = topicOf({ schedule: { delays: [10], jitter: 0 }, deliver: async () => { throw new Error('down', { cause: new Error('ECONNREFUSED') }) } })
  await working({}, async () => {
    await write(...[topic, asked.topic, hopeless.topic, spent.topic].map((name) => ({ topic: name, key: 'a', body: 1 })))
    await until(async () => (await rowsOf(topic)).length === 0 && (await rowsOf(spent.topic))[0]?.state === 'dead' && (await rowsOf(hopeless.topic))[0]?.state === 'dead' && asked.seen.length > 0)
  })
  expect(attempts).toEqual([1, 2, 3])
  const [waiting] = await rowsOf(asked.topic)
  expect(waiting).toMatchObject({ state: 'waiting', error: 'busy', attempts: 1 })
  expect(Date.parse(waiting?.due) - nowMs()).toBeGreaterThan(3_500_000)
  expect((await rowsOf(hopeless.topic))[0]).toMatchObject({ state: 'dead', due: null, error: 'it is gone', attempts: 1 })
  expect((await rowsOf(spent.topic))[0]).toMatchObject({ state: 'dead', due: null, error: 'down: ECONNREFUSED', attempts: 2 })
})

it('goes on after a handler that does not come back', async () => {
  let hangs = true
  const { topic, seen } = topicOf({ timeLimitMs: 100, deliver: () => (hangs ? new Promise(() => { hangs = false }) : Promise.resolve()) })
  await working({}, async () => {
    await write({ topic, key: 'a', body: 1 })
    await until(async () => (await rowsOf(topic)).length === 0)
  })
  expect(seen).toHaveLength(2)
})

it('takes what another had when its lease has run out, not before', async () => {
  const { topic, seen } = topicOf()
  await working({}, async () => {
    // The worker has begun, and gives nothing back any more.
    await write({ topic, key: 'b', body: 'begun' })
    await until(() => seen.length === 1)
    await write({ topic, key: 'a', body: 1, notBefore: new Date(nowMs() + 3_600_000) })
    const later = new Date(nowMs() + 7_200_000).toISOString()
    const endOfLease = nowMs() + 700
    await inTransaction({
      payload: opened.payload,
      work: (req) => outboxRowsOf(opened.payload).claim({ req, topic, key: 'a', limit: 1, merging: false, holder: 'another', now: later, until: new Date(endOfLease).toISOString() }),
    })
    await until(() => seen.length > 1)
    expect(nowMs()).toBeGreaterThanOrEqual(endOfLease)
    await until(async () => (await rowsOf(topic)).length === 0)
  })
})

it('a worker that begins takes at once what one that is gone had', async () => {
  const { topic, seen } = topicOf()
  await write({ topic, key: 'a', body: 1 })
  const at = (ms: number) => new Date(nowMs() + ms).toISOString()
  await inTransaction({ payload: opened.payload, work: (req) => outboxRowsOf(opened.payload).claim({ req, topic, key: 'a', limit: 1, merging: false, holder: 'gone', now: at(0), until: at(3_600_000) }) })
  await working({}, () => until(() => seen.length > 0))
})

it('stops in order: deliveries may end, and what has not ended is due for the next worker', async () => {
  const cut: boolean[] = []
  const quick = topicOf({ deliver: () => sleep(100) as Promise<void> })
  let hangs = true
  const slow = topicOf({
    deliver: ({ signal }) => (hangs ? new Promise((_, reject) => signal.addEventListener('abort', () => { cut.push(true); reject(new Error('cut')) })) : Promise.resolve()),
  })
  await write({ topic: quick.topic, key: 'a', body: 1 }, { topic: slow.topic, key: 'a', body: 1 })
  await working({ graceMs: 1_000 }, () => until(() => quick.seen.length > 0 && slow.seen.length > 0))
  expect(await rowsOf(quick.topic)).toEqual([])
  expect(cut).toEqual([true])
  expect((await rowsOf(slow.topic))[0]).toMatchObject({ state: 'waiting', holder: null })
  hangs = false
  await working({}, () => until(async () => (await rowsOf(slow.topic)).length === 0))
})

it('removes what was given up after 30 days, what was kept after its time, and what nobody knows after a week', async () => {
  const hopeless = topicOf({ deliver: async () => ({ giveUp: 'no' }) })
  const kept = topicOf({ keepMs: 3_600_000 })
  const unknown = `topic-${randomUUID()}`
  await write({ topic: hopeless.topic, key: 'a', body: 1 }, { topic: kept.topic, key: 'a', body: 1 }, { topic: unknown, key: 'a', body: 1 })
  const states = async () => (await Promise.all([hopeless.topic, kept.topic, unknown].map(rowsOf))).map(([row]) => row?.state ?? null)
  await working({}, () => until(async () => (await states()).join() === 'dead,delivered,waiting'))
  try {
    for (const [days, expected] of [[2, 'dead,,waiting'], [6, 'dead,,'], [30, ',,']] as const) {
      moveClock({ advance: days * 86_400_000 })
      await working({}, () => until(async () => (await states()).map((state) => state ?? '').join() === expected))
    }
  } finally {
    moveClock({ now: null })
  }
})
