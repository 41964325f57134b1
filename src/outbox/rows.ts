import type { Payload } from 'payload'
import { databaseKind } from '../db/database-kind.ts'
import { mongoOutboxRows } from './mongo-rows.ts'
import type { OutboxRows } from './row.ts'
import { sqliteOutboxRows } from './sqlite-rows.ts'

/** The outbox of a Payload instance. */
export const outboxRowsOf = (payload: Payload): OutboxRows => (databaseKind(payload) === 'sqlite' ? sqliteOutboxRows(payload) : mongoOutboxRows(payload))
