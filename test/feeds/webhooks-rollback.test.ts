import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { asSystem } from '../../src/db/local-api.ts'
import { tellOfChanges } from '../../src/webhooks/tell-of-changes.ts'
import { type Opened, openPayload } from '../http/published/open-payload.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openPayload()
  tellOfChanges(opened.payload)
}, 120_000)
afterAll(() => opened?.close())

const inside = <T>(work: (req: PayloadRequest) => Promise<T>) => inTransaction({ payload: opened.payload, work })
const rowsOf = async (collection: string) => (await opened.payload.db.find<Record<string, any>>({ collection: collection as never, where: {}, pagination: false, limit: 0 })).docs

it('writes a message in the transaction of the change: rolled back with it, nobody is told; committed with it, it is on its way once', async () => {
  const create = (req: PayloadRequest, collection: string, data: Record<string, unknown>) => asSystem(req).create({ collection, data } as never) as unknown as Promise<{ id: string }>
  const { unit, group, producer } = await inside(async (req) => {
    const top = await create(req, 'product-groups', { key: 'nhom', name: 'Thực phẩm', level: 'group', classification: '26-2026', order: 1 })
    const under = await create(req, 'product-groups', { key: 'bo', name: 'Chế biến', level: 'set', classification: '26-2026', order: 1, parent: top.id })
    const place = await create(req, 'administrative-units', { name: 'Thái Nguyên', level: 'province', kind: 'province', code: '19', validFrom: '2025-07-01' })
    return {
      unit: place.id,
      group: (await create(req, 'product-groups', { key: 'mien', name: 'Miến', level: 'leaf', classification: '26-2026', order: 1, parent: under.id })).id,
      producer: (await create(req, 'producers', { name: 'HTX Tài Hoan', kind: 'cooperative', unit: place.id })).id,
    }
  })
  await inside((req) => create(req, 'webhook-endpoints', { name: 'Đối tác', url: 'https://doi-tac.example/hook', events: ['product.published'], active: true }))
  const publish = (req: PayloadRequest, name: string) => create(req, 'products', { name, summary: 'Miến làm từ củ dong riềng.', group, producer, unit, _status: 'published' })
  const seen: number[] = []
  const rolledBack = inside(async (req) => {
    await publish(req, 'Miến không ra')
    seen.push((await asSystem(req).find({ collection: 'webhook-deliveries' })).docs.length)
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect(seen).toEqual([1])
  expect(await rowsOf('webhook-deliveries')).toEqual([])
  expect((await rowsOf('outbox')).filter(({ topic: name }) => name === 'webhook')).toEqual([])

  const { id } = await inside((req) => publish(req, 'Miến đã ra'))
  const [delivery, ...more] = await rowsOf('webhook-deliveries')
  expect(more).toEqual([])
  expect([delivery?.state, JSON.parse(delivery?.body).data.id]).toEqual(['waiting', String(id)])
  expect((await rowsOf('outbox')).filter(({ topic: name }) => name === 'webhook').map(({ body }) => JSON.parse(body))).toEqual([{ delivery: delivery?.id, round: 1 }])
})
