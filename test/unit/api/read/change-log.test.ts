import { describe, expect, it } from '@jest/globals'
import { createChangeLog } from '../../../../src/api/read/change-log.ts'
import type { Change, Ref, Store } from '../../../../src/published/store.ts'

/** A log in memory, whose numbers follow when they are given. */
const logOf = ({ seats, isHeard = () => true }: { seats?: { all: number; each: number }; isHeard?: () => boolean } = {}) => {
  const entries: Change[] = []
  let tell: (changed: readonly Ref[]) => void = () => undefined
  let stopping = false
  let looks = 0
  const store = {
    lastChange: async () => {
      looks += 1
      return entries.at(-1)?.seq ?? 0
    },
    since: async ({ after, limit, kinds }: Parameters<Store['since']>[0]) => {
      const page = entries.filter(({ seq }) => seq > after).slice(0, limit)
      return { changes: page.filter(({ kind }) => !kinds || kinds.includes(kind)), last: page.at(-1)?.seq ?? after }
    },
  } as Store
  const log = createChangeLog({
    store, isStopping: () => stopping, heardUntil: () => (isHeard() ? performance.now() : -Infinity), ...(seats ? { seats } : {}),
    changes: { on: (listener) => { tell = listener; return () => undefined }, onLost: () => () => undefined },
  })
  const add = (kind: Change['kind'] = 'article') => {
    entries.push({ seq: entries.length + 1, kind, id: `${entries.length + 1}`, change: 'put' })
    tell([{ kind, id: `${entries.length}` }])
  }
  const wait = (more: Partial<Parameters<typeof log.wait>[0]> = {}) => log.wait({ after: 0, limit: 10, kinds: ['article'], waitMs: 20_000, client: 'a', signal: new AbortController().signal, ...more })
  const read = (after = 0) => log.read({ store, moment: { now: '', today: '' }, after, limit: 10, kinds: ['article'] })
  return { add, wait, read, stop: () => { stopping = true }, looks: () => looks }
}
const took = async (work: Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work
  return performance.now() - begun
}

describe('waiting for the log', () => {
  it('ends with an entry of the kinds that are asked for, not with another', async () => {
    const { wait, add, read } = logOf()
    const waiting = took(wait())
    setTimeout(() => add('category'), 100)
    setTimeout(() => add('article'), 600)
    const ms = await waiting
    expect(ms).toBeGreaterThan(550)
    expect(ms).toBeLessThan(5_000)
    expect(await read()).toMatchObject({ last: 2, isWhole: true, changes: [{ kind: 'article', seq: 2 }] })
  })

  it('ends when its time is over, when nobody is there any more, when the process stops, and at once where the log was begun anew', async () => {
    const over = logOf()
    expect(await took(over.wait({ waitMs: 300 }))).toBeGreaterThan(290)
    const leaving = new AbortController()
    setTimeout(() => leaving.abort(), 100)
    expect(await took(over.wait({ signal: leaving.signal }))).toBeLessThan(3_000)
    setTimeout(over.stop, 100)
    expect(await took(over.wait())).toBeLessThan(3_000)
    expect(await took(logOf().wait({ after: 99 }))).toBeLessThan(1_000)
  })

  it('is for so many at once, and so many of one client; seats are free again', async () => {
    const { wait } = logOf({ seats: { all: 3, each: 2 } })
    const leaving = new AbortController()
    const sit = (client: string) => wait({ client, signal: leaving.signal })
    const seated = [sit('a'), sit('a'), sit('b')]
    await expect(sit('a')).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE', status: 503 } })
    await expect(sit('c')).rejects.toMatchObject({ problem: { status: 503 } })
    leaving.abort()
    await Promise.all(seated)
    expect(await took(wait({ waitMs: 50 }))).toBeGreaterThan(45)
  })

  it('looks at the database together', async () => {
    const { wait, looks } = logOf()
    await Promise.all(Array.from({ length: 20 }, (_, n) => wait({ waitMs: 1_000, client: String(n) })))
    expect(looks()).toBeLessThan(20)
  })
})

it('what this process has not heard of is not told', async () => {
  let isHeard = false
  const { add, wait, read } = logOf({ isHeard: () => isHeard })
  add()
  const waiting = took(wait({ waitMs: 0 }))
  expect(await read()).toMatchObject({ changes: [], last: 0 })
  setTimeout(() => { isHeard = true }, 300)
  expect(await waiting).toBeGreaterThan(250)
  expect(await read()).toMatchObject({ changes: [{ seq: 1 }], last: 1 })
})
