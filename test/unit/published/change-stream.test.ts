import { afterEach, describe, expect, it } from '@jest/globals'
import { EventEmitter } from 'node:events'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { type ChangeStreamOptions, Timestamp } from 'mongodb'
import type { Payload } from 'payload'
import { type ChangeFollower, followChanges, meaningOf } from '../../../src/published/change-stream.ts'
import { onPublishedChange } from '../../../src/published/changes.ts'
import type { Pulse } from '../../../src/published/pulse.ts'

describe('what an event of the stream says', () => {
  it.each([
    [{ operationType: 'update', ns: { coll: 'published' }, documentKey: { _id: 'article:5f:1' } }, { changed: { kind: 'article', id: '5f:1' } }],
    [{ operationType: 'insert', ns: { coll: 'published' }, documentKey: { _id: 'product:7' }, fullDocument: {} }, { changed: { kind: 'product', id: '7' } }],
    [{ operationType: 'delete', ns: { coll: 'published' }, documentKey: { _id: 'product:7' } }, { changed: { kind: 'product', id: '7' } }],
    [{ operationType: 'update', ns: { coll: 'pulses' }, documentKey: { _id: 'me' }, updateDescription: { updatedFields: { beat: 7 } } }, { beat: 7 }],
    [{ operationType: 'insert', ns: { coll: 'pulses' }, documentKey: { _id: 'me' }, fullDocument: { beat: 1 } }, { beat: 1 }],
    [{ operationType: 'delete', ns: { coll: 'pulses' }, documentKey: { _id: 'me' } }, null],
    [{ operationType: 'drop', ns: { coll: 'published' } }, 'lost'],
    [{ operationType: 'dropDatabase', ns: {} }, 'ended'],
    [{ operationType: 'invalidate' }, 'ended'],
  ] as const)('%j', (event, meaning) => expect(meaningOf(event)).toEqual(meaning))
})

class FakeStream extends EventEmitter {
  closed = false
  close = async () => { this.closed = true }
}

const followers: ChangeFollower[] = []
afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.stop()
})

const election = (hex: string) => ({ toHexString: () => hex })

/** A follower whose database is made of what the test says; `happened` is what was heard and done, in order. */
const setUp = async () => {
  const happened: string[] = []
  const streams: FakeStream[] = []
  let clusterTime = 100
  let now = 0
  let unheard = false
  const client = new EventEmitter()
  const payload = {
    db: { name: 'mongoose', connection: { db: { client, command: async () => ({ operationTime: new Timestamp({ t: (clusterTime += 1), i: 7 }), primary: 'one:1', electionId: election('a') }) } } },
    logger: { warn: () => undefined, error: () => undefined },
  } as unknown as Payload
  onPublishedChange(payload).on((changed) => happened.push(...changed.map(({ kind, id }) => `${kind}:${id}`)))
  onPublishedChange(payload).onLost(() => happened.push(`lost after ${clusterTime}`))
  const pulse: Pulse = {
    id: 'me', prepare: async () => undefined, read: async () => undefined, beat: async () => undefined, remove: async () => undefined,
    heard: (beat) => beat * 1000, isUnheard: () => unheard,
  }
  const follower = await followChanges({
    payload, pulse, monotonic: () => now,
    onProof: ({ asOf }) => happened.push(`proof of ${asOf}`),
    watch: (_pipeline, { startAtOperationTime, resumeAfter }: ChangeStreamOptions) => {
      happened.push(resumeAfter === undefined ? `from ${startAtOperationTime?.getHighBits()}` : `after ${String(resumeAfter)}`)
      const stream = new FakeStream()
      streams.push(stream)
      return stream as never
    },
  })
  followers.push(follower)
  const until = async (count: number) => {
    for (const end = performance.now() + 10_000; streams.length < count && performance.now() < end;) await sleep(10)
    expect(streams).toHaveLength(count)
    return streams[count - 1] as FakeStream
  }
  return {
    happened, follower, client, until,
    change: (stream: FakeStream, token: string, id: string) => stream.emit('change', { _id: token, operationType: 'update', ns: { coll: 'published' }, documentKey: { _id: id } }),
    beat: (stream: FakeStream, token: string, beat: number) => stream.emit('change', { _id: token, operationType: 'update', ns: { coll: 'pulses' }, documentKey: { _id: 'me' }, updateDescription: { updatedFields: { beat } } }),
    pass: (ms: number, isUnheard: boolean) => {
      now += ms
      unheard = isUnheard
    },
  }
}

