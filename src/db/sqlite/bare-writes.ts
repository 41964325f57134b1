import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { currentTransaction, type TransactionState } from '../transaction-state.ts'

const writes = [
  'create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert', 'updateJobs',
  'createVersion', 'updateVersion', 'deleteVersions',
  'createGlobal', 'updateGlobal', 'createGlobalVersion', 'updateGlobalVersion',
] as const satisfies ReadonlyArray<keyof BaseDatabaseAdapter>

type WriteArgs = { req?: Partial<PayloadRequest> }
type Write = (this: BaseDatabaseAdapter, args: WriteArgs) => Promise<unknown>

// By prototype, not by spreading: what the request computes on access stays with the request.
const within = ({ args, id }: { args: WriteArgs; id: string }): WriteArgs => ({
  ...args,
  req: Object.assign(Object.create(args.req ?? null) as Partial<PayloadRequest>, { transactionID: id }),
})

/**
 * Leads the writes that Payload makes without a transaction (sessions, preferences, document locks, key-value, jobs)
 * through the queue, each in a transaction of its own. Inside an open transaction of the same flow they join it:
 * Payload's forgotten password does so, and would wait for itself otherwise.
 */
export const wrapBareWrites = ({ db, state }: { db: BaseDatabaseAdapter; state: TransactionState }): void => {
  const methods = db as unknown as Record<string, Write>
  for (const name of writes) {
    const original = methods[name] as Write
    methods[name] = async (args) => {
      if (await args?.req?.transactionID) return original.call(db, args)
      const outer = currentTransaction(state)
      if (outer) return original.call(db, within({ args, id: outer.id }))
      return state.current.run({ id: '' }, async () => {
        const id = (await db.beginTransaction()) as string
        try {
          const result = await original.call(db, within({ args, id }))
          await db.commitTransaction(id)
          return result
        } catch (error) {
          await db.rollbackTransaction(id)
          throw error
        }
      })
    }
  }
}
