import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { AsPlainObject } from 'minisearch'
import { createDocuments } from './documents.ts'
import { createEngine, type Engine } from './engine.ts'
import { searchKinds } from './kinds.ts'
import { createPostings } from './postings.ts'
import { createThings } from './things.ts'
import { createVocabulary } from './vocabulary.ts'

/** Raise it with every change of what stands in the file or of how texts are taken apart. */
const FORMAT = 1

/** What a file was made from; one of anything else is of no use. */
export interface IndexOrigin {
  /** The mark of the database. */
  database: string
  projectionVersion: number
}

/** Up to which change of the store the index knows everything. */
export type Reached = { since: number }

type Head = IndexOrigin & Reached & { format: number; documents: number; terms: number; index: Omit<AsPlainObject, 'index'> }
type Terms = AsPlainObject['index']
type DocumentLine = [ref: string, title: string, kind: number, stars: number, starsThrough: string | null, from: number, until: number, refs: string[]]

/** Lines hold a part each, so that no text grows beyond what a string can be. */
const TERMS_PER_LINE = 500
const DOCUMENTS_PER_LINE = 500

const batches = function* <T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

const dayOf = (number: number): string | null => (number === 0 ? null : String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))

const documentLines = function* ({ parts: { documents, things } }: Engine): Generator<DocumentLine> {
  for (let slot = 0; slot < documents.size(); slot += 1) {
    const { title, kind, stars, starsThrough, from, until, things: numbers } = documents.recordAt(slot)
    yield [documents.refAt(slot), title, kind, stars, dayOf(starsThrough), from, until, numbers.map((number) => things.at(number).ref)]
  }
}

/**
 * Saves the index beside its place and then puts it there, so that a file is whole or absent.
 * @throws Error when the folder cannot be written.
 */
export const saveIndex = async ({ engine, file, origin, since }: { engine: Engine; file: string; origin: IndexOrigin; since: number }): Promise<void> => {
  const { index: terms, ...index } = engine.parts.postings.save()
  const documents = [...documentLines(engine)]
  const head: Head = { format: FORMAT, ...origin, since, documents: documents.length, terms: terms.length, index }
  const beside = `${file}.${process.pid}.new`
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.write(`${JSON.stringify(head)}\n`)
    for (const batch of batches(documents, DOCUMENTS_PER_LINE)) await handle.write(`${JSON.stringify(batch)}\n`)
    for (const batch of batches(terms, TERMS_PER_LINE)) await handle.write(`${JSON.stringify(batch)}\n`)
    await handle.sync()
    await handle.close()
    await rename(beside, file)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
}

const isOf = (head: Partial<Head> | null, { database, projectionVersion }: IndexOrigin): head is Head =>
  head?.format === FORMAT && head.database === database && head.projectionVersion === projectionVersion

/** How often a term stands in documents, all its fields together. */
const countIn = ([, fields]: Terms[number]): number => Object.values(fields).reduce((sum, of) => sum + Object.keys(of).length, 0)

/**
 * Reads a saved index. Null when there is none; one that is broken, of another form, of another database or made by other projections is
 * removed. The names of things are not in it: they are to be put again.
 */
export const loadIndex = async ({ file, origin }: { file: string; origin: IndexOrigin }): Promise<{ engine: Engine; since: number } | null> => {
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })[Symbol.asyncIterator]()
    const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value as string)
    const head = (await next()) as Partial<Head> | null
    if (!isOf(head, origin)) throw new Error('The saved index is not of this database or version')
    const [documents, things, vocabulary] = [createDocuments(), createThings(), createVocabulary()]
    while (documents.size() < head.documents) {
      for (const [ref, title, kind, stars, starsThrough, from, until, refs] of (await next()) as DocumentLine[]) {
        const document = { ref, title, kind: searchKinds[kind] ?? 'article', stars, starsThrough, from, until, refs }
        documents.put({ slot: documents.slotOf(ref), document, numbers: refs.map(things.numberOf) })
      }
    }
    const terms: Terms = []
    while (terms.length < head.terms) terms.push(...((await next()) as Terms))
    for (const term of terms) if (!term[0].includes(':')) vocabulary.add(term[0], countIn(term))
    const postings = createPostings({ ...head.index, index: terms })
    return { engine: createEngine({ documents, postings, things, vocabulary }), since: head.since }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') await rm(file, { force: true }).catch(() => undefined)
    return null
  }
}
