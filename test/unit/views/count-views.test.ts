import { describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { countViews } from '../../../src/views/count-views.ts'
import type { Batch } from '../../../src/views/record-views.ts'
import { createTally } from '../../../src/views/tally.ts'

const warnings: string[] = []
const payload = { logger: { warn: ({ msg }: { msg: string }) => warnings.push(msg) } } as unknown as Payload

/** Counts into an array of what was written; `fail` says which calls fail, and whether after writing. */
const counting = ({ fail = () => null }: { fail?: (call: number) => 'before' | 'after' | null } = {}) => {
  const written = new Map<string, number>()
  const noted = new Map<string, number>()
  const batches: Batch[] = []
  let call = 0
  const record = async ({ process, batch }: { process: string; batch: Batch }): Promise<void> => {
    const failure = fail(call++)
    if (failure === 'before') throw new Error('The database is away')
    batches.push(batch)
    if ((noted.get(process) ?? 0) < batch.number) {
      noted.set(process, batch.number)
      for (const { ref, views } of batch.counted) written.set(ref.id, (written.get(ref.id) ?? 0) + views)
    }
    if (failure === 'after') throw new Error('The answer of the commit was lost')
  }
  const views = countViews({ payload, everyMs: 1_000_000, rate: 1, record })
  return { views, written, batches, read: (id: string, times = 1) => { for (let n = 0; n < times; n += 1) views.count({ kind: 'article', id }) } }
}

describe('views', () => {
  it('are written together, and nothing is written when nothing was read', async () => {
    const { views, written, batches, read } = counting()
    read('a', 3)
    read('b')
    await views.flush()
    await views.flush()
    expect([[...written], batches.length]).toEqual([[['a', 3], ['b', 1]], 1])
    await views.stop()
  })

  it.each(['before', 'after'] as const)('are counted once when a flush failed %s it was written', async (when) => {
    const { views, written, batches, read } = counting({ fail: (call) => (call < 2 ? when : null) })
    read('a', 2)
    await views.flush()
    read('a')
    read('b')
    await views.flush()
    expect(written.get('b')).toBeUndefined()
    await views.flush()
    expect([...written]).toEqual([['a', 3], ['b', 1]])
    // The failed one comes again as it was, under its number; what came in between has one of its own.
    expect(batches.slice(-2).map(({ number, counted }) => [number, counted.length])).toEqual([[1, 1], [2, 2]])
    await views.stop()
  })

  it('are written in batches, and the last ones when it is stopped', async () => {
    const { views, written, batches, read } = counting()
    for (let n = 0; n < 1_234; n += 1) read(`a${n}`)
    await views.flush()
    expect(batches.map(({ counted }) => counted.length)).toEqual([500, 500, 234])
    const flushing = views.flush()
    read('late')
    await Promise.all([flushing, views.stop()])
    expect(written.get('late')).toBe(1)
  })

  it('fill no more than a bounded memory: further things are left out, known ones go on', async () => {
    const tally = createTally({ most: 2 })
    const add = (id: string): boolean => tally.add({ ref: { kind: 'article', id }, views: 1 })
    expect([add('a'), add('b'), add('c'), add('a'), tally.size]).toEqual([true, true, false, true, 2])
    expect(tally.take(1)).toEqual([{ ref: { kind: 'article', id: 'a' }, views: 2 }])
    expect([add('c'), tally.size]).toEqual([true, 2])

    const { views, written } = counting()
    for (let n = 0; n < 50_010; n += 1) views.count({ kind: 'article', id: `garbage-${n}` })
    await views.flush()
    expect(written.size).toBe(50_000)
    expect(warnings.at(-1)).toMatch(/left out/)
    await views.stop()
  })

  it('are written by themselves, time after time', async () => {
    jest.useFakeTimers()
    try {
      const seen: number[] = []
      const views = countViews({ payload, everyMs: 60_000, rate: 1, record: async ({ batch }) => { seen.push(batch.number) } })
      for (let n = 0; n < 3; n += 1) {
        views.count({ kind: 'product', id: 'p' })
        await jest.advanceTimersByTimeAsync(60_000)
      }
      expect(seen).toEqual([1, 2, 3])
      await views.stop()
    } finally {
      jest.useRealTimers()
    }
  })
})
