/** The shortest word, in letters without marks, in which a typo is forgiven. */
export const TYPO_LENGTH_MIN = 5

/** The end of what two words have in common from here on. */
const commonEnd = ({ a, b, from }: { a: string; b: string; from: number }): number => {
  let at = from
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

/** Whether one word becomes the other by one typo: a letter wrong, missing or too many, or two neighbours in each other's place. Equal words have none. */
export const isOneTypo = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || short === long) return false
  const at = commonEnd({ a: short, b: long, from: 0 })
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** Typos between two words, counted up to two; more is Infinity. For proposals, where a guess is allowed. */
export const typosBetween = (a: string, b: string): number => {
  if (a === b) return 0
  if (isOneTypo(a, b)) return 1
  if (Math.abs(a.length - b.length) > 2) return Infinity
  // Levenshtein over two rows.
  let before = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  const distance = before[b.length] ?? Infinity
  return distance <= 2 ? distance : Infinity
}
