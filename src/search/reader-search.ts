import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { PublishedChanges } from '../published/changes.ts'
import { moment } from '../published/moment.ts'
import type { Ref, Store } from '../published/store.ts'
import { rowId } from '../published/row.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import type { SearchAsked, SearchFound } from './engine.ts'
import type { IndexOrigin } from './index-file.ts'
import type { IndexClient, startIndexThread } from './index-thread.ts'
import { SearchNotReadyError } from './not-ready.ts'
import { documentOf, namedThingOf } from './indexed.ts'
import { isNamedKind, isSearchKind, namedKinds, searchKinds } from './kinds.ts'

export interface ReaderSearch {
  /**
   * Searches in what is public at a moment. Every change that this process has heard of counts.
   * @throws SearchNotReadyError while the index is being prepared.
   */
  search: (asked: SearchAsked) => Promise<SearchFound>
  /** How far it is: documents in the index, and whether it answers. */
  state: () => { isReady: boolean; documents: number }
  /** Resolves when it answers. */
  ready: () => Promise<void>
  /** Saves what has changed and ends the thread. */
  stop: () => Promise<void>
}

type Log = Record<'info' | 'warn', (fields: Record<string, unknown>, message: string) => void>

export interface ReaderSearchOptions {
  store: Store
  changes: PublishedChanges
  log: Log
  /** Where the index is saved. */
  file: string
  /** What it is saved for; `database` is a mark that only this database has. */
  origin: () => Promise<IndexOrigin>
  thread: typeof startIndexThread
  /** How often what has changed is saved: milliseconds. */
  saveEveryMs?: number
  /** How often it is asked whether something was missed: milliseconds. */
  catchUpEveryMs?: number
}

/** Rows read at once: a millisecond or two of work for the event loop. */
const BATCH = 50
const SAVE_EVERY_MS = 3_600_000
const CATCH_UP_EVERY_MS = 60_000
/** When it is asked what was missed. On MongoDB a change has its number a moment after its commit. */
const AFTER_LOSS_MS = [0, 1_000, 5_000]
const RETRY_S = 2
const AHEAD_MAX = 100_000
const ALL_KINDS: readonly Kind[] = [...namedKinds, ...searchKinds]

const refOf = (ref: string): Ref => ({ kind: ref.slice(0, ref.indexOf(':')) as Kind, id: ref.slice(ref.indexOf(':') + 1) })

/** Brings rows into the index as they stand, and takes out those that do not. */
const takeOver = async ({ store, index, refs }: { store: Store; index: IndexClient; refs: readonly string[] }): Promise<void> => {
  const rows = await store.standing({ refs: refs.map(refOf) })
  const standing = new Set(rows.map(rowId))
  const gone = refs.filter((ref) => !standing.has(ref))
  await Promise.all([
    index.put(rows.filter(({ kind }) => isSearchKind(kind)).map(documentOf)),
    index.putThings(rows.filter(({ kind }) => isNamedKind(kind)).map(namedThingOf)),
    index.remove(gone.filter((ref) => isSearchKind(refOf(ref).kind))),
    index.removeThings(gone.filter((ref) => isNamedKind(refOf(ref).kind))),
  ])
}

/**
 * The search of readers over the store. Changes mark what is to be read again, at once and before the save is acknowledged; a query first
 * has that brought in. The index lives in a thread of its own, is saved now and then, and made anew from the store when nothing
 * saved fits.
 */
