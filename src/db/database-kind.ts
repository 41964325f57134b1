import type { Payload } from 'payload'

export type DatabaseKind = 'sqlite' | 'mongodb'

/** Which database a Payload instance works with. */
export const databaseKind = (payload: Payload): DatabaseKind => (payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite')
