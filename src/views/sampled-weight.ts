/**
 * How many times one view counts when only a part of them is counted, drawn anew for each: 0 for most, and for the others so much that
 * the expected sum is the true number. Whole, so that sums stay exact: 1 / 0.3 counts three times or, one time in three, four times.
 * `rate` is above 0 and at most 1; `random` gives numbers from 0 up to 1.
 */
export const sampledWeight = ({ rate, random }: { rate: number; random: () => number }): number => {
  if (rate >= 1) return 1
  if (random() >= rate) return 0
  const weight = 1 / rate
  const whole = Math.floor(weight)
  return whole + (random() < weight - whole ? 1 : 0)
}
