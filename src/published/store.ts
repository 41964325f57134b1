import type { Payload, PayloadRequest } from 'payload'
import type { OrderColumn } from '../../collections/shared/public-definition.ts'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import type { RowContent } from './row.ts'

export interface Ref {
  kind: Kind
  id: string
}

/** A visible row, as reads give it. */
export interface PublishedRow extends Ref {
  slug: string | null
  number: number | null
  visibleFrom: string
  visibleUntil: string
  /** As stored. They may be shown while `starsThrough` is not before today. */
  stars: number | null
  starsThrough: string | null
  /** When its content last changed. It became visible at `visibleFrom`, which may be later. */
  modifiedAt: string
  /** The projected fields; the heavy ones only when they were asked for. */
  data: Record<string, unknown>
}

/** A row that is gone for a reason the public is told. */
export interface GoneRow extends Ref {
  slug: string | null
  number: number | null
  gone: 'RETRACTED' | 'LEGAL'
  data: Record<string, unknown>
}

/** A row that was public and is not any more. */
export interface WithdrawnRow extends Ref {
  /** When it ceased to be. */
  at: string
  /** What the public is told of the reason. */
  reason: GoneRow['gone'] | null
}

/** When a read happens, by the project's clock: an instant for windows, a Hanoi day for stars. */
export interface Moment {
  now: string
  today: string
}

export interface ListQuery {
  kinds: readonly Kind[]
  /** All of these, of each at least one. Put the rarest first: it is what the list walks. */
  facets?: readonly (readonly string[])[]
  /** Further conditions of the same form for single kinds of a mixed list. */
  facetsOf?: Partial<Readonly<Record<Kind, readonly (readonly string[])[]>>>
  /** In force today. */
  stars?: { equals?: number; gte?: number }
  published?: { gte?: string; lt?: string }
  /** Default: by beginning of visibility, newest first. */
  order?: { by: OrderColumn; descending: boolean }
  /** A cursor from an earlier page of the same order. */
  after?: string | null
  first: number
  /** So many rows at the beginning are passed over, each walked past: to cut a whole list into files, not for pages that readers turn. */
  skip?: number
  heavy?: boolean
  moment: Moment
}

/** Several lists that differ in nothing but their facet. */
export interface ListsQuery {
  kind: Kind
  facets: readonly string[]
  /** Default: by beginning of visibility, newest first. */
  order?: { by: OrderColumn; descending: boolean }
  /** Of each list. */
  first: number
  moment: Moment
}

export interface Page {
  rows: PublishedRow[]
  /** The cursor behind each row. */
  cursors: string[]
  hasNext: boolean
}

/** What is found under a look-up, visible or gone. */
export interface LookupQuery {
  kind: Kind
  by: { id: string } | { slug: string } | { number: number } | { facet: string }
  heavy?: boolean
  moment: Moment
}

export interface Change extends Ref {
  seq: number
  change: 'put' | 'withdraw'
}


export type PutOutcome = 'put' | 'withdraw' | 'same'

/**
 * The one place that reads and writes what is public. Reads see what is committed, ask for the window on every read and never touch
 * editors' documents. Writes happen in the transaction of the change.
 */
