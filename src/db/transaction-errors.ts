import { APIError } from 'payload'

/** A write came after its transaction had ended: nothing of it was written. Answered 503. */
export class TransactionEndedError extends APIError {
  constructor(why: string) {
    super(
      `Chưa lưu được gì: giao dịch đã kết thúc; xin thử lại. (Nothing was saved, the transaction had ended: ${why}. Try again.)`,
      503,
      undefined,
      true,
    )
    this.name = 'TransactionEndedError'
  }
}

/** A write waited for its turn longer than allowed: nothing of it was written. Answered 503. */
export class DatabaseBusyError extends APIError {
  constructor(waitedMs: number) {
    super(
      `Hệ thống đang bận, chưa lưu được gì; xin thử lại. (The database is busy and nothing was saved after ${Math.round(waitedMs / 1000)} s. Try again.)`,
      503,
      undefined,
      true,
    )
    this.name = 'DatabaseBusyError'
  }
}

/**
 * A Local API call in a hook opened a transaction of its own while one was open: on SQLite it would wait for itself,
 * on MongoDB it would stay written when the save that surrounds it fails.
 */
export class MissingRequestError extends Error {
  constructor() {
    super('A write started inside a transaction without its req: pass `req` to the Local API call, or use asSystem(req) of src/db/local-api.ts')
    this.name = 'MissingRequestError'
  }
}

/** Code asked for the transaction of a request that has none open. */
export class NoTransactionError extends Error {
  constructor() {
    super('No transaction is open on this req: call it from a hook of a save, with the req of that save, or inside inTransaction of src/db/in-transaction.ts')
    this.name = 'NoTransactionError'
  }
}
