import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { ProblemError } from '../../../src/api/problem.ts'
import { createReader } from '../../../src/api/read/reader.ts'
import { search as ask } from '../../../src/api/read/search.ts'
import { searchEndpoint } from '../../../src/api/rest/search-endpoint.ts'
import { readParameters } from '../../../src/api/rest/read-parameters.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { onPublishedChange, tellOfLoss } from '../../../src/published/changes.ts'
import { moment } from '../../../src/published/moment.ts'
import { numberChanges } from '../../../src/published/mongo-log.ts'
import type { RowContent } from '../../../src/published/row.ts'
import { rowOf } from '../../../src/published/row.ts'
import { definitions } from '../../../src/published/kinds.ts'
import { databaseMark } from '../../../src/search/database-mark.ts'
import { startIndexThread } from '../../../src/search/index-thread.ts'
import { createReaderSearch, type ReaderSearch, type ReaderSearchOptions } from '../../../src/search/reader-search.ts'
import { databaseKind, onlyOn } from '../../support/database.ts'
import { noServices } from '../../support/no-services.ts'
import { type Opened, openPayload } from '../published/open-payload.ts'
import { rowFor } from '../published/rows-for.ts'

let opened: Opened
let folder: string
const running: ReaderSearch[] = []
const program = pathToFileURL(path.resolve('dist/search-worker.js'))

const put = (...rows: RowContent[]) => inTransaction({ payload: opened.payload, work: async (req) => { for (const row of rows) await opened.store.put({ req, row }) } })
const article = (id: string, title: string, more: Partial<RowContent> = {}): RowContent => rowFor({ kind: 'article', id, data: JSON.stringify({ title, lead: '', category: 'muc', topics: ['chu-de'], provinces: [] }), ...more })
const withdraw = (id: string) => put(rowOf({ definition: definitions.article, docId: id, projection: null }))

type Told = { message: string; fields: Record<string, unknown> }
const start = async ({ file = path.join(folder, 'index.ndjson'), thread = (options) => startIndexThread({ ...options, from: program }), ...more }: Partial<ReaderSearchOptions> = {}) => {
  const told: Told[] = []
  const tell = (fields: Record<string, unknown>, message: string) => void told.push({ message, fields })
  const search = createReaderSearch({
    store: opened.store, changes: onPublishedChange(opened.payload), file, thread, log: { info: tell, warn: tell },
    origin: async () => ({ database: await databaseMark(opened.payload), projectionVersion: 1 }), ...more,
  })
  running.push(search)
  await search.ready()
  return { search, told, from: told.find(({ message }) => message === 'search is ready')?.fields['from'] }
}
const found = async (search: ReaderSearch, q: string, now = moment().now) =>
  (await search.search({ q, filters: {}, first: 500, after: null, now: Date.parse(now), today: now.slice(0, 10) })).hits.map(({ ref }) => ref.slice(ref.indexOf(':') + 1)).sort()
const saved = async (file: string): Promise<void> => { while (!statSync(file, { throwIfNoEntry: false })) await new Promise((done) => setTimeout(done, 10)) }

const ending = new AbortController()
let numbering: Promise<void> = Promise.resolve()

/** Waits until what was committed has its numbers, which on MongoDB come after. */
const numbered = async (): Promise<void> => {
  for (let quiet = 0, last = -1; databaseKind === 'mongodb' && quiet < 20; quiet += 1) {
    const now = await opened.store.lastChange()
    if (now !== last) quiet = 0
    last = now
    await new Promise((done) => setTimeout(done, 20))
  }
}

beforeAll(async () => {
  opened = await openPayload()
  if (databaseKind === 'mongodb') numbering = numberChanges({ payload: opened.payload, signal: ending.signal })
  folder = mkdtempSync(path.join(tmpdir(), 'ocop-press-index-'))
  await put(
    rowFor({ kind: 'topic', id: 'chu-de', data: JSON.stringify({ name: 'Sản vật' }) }), rowFor({ kind: 'category', id: 'muc', data: JSON.stringify({ name: 'Kinh tế', ancestors: [] }) }),
    ...Array.from({ length: 120 }, (_, n) => article(`a${n}`, `Mật ong số ${n}`)),
    article('hen', 'Cam Cao Phong', { visibleFrom: '2099-01-01T00:00:00.000Z' }),
  )
  await numbered()
}, 120_000)
afterEach(async () => { for (const search of running.splice(0)) await search.stop() })
afterAll(async () => {
  ending.abort()
  await numbering
  rmSync(folder, { recursive: true, force: true })
  await opened?.close()
})

