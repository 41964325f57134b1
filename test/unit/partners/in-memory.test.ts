import { afterEach, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { moveClock, now, today } from '../../../src/clock.ts'
import { countUsage } from '../../../src/partners/count-usage.ts'
import { createDirectory } from '../../../src/partners/directory.ts'
import { ratePerMinute } from '../../../src/partners/rate-per-minute.ts'
import type { Ref } from '../../../src/published/store.ts'
import { fakeUsageRows } from './fake-usage-rows.ts'

afterEach(() => moveClock({ now: null }))

const row = (id: string, keys: string[]) => ({ id, kind: 'partnerSite' as const, data: { name: id, origins: [], ratePerMinute: 1, quotaPerDay: 1, keys: keys.map((shown) => ({ shown })) } })

/** A directory over rows in memory, whose reads end when they are told to. */
const directoryOf = () => {
  const rows = new Map([['a', row('a', ['pk_a'])], ['b', row('b', ['pk_b'])]])
  const state = { isAway: false, isVouchedFor: true, reads: 0, hold: null as Promise<void> | null }
  let hear: (refs: readonly Ref[]) => void = () => undefined
  let lose: () => void = () => undefined
  const store = {
    standing: async (asked: { refs: readonly Ref[] } | { afterId: string }) => {
      state.reads += 1
      const found = 'refs' in asked ? asked.refs.flatMap(({ id }) => rows.get(id) ?? []) : [...rows.values()]
      await state.hold
      if (state.isAway) throw new Error('The database is away')
      return found as never
    },
  }
  const changes = { on: (listener: typeof hear) => { hear = listener; return () => undefined }, onLost: (listener: () => void) => { lose = listener; return () => undefined } }
  const directory = createDirectory({ store, changes, isVouchedFor: () => state.isVouchedFor })
  return { directory, rows, state, hear: (id: string) => hear([{ kind: 'partnerSite', id }]), lose: () => lose() }
}

describe('the directory of partner sites', () => {
  it('reads everything once, and what has changed before it is asked for again', async () => {
    const { directory, rows, state, hear } = directoryOf()
    await directory.ready()
    expect([directory.ready(), directory.find('pk_a').length, directory.find('pk_x').length, state.reads]).toEqual([null, 1, 0, 1])
    rows.set('a', row('a', ['pk_n']))
    rows.delete('b')
    hear('a')
    hear('b')
    await directory.ready()
    expect([directory.find('pk_a').length, directory.find('pk_n').length, directory.find('pk_b').length, state.reads]).toEqual([0, 1, 0, 2])
  })

  it('reads again what changes while it reads', async () => {
    const { directory, rows, state, hear } = directoryOf()
    await directory.ready()
    let release: () => void = () => undefined
    state.hold = new Promise((done) => { release = done })
    hear('a')
    const ready = directory.ready()
    rows.set('a', row('a', ['pk_n']))
    hear('a')
    state.hold = null
    release()
    await ready
    expect([directory.find('pk_a').length, directory.find('pk_n').length]).toEqual([0, 1])
  })

  it('says so when it cannot read a change, and goes by what it knows when nobody vouches for it', async () => {
    const { directory, state, hear, lose } = directoryOf()
    await directory.ready()
    state.isAway = true
    state.isVouchedFor = false
    await directory.ready()
    expect(directory.find('pk_a')).toHaveLength(1)
    hear('a')
    await expect(directory.ready()).rejects.toThrow('away')
    lose()
    await expect(directory.ready()).rejects.toThrow('away')
    state.isAway = false
    await directory.ready()
    state.isVouchedFor = true
    expect(directory.ready()).toBeNull()
  })
})

it('a rate is counted by name in minutes that begin with the first request', () => {
  const rates = ratePerMinute()
  const take = (name: string, at: number) => rates.take({ name, points: 2, nowMs: at })
  expect([take('a', 0), take('a', 10_000), take('a', 20_000), take('b', 20_000), take('a', 59_999), take('a', 60_000)]).toEqual([null, null, 40_000, null, 1, null])
})

describe('what partners ask', () => {
  const used = { partner: 'p', shown: 'sk_abcdefgh' }
  const counting = async () => {
    const fake = fakeUsageRows()
    const usage = await countUsage({ payload: fake.payload as unknown as Payload, everyMs: 1_000_000, rows: fake.rows, transact: fake.transact })
    return { usage, fake, total: () => usage.usedToday({ partner: 'p', type: 'secret' }) }
  }

  it('counts against the quota from the moment it is let through, written or not, and never twice', async () => {
    const { usage, fake, total } = await counting()
    const end = usage.begin(used)
    expect(total()).toBe(1)
    end({ feed: 'products', format: 'json', isError: false })
    expect(total()).toBe(1)
    const second = usage.begin(used)
    await usage.flush()
    expect([total(), fake.stored().map(({ requests, errors }) => [requests, errors])]).toEqual([2, [[1, 0]]])
    second({ feed: '', format: 'json', isError: true })
    usage.refuse({ ...used, feed: '', format: 'json' })
    await usage.stop()
    expect([total(), usage.usedToday({ partner: 'p', type: 'publishable' })]).toEqual([2, 0])
    expect(fake.stored().map(({ feed, requests, errors, lastSeen }) => [feed, requests, errors, lastSeen <= now().toISOString()])).toEqual([['products', 1, 0, true], ['', 1, 2, true]])
  })

  it('is kept when it cannot be written, counts meanwhile, and includes what others have written', async () => {
    const { usage, fake, total } = await counting()
    usage.begin(used)({ feed: 'products', format: 'json', isError: false })
    fake.fail(true)
    await usage.flush()
    expect([total(), fake.stored(), fake.warnings()]).toEqual([1, [], 1])
    fake.fail(false)
    fake.addForeign({ ...used, day: today(), requests: 10 })
    await usage.flush()
    expect(total()).toBe(11)
    await usage.stop()
  })

  it('begins anew with a day in Hanoi', async () => {
    const { usage, total } = await counting()
    usage.begin(used)({ feed: 'products', format: 'json', isError: false })
    await usage.flush()
    moveClock({ advance: 86_400_000 })
    expect(total()).toBe(0)
    await usage.stop()
  })
})
