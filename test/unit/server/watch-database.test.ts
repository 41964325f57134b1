import { afterEach, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { Registry } from 'prom-client'
import { createAvailability } from '../../../src/cache/availability.ts'
import { watchDatabase } from '../../../src/server/watch-database.ts'

let stop = async () => {}
afterEach(() => stop())

const until = async (holds: () => boolean) => {
  for (const end = performance.now() + 10_000; !holds() && performance.now() < end;) await sleep(5)
  expect(holds()).toBe(true)
}

const setUp = async () => {
  let nextEdge: () => Promise<string | null> = async () => null
  let looks = 0
  const said: string[] = []
  const availability = createAvailability({ proofMs: Infinity })
  const registry = new Registry()
  const say = (...given: unknown[]) => void said.push(String(given.at(-1)))
  stop = await watchDatabase({
    payload: { db: { name: 'sqlite' } } as unknown as Payload,
    store: { nextEdge: () => { looks += 1; return nextEdge() } },
    availability, log: { warn: say as never, info: say as never }, metrics: { registry }, everyMs: 20,
  })
  return { availability, said, registry, looks: () => looks, answer: (how: () => Promise<string | null>) => { nextEdge = how } }
}

it('marks a database that fails as away, once, and as there again at the first answer', async () => {
  const { availability, said, registry, looks, answer } = await setUp()
  await until(() => looks() > 2)
  expect([availability.reachable, availability.staleSince, said]).toEqual([true, null, []])

  answer(async () => { throw new Error('disk I/O error') })
  await until(() => !availability.reachable)
  const since = availability.staleSince as number
  expect(Date.now() - since).toBeLessThan(5_000)
  const seen = looks()
  await until(() => looks() > seen + 3)
  expect(availability.staleSince).toBe(since)
  expect(await registry.metrics()).toMatch(/^database_away 1$/m)
  expect(said).toEqual(['the database does not answer: stored answers are served, others refused'])

  answer(async () => null)
  await until(() => availability.reachable)
  expect(availability.staleSince).toBe(null)
  expect(await registry.metrics()).toMatch(/^database_away 0$/m)
  expect(said).toEqual(['the database does not answer: stored answers are served, others refused', 'the database answers again'])
})

it('does not wait for a database that says nothing', async () => {
  const { availability, answer } = await setUp()
  const begun = performance.now()
  answer(() => new Promise(() => undefined))
  await until(() => !availability.reachable)
  expect(performance.now() - begun).toBeGreaterThan(1_900)
  answer(async () => null)
  await until(() => availability.reachable)
})

it('looks no more once it is ended', async () => {
  const { looks } = await setUp()
  await until(() => looks() > 1)
  await stop()
  const seen = looks()
  await sleep(100)
  expect(looks()).toBe(seen)
})
