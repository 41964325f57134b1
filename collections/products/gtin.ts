/** Lengths a GTIN may have: GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) and GTIN-14. */
const LENGTHS: readonly number[] = [8, 12, 13, 14]

/**
 * The check digit that belongs after these digits, by the GS1 General Specifications, "Standard check digit
 * calculations": from the right the digits weigh 3, 1, 3, 1 …; the check digit fills the sum to a multiple of ten.
 */
export function gtinCheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Whether the text is a GTIN: 8, 12, 13 or 14 digits of which the last is the check digit of the others. */
export function isGtin(text: string): boolean {
  if (!/^[0-9]+$/.test(text) || !LENGTHS.includes(text.length)) return false
  return gtinCheckDigit(text.slice(0, -1)) === Number(text.at(-1))
}
