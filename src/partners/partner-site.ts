import type { PublishedRow } from '../published/store.ts'
import type { StoredKey } from './stored-key.ts'

/** A key as it is checked. */
export type CheckedKey = Omit<StoredKey, 'createdAt'>

/** A partner site as its keys are checked by it. */
export interface PartnerSite {
  id: string
  name: string
  origins: readonly string[]
  ratePerMinute: number
  quotaPerDay: number
  keys: readonly CheckedKey[]
}

/** The partner site that a row of the store describes. */
export const partnerSiteOf = ({ id, data }: Pick<PublishedRow, 'id' | 'data'>): PartnerSite => ({
  id,
  name: String(data['name']),
  origins: (data['origins'] ?? []) as string[],
  ratePerMinute: Number(data['ratePerMinute']),
  quotaPerDay: Number(data['quotaPerDay']),
  keys: (data['keys'] ?? []) as CheckedKey[],
})