export const createReaderSearch = ({ store, changes, log, file, origin, thread, saveEveryMs = SAVE_EVERY_MS, catchUpEveryMs = CATCH_UP_EVERY_MS }: ReaderSearchOptions): ReaderSearch => {
  const dirty = new Set<string>()
  let running: ReturnType<typeof startIndexThread> | null = null
  let turn: Promise<void> = Promise.resolve()
  let isReady = false
  let isStopping = false
  let documents = 0
  let since = 0
  let hasChanged = false
  let canSave = true
  let saving: Promise<void> = Promise.resolve()
  let saved: IndexOrigin | null = null
  const readyListeners: (() => void)[] = []

  const index = (): IndexClient => {
    if (!running) throw new SearchNotReadyError(RETRY_S)
    return running.index
  }

  const bringIn = async (): Promise<void> => {
    while (dirty.size > 0) {
      const refs = [...dirty].slice(0, BATCH)
      for (const ref of refs) dirty.delete(ref)
      try {
        await takeOver({ store, index: index(), refs })
      } catch (error) {
        for (const ref of refs) dirty.add(ref)
        throw error
      }
      hasChanged = true
      await nextTurn()
    }
  }
  /** One brings in at a time; whoever waits has all that was marked before. */
  const upToDate = (): Promise<void> => {
    if (dirty.size > 0) turn = turn.then(bringIn, bringIn)
    return turn
  }

  const mark = (changed: readonly Ref[]): void => {
    for (const ref of changed) if (isSearchKind(ref.kind) || isNamedKind(ref.kind)) dirty.add(rowId(ref))
    if (isReady) void upToDate().catch(() => undefined)
  }

  /** Marks what has changed since the index knew everything, and what opens or closes later, of which nobody was told. */
  const catchUp = async (): Promise<void> => {
    const at = moment()
    for (;;) {
      const { changes: changed, last } = await store.since({ after: since, limit: 500, kinds: ALL_KINDS, moment: at })
      mark(changed)
      if (last === since) break
      since = last
      await nextTurn()
    }
  }
  const markAhead = async (): Promise<void> => {
    const { now } = moment()
    mark(await store.ahead({ now, limit: AHEAD_MAX }))
    mark((await index().scheduledAfter(Date.parse(now))).map(refOf))
  }

  const readAll = async (kinds: readonly Kind[]): Promise<void> => {
    for (const kind of kinds) {
      for (let afterId = ''; ;) {
        const rows = await store.standing({ kind, afterId, limit: BATCH })
        if (isSearchKind(kind)) await index().put(rows.map(documentOf))
        else await index().putThings(rows.map(namedThingOf))
        documents += isSearchKind(kind) ? rows.length : 0
        if (rows.length < BATCH) break
        afterId = rows.at(-1)?.id ?? ''
        await nextTurn()
      }
    }
  }

  const saveNow = async (): Promise<void> => {
    if (!canSave || !hasChanged || !saved || !running) return
    await catchUp()
    await upToDate()
    try {
      hasChanged = false
      await index().save({ file, origin: saved, since })
    } catch (error) {
      canSave = false
      log.warn({ err: error, file }, 'the search index cannot be saved and will be made anew at every start')
    }
  }
  /** One saves at a time. */
  const save = (): Promise<void> => {
    saving = saving.then(saveNow, saveNow)
    return saving
  }

  const begin = async (): Promise<void> => {
    const startedAt = performance.now()
    saved = await origin()
    const reached = await index().open({ file, origin: saved })
    const last = await store.lastChange()
    // A number beyond the last one: the database has been put back to an earlier state.
    const isUsable = reached !== null && reached <= last
    if (reached !== null && !isUsable) await index().clear()
    documents = isUsable ? await index().count() : 0
    since = isUsable ? reached : last
    // Names are few, and not saved: those of today are read.
    await readAll(isUsable ? namedKinds : ALL_KINDS)
    await catchUp()
    if (isUsable) await markAhead()
    await upToDate()
    documents = await index().count()
    isReady = true
    hasChanged ||= !isUsable
    log.info({ documents, ms: Math.round(performance.now() - startedAt), from: isUsable ? 'file' : 'store' }, 'search is ready')
    readyListeners.splice(0).forEach((tell) => tell())
    await save()
  }

  const run = async (): Promise<void> => {
    for (let waitMs = 1000; !isStopping && !isReady; waitMs = Math.min(60_000, waitMs * 2)) {
      try {
        running ??= thread({ onEnd: (error) => void restart(error) })
        await begin()
      } catch (error) {
        if (isStopping) return
        if (isReady) return log.warn({ err: error }, 'the search index could not be saved')
        log.warn({ err: error }, 'the search index could not be prepared; it is tried again')
        await running?.stop().catch(() => undefined)
        running = null
        await sleep(waitMs, undefined, { ref: false })
      }
    }
  }
  const restart = async (error: unknown): Promise<void> => {
    running = null
    if (isStopping || !isReady) return
    log.warn({ err: error }, 'the thread of the search index has ended; it is started again')
    isReady = false
    await run()
  }

  /** Work at a time of its own, which only matters while there is an index. */
  const later = (work: () => Promise<void>) => (): void => {
    if (isReady) void work().catch((error: unknown) => log.warn({ err: error }, 'the search index could not be kept up'))
  }
  const follow = (): Promise<void> => catchUp().then(upToDate)
  const timers = new Set<NodeJS.Timeout>()
  const unsubscribe = [
    changes.on(mark),
    changes.onLost(() => AFTER_LOSS_MS.forEach((ms) => timers.add(setTimeout(later(() => markAhead().then(follow)), ms)))),
  ]
  timers.add(setInterval(later(save), saveEveryMs)).add(setInterval(later(follow), catchUpEveryMs))
  for (const timer of timers) timer.unref()
  void run()

  return {
    search: async (asked) => {
      if (!isReady) throw new SearchNotReadyError(RETRY_S)
      await upToDate()
      return index().search(asked)
    },
    state: () => ({ isReady, documents }),
    ready: () => (isReady ? Promise.resolve() : new Promise((done) => void readyListeners.push(done))),
    stop: async () => {
      isStopping = true
      timers.forEach(clearTimeout)
      unsubscribe.forEach((end) => end())
      if (isReady) await save().catch((error: unknown) => log.warn({ err: error }, 'the search index could not be saved'))
      isReady = false
      await running?.stop()
    },
  }
}
