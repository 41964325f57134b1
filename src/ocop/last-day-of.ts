import { criteriaVersion as versionOf } from './criteria-versions.ts'
import { addMonths, type Day } from './day.ts'

/**
 * The last day of a certificate, inclusive: the same day 36 calendar months after the decision, or the last day of that
 * month (26/2026/QĐ-TTg art. 4(3); the same in 148/QĐ-TTg and 1048/QĐ-TTg).
 * @throws RangeError when the version of the criteria is unknown.
 */
export const lastDayOf = (issuedDay: Day, criteriaVersion: string): Day => {
  const version = versionOf(criteriaVersion)
  if (!version) throw new RangeError(`There is no version "${criteriaVersion}" of the OCOP criteria`)
  return addMonths(issuedDay, version.certificateMonths)
}
