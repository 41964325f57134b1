import { BadCursorError, type LookupQuery, type Ref, type Store, TooWideError } from '../published/store.ts'
import { listTag, type Tag, tagOf } from './tags.ts'

/** What an answer was made from. */
export interface Trace {
  tags: ReadonlySet<Tag>
  /** The first instant, in ISO 8601, at which the answer stops being right by itself; null when nothing said one. */
  readonly until: string | null
  /** What a read of the store failed with; such an answer is never kept. */
  readonly failure: unknown
}

const isRefusal = (error: unknown): boolean => error instanceof BadCursorError || error instanceof TooWideError

/**
 * The store for one answer: it remembers what was read. A thing is named whether it was there or not, so that its coming counts as well;
 * a look-up that finds nothing, or may find several, follows from every thing of its kind.
 */
export const traceStore = (store: Store): { store: Store; trace: Trace } => {
  const tags = new Set<Tag>()
  let until: string | null = null
  let failure: unknown = null

  const reading = async <T>(read: Promise<T>): Promise<T> => {
    try {
      return await read
    } catch (error) {
      if (!isRefusal(error)) failure ??= error
      throw error
    }
  }
  const lookUp = async <T extends Ref>({ kind, by }: LookupQuery, read: Promise<T[]>): Promise<T[]> => {
    if ('id' in by) tags.add(tagOf({ kind, id: by.id }))
    const rows = await reading(read)
    for (const row of rows) tags.add(tagOf(row))
    if ('facet' in by || (rows.length === 0 && !('id' in by))) tags.add(listTag(kind))
    return rows
  }
  const listing = (kinds: readonly string[]): void => kinds.forEach((kind) => tags.add(listTag(kind)))

  const traced: Store = {
    ...store,
    find: (query) => lookUp(query, store.find(query)),
    findGone: (query) => lookUp(query, store.findGone(query)),
    many: (query) => {
      for (const ref of query.refs) tags.add(tagOf(ref))
      return reading(store.many(query))
    },
    list: (query) => {
      listing(query.kinds)
      return reading(store.list(query))
    },
    lists: (query) => {
      listing([query.kind])
      return reading(store.lists(query))
    },
    count: (query) => {
      listing(query.kinds)
      return reading(store.count(query))
    },
    withdrawn: (query) => {
      listing(query.kinds)
      return reading(store.withdrawn(query))
    },
    dependOn: (others, instant) => {
      for (const tag of others) tags.add(tag)
      if (instant !== undefined && (until === null || instant < until)) until = instant
    },
    get statements() {
      return store.statements
    },
  }
  return { store: traced, trace: { tags, get until() { return until }, get failure() { return failure } } }
}
