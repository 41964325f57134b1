/** Rates and ratios as the benchmark reports them: pure, so that a test can hold them. */

/** The value in the middle of the sorted list; of an even number the mean of the two in the middle. NaN of nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return NaN
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** The smallest value that at least this share (0 to 1) of the values does not exceed. NaN of nothing. */
export const percentile = (values: ArrayLike<number>, share: number): number => {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return NaN
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number
}

export interface Spread { median: number; min: number; max: number }

export const spreadOf = (values: readonly number[]): Spread => ({ median: median(values), min: values.length > 0 ? Math.min(...values) : NaN, max: values.length > 0 ? Math.max(...values) : NaN })

/** What was asked one after the other, so that both met the same machine. */
export interface Pair { ours: number; theirs: number }

/** Ours divided by theirs in each pair: what else the machine did at that time is in both. */
export const ratios = (pairs: readonly Pair[]): number[] => pairs.map(({ ours, theirs }) => ours / theirs)

/** A mark that has to be reached. */
export type Mark = { atLeast: number } | { atMost: number }

export const reaches = (value: number, mark: Mark): boolean => ('atLeast' in mark ? value >= mark.atLeast : value <= mark.atMost)
