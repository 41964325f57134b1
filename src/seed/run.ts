import type { Payload, PayloadRequest, Where } from 'payload'
import { inTransaction } from '../db/in-transaction.ts'
import { asSystem } from '../db/local-api.ts'
import type { Day } from '../ocop/index.ts'
import type { DrawnFile } from './drawings/render.ts'

/** Where progress is told to: a line per message. */
export type Progress = { readonly info: (message: string) => void }

/** What every step of the seed works with. */
export type SeedRun = {
  readonly payload: Payload
  /** The Hanoi day and the instant that relative dates count from; an interrupted seeding keeps those of its beginning. */
  readonly seedingDay: Day
  readonly nowMs: number
  /** Ids of what is there already, by collection and natural key. */
  readonly ids: Map<string, string>
  /** Tells how far it is. */
  readonly progress: (message: string) => Promise<void>
}

type Document = Readonly<Record<string, unknown>> & { readonly id: string }

/** One document that the seed wants to be there. */
export type Wanted = {
  readonly collection: string
  /** Natural key, unique in the collection; other steps ask for the document by it. */
  readonly key: string
  /** Finds the document when an interrupted seeding has made it already. */
  readonly where: Where
  readonly data: Readonly<Record<string, unknown>>
  /** Draws the file of an upload; asked for only when the document has to be made. */
  readonly file?: () => Promise<DrawnFile>
}

type Calls = {
  find: (options: { collection: string; where: Where; limit: number }) => Promise<{ docs: Document[] }>
  create: (options: { collection: string; data: object; file?: DrawnFile; overwriteExistingFiles?: boolean }) => Promise<Document>
}

// The seed writes every collection by one function, which the types per collection cannot describe.
const calls = (req: PayloadRequest): Calls => asSystem(req) as unknown as Calls

/** The id of something made before. @throws Error when it was not. */
export const idOf = ({ run, collection, key }: { run: SeedRun; collection: string; key: string }): string => {
  const id = run.ids.get(`${collection}:${key}`)
  if (!id) throw new Error(`The seed has made no “${key}” in ${collection}`)
  return id
}

/** Makes the document unless it is there, and remembers its id. Its validation and hooks are those of any other save. */
const ensure = async ({ run, req, wanted }: { run: SeedRun; req: PayloadRequest; wanted: Wanted }): Promise<void> => {
  const { collection, key, where, data, file } = wanted
  const { docs: [known] } = await calls(req).find({ collection, where, limit: 1 })
  const document = known ?? await calls(req).create({ collection, data, ...(file ? { file: await file(), overwriteExistingFiles: true } : {}) })
  run.ids.set(`${collection}:${key}`, document.id)
}

/** The fields that a validation error names. */
const detail = (error: unknown): string => {
  const errors = (error as { data?: { errors?: readonly { path?: string; message?: string }[] } }).data?.errors
  return errors ? ` (${errors.map(({ path, message }) => `${path}: ${message}`).join('; ')})` : ''
}

const ensureOrExplain = async (options: Parameters<typeof ensure>[0]): Promise<void> => {
  try {
    await ensure(options)
  } catch (error) {
    const { collection, key } = options.wanted
    throw new Error(`The seed could not make “${key}” in ${collection}: ${error instanceof Error ? error.message : String(error)}${detail(error)}`, { cause: error })
  }
}

const TELL_EVERY = 10

/**
 * Makes documents in order, some in one transaction, and tells how far it is. What is wanted is computed when its turn comes,
 * for it may name documents made just before.
 * @throws Error naming the document that was refused, with the reason as cause.
 */
export const ensureAll = async ({ run, title, wanted, perTransaction = 20 }: { run: SeedRun; title: string; wanted: readonly (() => Wanted)[]; perTransaction?: number }): Promise<void> => {
  for (let start = 0; start < wanted.length; start += perTransaction) {
    const batch = wanted.slice(start, start + perTransaction)
    await inTransaction({
      payload: run.payload,
      work: async (req) => {
        for (const make of batch) await ensureOrExplain({ run, req, wanted: make() })
      },
    })
    const done = start + batch.length
    if (done % TELL_EVERY < perTransaction || done === wanted.length) await run.progress(`${title} ${done}/${wanted.length} …`)
  }
}
