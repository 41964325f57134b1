import type { Payload } from 'payload'
import { publicKinds, internalKinds, type Kind } from '../../collections/shared/public-kinds.ts'
import { afterCommit } from '../db/after-commit.ts'
import type { Ref } from './store.ts'

type ChangeListener = (changed: readonly Ref[]) => void
type LossListener = () => void

/** Who follows what is published. */
export interface PublishedChanges {
  /**
   * Hears which rows have changed in a way that can alter an answer: those of this process after the commit and before the save is
   * acknowledged, on MongoDB those of every other process as soon as its stream tells of them (there one's own come a second time).
   * What a row is now the store says. A listener is synchronous and quick; one that throws is logged. Gives the function that ends it.
   */
  on: (listener: ChangeListener) => () => void
  /** Hears that changes may have been missed: everything may be another than it was. */
  onLost: (listener: LossListener) => () => void
}

interface Following {
  changes: Set<ChangeListener>
  losses: Set<LossListener>
}

const key = Symbol.for('ocop-press.published-changes')
const kinds: ReadonlySet<string> = new Set<string>([...publicKinds, ...internalKinds])

const each = <T>({ payload, listeners, tell }: { payload: Payload; listeners: ReadonlySet<T>; tell: (listener: T) => void }): void => {
  for (const listener of listeners) {
    try {
      tell(listener)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'A listener of published changes failed' })
    }
  }
}

/** Kept on the instance, since Next bundles a second copy of this module. */
const following = (payload: Payload): Following => {
  const holder = payload as unknown as Record<symbol, Following | undefined>
  const known = holder[key]
  if (known) return known
  const made: Following = { changes: new Set(), losses: new Set() }
  Object.defineProperty(payload, key, { value: made, enumerable: false })
  afterCommit(payload).on((events) =>
    tellOfChanges({ payload, changed: events.flatMap(({ kind, id }) => (kinds.has(kind) ? [{ kind: kind as Kind, id }] : [])) }))
  return made
}

/** Tells the listeners of rows that another process has changed. */
export const tellOfChanges = ({ payload, changed }: { payload: Payload; changed: readonly Ref[] }): void => {
  if (changed.length > 0) each({ payload, listeners: following(payload).changes, tell: (listener) => listener(changed) })
}

/** Tells the listeners that what happened in between can not be known. */
export const tellOfLoss = ({ payload }: { payload: Payload }): void => each({ payload, listeners: following(payload).losses, tell: (listener) => listener() })

/** The changes of `published` that this process hears of; on SQLite those of its own commits, as there is no other process. */
export const onPublishedChange = (payload: Payload): PublishedChanges => {
  const { changes, losses } = following(payload)
  return {
    on: (listener) => {
      changes.add(listener)
      return () => void changes.delete(listener)
    },
    onLost: (listener) => {
      losses.add(listener)
      return () => void losses.delete(listener)
    },
  }
}
