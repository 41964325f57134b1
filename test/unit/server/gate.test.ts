import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { setTimeout as wait } from 'node:timers/promises'
import { ProblemError } from '../../../src/api/problem.ts'
import { createGate } from '../../../src/server/gate.ts'
import { decide, expectedWait, type GateLimits, type GateState } from '../../../src/server/gate-decision.ts'

const limits: GateLimits = { concurrency: 2, queue: 3, waitMs: 100, lateMs: 50 }
const idle: GateState = { inFlight: 0, queued: 0, isTurnOver: false, intervalMs: 0, standingMs: 0, latenessMs: 0 }

const anyLimits = fc.record({ concurrency: fc.integer({ min: 1, max: 64 }), queue: fc.nat(500), waitMs: fc.nat(1000), lateMs: fc.nat(1000) })
const anyState = fc.record({ inFlight: fc.nat(64), queued: fc.nat(500), isTurnOver: fc.boolean(), intervalMs: fc.double({ min: 0, max: 5000, noNaN: true }), standingMs: fc.nat(5000), latenessMs: fc.nat(5000) })
const areas = ['graphql', 'rest', 'feeds'] as const

describe('the decision', () => {
  it.each([
    ['runs what finds a place', idle, 'run'],
    ['lets wait what finds none', { ...idle, inFlight: 2 }, 'wait'],
    ['keeps the order: nobody passes those who wait', { ...idle, inFlight: 1, queued: 1 }, 'wait'],
    ['refuses when the queue is full', { ...idle, inFlight: 2, queued: 3 }, 'full'],
    ['begins nothing more in a turn of the event loop that is used up', { ...idle, isTurnOver: true }, 'wait'],
    ['refuses at once what would have to wait too long', { ...idle, inFlight: 2, queued: 1, intervalMs: 26 }, 'slow'],
    ['bears a burst that passes', { ...idle, inFlight: 2, queued: 1, intervalMs: 25, standingMs: 100 }, 'wait'],
    ['keeps a queue that stands short', { ...idle, inFlight: 2, queued: 1, intervalMs: 13, standingMs: 101 }, 'slow'],
    ['lets one wait in any case', { ...idle, inFlight: 2, intervalMs: 1000 }, 'wait'],
    ['bears lateness below the limit', { ...idle, latenessMs: 49 }, 'run'],
    ['refuses when the process is late, though there is room', { ...idle, latenessMs: 50 }, 'late'],
  ] as const)('%s', (_, state, expected) => {
    expect(decide({ area: 'graphql', state, limits })).toBe(expected)
  })

  it('gives up GraphQL before REST and REST before feeds, and never the other way', () => {
    expect(areas.map((area) => decide({ area, state: { ...idle, latenessMs: 50 }, limits }))).toEqual(['late', 'run', 'run'])
    expect(areas.map((area) => decide({ area, state: { ...idle, latenessMs: 100 }, limits }))).toEqual(['late', 'late', 'run'])
    expect(areas.map((area) => decide({ area, state: { ...idle, latenessMs: 200 }, limits }))).toEqual(['late', 'late', 'late'])
    fc.assert(fc.property(anyState, anyLimits, (state, given) => {
      const late = areas.map((area) => decide({ area, state, limits: given }) === 'late')
      expect([...late].sort((one, two) => Number(two) - Number(one))).toEqual(late)
    }))
  })

  it('never runs more than the concurrency, never queues more than the queue nor longer than the wait', () => {
    fc.assert(fc.property(anyState, anyLimits, fc.constantFrom(...areas), (state, given, area) => {
      const decision = decide({ area, state, limits: given })
      if (decision === 'run') expect(state).toMatchObject({ queued: 0, isTurnOver: false })
      if (decision === 'run') expect(state.inFlight).toBeLessThan(given.concurrency)
      if (decision === 'wait') {
        expect(state.inFlight + state.queued).toBeLessThan(given.concurrency + given.queue)
        if (state.queued > 0) expect(expectedWait(state)).toBeLessThanOrEqual(given.waitMs)
      }
    }))
  })

  it('is never late when that is switched off', () => {
    fc.assert(fc.property(anyState, anyLimits, (state, given) => {
      expect(decide({ area: 'graphql', state, limits: { ...given, lateMs: 0 } })).not.toBe('late')
    }))
  })
})