describe('the saved index', () => {
  it('is made at the first start and read at the next, caught up with what happened meanwhile', async () => {
    const first = await start()
    expect(first.from).toBe('store')
    expect(await found(first.search, 'mat ong')).toHaveLength(120)
    await first.search.stop()
    await put(article('a0', 'Bưởi Diễn'), article('moi', 'Bưởi Phúc Trạch'), rowFor({ kind: 'topic', id: 'chu-de', data: JSON.stringify({ name: 'Trái cây' }) }), article('hen', 'Cam Vinh', { visibleFrom: '2099-01-01T00:00:00.000Z' }), article('hen-khac', 'Cam sành', { visibleFrom: '2098-01-01T00:00:00.000Z' }))
    await withdraw('a1')
    await numbered()
    const second = await start()
    expect(second.from).toBe('file')
    expect(await found(second.search, 'mat ong')).toHaveLength(118)
    expect(await found(second.search, 'buoi')).toEqual(['a0', 'moi'])
    expect(await found(second.search, 'trai cay buoi')).toEqual(['a0', 'moi'])
    // What is to come is known, though nobody was told of it, and found when its time has come.
    expect(await found(second.search, 'cam')).toEqual([])
    expect(await found(second.search, 'cam', '2099-06-01T00:00:00.000Z')).toEqual(['hen', 'hen-khac'])
    expect(await found(second.search, 'cao phong', '2099-06-01T00:00:00.000Z')).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['no JSON', (text) => text.replace('{', '<')],
    ['of another form', (text) => text.replace('"format":', '"format":9')],
    ['of another database', (text) => text.replace(/"database":"[^"]+"/, '"database":"khac"')],
    ['of other projections', (text) => text.replace('"projectionVersion":', '"projectionVersion":9')],
    ['ahead of the database', (text) => text.replace(/"since":\d+/, '"since":999999999')],
  ])('is thrown away and made anew when it is %s', async (_what, broken) => {
    const file = path.join(folder, 'index.ndjson')
    await saved(file)
    writeFileSync(file, broken(readFileSync(file, 'utf8')))
    const { search, from } = await start()
    expect(from).toBe('store')
    expect(await found(search, 'mat ong')).toHaveLength(118)
    await search.stop()
    await saved(file)
    expect((await start()).from).toBe('file')
  })

  it('is no condition: where nothing can be written it is made anew, and said so once', async () => {
    // A folder cannot be replaced by a file, whoever asks.
    const file = path.join(folder, 'taken')
    mkdirSync(path.join(file, 'by-something'), { recursive: true })
    const { search, told } = await start({ file, saveEveryMs: 30 })
    await put(article('a2', 'Mật ong số 2', { rank: 'other' }))
    expect(await found(search, 'mat ong')).toHaveLength(118)
    for (let tries = 0; tries < 200 && !told.some(({ message }) => message.includes('cannot be saved')); tries += 1) await new Promise((done) => setTimeout(done, 20))
    await search.stop()
    expect(told.filter(({ message }) => message.includes('cannot be saved'))).toHaveLength(1)
  })
})

describe('the running index', () => {
  it('sees every change that was committed before the query, and answers no more when it is stopped', async () => {
    const { search } = await start()
    for (let n = 0; n < 20; n += 1) {
      await put(article('doi', `Lê Hồng ${n}`))
      expect(await found(search, `lê hồng ${n}`)).toEqual(['doi'])
    }
    await withdraw('doi')
    expect(await found(search, 'lê hồng')).toEqual([])
    await search.stop()
    await expect(found(search, 'mat ong')).rejects.toThrow('being prepared')
  })

  it('catches up when changes may have been missed', async () => {
    const { on } = onPublishedChange(opened.payload)
    let isDeaf = true
    const { onLost } = onPublishedChange(opened.payload)
    const { search } = await start({ changes: { on: (listener) => on((changed) => { if (!isDeaf) listener(changed) }), onLost } })
    await put(article('lo', 'Nhãn lồng'), article('mai', 'Nhãn muộn', { visibleFrom: '2099-01-01T00:00:00.000Z' }))
    expect(await found(search, 'nhan')).toEqual([])
    isDeaf = false
    tellOfLoss({ payload: opened.payload })
    for (let tries = 0; tries < 800 && (await found(search, 'nhan', '2099-06-01T00:00:00.000Z')).length < 2; tries += 1) await new Promise((done) => setTimeout(done, 10))
    expect(await found(search, 'nhan', '2099-06-01T00:00:00.000Z')).toEqual(['lo', 'mai'])
    await withdraw('lo')
    await withdraw('mai')
  })

  it('comes back when its thread ends', async () => {
    const threads: { stop: () => Promise<void>; fail: () => void }[] = []
    const { search } = await start({
      thread: (options) => {
        const thread = startIndexThread({ ...options, from: program })
        threads.push({ stop: thread.stop, fail: () => options.onEnd(new Error('out of memory')) })
        return thread
      },
    })
    expect(await found(search, 'mat ong')).toHaveLength(118)
    await threads[0]?.stop()
    threads[0]?.fail()
    expect(search.state().isReady).toBe(false)
    await search.ready()
    expect(threads).toHaveLength(2)
    expect(await found(search, 'mat ong')).toHaveLength(118)
  })
})

describe('the API', () => {
  const reader = (search: Pick<ReaderSearch, 'search'>) => createReader({ services: { ...noServices, search }, store: opened.store, moment: moment(), siteUrl: 'https://bao.test', origin: 'https://api.test' })

  it('answers UNAVAILABLE with Retry-After while the index is being prepared', async () => {
    const search = createReaderSearch({
      store: opened.store, changes: onPublishedChange(opened.payload), file: path.join(folder, 'never.ndjson'), thread: (options) => startIndexThread({ ...options, from: program }),
      log: { info: () => undefined, warn: () => undefined }, origin: () => new Promise(() => undefined),
    })
    running.push(search)
    const error = await ask({ reader: reader(search), q: 'mat' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect((error as ProblemError).problem).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    expect(Number((error as ProblemError).headers['Retry-After'])).toBeGreaterThan(0)
  })

  it('reads the page with one statement and what it refers to with another, whatever the filters', async () => {
    const { search } = await start()
    for (const query of ['q=mat+ong&first=50', 'q=mat+ong&first=50&category=muc&topic=chu-de&kinds=article', 'q=mat+ong&first=5&fields=title']) {
      const one = reader(search)
      const before = opened.store.statements
      const { body } = await searchEndpoint.answer({ reader: one, answers: one.answers, values: readParameters({ parameters: searchEndpoint.parameters, query: new URLSearchParams(query) }), segment: '', url: new URL('http://localhost/v1/search') })
      expect((body as { items: unknown[] }).items.length).toBeGreaterThanOrEqual(5)
      expect(opened.store.statements - before).toBeLessThanOrEqual(2)
    }
  })

  it('leaves out what is not public any more when the rows are read', async () => {
    const { search } = await start()
    const late = { search: async (asked: Parameters<ReaderSearch['search']>[0]) => {
      const result = await search.search(asked)
      await withdraw('a3')
      return result
    } }
    const page = await ask({ reader: reader(late), q: 'mat ong', first: 100 })
    expect(page.hits).toHaveLength(99)
    expect(page.hits.map(({ row }) => row.id)).not.toContain('a3')
  })
})

// The other side of the thread is the same on both databases.
onlyOn('sqlite')('the event loop', () => {
  it('is never held up for 50 ms by making and reading an index of some thousand documents', async () => {
    const large = path.join(folder, 'large.ndjson')
    const rows = Array.from({ length: 6_000 }, (_, n) => rowFor({ kind: 'product', id: `p${String(n).padStart(5, '0')}`, data: JSON.stringify({ name: `Khoai lang ${n}`, summary: `Đặc sản của làng ${n % 97}, sấy dẻo, không đường, đóng gói nửa cân, bán quanh năm ở chợ và trên mạng. `.repeat(2) }) }))
    // Not read from the database: what is measured is this side of the thread.
    const store = { ...opened.store, standing: async (asked: Parameters<typeof opened.store.standing>[0]) => ('refs' in asked || asked.kind !== 'product' ? [] : rows.filter(({ docId }) => docId > asked.afterId).slice(0, asked.limit).map((row) => ({ ...row, id: row.docId, visibleFrom: row.visibleFrom ?? '', visibleUntil: row.visibleUntil ?? '', modifiedAt: row.visibleFrom ?? '', data: JSON.parse(row.data) as Record<string, unknown> }))) }
    const held = async (): Promise<{ ms: number; from: unknown }> => {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const { search, from } = await start({ store, file: large })
      delay.disable()
      expect((await search.search({ q: 'khoai lang', filters: {}, first: 1, after: null, now: Date.parse(moment().now), today: moment().today })).total).toBe(6_000)
      await search.stop()
      return { ms: delay.max / 1e6, from }
    }
    // A machine that does other things takes the processor away at times: what counts is that it can be done without.
    const least = async (from: 'store' | 'file'): Promise<number> => {
      let ms = Infinity
      for (let tries = 0; tries < 20 && ms >= 50; tries += 1) {
        if (from === 'store') rmSync(large, { force: true })
        const one = await held()
        expect(one.from).toBe(from)
        ms = Math.min(ms, one.ms)
      }
      return ms
    }
    expect(await least('store')).toBeLessThan(50)
    expect(await least('file')).toBeLessThan(50)
  }, 180_000)
})
