import { formatDay } from '../text/format-day.ts'
import { authorityNames, citeCriteria } from './cite-criteria.ts'
import { type AuthorityLevel, type CriteriaVersion, criteriaVersion, criteriaVersionIds, criteriaVersions, type Stars } from './criteria-versions.ts'
import { addDays, addMonths, type Day, isDay } from './day.ts'
import { bandOf, describeBand, isInBand, starsForScore } from './score-bands.ts'

/** A certificate as somebody states it: anything may still be missing or wrong. */
export type CertificateClaim = {
  stars?: number | null
  score?: number | null
  kind?: string | null
  issuedDay?: string | null
  lastDay?: string | null
  extendedUntil?: string | null
  extensionReason?: string | null
  criteriaVersion?: string | null
  authorityLevel?: string | null
  withdrawal?: { day?: string | null; reason?: string | null } | null
}

export type CertificateProblemCode =
  | 'day-malformed'
  | 'version-unknown'
  | 'version-not-yet-in-force'
  | 'stars-not-certified'
  | 'score-outside-band'
  | 'authority-not-competent'
  | 'last-day-before-first'
  | 'last-day-beyond-term'
  | 'extension-without-reason'
  | 'extension-not-after-end'
  | 'extension-not-allowed'
  | 'extension-too-long'
  | 'withdrawal-without-day'
  | 'withdrawal-before-issue'
  | 'issued-before-previous'
  | 'upgrade-not-higher'

/** What is wrong with a certificate, at which field (dotted path), said so that the person who typed it can act on it. */
export type CertificateProblem = {
  field: string
  code: CertificateProblemCode
  message: { vi: string; en: string }
}

/** What the rules work on: the claim with its version looked up; a day that is missing or malformed is null. */
type Facts = Omit<CertificateClaim, 'issuedDay' | 'lastDay' | 'extendedUntil'> & {
  issuedDay: Day | null
  lastDay: Day | null
  extendedUntil: Day | null
  withdrawalDay: Day | null
  version: CriteriaVersion | undefined
  previous: CertificateClaim | undefined
}

type Rule = (facts: Facts) => CertificateProblem | false | '' | null | undefined

const problem = (field: string, code: CertificateProblemCode, vi: string, en: string): CertificateProblem =>
  ({ field, code, message: { vi, en } })

const number = (value: number) => ({ vi: String(value).replace('.', ','), en: String(value) })

const isCertified = (stars: number | null | undefined): stars is Stars => stars === 3 || stars === 4 || stars === 5

const versionKnown: Rule = ({ criteriaVersion: id, version }) =>
  id && !version && problem('criteriaVersion', 'version-unknown',
    `Không có bộ tiêu chí “${id}”. Các bộ tiêu chí hiện có: ${criteriaVersionIds.join(', ')}.`,
    `There is no criteria version "${id}". Known versions: ${criteriaVersionIds.join(', ')}.`)

// Only the beginning counts: files lodged under an older version are decided by it after its end.
const versionInForce: Rule = ({ version, issuedDay }) => {
  if (!version || !issuedDay || issuedDay >= version.validFrom) return null
  const cited = citeCriteria(version)
  return problem('criteriaVersion', 'version-not-yet-in-force',
    `${cited.vi} có hiệu lực từ ngày ${formatDay(version.validFrom)}, không thể áp dụng cho giấy chứng nhận cấp ngày ${formatDay(issuedDay)}.`,
    `${cited.en} is in force from ${version.validFrom}; it cannot apply to a certificate issued on ${issuedDay}.`)
}

const starsCertified: Rule = ({ stars, version = criteriaVersions.at(-1) }) => {
  if (stars == null || isCertified(stars) || !version) return null
  const cited = citeCriteria(version)
  return problem('stars', 'stars-not-certified',
    `Giấy chứng nhận chỉ cấp cho sản phẩm đạt 3, 4 hoặc 5 sao (${cited.vi}); “${number(stars).vi} sao” không được cấp giấy chứng nhận.`,
    `A certificate is given for 3, 4 or 5 stars only (${cited.en}); there is none for ${stars} stars.`)
}

