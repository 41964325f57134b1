import { beforeEach, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { createAvailability } from '../../../src/cache/availability.ts'
import { moveClock } from '../../../src/clock.ts'
import { tellOfChanges, tellOfLoss } from '../../../src/published/changes.ts'
import type { Store } from '../../../src/published/store.ts'
import { publicFiles } from '../../../src/server/public-files.ts'

const UNTIL = '2027-05-01T00:00:00.000Z'
const away = Object.assign(new Error('no'), { name: 'MongoOperationTimeoutError' })

/** One image and one scan of a decision are public; `state.failure` is what the store fails with. */
const setUp = () => {
  const state = { failure: null as Error | null, asked: 0 }
  const upload = (staticDir: string) => ({ config: { upload: { staticDir } } })
  const payload = { db: { name: 'sqlite' }, collections: { media: upload('/files/media'), documents: upload('/files/documents') }, logger: { error: () => undefined } } as unknown as Payload
  const store = {
    find: async ({ kind, by }: { kind: string; by: { facet: string } }) => {
      state.asked += 1
      if (state.failure) throw state.failure
      return (kind === 'image' && by.facet === 'file:a.webp') || (kind === 'legalDocument' && by.facet === 'file:b.pdf') ? [{ kind, id: '1', visibleUntil: UNTIL }] : []
    },
  } as unknown as Store
  const availability = createAvailability({ proofMs: Infinity })
  return { state, payload, availability, find: publicFiles({ payload, store, availability, staleMaxMs: 3_600_000 }) }
}

beforeEach(() => {
  moveClock({ now: null })
  moveClock({ now: '2027-04-30T12:00:00.000Z' })
})

it('finds a file by what shows it', async () => {
  const { find } = setUp()
  expect(await find('a.webp')).toEqual({ folder: '/files/media', isStale: false })
  expect(await find('b.pdf')).toEqual({ folder: '/files/documents', isStale: false })
  expect(await find('c.webp')).toBe(undefined)
})

it('finds again without the database what it has found before, asking nobody once it is known to be away', async () => {
  const { find, state, availability } = setUp()
  await find('a.webp')
  state.failure = away
  expect(await find('a.webp')).toEqual({ folder: '/files/media', isStale: true })
  await expect(find('b.pdf')).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE' }, headers: { 'retry-after': '5' } })
  availability.mark({ reachable: false })
  const { asked } = state
  expect(await find('a.webp')).toEqual({ folder: '/files/media', isStale: true })
  await expect(find('b.pdf')).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE' } })
  expect(state.asked).toBe(asked)
})

it('not for longer than is allowed, nor past the window of what shows it', async () => {
  const { find, availability } = setUp()
  await find('a.webp')
  availability.mark({ reachable: false })
  moveClock({ advance: 3_590_000 })
  expect(await find('a.webp')).toMatchObject({ isStale: true })
  moveClock({ advance: 20_000 })
  await expect(find('a.webp')).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE' } })
  availability.mark({ reachable: true, hearing: true })
  await find('a.webp')
  moveClock({ now: '2027-04-30T23:59:00.000Z' })
  availability.mark({ reachable: true, hearing: true })
  availability.mark({ reachable: false })
  expect(await find('a.webp')).toMatchObject({ isStale: true })
  moveClock({ now: UNTIL })
  await expect(find('a.webp')).rejects.toMatchObject({ problem: { code: 'UNAVAILABLE' } })
})

it('not after a change that could have taken it away, heard of or missed', async () => {
  const { find, payload, state } = setUp()
  const isRemembered = async () => {
    state.failure = null
    await find('a.webp')
    return async () => {
      state.failure = away
      return find('a.webp').then(() => true, () => false)
    }
  }
  const unrelated = await isRemembered()
  tellOfChanges({ payload, changed: [{ kind: 'article', id: '1' }] })
  expect(await unrelated()).toBe(true)
  const related = await isRemembered()
  tellOfChanges({ payload, changed: [{ kind: 'image', id: '9' }] })
  expect(await related()).toBe(false)
  const lost = await isRemembered()
  tellOfLoss({ payload })
  expect(await lost()).toBe(false)
})

it('tells what else goes wrong', async () => {
  const { find, state } = setUp()
  await find('a.webp')
  state.failure = new TypeError('a mistake')
  await expect(find('a.webp')).rejects.toThrow('a mistake')
})