describe('the gate', () => {
  const watched = ({ lateness = () => 0, ...given }: Partial<GateLimits> & { lateness?: () => number } = {}) => {
    const shed: string[] = []
    return { gate: createGate({ limits: { ...limits, ...given }, lateness, onShed: ({ area, reason }) => shed.push(`${area} ${reason}`) }), shed }
  }
  /** Work that ends when it is told to. */
  const held = () => {
    let end: (value: string) => void = () => undefined
    const promise = new Promise<string>((done) => { end = done })
    return { work: () => promise, end: (value = 'done') => end(value) }
  }
  const problemOf = (work: Promise<unknown>) => work.then(() => { throw new Error('It was not refused') }, (error: unknown) => {
    if (error instanceof ProblemError) return error
    throw error
  })

  it('runs, queues in order and refuses the surplus at once with Retry-After', async () => {
    const { gate, shed } = watched({ waitMs: 10_000 })
    const works = Array.from({ length: 5 }, held)
    const order: number[] = []
    const results = works.map(({ work }, index) => gate.run(() => { order.push(index); return work() }, { area: 'rest' }))
    await new Promise((done) => setImmediate(done))
    const begun = performance.now()
    const { problem, headers } = await problemOf(gate.run(async () => 'never', { area: 'rest' }))
    expect(performance.now() - begun).toBeLessThan(50)
    expect(problem).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    expect(headers['retry-after']).toBe('1')
    expect(gate.stats()).toEqual({ inFlight: 2, queued: 3 })
    expect(shed).toEqual(['rest full'])
    works.forEach(({ end }, index) => end(`answer ${index}`))
    expect(await Promise.all(results)).toEqual(['answer 0', 'answer 1', 'answer 2', 'answer 3', 'answer 4'])
    expect(order).toEqual([0, 1, 2, 3, 4])
    expect(gate.stats()).toEqual({ inFlight: 0, queued: 0 })
  })

  it('ends the patience of those who wait too long, and gives their turn to others', async () => {
    const { gate, shed } = watched({ concurrency: 1, waitMs: 30 })
    const first = held()
    const running = gate.run(first.work)
    let ran = false
    const { problem } = await problemOf(gate.run(async () => { ran = true }, { area: 'graphql' }))
    expect(problem.code).toBe('UNAVAILABLE')
    expect(gate.stats()).toEqual({ inFlight: 1, queued: 0 })
    expect(shed).toEqual(['graphql slow'])
    first.end()
    await running
    expect(ran).toBe(false)
    expect(await gate.run(async () => 'next')).toBe('next')
  })

  it('learns how long a turn takes, and lets nobody wait in vain', async () => {
    const { gate, shed } = watched({ concurrency: 1, queue: 100, waitMs: 400 })
    const learning = Array.from({ length: 3 }, () => gate.run(() => wait(80)))
    await Promise.all(learning)
    const waiting = Array.from({ length: 3 }, () => gate.run(() => wait(80)))
    await problemOf(gate.run(async () => undefined, { area: 'rest' }))
    expect(shed).toEqual(['rest slow'])
    await Promise.all(waiting)
  })

  it('uses a few milliseconds of a turn of the event loop, so that what has just arrived is not kept waiting', async () => {
    const { gate } = watched({ concurrency: 10, queue: 100, waitMs: 10_000 })
    const order: string[] = []
    const blocking = async (ms: number) => {
      for (const begun = performance.now(); performance.now() - begun < ms;);
      order.push(`${ms} ms`)
    }
    const works = [26, 27, 1, 1, 8].map((ms) => gate.run(() => blocking(ms)))
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((done) => setImmediate(done))
      order.push('turn')
    }
    await Promise.all(works)
    // The first began at once, the second in the turn after; the others not before what had come meanwhile.
    expect(order.slice(0, 3)).toEqual(['26 ms', '27 ms', 'turn'])
    expect(order.filter((entry) => entry !== 'turn')).toEqual(['26 ms', '27 ms', '1 ms', '1 ms', '8 ms'])
  })

  it('frees the place of work that fails', async () => {
    const { gate } = watched({ concurrency: 1 })
    await expect(gate.run(async () => { throw new Error('broken') })).rejects.toThrow('broken')
    await expect(gate.run(() => { throw new Error('broken at once') })).rejects.toThrow('broken at once')
    expect(gate.stats().inFlight).toBe(0)
    expect(await gate.run(async () => 'fine')).toBe('fine')
  })

  it('says beforehand what it would refuse', async () => {
    let late = 0
    const { gate } = watched({ lateness: () => late })
    expect(gate.refusal('graphql')).toBeUndefined()
    late = 60
    expect(gate.refusal('graphql')?.headers['retry-after']).toBe('2')
    expect(gate.refusal('rest')).toBeUndefined()
  })

  it('never runs more at once than it may, and answers everyone, whatever comes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), fc.nat(10), async (durations, concurrency, queue) => {
      const { gate, shed } = watched({ concurrency, queue, waitMs: 1000 })
      let [running, most] = [0, 0]
      const work = (ms: number) => async () => {
        running += 1
        most = Math.max(most, running)
        await wait(ms)
        running -= 1
      }
      const settled = await Promise.allSettled(durations.map((ms) => gate.run(work(ms))))
      expect(most).toBeLessThanOrEqual(concurrency)
      expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(shed.length)
      expect(gate.stats()).toEqual({ inFlight: 0, queued: 0 })
    }), { numRuns: 30 })
  })
})