const scoreInBand: Rule = ({ score, stars, version }) => {
  if (score == null || !version || !isCertified(stars)) return null
  const band = bandOf({ version, stars })
  if (!band || isInBand({ band, score })) return null
  const [range, cited, worth, shown] = [describeBand(band), citeCriteria(version), starsForScore({ version, score }), number(score)]
  return problem('score', 'score-outside-band',
    `Điểm ${shown.vi} nằm ngoài khung điểm hạng ${stars} sao (${range.vi} điểm) theo ${cited.vi}; ${worth ? `mức điểm này ứng với hạng ${worth} sao` : 'điểm phải từ 0 đến 100'}.`,
    `A score of ${shown.en} is outside the band for ${stars} stars (${range.en} points) of ${cited.en}; ${worth ? `it is worth ${worth} ${worth === 1 ? 'star' : 'stars'}` : 'scores run from 0 to 100'}.`)
}

const authorityCompetent: Rule = ({ authorityLevel, stars, version }) => {
  if (!authorityLevel || !version || !isCertified(stars)) return null
  const competent = version.authority[`${stars}`]
  if (authorityLevel === competent) return null
  const [cited, stated, right] = [citeCriteria(version), authorityNames[authorityLevel as AuthorityLevel], authorityNames[competent]]
  return problem('authorityLevel', 'authority-not-competent',
    `Theo ${cited.vi}, sản phẩm ${stars} sao do ${right.vi} công nhận, không phải ${stated?.vi ?? `“${authorityLevel}”`}. Hãy kiểm tra lại cấp công nhận, hạng sao hoặc bộ tiêu chí.`,
    `By ${cited.en}, ${stars} stars are recognised by the ${right.en}, not by the ${stated?.en ?? `"${authorityLevel}"`}. Check the level, the stars or the criteria version.`)
}

const lastDayNotBeforeFirst: Rule = ({ issuedDay, lastDay }) =>
  issuedDay && lastDay && lastDay < issuedDay && problem('lastDay', 'last-day-before-first',
    `Ngày hết hạn ${formatDay(lastDay)} sớm hơn ngày cấp ${formatDay(issuedDay)}.`,
    `The last day ${lastDay} is before the day of issue ${issuedDay}.`)

// An earlier day is recorded as issued (some authorities print a shorter term): it can hide stars, never show false ones.
const lastDayWithinTerm: Rule = ({ issuedDay, lastDay, version }) => {
  if (!issuedDay || !lastDay || !version) return null
  const { certificateMonths: months } = version
  const end = addMonths(issuedDay, months)
  if (lastDay <= end) return null
  const cited = citeCriteria(version)
  return problem('lastDay', 'last-day-beyond-term',
    `Giấy chứng nhận có thời hạn ${months} tháng kể từ ngày cấp (${cited.vi}), tức đến hết ngày ${formatDay(end)}; ngày ${formatDay(lastDay)} vượt quá thời hạn này. Nếu được kéo dài hiệu lực, hãy ghi vào mục gia hạn.`,
    `A certificate is valid for ${months} months from its issue (${cited.en}), that is through ${end}; ${lastDay} is beyond that. A prolonged validity is recorded as an extension.`)
}

const extensionReasoned: Rule = ({ extendedUntil, extensionReason }) =>
  extendedUntil && !extensionReason?.trim() && problem('extensionReason', 'extension-without-reason',
    'Kéo dài hiệu lực giấy chứng nhận phải ghi rõ lý do.',
    'An extension needs its reason.')

const extensionWithinRules: Rule = ({ extendedUntil, lastDay }) => {
  if (!extendedUntil || !lastDay) return null
  if (extendedUntil <= lastDay) return problem('extendedUntil', 'extension-not-after-end',
    `Ngày gia hạn ${formatDay(extendedUntil)} phải sau ngày hết hạn ${formatDay(lastDay)}.`,
    `The extension to ${extendedUntil} must end after the last day ${lastDay}.`)

  // What counts is the law at the certificate's end, not the version it was granted by (26/2026/QĐ-TTg art. 12(3)).
  const extending = criteriaVersions.filter(({ extension }) => extension)
  const version = extending.findLast(({ extension }) => extension && lastDay >= extension.forEndsFrom)
  if (!version?.extension) {
    const first = extending[0]
    return first?.extension && problem('extendedUntil', 'extension-not-allowed',
      `${citeCriteria(first).vi} chỉ cho kéo dài hiệu lực những giấy chứng nhận hết hạn từ ngày ${formatDay(first.extension.forEndsFrom)} trở đi; giấy này hết hạn ngày ${formatDay(lastDay)}.`,
      `${citeCriteria(first).en} allows an extension only to certificates that end on ${first.extension.forEndsFrom} or later; this one ends on ${lastDay}.`)
  }
  const { maxDays, article } = version.extension
  const latest = addDays(lastDay, maxDays)
  return extendedUntil > latest && problem('extendedUntil', 'extension-too-long',
    `Hiệu lực chỉ được kéo dài không quá ${maxDays} ngày kể từ ngày hết hạn (Điều ${article} ${citeCriteria(version).vi}), tức muộn nhất là ngày ${formatDay(latest)}.`,
    `Validity may be extended by at most ${maxDays} days past the end (art. ${article}, ${citeCriteria(version).en}): to ${latest} at the latest.`)
}

