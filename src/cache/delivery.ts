import type { IncomingMessage, ServerResponse } from 'node:http'
import { ProblemError, problemMediaType } from '../api/problem.ts'
import { nowMs } from '../clock.ts'
import { isDatabaseAway } from '../published/database-away.ts'
import { moment } from '../published/moment.ts'
import type { Moment, Store } from '../published/store.ts'
import type { Availability } from './availability.ts'
import { createEdges } from './edges.ts'
import { createEntry, type Entry } from './entry.ts'
import { ABSENT_MS, type AnswerKind } from './freshness.ts'
import type { Filled, ResponseCache } from './response-cache.ts'
import { surrogateKey } from './tags.ts'
import { traceStore } from './traced-store.ts'
import { writeEntry } from './write-entry.ts'

/** What an answer is made with: a store that remembers what is read, and the moment of the answer. */
export interface Reading {
  store: Store
  moment: Moment
}

/** A finished answer. Nothing of it may follow from what is not in its key. */
export interface Made {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | Buffer
  kind: AnswerKind
  /** False: for this request only, such as one with errors in it. */
  isKept?: boolean
  /** It is not kept beyond this instant, in milliseconds since the epoch. */
  untilMs?: number
}

type Request = Pick<IncomingMessage, 'method' | 'headers' | 'url'> & { originalUrl: string; ip?: string | undefined }

export interface Delivery {
  /**
   * Answers a public request: from the cache, or by `make`, once for all who ask for the same key meanwhile. `key` is all that the answer
   * follows from beside the store: the exact URL when left out; null for what is never kept nor shared. `before` has to be over before the answer is made, and takes no
   * place in the gate. Encodings, ETag, 304, HEAD and `Cache-Control` are done here.
   * @throws ProblemError what `make` throws, UNAVAILABLE when the database is away or there is too much to do, and RATE_LIMITED.
   */
  answer: (args: { req: Request; res: ServerResponse; key?: string | null; area: string; before?: () => Promise<void>; make: (reading: Reading) => Promise<Made> }) => Promise<void>
  /** The entry under a key and how it may be given out now: as it is, or as one that nobody can vouch for. */
  lookUp: (key: string) => { entry: Entry; nowMs: number; isStale: boolean } | null
}

export interface DeliveryOptions {
  store: Store
  cache: ResponseCache
  availability: Pick<Availability, 'staleSince' | 'reachable'>
  /** Bounds what is made at once. */
  gate: { run: <T>(work: () => Promise<T>, options?: { area?: string }) => Promise<T> }
  /** Counts a request that no stored answer serves, against its client. @throws ProblemError RATE_LIMITED */
  limit?: (req: Request) => Promise<void>
  /** How long stored answers are given out when nobody can vouch for them: milliseconds. */
  staleMaxMs: number
  /** How long making an answer may take: milliseconds. */
  limitMs: number
  /** Whether shared caches are told of changes, and whether answers name their tags. */
  isPurged: boolean
  namesTags: boolean
}

const unavailable = (detail: string): ProblemError => new ProblemError({ code: 'UNAVAILABLE', detail, headers: { 'retry-after': '5' } })
const away = (): ProblemError => unavailable('The database does not answer at the moment.')

const within = <T>(work: Promise<T>, limitMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(unavailable('The answer was not ready in time.')), limitMs)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

// That there is nothing, or nothing any more, is an answer like others.
const absences: ReadonlySet<number> = new Set([404, 410, 451])

const asAbsence = (error: unknown): Made => {
  if (!(error instanceof ProblemError) || !absences.has(error.problem.status)) throw error
  const { status } = error.problem
  return { status, headers: { ...error.headers, 'content-type': problemMediaType }, body: JSON.stringify(error.problem), kind: status === 404 ? 'absent' : 'item' }
}

// Of this request alone.
const ownHeaders: ReadonlySet<string> = new Set(['x-request-id', 'connection', 'cache-control'])

/** What Express has set on every answer of this route, and what the answer adds. */
const headersFor = ({ res, made }: { res: ServerResponse; made: Made }): [string, string][] => {
  const set = Object.entries(res.getHeaders()).filter(([name]) => !ownHeaders.has(name)).map(([name, value]): [string, string] => [name, String(value)])
  const added = Object.entries(made.headers).map(([name, value]): [string, string] => [name.toLowerCase(), value])
  const all = new Map([...set, ...added])
  const vary = new Set((all.get('vary') ?? '').split(/\s*,\s*/).filter(Boolean).concat('Accept-Encoding'))
  return [...all.set('vary', [...vary].join(', '))]
}

/** How every public answer goes out. */
export const createDelivery = ({ store, cache, availability, gate, limit, staleMaxMs, limitMs, isPurged, namesTags }: DeliveryOptions): Delivery => {
  const rightUntil = createEdges({ store, generation: () => cache.generation })

  const fill = async ({ res, area, make }: { res: ServerResponse; area: string; make: (reading: Reading) => Promise<Made> }): Promise<Filled> => {
    if (!availability.reachable) throw away()
    const { store: traced, trace } = traceStore(store)
    const now = moment()
    const reading = { store: traced, moment: now }
    const made = await gate.run(() => within(make(reading).catch(asAbsence), limitMs), { area }).catch((error: unknown) => {
      throw isDatabaseAway(trace.failure ?? error) ? away() : error
    })
    if (isDatabaseAway(trace.failure)) throw away()
    const untilMs = Math.min(
      await rightUntil(now).catch((error: unknown) => { throw isDatabaseAway(error) ? away() : error }),
      trace.until === null ? Infinity : Date.parse(trace.until),
      made.kind === 'absent' ? nowMs() + ABSENT_MS : Infinity,
      made.untilMs ?? Infinity,
    )
    const tags = new Set(trace.tags)
    const headers = headersFor({ res, made })
    if (namesTags && tags.size > 0) headers.push(['surrogate-key', surrogateKey(tags)])
    const madeMs = nowMs()
    const entry = createEntry({ status: made.status, kind: made.kind, headers, tags, body: made.body, madeMs, untilMs, purged: isPurged })
    return { entry, isKept: made.isKept !== false && trace.failure === null && madeMs < untilMs && availability.staleSince === null }
  }

  const lookUp: Delivery['lookUp'] = (key) => {
    const now = nowMs()
    const entry = cache.get(key, now)
    if (!entry) return null
    const since = availability.staleSince
    if (since === null) return { entry, nowMs: now, isStale: false }
    return now - since <= staleMaxMs ? { entry, nowMs: now, isStale: true } : null
  }

  return {
    lookUp,
    answer: async ({ req, res, key = req.originalUrl, area, before, make }) => {
      const found = key === null ? null : lookUp(key)
      if (!found) {
        await limit?.(req)
        await before?.().catch((error: unknown) => { throw isDatabaseAway(error) ? away() : error })
      }
      const { entry, isStale } = found ?? { entry: await cache.fill(key, () => fill({ res, area, make })), isStale: false }
      await writeEntry({ req, res, entry, nowMs: nowMs(), isStale, closing: false })
    },
  }
}
