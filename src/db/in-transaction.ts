import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { transactionState } from './transaction-state.ts'

/**
 * Does some work in one transaction of its own: all of it is written, or nothing. Inside, every call passes the `req` it is given.
 * With a `req` whose transaction is open, the work joins that one.
 * @throws what the work throws, after rolling back; an error of the commit.
 */
export const inTransaction = async <T>({ payload, req: given, work }: {
  payload: Payload
  req?: PayloadRequest
  work: (req: PayloadRequest) => Promise<T>
}): Promise<T> => {
  const joined = given && (await given.transactionID)
  if (given && joined) return work(given)
  const state = transactionState(payload)
  // A flow of its own, so that the caller's later transactions are not taken for nested ones.
  return state.current.run(state.current.getStore() ?? { id: '' }, async () => {
    const req = given ?? (await createLocalReq({}, payload))
    await initTransaction(req)
    try {
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
}
