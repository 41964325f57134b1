import { setTimeout as sleep } from 'node:timers/promises'
import { type ChangeStream, type ChangeStreamOptions, type Db, type Document, type MongoClient, type ObjectId, type ResumeToken, Timestamp, type TopologyDescription } from 'mongodb'
import type { Payload } from 'payload'
import type { Kind } from '../../collections/shared/public-kinds.ts'
import { tellOfChanges, tellOfLoss } from './changes.ts'
import { publishedSlug } from './collection.ts'
import { mongoDb } from './mongo-write.ts'
import { createPulse, type Pulse, pulsesName } from './pulse.ts'
import type { Ref } from './store.ts'

/** Server errors that say: what came in between is no longer to be had (ChangeStreamFatalError, ChangeStreamHistoryLost). */
const HISTORY_LOST: ReadonlySet<unknown> = new Set([280, 286])
const AGAIN_MS = 250
/** A pulse that the majority has and that has not come back for so long: the stream is taken up anew, after a few times in a row from now. */
const SILENT_MS = 1_500
const RESUMPTIONS = 3
/** A process that starts hears the last minute again: what it has kept from before it brings up to date by numbers, which follow a change a little later. */
const OVERLAP_S = 60
/** How long the database may take to say what time it is. */
const LIMIT_MS = 2_000

export interface StreamEvent {
  operationType: string
  ns?: { coll?: string }
  documentKey?: { _id: string }
  updateDescription?: { updatedFields?: { beat?: number } }
  fullDocument?: { beat?: number }
}

/** Every change that can alter an answer, and the pulses of this process. A decision that changed nothing writes only `decision`. */
export const streamPipeline = (pulseId: string): Document[] => {
  const changed = ['hash', 'mark', 'edge', 'announced'].map((field) => ({ [`updateDescription.updatedFields.${field}`]: { $exists: true } }))
  return [
    {
      $match: {
        $or: [
          { 'ns.coll': publishedSlug, operationType: { $in: ['insert', 'replace', 'delete', 'drop', 'rename'] } },
          { 'ns.coll': publishedSlug, operationType: 'update', $or: changed },
          { 'ns.coll': pulsesName, 'documentKey._id': pulseId },
          { operationType: { $in: ['dropDatabase', 'invalidate'] } },
        ],
      },
    },
    { $project: { operationType: 1, ns: 1, documentKey: 1, 'updateDescription.updatedFields.beat': 1, 'fullDocument.beat': 1 } },
  ]
}

type Meaning = { changed: Ref } | { beat: number } | 'lost' | 'ended' | null

/** What an event of the stream says. */
export const meaningOf = ({ operationType, ns, documentKey, updateDescription, fullDocument }: StreamEvent): Meaning => {
  if (operationType === 'dropDatabase' || operationType === 'invalidate') return 'ended'
  if (operationType === 'drop' || operationType === 'rename') return 'lost'
  if (!documentKey) return null
  if (ns?.coll === pulsesName) {
    const beat = updateDescription?.updatedFields?.beat ?? fullDocument?.beat
    return beat === undefined ? null : { beat }
  }
  const colon = documentKey._id.indexOf(':')
  return colon < 1 ? null : { changed: { kind: documentKey._id.slice(0, colon) as Kind, id: documentKey._id.slice(colon + 1) } }
}

interface Hello {
  operationTime: Timestamp
  primary?: string
  electionId?: ObjectId
}

const greet = async (db: Db): Promise<Hello> => (await db.command({ hello: 1 }, { timeoutMS: LIMIT_MS })) as unknown as Hello

const before = (time: Timestamp): Timestamp => new Timestamp({ t: time.getHighBitsUnsigned() - OVERLAP_S, i: 0 })

/** Which primary by which election. */
const reign = (primary: string, electionId: ObjectId | null | undefined): string => `${primary} ${electionId?.toHexString() ?? ''}`

/** The present one; null while there is none. */
const reignIn = ({ servers }: TopologyDescription): string | null => {
  const primary = [...servers.values()].find(({ type }) => type === 'RSPrimary')
  return primary ? reign(primary.address, primary.electionId) : null
}

/**
 * Tells when another primary reigns, or the same one anew: what was read from the former one shortly before may have been rolled back,
 * and no stream tells of what never was.
 */
const watchReign = ({ client, first, onChange }: { client: MongoClient; first: string; onChange: () => void }): (() => void) => {
  let known = first
  const look = ({ newDescription }: { newDescription: TopologyDescription }): void => {
    const present = reignIn(newDescription)
    if (present === null || present === known) return
    known = present
    onChange()
  }
  client.on('topologyDescriptionChanged', look)
  return () => void client.off('topologyDescriptionChanged', look)
}

type Watch = (pipeline: Document[], options: ChangeStreamOptions) => ChangeStream

