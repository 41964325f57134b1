import { randomUUID } from 'node:crypto'
import type { Collection } from 'mongodb'
import type { Payload } from 'payload'
import { mongoDb } from './mongo-write.ts'

/** A document that a process writes each second, to see it come back in its stream of changes. */
interface PulseRow {
  _id: string
  beat: number
  /** By the clock of the database, which also removes the pulses of processes that have ended without a word. */
  at: Date
}

/** The collection of the pulses. */
export const pulsesName = 'pulses'

const LIMIT_MS = 2_000
const WAITED_FOR_MS = 60_000
const FORGOTTEN_S = 120

export interface Pulse {
  /** The `_id` of this process's document. */
  id: string
  /** Makes the collection and lets it forget the dead. */
  prepare: () => Promise<void>
  /** Whether the database answers a read within 2 s. Throws when not. */
  read: () => Promise<void>
  /** Writes the next pulse; resolves when the majority has it. Throws when that takes longer than 2 s. */
  beat: () => Promise<void>
  /** A pulse has come back: when it was sent (monotonic milliseconds), or undefined when it is not one that is waited for. */
  heard: (beat: number) => number | undefined
  /** Whether a pulse that the majority has for so many milliseconds has not come back. */
  isUnheard: (ms: number) => boolean
  remove: () => Promise<void>
}

/** The pulse of this process. A beat that comes back proves that every change committed before it was sent has been heard of. */
export const createPulse = ({ payload, monotonic = () => performance.now() }: { payload: Payload; monotonic?: () => number }): Pulse => {
  const id = randomUUID()
  const pulses = (): Collection<PulseRow> => mongoDb(payload).collection<PulseRow>(pulsesName, { timeoutMS: LIMIT_MS, writeConcern: { w: 'majority' } })
  /** Those on their way, by number. */
  const sent = new Map<number, { at: number; written: number | null }>()
  let last = 0
  return {
    id,
    prepare: async () => { await pulses().createIndex({ at: 1 }, { expireAfterSeconds: FORGOTTEN_S, timeoutMS: 10_000 } as object) },
    read: async () => { await pulses().findOne({ _id: id }, { projection: { _id: 1 } }) },
    beat: async () => {
      const beat = (last += 1)
      const mine = { at: monotonic(), written: null as number | null }
      for (const [number, { at }] of sent) if (mine.at - at > WAITED_FOR_MS) sent.delete(number)
      sent.set(beat, mine)
      await pulses().updateOne({ _id: id }, { $set: { beat }, $currentDate: { at: true } }, { upsert: true })
      mine.written = monotonic()
    },
    heard: (beat) => {
      const at = sent.get(beat)?.at
      for (const number of sent.keys()) if (number <= beat) sent.delete(number)
      return at
    },
    isUnheard: (ms) => [...sent.values()].some(({ written }) => written !== null && monotonic() - written > ms),
    remove: async () => { await pulses().deleteOne({ _id: id }) },
  }
}
