import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProblemError } from '../../../src/api/problem.ts'
import { createAvailability } from '../../../src/cache/availability.ts'
import { createDelivery, type Delivery, type Reading } from '../../../src/cache/delivery.ts'
import { createResponseCache } from '../../../src/cache/response-cache.ts'
import { tagsOfChange } from '../../../src/cache/tags.ts'
import { moveClock } from '../../../src/clock.ts'
import type { Store } from '../../../src/published/store.ts'
import { sendProblem } from '../../../src/server/send-problem.ts'

const HOUR_MS = 3_600_000
const EDGE = '2027-03-05T08:00:00.000Z'

const errorOf = (name: string, code?: string | number) => Object.assign(new Error('the driver says why'), { name, ...(code === undefined ? {} : { code }) })
/** How the two databases say that they are not there. */
const absences = [
  errorOf('LibsqlError', 'SQLITE_IOERR'), errorOf('LibsqlError', 'SQLITE_CANTOPEN'), errorOf('LibsqlError', 'SQLITE_BUSY'),
  errorOf('MongoServerSelectionError'), errorOf('MongoNetworkError'), errorOf('MongoNetworkTimeoutError'), errorOf('MongoOperationTimeoutError'), errorOf('MongoPoolClearedError'),
  errorOf('MongoServerError', 10107),
]

/** What is kept, whether it can be vouched for, and a store whose only row says `title`, or that fails. */
const world = () => {
  const cache = createResponseCache({ maxBytes: 1e6 })
  const availability = createAvailability({ proofMs: Infinity })
  const state = { title: 'Bản đầu', failure: null as Error | null }
  const answering = async <T>(value: T): Promise<T> => {
    if (state.failure) throw state.failure
    return value
  }
  const store = {
    many: () => answering(new Map([['article:1', { kind: 'article', id: '1', data: { title: state.title } }]])),
    nextEdge: (now: string) => answering(now < EDGE ? EDGE : null),
  } as unknown as Store
  const delivery = createDelivery({ store, cache, availability, gate: { run: (work) => work() }, staleMaxMs: HOUR_MS, limitMs: 5_000, isPurged: false, namesTags: false })
  return { cache, availability, state, delivery }
}

let present = world()
let server: Server

const make = async ({ store, moment }: Reading) => {
  const [row] = (await store.many({ refs: [{ kind: 'article', id: '1' }], moment })).values()
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(row?.data['title']), kind: 'item' as const }
}
/** As GraphQL does: what fails becomes a part of the answer. */
const makeInParts: typeof make = (reading) => make(reading).catch((error: Error) => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: error.message, kind: 'item' as const, isKept: false }))

beforeAll(async () => {
  server = createServer((req, res) => {
    const asked: Parameters<Delivery['answer']>[0]['req'] = Object.assign(req, { originalUrl: req.url ?? '/' })
    present.delivery.answer({ req: asked, res, area: 'v1', make: req.url?.startsWith('/parts') ? makeInParts : make }).catch((error: unknown) =>
      sendProblem({ res, error: error instanceof ProblemError ? error : new ProblemError({ code: 'INTERNAL' }) }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => new Promise((done) => server.close(done)))
afterEach(() => {
  moveClock({ now: null })
  present = world()
})

const ask = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return { status: response.status, text: await response.text(), retryAfter: response.headers.get('retry-after'), cacheStatus: response.headers.get('cache-status'), cacheControl: response.headers.get('cache-control') }
}
const away = (failure: Error) => {
  present.state.failure = failure
  present.availability.mark({ reachable: false })
}
const stale = { status: 200, text: 'Bản đầu', cacheStatus: 'OCOP-Press; hit; detail=stale', cacheControl: 'public, max-age=0' }

describe('while the database is away', () => {
  it.each(absences)('nobody who asks for what is not stored waits or is told more than that: $name $code', async (failure) => {
    expect(await ask('/a')).toMatchObject({ status: 200, text: 'Bản đầu', cacheStatus: null })
    // Before the watch has noticed: the read fails by itself.
    present.state.failure = failure
    for (const path of ['/b', '/parts/b']) {
      const refused = await ask(path)
      expect([refused.status, Number(refused.retryAfter) > 0, JSON.parse(refused.text).code, refused.cacheControl]).toEqual([503, true, 'UNAVAILABLE', 'no-store'])
      expect(refused.text).not.toContain('the driver says why')
    }
    away(failure)
    expect((await ask('/c')).status).toBe(503)
    expect(await ask('/a')).toMatchObject(stale)
  })

  it('what is wrong with a read is not taken for that', async () => {
    present.state.failure = errorOf('TypeError')
    expect((await ask('/a')).status).toBe(500)
  })

  it('what is stored goes out as stale, for an hour from the last proof', async () => {
    moveClock({ now: '2027-03-04T08:00:00.000Z' })
    await ask('/a')
    present.availability.mark({ reachable: true, hearing: true })
    away(absences[0] as Error)
    expect(await ask('/a')).toMatchObject(stale)
    moveClock({ now: '2027-03-04T08:59:00.000Z' })
    expect(await ask('/a')).toMatchObject(stale)
    moveClock({ now: '2027-03-04T09:00:05.000Z' })
    expect(await ask('/a')).toMatchObject({ status: 503, cacheStatus: null })
  })

  it.each([['an edge of a window', '2027-03-05T07:59:00.000Z', EDGE], ['midnight in Hanoi', '2027-03-05T16:59:00.000Z', '2027-03-05T17:00:00.000Z']])('nothing goes out past %s', async (_name, before, edge) => {
    moveClock({ now: before })
    await ask('/a')
    away(absences[0] as Error)
    expect(await ask('/a')).toMatchObject(stale)
    moveClock({ now: edge })
    expect((await ask('/a')).status).toBe(503)
  })

  it('nothing is left of it when the database is back', async () => {
    await ask('/a')
    away(absences[0] as Error)
    expect(await ask('/a')).toMatchObject(stale)
    Object.assign(present.state, { failure: null, title: 'Bản sau' })
    present.cache.bump(tagsOfChange({ kind: 'article', id: '1' }))
    present.availability.mark({ reachable: true, hearing: true })
    expect(await ask('/a')).toMatchObject({ status: 200, text: 'Bản sau', cacheStatus: null })
    expect((await ask('/a')).cacheControl).toMatch(/max-age=[1-9]/)
  })
})

it('a process that hears nothing answers anew from the database and keeps nothing of it', async () => {
  await ask('/a')
  present.availability.mark({ hearing: false })
  present.state.title = 'Bản sau'
  expect(await ask('/a')).toMatchObject(stale)
  expect(await ask('/b')).toMatchObject({ status: 200, text: 'Bản sau', cacheStatus: null })
  expect(present.cache.stats().entries).toBe(1)
})
