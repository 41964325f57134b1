import { describe, expect, it } from '@jest/globals'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { encodingFor } from '../../../src/cache/encoding.ts'
import { isNotModified } from '../../../src/cache/conditional.ts'
import { bodyIn, createEntry, encodeEntry, etagOf, headersOf, sizeOf } from '../../../src/cache/entry.ts'
import { surrogateKey } from '../../../src/cache/tags.ts'

const MADE = Date.parse('2026-11-24T05:00:00.400Z')
const entryOf = (body: string, madeMs = MADE) => createEntry({ status: 200, kind: 'list', headers: [['content-type', 'text/plain'], ['vary', 'Accept-Encoding']], tags: new Set(['list:article']), madeMs, untilMs: madeMs + 3_600_000, purged: false, body })
const long = 'Miến dong Bình Lư '.repeat(500)
const pairs = (headers: string[]): Record<string, string> => Object.fromEntries(headers.flatMap((name, at) => (at % 2 ? [] : [[name, headers[at + 1] as string]])))

describe('encodings', () => {
  it.each([
    [undefined, 'identity'], ['', 'identity'], ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0.2, gzip;q=0.9', 'gzip'], ['*', 'br'], ['gzip;q=0', 'identity'], ['deflate', 'identity'], ['identity;q=0', 'identity'], ['\u0000,;;=', 'identity'],
  ])('%j is answered with %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding))

  it('keep the body, each with an ETag of its own', async () => {
    const entry = entryOf(long)
    expect(bodyIn(entry, 'br')).toBeNull()
    await Promise.all([encodeEntry(entry, 'br'), encodeEntry(entry, 'gzip')])
    const [br, gzip] = [bodyIn(entry, 'br'), bodyIn(entry, 'gzip')]
    expect([brotliDecompressSync(br?.bytes as Buffer).toString(), gunzipSync(gzip?.bytes as Buffer).toString()]).toEqual([long, long])
    expect(new Set([etagOf(entry, 'identity'), etagOf(entry, 'gzip'), etagOf(entry, 'br')]).size).toBe(3)
    expect(etagOf(entry, 'br')).not.toBe(etagOf(entryOf(`${long}.`), 'br'))
  })

  it('are left out for short bodies and for those that do not shrink', async () => {
    expect(bodyIn(entryOf('short'), 'br')).toMatchObject({ encoding: 'identity' })
    const noise = entryOf(Array.from({ length: 3000 }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join(''))
    await encodeEntry(noise, 'gzip')
    expect(bodyIn(noise, 'gzip')).toMatchObject({ encoding: 'identity' })
  })

  it('fit into the size that an entry is counted with', async () => {
    const entry = entryOf(long)
    const size = sizeOf(entry, '/v1/x')
    await Promise.all([encodeEntry(entry, 'br'), encodeEntry(entry, 'gzip')])
    expect(entry.body.length + [...entry.encoded.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(size)
  })
})

describe('conditional requests', () => {
  const entry = entryOf(long)
  const etag = etagOf(entry, 'identity')
  const ask = (conditions: Record<string, string>, nowMs = MADE + 60_000) => isNotModified({ entry, encoding: 'identity', conditions, nowMs })

  it.each([[etag, true], [`W/${etag}`, true], [`"other", W/${etag}`, true], ['*', true], ['"other"', false], [etagOf(entry, 'br'), false], ['', false]])('If-None-Match: %s is %j', (value, expected) => {
    expect(ask({ 'if-none-match': value })).toBe(expected)
  })

  it('ignore If-Modified-Since beside If-None-Match', () => {
    expect(ask({ 'if-none-match': '"other"', 'if-modified-since': 'Tue, 24 Nov 2026 06:00:00 GMT' })).toBe(false)
  })

  it.each([['Tue, 24 Nov 2026 05:00:01 GMT', true], ['Tue, 24 Nov 2026 05:00:00 GMT', false], ['Tue, 24 Nov 2026 05:30:00 GMT', true], ['not a date', false]])('If-Modified-Since: %s is %j', (value, expected) => {
    expect(ask({ 'if-modified-since': value })).toBe(expected)
  })

  it('tell Last-Modified only once its second is over, so that two changes within one are told apart', () => {
    const at = (ms: number) => pairs(headersOf({ entry: entryOf(long), encoding: 'identity', bytes: Buffer.from(long), nowMs: MADE + ms }).full)['last-modified']
    expect([at(0), at(599), at(600)]).toEqual([undefined, undefined, 'Tue, 24 Nov 2026 05:00:01 GMT'])
  })
})

it('says less and less as the end of its time comes', () => {
  const entry = entryOf(long)
  const at = (ms: number) => pairs(headersOf({ entry, encoding: 'identity', bytes: entry.body, nowMs: MADE + ms }).full)['cache-control']
  expect([at(0), at(3_590_000), at(3_600_000)]).toEqual(['public, max-age=15, s-maxage=60, stale-while-revalidate=30, stale-if-error=3540', 'public, max-age=10, s-maxage=10', 'public, max-age=0, s-maxage=0'])
})

it('names the lists instead of more things than a network takes', () => {
  const few = ['list:article', 'article:1', 'image:2']
  expect(surrogateKey(few)).toBe('article:1 image:2 list:article')
  const many = Array.from({ length: 1000 }, (_, n) => `product:${n}-0000-0000`)
  expect(surrogateKey([...many, 'image:2', 'mostRead'])).toBe('list:image mostRead list:product')
})
