const grouped = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0, signDisplay: 'negative' })

/**
 * An amount in đồng as Vietnamese papers print it: `45.000 ₫`. The đồng has no smaller unit (ISO 4217 gives it none), so
 * fractions are rounded.
 * @throws RangeError when the amount is not a finite number.
 */
export const formatVnd = (amount: number): string => {
  if (!Number.isFinite(amount)) throw new RangeError(`${amount} is not an amount in đồng`)
  return `${grouped.format(amount)} ₫`
}
