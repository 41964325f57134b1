import { deepCopyObjectSimple, type JsonObject, type Payload, type PayloadRequest } from 'payload'
import { currentTransaction, transactionState } from '../transaction-state.ts'
import { replayOnWriteConflict } from '../write-conflict.ts'

const operations = ['create', 'update', 'delete', 'duplicate', 'restoreVersion', 'updateGlobal', 'restoreGlobalVersion', 'login', 'forgotPassword', 'resetPassword', 'unlock', 'verifyEmail'] as const
const TRIES = 16

type Options = { data?: JsonObject; file?: unknown; filePath?: string; req?: PayloadRequest }
type Operation = (options: Options) => Promise<unknown>

const hasFile = ({ file, filePath, req }: Options): boolean => Boolean(file ?? filePath ?? req?.file)

/**
 * Repeats a write of the Local API that began its own transaction and met another process or an equal unique value.
 * A write inside a caller's transaction cannot be repeated alone, one with a file would store it twice: both fail with the conflict.
 */
export const retryLocalApi = (payload: Payload): void => {
  const state = transactionState(payload)
  const methods = payload as unknown as Record<string, Operation>
  for (const name of operations) {
    const original = (methods[name] as Operation).bind(payload)
    methods[name] = async (options) => {
      if ((await options.req?.transactionID) || currentTransaction(state) || hasFile(options)) return original(options)
      const context = { ...options.req?.context }
      const { result } = await replayOnWriteConflict({
        tries: TRIES,
        attempt: () => {
          if (options.req) options.req.context = { ...context }
          return original({ ...options, ...(options.data ? { data: deepCopyObjectSimple(options.data) } : {}) })
        },
      })
      return result
    }
  }
}
