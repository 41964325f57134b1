import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createEntry, type Entry } from '../../../src/cache/entry.ts'
import { createResponseCache } from '../../../src/cache/response-cache.ts'

const NOW = 1_000_000
const entry = (tags: readonly string[], body = 'x', more: Partial<Pick<Entry, 'madeMs' | 'untilMs'>> = {}): Entry =>
  createEntry({ status: 200, kind: 'item', headers: [], tags: new Set(tags), madeMs: NOW, untilMs: NOW + 60_000, purged: false, body, ...more })
const kept = (tags: readonly string[], body?: string) => async () => ({ entry: entry(tags, body), isKept: true })
/** A promise that the test fulfils. */
const later = <T>() => {
  let give: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => { give = done })
  return { promise, give }
}

describe('the cache of answers', () => {
  it('keeps what was made until one of its tags is bumped', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    await cache.fill('/a', kept(['article:1', 'list:article']))
    cache.bump(['article:2'])
    expect(cache.get('/a', NOW)).toBeDefined()
    cache.bump(['list:article'])
    expect(cache.get('/a', NOW)).toBeUndefined()
    expect(cache.stats()).toMatchObject({ entries: 0, bytes: 0 })
  })

  it('gives nothing out from the instant at which it stops being right, or from before it was made', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    const fill = () => cache.fill('/a', kept(['a:1']))
    await fill()
    expect(cache.get('/a', NOW + 59_999)).toBeDefined()
    expect(cache.get('/a', NOW + 60_000)).toBeUndefined()
    await fill()
    expect(cache.get('/a', NOW - 1)).toBeUndefined()
  })

  it('keeps nothing that was begun before a change of what it was made from', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    const made = later<{ entry: Entry; isKept: boolean }>()
    const filling = cache.fill('/a', () => made.promise)
    cache.bump(['a:1'])
    made.give({ entry: entry(['a:1']), isKept: true })
    expect((await filling).isPassing).toBe(true)
    expect(cache.get('/a', NOW)).toBeUndefined()
    expect(cache.stats().overtaken).toBe(1)
  })

  it('keeps what was begun before a change of something else', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    const made = later<{ entry: Entry; isKept: boolean }>()
    const filling = cache.fill('/a', () => made.promise)
    cache.bump(['a:2'])
    made.give({ entry: entry(['a:1']), isKept: true })
    expect((await filling).isPassing).toBe(false)
    expect(cache.get('/a', NOW)).toBeDefined()
  })

  it('keeps nothing that was begun before a flush', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    const made = later<{ entry: Entry; isKept: boolean }>()
    const filling = cache.fill('/a', () => made.promise)
    cache.flush()
    made.give({ entry: entry([]), isKept: true })
    await filling
    expect(cache.get('/a', NOW)).toBeUndefined()
  })

  it('makes what many ask for at once a single time, and anew for those who ask after a change', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    const [first, second] = [later<{ entry: Entry; isKept: boolean }>(), later<{ entry: Entry; isKept: boolean }>()]
    const makers = [first, second]
    let made = 0
    const ask = () => cache.fill('/a', () => (makers[made++] as typeof first).promise)
    const before = [ask(), ask(), ask()]
    cache.bump(['unrelated'])
    const after = [ask(), ask()]
    first.give({ entry: entry(['a:1'], 'old'), isKept: true })
    second.give({ entry: entry(['a:1'], 'new'), isKept: true })
    expect((await Promise.all(before)).map(({ body }) => String(body))).toEqual(['old', 'old', 'old'])
    expect((await Promise.all(after)).map(({ body }) => String(body))).toEqual(['new', 'new'])
    expect([made, cache.stats().joined]).toEqual([2, 3])
  })

  it('forgets a fill that failed, so that the next one is made', async () => {
    const cache = createResponseCache({ maxBytes: 1e6 })
    await expect(cache.fill('/a', async () => { throw new Error('no') })).rejects.toThrow('no')
    expect(String((await cache.fill('/a', kept(['a:1'], 'yes'))).body)).toBe('yes')
  })

  it('takes no more bytes than it was given, and forgets what gave way under every tag', async () => {
    const cache = createResponseCache({ maxBytes: 100_000 })
    for (let n = 0; n < 100; n += 1) await cache.fill(`/${n}`, kept([`a:${n}`, 'list:a'], 'x'.repeat(3000)))
    const { bytes, entries, evicted } = cache.stats()
    expect(bytes).toBeLessThanOrEqual(100_000)
    expect([entries + evicted, entries > 5]).toEqual([100, true])
    cache.bump(['list:a'])
    expect(cache.stats()).toMatchObject({ entries: 0, bytes: 0 })
  })

  it('keeps nothing at all with no bytes, but still makes things once for many', async () => {
    const cache = createResponseCache({ maxBytes: 0 })
    await cache.fill('/a', kept(['a:1']))
    expect(cache.get('/a', NOW)).toBeUndefined()
  })

  it('never gives out what was read before a change, in whatever order reads, changes and ends come', async () => {
    const tag = fc.constantFrom('a:1', 'a:2', 'list:a')
    const event = fc.oneof(
      fc.record({ type: fc.constant('begin' as const), tags: fc.uniqueArray(tag, { minLength: 1 }), key: fc.constantFrom('/x', '/y') }),
      fc.record({ type: fc.constant('end' as const), which: fc.nat(5) }),
      fc.record({ type: fc.constant('change' as const), tags: fc.uniqueArray(tag, { minLength: 1 }) }),
      fc.record({ type: fc.constant('flush' as const) }),
      fc.record({ type: fc.constant('look' as const), key: fc.constantFrom('/x', '/y') }),
    )
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const cache = createResponseCache({ maxBytes: 1e6 })
      const version: Record<string, number> = { 'a:1': 0, 'a:2': 0, 'list:a': 0 }
      const open: { end: () => Promise<unknown> }[] = []
      for (const step of events) {
        if (step.type === 'begin') {
          const read = JSON.stringify(Object.fromEntries(step.tags.map((name) => [name, version[name]])))
          const made = later<{ entry: Entry; isKept: boolean }>()
          // One that joins a fill under way has nothing to end.
          let isMaker = false
          const filling = cache.fill(step.key, () => { isMaker = true; return made.promise })
          if (isMaker) open.push({ end: () => { made.give({ entry: entry(step.tags, read), isKept: true }); return filling } })
        }
        if (step.type === 'end') await open.splice(step.which % (open.length || 1), 1)[0]?.end()
        if (step.type === 'change') {
          for (const name of step.tags) version[name] = (version[name] ?? 0) + 1
          cache.bump(step.tags)
        }
        if (step.type === 'flush') {
          for (const name of Object.keys(version)) version[name] = (version[name] ?? 0) + 1
          cache.flush()
        }
        if (step.type === 'look') {
          const found = cache.get(step.key, NOW)
          if (found) for (const [name, seen] of Object.entries(JSON.parse(String(found.body)) as Record<string, number>)) expect(seen).toBe(version[name])
        }
      }
      await Promise.all(open.map(({ end }) => end()))
    }))
  })
})
