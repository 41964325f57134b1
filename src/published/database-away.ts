const mongo = /^Mongo(Network|NetworkTimeout|ServerSelection|NotConnected|PoolCleared|PoolClosed|PoolClearedOnNetwork|OperationTimeout|WaitQueueTimeout|TopologyClosed|ServerClosed|ClientClosed|Expired\w*)Error$/
const sqlite = /^SQLITE_(CANTOPEN|IOERR|NOTADB|BUSY|PROTOCOL)/
// A primary that is stepping down, or a node that is shutting down: another answers soon.
const electing = new Set([91, 189, 10107, 11600, 11602, 13435, 13436])

/** Whether a read failed because the database is not there at the moment, and not because of what was read. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  const { name, code } = error as { name?: unknown; code?: unknown }
  return mongo.test(String(name)) || sqlite.test(String(code)) || (typeof code === 'number' && electing.has(code))
}
