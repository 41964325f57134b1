import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../../api/problem.ts'
import { createEdges } from '../../cache/edges.ts'
import { nowMs } from '../../clock.ts'
import type { PublishedChanges } from '../../published/changes.ts'
import { moment } from '../../published/moment.ts'
import type { Store } from '../../published/store.ts'
import type { Feed } from '../feed.ts'
import type { FileThread } from './file-thread.ts'
import type { WholeFormat } from './write-whole.ts'

/** A feed as a file, right until `untilMs` (milliseconds since the epoch) if nothing changes. */
export interface Artefact {
  file: string
  size: number
  hash: string
  madeMs: number
  untilMs: number
  /** The number of changes that had been heard of when its writing began. */
  version: number
}

interface Slot {
  feed: Feed
  format: WholeFormat
  made: Artefact | null
  making: { version: number; done: Promise<Artefact> } | null
  /** When it was last asked for, monotonic milliseconds. */
  askedAt: number
}

interface Options {
  folder: string
  thread: FileThread
  store: Pick<Store, 'nextEdge'>
  changes: PublishedChanges
  siteUrl: string
  origin: string
  /** How long a request waits for a file that is being written: milliseconds. */
  waitMs: number
  report: (error: unknown) => void
}

export interface Artefacts {
  /** @throws ProblemError UNAVAILABLE while it takes longer to write than a request may wait. */
  get: (args: { feed: Feed; format: WholeFormat }) => Promise<Artefact>
  stop: () => Promise<void>
}

// After a change the files that are asked for are written anew before anyone asks, once for several changes in a row.
const SETTLE_MS = 1_000
const WANTED_MS = 60 * 60_000
const KEPT = 200

const within = async (work: Promise<Artefact>, waitMs: number): Promise<Artefact> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new ProblemError({ code: 'UNAVAILABLE', detail: 'The file is being written: ask again in a moment.', headers: { 'retry-after': '5' } })), waitMs)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/**
 * Feeds as files, each written once per change and off the requests: whoever asks is given a file whose writing began after the last change that
 * was acknowledged before, and which no window edge or midnight has passed.
 */
export const createArtefacts = ({ folder, thread, store, changes, siteUrl, origin, waitMs, report }: Options): Artefacts => {
  const slots = new Map<string, Slot>()
  let isEnding = false
  let version = 0
  let timer: NodeJS.Timeout | undefined
  const rightUntil = createEdges({ store, generation: () => version })

  const isFresh = ({ made }: Slot): boolean => made !== null && made.version === version && nowMs() >= made.madeMs && nowMs() < made.untilMs

  const write = async (slot: Slot, begun: number): Promise<Artefact> => {
    const now = moment()
    const { feed, format } = slot
    const file = join(folder, `${createHash('sha256').update(JSON.stringify([feed, format])).digest('hex').slice(0, 24)}-${begun}-${Date.parse(now.now)}.${format}`)
    const untilMs = await rightUntil(now)
    const { size, hash } = await thread.write({ feed, format, file, moment: now, siteUrl, origin })
    const former = slot.made
    slot.made = { file, size, hash, madeMs: Date.parse(now.now), untilMs, version: begun }
    // Who is reading the former file goes on reading it: on POSIX a file stays until it is closed.
    if (former && former.file !== file) await rm(former.file, { force: true })
    return slot.made
  }

  const make = (slot: Slot): Promise<Artefact> => {
    if (isFresh(slot)) return Promise.resolve(slot.made as Artefact)
    if (slot.making && slot.making.version === version) return slot.making.done
    const begun = version
    const before = slot.making?.done.catch(() => undefined)
    // One at a time: what is being written is out of date already.
    const done = Promise.resolve(before).then(() => write(slot, begun)).finally(() => {
      if (slot.making?.done === done) slot.making = null
    })
    slot.making = { version: begun, done }
    return done
  }

  const refresh = (): void => {
    timer = undefined
    const wanted = [...slots.values()].filter(({ askedAt }) => performance.now() - askedAt < WANTED_MS)
    void wanted.reduce((before, slot) => before.then(() => make(slot)).then(() => undefined, (error: unknown) => { if (!isEnding) report(error) }), Promise.resolve())
  }
  const changed = (): void => {
    version += 1
    if (slots.size > 0) timer ??= setTimeout(refresh, SETTLE_MS).unref()
  }
  const ends = [changes.on(changed), changes.onLost(changed)]

  const slotOf = (feed: Feed, format: WholeFormat): Slot => {
    const key = JSON.stringify([feed, format])
    const slot = slots.get(key) ?? { feed, format, made: null, making: null, askedAt: 0 }
    slots.delete(key)
    slots.set(key, slot)
    for (const [oldest, { made, making }] of slots) {
      if (slots.size <= KEPT || making) break
      slots.delete(oldest)
      if (made) void rm(made.file, { force: true })
    }
    slot.askedAt = performance.now()
    return slot
  }

  return {
    get: ({ feed, format }) => within(make(slotOf(feed, format)), waitMs),
    stop: async () => {
      clearTimeout(timer)
      for (const end of ends) end()
      isEnding = true
      await thread.stop()
      await Promise.allSettled([...slots.values()].flatMap(({ making }) => (making ? [making.done] : [])))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
