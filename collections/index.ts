import { counters } from './counters/index.ts'
import { users } from './users/index.ts'

/** The content model, in the order of the admin's menu. */
export const collections = [users, counters]