export interface Store {
  /**
   * Writes the row of a decision: its content, or a tombstone. Tells commit listeners and followers of changes.
   * @throws NoTransactionError outside a transaction.
   */
  put: (args: {
    req: PayloadRequest
    row: RowContent
    /** A rebuild: what is as it was is not written at all. Without it MongoDB writes a mark, so that two decisions on one row meet. */
    rebuild?: boolean
  }) => Promise<PutOutcome>
  /** The rows found under a look-up that are visible now, at most 20; several only for a facet. */
  find: (query: LookupQuery) => Promise<PublishedRow[]>
  /** As `find`, of what is gone for a reason. */
  findGone: (query: LookupQuery) => Promise<GoneRow[]>
  /** The visible rows among these, in one statement for any number, by `kind:id`. */
  many: (args: { refs: readonly Ref[]; heavy?: boolean; moment: Moment }) => Promise<Map<string, PublishedRow>>
  /** @throws BadCursorError when `after` is not a cursor of this order. */
  list: (query: ListQuery) => Promise<Page>
  /** The beginnings of any number of lists, by facet, in one statement; a list without rows is an empty one. */
  lists: (query: ListsQuery) => Promise<Map<string, PublishedRow[]>>
  count: (query: Omit<ListQuery, 'first' | 'skip' | 'after' | 'order' | 'heavy'>) => Promise<number>
  /** The rows that need one of these rows, visible or not. */
  referrers: (args: { refs: readonly Ref[]; limit: number; req?: PayloadRequest }) => Promise<Ref[]>
  /** What of these kinds was public and is not any more, the latest first. */
  withdrawn: (args: { kinds: readonly Kind[]; limit: number }) => Promise<WithdrawnRow[]>
  /**
   * Changes in the order of their commits, none skipped, each row with its last change only. A row that is not visible yet is not
   * among them. `last` is what to ask after next.
   */
  since: (args: { after: number; limit: number; kinds?: readonly Kind[]; moment: Moment }) => Promise<{ changes: Change[]; last: number }>
  /** The number of the last change, or 0: what to ask `since` after later on. */
  lastChange: () => Promise<number>
  /** Rows as they stand, whether their window is open or not, for an index that asks for windows itself: these, or those of a kind in the order of their ids. */
  standing: (args: { refs: readonly Ref[] } | { kind: Kind; afterId: string; limit: number }) => Promise<PublishedRow[]>
  /** Rows that become visible or cease to be after an instant, of which `since` does not tell before. */
  ahead: (args: { now: string; limit: number }) => Promise<Ref[]>
  /** The next instant after `now` at which a row becomes visible or ceases to be, or null. */
  nextEdge: (now: string) => Promise<string | null>
  /** Rows whose edge has come or whose projection has run out. */
  due: (args: { moment: Moment; limit: number }) => Promise<{ edges: Ref[]; projections: Ref[] }>
  /** Enters rows anew at their edges: followers are told of what became visible and of what ceased to be. */
  passEdges: (args: { req: PayloadRequest; refs: readonly Ref[]; now: string }) => Promise<void>
  /**
   * Says that an answer also follows from something that is not a row (`tags`: an index, a ranking), or that it stops being right at an
   * instant. A request reads through a store that remembers this; the store itself does not.
   */
  dependOn: (tags: readonly string[], until?: string) => void
  /** Everything in the store of one kind by document id, tombstones included; for the rebuild. In pages after `afterId`. */
  inventory: (args: { kind: Kind; afterId: string; limit: number }) => Promise<{ docId: string; hash: string | null }[]>
  /** The number of database statements that reads have sent. */
  readonly statements: number
  close: () => void
}

/** For `sort`: what was withdrawn last comes first. */
export const latestFirst = (a: WithdrawnRow, b: WithdrawnRow): number => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1)

/** A list over more branches (kinds times the facets walked) than this is refused: SQLite takes 500 in one statement. */
export const BRANCHES_MAX = 300

/** A list that would walk more branches than the store takes: its filters name too much at once. */
export class TooWideError extends RangeError {
  constructor(branches: number) {
    super(`The filters name too much at once: together ${branches} kinds and values, at most ${BRANCHES_MAX}`)
    this.name = 'TooWideError'
  }
}

/** A cursor that does not belong to the list it was given to. */
export class BadCursorError extends Error {
  constructor() {
    super('"after" is not a cursor of this list: take it from `pageInfo.endCursor` or `next` of the page before, and leave the sort as it was')
    this.name = 'BadCursorError'
  }
}

const key = Symbol.for('ocop-press.store')

/** The store of a Payload instance. Kept on the instance, since Next bundles a second copy of this module. */
export const storeOf = async (payload: Payload): Promise<Store> => {
  const holder = payload as unknown as Record<symbol, Promise<Store> | undefined>
  const known = holder[key]
  if (known) return known
  const made = payload.db.name === 'mongoose'
    ? import('./mongo-store.ts').then(({ createMongoStore }) => createMongoStore({ payload }))
    : import('./sqlite-store.ts').then(({ createSqliteStore }) => createSqliteStore({ payload }))
  Object.defineProperty(payload, key, { value: made, enumerable: false, configurable: true })
  return made
}