export interface ChangeFollower {
  /** Whether the database answers a read within 2 s; throws when not. */
  read: () => Promise<void>
  /** Sends a pulse into the stream, and takes the stream up anew when earlier ones have not come back. Throws when it could not be written. */
  beat: () => Promise<void>
  stop: () => Promise<void>
}

interface FollowOptions {
  payload: Payload
  /** A pulse has come back: everything committed before `asOf` (monotonic milliseconds) has been told. */
  onProof: (proof: { asOf: number }) => void
  pulse?: Pulse
  watch?: Watch
  monotonic?: () => number
}

/**
 * Follows `published` as other processes change it, and tells the listeners of `changes.ts`. Interruptions are taken up where they
 * began; the token for that is kept in memory, since what is kept true by it (cache, index) is there, too. When the history is gone a
 * new stream begins, and only then is the loss told: what happens after the telling is in the stream. Resolves once the place from
 * which everything will be heard is fixed.
 */
export const followChanges = async ({
  payload, onProof, monotonic = () => performance.now(), pulse = createPulse({ payload, monotonic }), watch = (pipeline, options) => mongoDb(payload).watch(pipeline, options),
}: FollowOptions): Promise<ChangeFollower> => {
  const ending = new AbortController()
  const { signal } = ending
  const first = await greet(mongoDb(payload))
  let start: ChangeStreamOptions = { startAtOperationTime: before(first.operationTime) }
  let isFresh = false
  let current: { stream: ChangeStream; giveUp: (error: Error) => void } | null = null
  let silences = 0
  let renewedAt = monotonic()

  const hear = (event: StreamEvent): void => {
    const meaning = meaningOf(event)
    if (meaning === null) return
    if (meaning === 'lost') tellOfLoss({ payload })
    else if (meaning === 'ended') throw Object.assign(new Error('The database was dropped'), { code: 280 })
    else if ('changed' in meaning) tellOfChanges({ payload, changed: [meaning.changed] })
    else {
      const asOf = pulse.heard(meaning.beat)
      silences = 0
      if (asOf !== undefined) onProof({ asOf })
    }
  }
  /** Follows one stream until it fails, is given up, or all is over. */
  const follow = (): Promise<never> => {
    const stream = watch(streamPipeline(pulse.id), start)
    return new Promise<never>((_done, giveUp) => {
      current = { stream, giveUp }
      signal.addEventListener('abort', () => giveUp(new Error('over')), { once: true })
      // The driver resumes by itself once, and closes what it followed meanwhile: only an error is an end.
      stream.on('error', giveUp)
      stream.on('resumeTokenChanged', (token: ResumeToken) => { start = { resumeAfter: token } })
      stream.on('change', (event) => {
        try {
          hear(event as unknown as StreamEvent)
          start = { resumeAfter: event._id }
        } catch (error) {
          giveUp(error as Error)
        }
      })
    }).finally(() => {
      current = null
      stream.removeAllListeners()
      // A stream that is being closed may still fail, and nobody is to hear of it.
      stream.on('error', () => undefined)
      // Not awaited: a connection that is stuck answers no farewell.
      stream.close().catch(() => undefined)
    })
  }
  const beginAnew = async (): Promise<void> => {
    start = { startAtOperationTime: (await greet(mongoDb(payload))).operationTime }
    tellOfLoss({ payload })
    isFresh = false
  }
  const following = (async () => {
    while (!signal.aborted) {
      try {
        if (isFresh) await beginAnew()
        await follow()
      } catch (error) {
        if (signal.aborted) return
        isFresh ||= HISTORY_LOST.has((error as { code?: unknown }).code) || silences > RESUMPTIONS
        payload.logger.warn({ err: error, msg: isFresh ? 'The history of published changes is lost: what is kept of them is dropped and following begins anew' : 'The stream of published changes was interrupted and is taken up again' })
        await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined)
      }
    }
  })()
  const endReign = watchReign({
    client: mongoDb(payload).client,
    first: reign(first.primary ?? '', first.electionId),
    onChange: () => {
      payload.logger.warn({ msg: 'The database has a new primary: what is kept of published changes is dropped' })
      tellOfLoss({ payload })
    },
  })
  await pulse.prepare().catch((error: unknown) => payload.logger.warn({ err: error, msg: 'The index that forgets pulses of ended processes could not be made' }))

  return {
    read: pulse.read,
    beat: async () => {
      if (pulse.isUnheard(SILENT_MS) && monotonic() - renewedAt > SILENT_MS) {
        renewedAt = monotonic()
        silences += 1
        current?.giveUp(new Error('A pulse did not come back in the stream of changes'))
      }
      await pulse.beat()
    },
    stop: async () => {
      ending.abort()
      endReign()
      await following
      await pulse.remove().catch(() => undefined)
    },
  }
}
