import type { Reader } from '../read/reader.ts'

/** What the resolvers of one operation share: one reader, so that what several ask for is read once, at one moment. */
export type Context = { reader: Reader }
