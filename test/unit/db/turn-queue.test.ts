import { describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { createQueue } from '../../../src/db/turn-queue.ts'

describe('the queue', () => {
  it('lets one at a time in, in the order of arrival, whatever they take', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 }), async (durations) => {
        const queue = createQueue({ waitLimitMs: 5_000 })
        let inside = 0
        const order: number[] = []
        await Promise.all(durations.map(async (ms, n) => {
          const release = await queue.acquire()
          inside += 1
          expect(inside).toBe(1)
          order.push(n)
          if (ms > 0) await sleep(ms)
          inside -= 1
          release()
        }))
        expect(order).toEqual(durations.map((_, n) => n))
        expect([queue.idle, queue.length]).toEqual([true, 0])
      }),
      { numRuns: 30 },
    )
  })

  it('refuses who has waited too long, and gives the place to the next', async () => {
    const queue = createQueue({ waitLimitMs: 50 })
    const release = await queue.acquire()
    await expect(queue.acquire()).rejects.toMatchObject({ name: 'DatabaseBusyError', status: 503 })
    const next = queue.acquire()
    release()
    const releaseNext = await next
    expect(queue.length).toBe(0)
    releaseNext()
    expect(queue.idle).toBe(true)
  })

  it('takes a second release of the same turn for none', async () => {
    const queue = createQueue({ waitLimitMs: 1_000 })
    const first = await queue.acquire()
    const second = queue.acquire()
    const third = queue.acquire()
    first()
    first()
    const releaseSecond = await second
    expect(queue.length).toBe(1)
    releaseSecond()
    ;(await third)()
  })
})
