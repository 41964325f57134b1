import type { BaseDatabaseAdapter, CollectionBeforeOperationHook, CollectionSlug, FindOneArgs, GlobalBeforeOperationHook, Payload, PayloadRequest } from 'payload'
import { transactionState } from '../transaction-state.ts'
import type { DocumentChains } from './document-chains.ts'

type Args = { id?: number | string; data?: Record<string, unknown> }

/**
 * `custom.savesWith` of a collection: the field that names the document which every save of one of its own writes too. Such
 * saves wait in that document's chain.
 */
export type SavesWith = { collection: string; field: string }

const companionOf = async ({ args, slug, savesWith: { collection, field }, payload }: { args: Args; slug: string; savesWith: SavesWith; payload: Payload }): Promise<string | undefined> => {
  // Outside the transaction: its first read must come after the waiting.
  const stored = args.id === undefined ? null : await payload.db.findOne<Record<string, unknown> & { id: string }>({ collection: slug as CollectionSlug, where: { id: { equals: args.id } } })
  const named = args.data?.[field] ?? stored?.[field]
  return typeof named === 'string' ? `${collection}/${named}` : undefined
}

/** Which document an operation is going to write, as far as its arguments say. */
const documentOf = async ({ operation, args, slug, payload }: { operation: string; args: Args; slug: string; payload: Payload }): Promise<string | undefined> => {
  if (args.id === undefined) return undefined
  if (operation === 'update' || operation === 'updateByID' || operation === 'delete' || operation === 'deleteByID') return `${slug}/${args.id}`
  if (operation !== 'restoreVersion') return undefined
  // Outside the transaction: its first read must come after the waiting.
  const { docs } = await payload.db.findVersions({ collection: slug as CollectionSlug, where: { id: { equals: args.id } }, limit: 1, pagination: false, select: { parent: true } })
  const parent = docs[0]?.parent
  return parent === undefined ? undefined : `${slug}/${parent}`
}

/** Only the operation that began the transaction waits: a nested one holds a chain already, and two could wait for each other. */
const wait = async ({ payload, req, chains, find }: { payload: Payload; req: Partial<PayloadRequest>; chains: DocumentChains; find: () => Promise<string | undefined> }): Promise<void> => {
  const transaction = transactionState(payload).transactions.get(String((await req.transactionID) ?? ''))
  if (!transaction || transaction.entered || transaction.ended) return
  transaction.entered = true
  const key = await find()
  if (key !== undefined) {
    const release = await chains.acquire(key)
    // It may have run out of time while it waited.
    if (transaction.ended) release()
    else transaction.onEnd.push(release)
  }
  // Payload validates relations in parallel: without this the second read could reach the server before the one that begins the transaction, and
  // "no such transaction" would be told as a relation that does not exist. After the waiting, since it takes the snapshot.
  if (!transaction.ended) await transaction.start?.()
}

const writes: ReadonlySet<string> = new Set(['create', 'update', 'updateByID', 'delete', 'deleteByID'])

/** Makes every save, deletion and restoration of a document by its id, and every save of a global, wait in that document's chain. */
export const chainSaves = ({ payload, chains }: { payload: Payload; chains: DocumentChains }): void => {
  for (const { config } of Object.values(payload.collections)) {
    const hook: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
      // It writes the account outside its transaction before it saves it inside: a snapshot taken now would be older than that.
      if (operation === 'forgotPassword') return
      const savesWith = writes.has(operation) ? (config.custom?.savesWith as SavesWith | undefined) : undefined
      const find = () => (savesWith
        ? companionOf({ args: args as Args, slug: config.slug, savesWith, payload })
        : documentOf({ operation, args: args as Args, slug: config.slug, payload }))
      await wait({ payload, req, chains, find })
    }
    config.hooks.beforeOperation.unshift(hook)
  }
  for (const config of payload.globals.config) {
    const hook: GlobalBeforeOperationHook = async ({ operation, req }) => {
      if (operation === 'update') await wait({ payload, req, chains, find: () => Promise.resolve(`globals/${config.slug}`) })
    }
    config.hooks.beforeOperation = [hook, ...(config.hooks.beforeOperation ?? [])]
  }
}

/**
 * The same for logins. They name no document when they begin; the first thing in their transaction is to read the account by its id,
 * and the account is what they write.
 */
export const chainLogins = ({ db, chains }: { db: BaseDatabaseAdapter; chains: DocumentChains }): void => {
  const { payload } = db
  const methods = db as unknown as { findOne: (args: FindOneArgs) => Promise<unknown> }
  const findOne = methods.findOne.bind(db)
  methods.findOne = async (args) => {
    const { collection, where, req } = args
    const id = (where?.['id'] as { equals?: unknown } | undefined)?.equals
    if (req && id !== undefined && payload.collections[collection]?.config.auth) {
      await wait({ payload, req, chains, find: () => Promise.resolve(`${collection}/${String(id)}`) })
    }
    return findOne(args)
  }
}
