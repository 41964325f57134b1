import type { Day } from '../../src/ocop/day.ts'
import { toSlug } from '../../src/text/to-slug.ts'

// The register of units begins in 2019; what is older is known from then on.
const REGISTER_BEGINS = '2019'

/** Form of a key: a slug of the name, for communes with the code, and the first year in which the register knows the unit. */
export const unitKeyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*-\d{4}$/

/**
 * The identity proposed for a unit: `thai-nguyen-2025`, `tan-tien-02155-2025`. Names of communes repeat, so their code
 * stands in it. Once given it never changes, whatever happens to name and code.
 */
export const unitKey = ({ name, code, level, validFrom }: { name: string; code?: string | null; level?: string | null; validFrom?: Day | null }): string =>
  [toSlug(name), level === 'commune' ? code : null, validFrom?.slice(0, 4) ?? REGISTER_BEGINS].filter(Boolean).join('-')
