import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest } from 'payload'

type Session = { id: string; createdAt?: Date | string; expiresAt: Date | string }
type WriteArgs = { collection: CollectionSlug; id?: number | string; data: { sessions?: Session[] }; req?: Partial<PayloadRequest> }

const time = (at: Date | string | undefined): number => new Date(at ?? 0).getTime()

/** What an account's sessions become when a login adds one to those it had read: no session that was added meanwhile is lost. */
export const mergeSessions = ({ stored, written }: { stored: readonly Session[]; written: readonly Session[] }): readonly Session[] => {
  const known = new Set(stored.map(({ id }) => id))
  const added = written.filter(({ id }) => !known.has(id))
  const [first] = added
  // Nothing new: a logout or a renewal, which mean what they say.
  if (!first) return written
  return [...stored.filter(({ expiresAt }) => time(expiresAt) > time(first.createdAt)), ...added]
}

/**
 * Keeps every session of an account that logs in several times at once. Payload reads the account, compares the password (which
 * takes a while, outside the transaction) and writes back what it had read with one session more.
 */
export const keepSessions = (db: BaseDatabaseAdapter): void => {
  const methods = db as unknown as { updateOne: (args: WriteArgs) => Promise<unknown> }
  const updateOne = methods.updateOne.bind(db)
  methods.updateOne = async (args) => {
    const { collection, id, data, req } = args
    const written = data?.sessions
    if (id === undefined || !Array.isArray(written) || !db.payload.collections[collection]?.config.auth) return updateOne(args)
    const account = await db.findOne<{ id: string; sessions?: Session[] }>({ collection, where: { id: { equals: id } }, ...(req ? { req } : {}) })
    return updateOne({ ...args, data: { ...data, sessions: [...mergeSessions({ stored: account?.sessions ?? [], written })] } })
  }
}
