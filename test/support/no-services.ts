import type { Services } from '../../src/api/read/services.ts'
import { noSearch } from '../../src/search/not-ready.ts'
import { nothingRead } from '../../src/views/most-read.ts'

/** For readers of a test that has nothing beside the store. */
export const noServices: Services = { mostRead: nothingRead, search: noSearch, changeLog: { wait: async () => undefined, read: async ({ after }) => ({ changes: [], last: after, isWhole: true }) } }