const withdrawalDated: Rule = ({ withdrawal }) =>
  withdrawal?.reason?.trim() && !withdrawal.day && problem('withdrawal.day', 'withdrawal-without-day',
    'Việc thu hồi phải ghi ngày: từ ngày đó giấy chứng nhận không còn hiệu lực.',
    'A withdrawal needs its day: from that day the certificate is no longer in force.')

const withdrawalAfterIssue: Rule = ({ withdrawalDay, issuedDay }) =>
  withdrawalDay && issuedDay && withdrawalDay < issuedDay && problem('withdrawal.day', 'withdrawal-before-issue',
    `Ngày thu hồi ${formatDay(withdrawalDay)} sớm hơn ngày cấp ${formatDay(issuedDay)}.`,
    `The withdrawal on ${withdrawalDay} is before the day of issue ${issuedDay}.`)

const issuedAfterPrevious: Rule = ({ issuedDay, previous }) =>
  issuedDay && isDay(previous?.issuedDay) && issuedDay < previous.issuedDay && problem('issuedDay', 'issued-before-previous',
    `Giấy chứng nhận cấp ngày ${formatDay(issuedDay)} không thể thay cho giấy cấp sau đó, ngày ${formatDay(previous.issuedDay)}.`,
    `A certificate issued on ${issuedDay} cannot supersede one issued later, on ${previous.issuedDay}.`)

const upgradeHigher: Rule = ({ kind, stars, previous }) =>
  kind === 'upgraded' && stars != null && previous?.stars != null && stars <= previous.stars && problem('kind', 'upgrade-not-higher',
    `“Nâng hạng” phải đạt số sao cao hơn giấy chứng nhận trước (${previous.stars} sao), không phải ${stars} sao.`,
    `An upgrade has more stars than the certificate before (${previous.stars}), not ${stars}.`)

const rules: readonly Rule[] = [
  versionKnown, versionInForce, starsCertified, scoreInBand, authorityCompetent, lastDayNotBeforeFirst, lastDayWithinTerm,
  extensionReasoned, extensionWithinRules, withdrawalDated, withdrawalAfterIssue, issuedAfterPrevious, upgradeHigher,
]

/**
 * Everything that is wrong with a certificate, by the recorded version of the criteria (1048, 148, 1489, 26/2026/QĐ-TTg);
 * an empty list when nothing is. A rule whose facts are missing is silent: that a field is required is the form's affair.
 * `previous` is the certificate that this one supersedes.
 */
export const certificateProblems = (certificate: CertificateClaim, previous?: CertificateClaim | null): CertificateProblem[] => {
  const days = {
    issuedDay: certificate.issuedDay,
    lastDay: certificate.lastDay,
    extendedUntil: certificate.extendedUntil,
    'withdrawal.day': certificate.withdrawal?.day,
  }
  const malformed = Object.entries(days)
    .filter(([, day]) => day && !isDay(day))
    .map(([field, day]) => problem(field, 'day-malformed',
      `“${day}” không phải là một ngày có thật viết theo dạng năm-tháng-ngày (2026-05-22).`,
      `"${day}" is not a day of the calendar in the form 2026-05-22.`))
  const known = (day: string | null | undefined): Day | null => (isDay(day) ? day : null)

  const facts: Facts = {
    ...certificate,
    issuedDay: known(days.issuedDay),
    lastDay: known(days.lastDay),
    extendedUntil: known(days.extendedUntil),
    withdrawalDay: known(days['withdrawal.day']),
    version: criteriaVersion(certificate.criteriaVersion ?? ''),
    previous: previous ?? undefined,
  }
  return [...malformed, ...rules.flatMap((rule) => rule(facts) || [])]
}
