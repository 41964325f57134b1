import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeStreamOptions } from 'mongodb'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { type ChangeFollower, followChanges } from '../../../src/published/change-stream.ts'
import { onPublishedChange } from '../../../src/published/changes.ts'
import { mongoDb, mongoRows } from '../../../src/published/mongo-write.ts'
import type { RowContent } from '../../../src/published/row.ts'
import { onlyOn } from '../../support/database.ts'
import { type Opened, openPayload } from './open-payload.ts'
import { rowFor } from './rows-for.ts'

let opened: Opened

const putBy = ({ payload, store }: Opened, rows: readonly RowContent[], rebuild = false) => inTransaction({ payload, work: async (req) => { for (const row of rows) await store.put({ req, row, rebuild }) } })
const until = async (holds: () => boolean) => {
  for (const end = performance.now() + 20_000; !holds() && performance.now() < end;) await sleep(5)
  expect(holds()).toBe(true)
}

beforeAll(async () => {
  opened = await openPayload()
}, 120_000)
afterAll(() => opened?.close())

describe('changes of this process', () => {
  it('are heard before the save is acknowledged, and not when nothing differs or nothing is committed', async () => {
    const heard: string[] = []
    const end = onPublishedChange(opened.payload).on((changed) => heard.push(...changed.map(({ kind, id }) => `${kind}:${id}`)))
    await putBy(opened, [rowFor({ id: 'a' }), rowFor({ kind: 'product', id: 'b' })])
    expect(heard).toEqual(['article:a', 'product:b'])
    await putBy(opened, [rowFor({ id: 'a' })])
    await expect(inTransaction({ payload: opened.payload, work: async (req) => {
      await opened.store.put({ req, row: rowFor({ id: 'never' }) })
      throw new Error('later')
    } })).rejects.toThrow('later')
    end()
    await putBy(opened, [rowFor({ id: 'c' })])
    expect(heard).toEqual(['article:a', 'product:b'])
  })

  it('are heard by the others when one listener fails', async () => {
    const heard: string[] = []
    const ends = [
      onPublishedChange(opened.payload).on(() => { throw new Error('a mistake') }),
      onPublishedChange(opened.payload).on((changed) => heard.push(...changed.map(({ id }) => id))),
    ]
    await putBy(opened, [rowFor({ id: 'd' })])
    for (const end of ends) end()
    expect(heard).toEqual(['d'])
  })
})

onlyOn('mongodb')('changes of other processes', () => {
  let other: Opened
  let follower: ChangeFollower
  const heard: string[] = []
  const proofs: number[] = []
  const followed: ChangeStreamOptions[] = []

  const heardOf = (id: string) => heard.filter((name) => name === id).length
  const beat = async () => {
    const known = proofs.length
    await follower.beat()
    await until(() => proofs.length > known)
  }
  beforeAll(async () => {
    other = await openPayload({ url: opened.url })
    onPublishedChange(opened.payload).on((changed) => heard.push(...changed.map(({ kind, id }) => `${kind}:${id}`)))
    onPublishedChange(opened.payload).onLost(() => heard.push('lost'))
    let token: unknown
    follower = await followChanges({
      payload: opened.payload,
      onProof: ({ asOf }) => proofs.push(asOf),
      watch: (pipeline, options) => {
        // The second time the place to go on from is one of another collection: no such event is in this stream.
        const given = followed.push(options) === 2 && token ? { resumeAfter: token } : options
        const stream = mongoDb(opened.payload).watch(pipeline, given)
        if (followed.length === 1) void (async () => {
          const foreign = mongoDb(opened.payload).collection('elsewhere').watch()
          const next = foreign.next()
          for (let isThere = false; !isThere; await sleep(20)) {
            await mongoDb(opened.payload).collection('elsewhere').insertOne({})
            isThere = await Promise.race([next.then(() => true), sleep(50, false)])
          }
          token = (await next)._id
          await foreign.close()
          stream.emit('error', new Error('connection reset'))
        })()
        return stream
      },
    })
  }, 120_000)
  afterAll(async () => {
    await follower?.stop()
    await other?.close()
  })

  it('are followed on from now when the place to go on from is not to be had, after the loss is told', async () => {
    // The database notices at the next event behind that place.
    for (const end = performance.now() + 20_000; followed.length < 3 && performance.now() < end; await sleep(100)) await follower.beat()
    expect(followed).toHaveLength(3)
    expect(followed[2]).toHaveProperty('startAtOperationTime')
    expect(heardOf('lost')).toBe(1)
    await beat()
    await putBy(other, [rowFor({ id: 'after-loss' })])
    await until(() => heardOf('article:after-loss') > 0)
  })

  it('are all that can alter an answer: what is new, changed, scheduled, withdrawn, at an edge, deleted by hand', async () => {
    const tombstone = (id: string): RowContent => ({ ...rowFor({ id }), slug: null, visibleFrom: null, visibleUntil: null, sortKey: null, rank: null, data: '{}' })
    const steps: [string, () => Promise<unknown>][] = [
      ['new', () => putBy(other, [rowFor({ id: 'x' })])],
      ['changed', () => putBy(other, [rowFor({ id: 'x', data: '{"name":"other"}' })])],
      ['scheduled', () => putBy(other, [rowFor({ id: 'x', visibleFrom: '2099-01-01T00:00:00.000Z' })])],
      ['scheduled otherwise', () => putBy(other, [rowFor({ id: 'x', visibleFrom: '2098-01-01T00:00:00.000Z' })])],
      ['at an edge', () => inTransaction({ payload: other.payload, work: (req) => other.store.passEdges({ req, refs: [{ kind: 'article', id: 'x' }], now: '2098-01-01T00:00:00.000Z' }) })],
      ['rebuilt otherwise', () => putBy(other, [rowFor({ id: 'x', data: '{"name":"rebuilt"}' })], true)],
      ['withdrawn', () => putBy(other, [tombstone('x')])],
      ['deleted by hand', () => mongoRows(other.payload).deleteOne({ _id: 'article:x' })],
    ]
    for (const [name, step] of steps) {
      const before = heardOf('article:x')
      await step()
      await beat()
      expect([name, heardOf('article:x') - before]).toEqual([name, 1])
    }
  })

  it('are not decisions that changed nothing', async () => {
    await putBy(other, [rowFor({ id: 'same' })])
    await beat()
    const before = heard.length
    for (let n = 0; n < 3; n++) await putBy(other, [rowFor({ id: 'same' })])
    await beat()
    expect(heard.length).toBe(before)
  })

  it('have all been heard when a pulse that was sent after them comes back', async () => {
    for (let round = 0; round < 10; round++) {
      const ids = Array.from({ length: 20 }, (_, n) => `r${round}-${n}`)
      await Promise.all(ids.map((id) => putBy(other, [rowFor({ id })])))
      await beat()
      expect(ids.filter((id) => heardOf(`article:${id}`) === 0)).toEqual([])
    }
  })
})
