// What the search of readers costs with many documents: time to be ready from the store and from its file, memory, the longest hold-up of the event
// loop meanwhile, and answers per query. `npx tsx --conditions=production --expose-gc benchmarks/search.ts [articles] [products]`
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PublishedRow, Store } from '../src/published/store.ts'
import { createEngine } from '../src/search/engine.ts'
import { documentOf, namedThingOf } from '../src/search/indexed.ts'
import { isSearchKind, namedKinds, searchKinds } from '../src/search/kinds.ts'
import { startIndexThread } from '../src/search/index-thread.ts'
import { createReaderSearch } from '../src/search/reader-search.ts'
import { articles as seeded } from '../src/seed/content/articles/index.ts'

const [articles = 100_000, products = 50_000] = process.argv.slice(2).map(Number)
const NAMES = { administrativeUnit: 3_400, category: 20, partnerBrand: 22, producer: 2_000, productGroup: 40, topic: 300 } as const
const WORDS = { title: 12, lead: 38 } as const

// The same on every run.
let state = 42
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const words = JSON.stringify(seeded).match(/\p{L}{2,7}/gu) ?? []
// A tenth of the words are rare: names, numbers, what is misspelt.
const word = (): string => (random() < 0.1 ? `${words[Math.floor(random() * words.length)]}${random() < 0.2 ? Math.floor(random() * 10_000) : ''}` : words[Math.floor(random() ** 2 * words.length)]) as string
const text = (count: number): string => Array.from({ length: count }, word).join(' ')
const some = (kind: keyof typeof NAMES): string => String(Math.floor(random() ** 2 * NAMES[kind]))

const common = { number: null, modifiedAt: '2026-01-01T00:00:00.000Z', visibleFrom: '2026-01-01T00:00:00.000Z', visibleUntil: '9999-12-31T23:59:59.999Z', stars: null, starsThrough: null }
const dataOf = (kind: string, n: number): Record<string, unknown> => {
  if (kind === 'article') return { title: text(WORDS.title), lead: text(WORDS.lead), category: some('category'), topics: [some('topic'), some('topic')], provinces: [some('administrativeUnit')] }
  if (kind === 'product') return { name: text(5), summary: text(30), producer: some('producer'), group: some('productGroup'), unit: some('administrativeUnit'), province: String(n % 34) }
  return { name: text(3), level: n < 34 ? 'province' : 'commune' }
}
const stored = new Map(Object.entries({ ...NAMES, article: articles, product: products }).map(([kind, count]) => [kind, Array.from({ length: count }, (_, n) => JSON.stringify(dataOf(kind, n)))]))
const idOf = (n: number): string => String(n).padStart(9, '0')
const rowOf = (kind: string, n: number): PublishedRow => ({
  ...common, kind: kind as PublishedRow['kind'], id: kind in NAMES ? String(n) : idOf(n), slug: `${kind}-${n}`, ...(kind === 'product' ? { stars: 3 + (n % 3), starsThrough: '2099-01-01' } : {}),
  data: JSON.parse(stored.get(kind)?.[n] as string) as Record<string, unknown>,
})
const store = {
  standing: async (asked: { kind: string; afterId: string; limit: number } | { refs: unknown[] }) => {
    if ('refs' in asked) return []
    const all = stored.get(asked.kind) ?? []
    const from = asked.afterId === '' ? 0 : Number(asked.afterId) + 1
    return all.slice(from, from + asked.limit).map((_, n) => rowOf(asked.kind, from + n))
  },
  lastChange: async () => 1,
  since: async ({ after }: { after: number }) => ({ changes: [], last: after }),
  ahead: async () => [],
} as unknown as Store

const folder = mkdtempSync(path.join(tmpdir(), 'ocop-press-search-'))
const file = path.join(folder, 'index.ndjson')
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined)
const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`
const milliseconds = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : ms < 2000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)

const begin = async (name: string) => {
  collect()
  const before = process.memoryUsage.rss()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  const search = createReaderSearch({
    store, file, thread: startIndexThread, origin: async () => ({ database: 'benchmark', projectionVersion: 1 }),
    changes: { on: () => () => undefined, onLost: () => () => undefined }, log: { info: () => undefined, warn: (fields, message) => console.warn(message, fields) },
  })
  await search.ready()
  delay.disable()
  const ms = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  collect()
  console.log(`${name}: ready after ${milliseconds(ms)}, of the processor ${milliseconds((user + system) / 1000)}; event loop held up for ${milliseconds(delay.max / 1e6)} at most, ${milliseconds(delay.percentile(99) / 1e6)} in 99 of 100; ${megabytes(process.memoryUsage.rss() - before)} more memory`)
  return search
}

const ask = (search: Awaited<ReturnType<typeof begin>>, q: string) => search.search({ q, filters: {}, first: 20, after: null, now: Date.parse('2026-06-01'), today: '2026-06-01' })
const vague = [text(1), `${text(2)}`, text(3), String(words[3]).slice(0, 2), 't']

/** What the index itself takes, made in this thread. */
const memory = (): void => {
  collect()
  const before = process.memoryUsage().heapUsed
  const engine = createEngine()
  for (const kind of [...namedKinds, ...searchKinds]) {
    const count = stored.get(kind)?.length ?? 0
    for (let n = 0; n < count; n += 1) {
      if (isSearchKind(kind)) engine.put([documentOf(rowOf(kind, n))])
      else engine.putThings([namedThingOf(rowOf(kind, n))])
    }
  }
  collect()
  const bytes = process.memoryUsage().heapUsed - before
  console.log(`the index: ${megabytes(bytes)}, which is ${megabytes((bytes / engine.count()) * 100_000)} for 100,000 documents`)
}

console.log(`${articles} articles, ${products} products, ${namedKinds.reduce((sum, kind) => sum + NAMES[kind], 0)} names`)
const first = await begin('from the store')
// It is saved at once when it was made.
while (!statSync(file, { throwIfNoEntry: false })) await sleep(50)
console.log(`file: ${megabytes(statSync(file).size)}`)
await first.stop()
const second = await begin('from its file')
for (const q of vague) {
  const times: number[] = []
  let total = 0
  for (let n = 0; n < 15; n += 1) {
    const from = performance.now()
    total = (await ask(second, q)).total
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  console.log(`“${q}”: ${total} found, ${milliseconds(times[7] as number)} in the middle, ${milliseconds(times[14] as number)} at most`)
}
await second.stop()
memory()
rmSync(folder, { recursive: true })
