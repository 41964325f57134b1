/** The parts of a product code, as issued: codes of that time, with their leading zeros. */
export type ProductCode = {
  province: string
  /** Null in codes issued since 26/2026/QĐ-TTg: districts are no more. */
  district: string | null
  commune: string
  /** The number that the commune (before: the district) gave. */
  serial: string
  year: number
}

const pattern = /^(?<province>\d{2})-(?:(?<district>\d{3})-)?(?<commune>\d{5})-(?<serial>\d+)-(?<year>(?:19|20)\d{2})$/

/**
 * Reads an OCOP product code: `<province>-<commune>-<serial>-<year>` (26/2026/QĐ-TTg, codes of 19/2025/QĐ-TTg) or, before,
 * `<province>-<district>-<commune>-<serial>-<year>` such as `83-832-28882-2-2022`. Null when it is neither.
 */
export const parseProductCode = (code: string): ProductCode | null => {
  const parts = pattern.exec(code.trim())?.groups
  if (!parts) return null
  const { province = '', district = null, commune = '', serial = '', year } = parts
  return { province, district, commune, serial, year: Number(year) }
}
