import { type CertificateKind, certificateKinds } from './certificate.ts'

/** What certificates can be counted by. */
export const tallyDimensions = ['stars', 'kind', 'group', 'province'] as const

export type TallyDimension = (typeof tallyDimensions)[number]

/** A certificate as far as counting goes; `group` and `province` are any key of the product's group and province. */
export type Countable = {
  stars: number
  kind: CertificateKind
  group?: string | null
  province?: string | null
}

/** One line of a count: the values of the dimensions asked for (null: not known) and how many certificates have them. */
export type TallyRow = { [D in TallyDimension]?: Countable[D] | null } & { count: number }

type Value = string | number | null

// How the lines of each dimension are ordered: most stars first, kinds as listed, the others by key, unknown last.
const rank: Record<TallyDimension, (value: Value) => Value> = {
  stars: (value) => -Number(value),
  kind: (value) => certificateKinds.findIndex((kind) => kind === value),
  group: (value) => value,
  province: (value) => value,
}

const compareValues = (a: Value, b: Value): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/**
 * Counts certificates by one dimension or by several together: `by: ['stars', 'kind']` tells 39 new three-star products
 * from 16 re-recognised ones. Lines with nothing to count are left out. Select first, with `issuedIn` or `standingOn`.
 */
export const tallyCertificates = ({ certificates, by }: {
  certificates: readonly Countable[]
  by: TallyDimension | readonly TallyDimension[]
}): TallyRow[] => {
  const dimensions = [by].flat() as TallyDimension[]
  const rows = new Map<string, TallyRow>()
  for (const certificate of certificates) {
    const values = dimensions.map((dimension) => certificate[dimension] ?? null)
    const key = JSON.stringify(values)
    const row = rows.get(key) ?? { ...Object.fromEntries(dimensions.map((dimension, n) => [dimension, values[n]])), count: 0 }
    row.count += 1
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) =>
    dimensions
      .map((dimension) => compareValues(rank[dimension](a[dimension] ?? null), rank[dimension](b[dimension] ?? null)))
      .find((order) => order !== 0) ?? 0)
}