describe('a follower of published changes', () => {
  it('begins a minute before it came, tells of changes and proves by its pulse how far it has heard', async () => {
    const { happened, until, change, beat } = await setUp()
    const stream = await until(1)
    change(stream, 't1', 'article:1')
    beat(stream, 't2', 3)
    change(stream, 't3', 'product:2')
    expect(happened).toEqual(['from 41', 'article:1', 'proof of 3000', 'product:2'])
  })

  it('takes an interrupted stream up where it was, by the last token', async () => {
    const { happened, until, change } = await setUp()
    const first = await until(1)
    change(first, 't1', 'article:1')
    first.emit('resumeTokenChanged', 't2')
    first.emit('error', Object.assign(new Error('connection reset'), { name: 'MongoNetworkError' }))
    change(await until(2), 't3', 'article:2')
    expect(happened).toEqual(['from 41', 'article:1', 'after t2', 'article:2'])
    expect(first.closed).toBe(true)
  })

  it.each([280, 286])('begins anew when the history is lost (%i): first a new beginning, then the loss is told, and nothing falls between', async (code) => {
    const { happened, until, change } = await setUp()
    const first = await until(1)
    change(first, 't1', 'article:1')
    first.emit('error', Object.assign(new Error('resume point may no longer be in the oplog'), { code }))
    change(await until(2), 't9', 'article:2')
    // The stream begins at the instant that was asked for before the loss was told.
    expect(happened).toEqual(['from 41', 'article:1', 'lost after 102', 'from 102', 'article:2'])
  })

  it('does not use the token of a lost history again', async () => {
    const { happened, until } = await setUp()
    const first = await until(1)
    first.emit('resumeTokenChanged', 't1')
    first.emit('error', Object.assign(new Error('gone'), { code: 286 }))
    ;(await until(2)).emit('error', new Error('connection reset'))
    await until(3)
    expect(happened).toEqual(['from 41', 'lost after 102', 'from 102', 'from 102'])
  })

  it('begins anew when the database is dropped', async () => {
    const { happened, until } = await setUp()
    ;(await until(1)).emit('change', { _id: 't1', operationType: 'dropDatabase', ns: {} })
    await until(2)
    expect(happened).toEqual(['from 41', 'lost after 102', 'from 102'])
  })

  it('takes a silent stream up anew, and begins from now when that does not help', async () => {
    const { happened, until, follower, pass, beat } = await setUp()
    const first = await until(1)
    first.emit('resumeTokenChanged', 't1')
    for (let count = 2; count <= 5; count++) {
      pass(2_000, true)
      await follower.beat()
      await until(count)
    }
    expect(happened).toEqual(['from 41', 'after t1', 'after t1', 'after t1', 'lost after 102', 'from 102'])
    beat(await until(5), 't2', 1)
    pass(2_000, false)
    await follower.beat()
    await turn()
    await until(5)
    expect(happened.at(-1)).toBe('proof of 1000')
  })

  it('tells of a loss when another primary reigns or the same one anew, not when it was only away', async () => {
    const { happened, until, client } = await setUp()
    await until(1)
    const reign = (address: string | null, hex = 'a') => client.emit('topologyDescriptionChanged', {
      newDescription: { servers: new Map(address ? [[address, { type: 'RSPrimary', address, electionId: election(hex) }]] : []) },
    })
    reign(null)
    reign('one:1')
    expect(happened).toEqual(['from 41'])
    reign('two:1')
    reign('two:1', 'b')
    expect(happened).toEqual(['from 41', 'lost after 101', 'lost after 101'])
  })
})
