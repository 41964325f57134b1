import type { AuthorityLevel, CriteriaVersion } from './criteria-versions.ts'

/** The levels of authorities in words. */
export const authorityNames: Readonly<Record<AuthorityLevel, { vi: string; en: string }>> = {
  district: { vi: 'cấp huyện', en: 'district' },
  province: { vi: 'cấp tỉnh', en: 'province' },
  centre: { vi: 'cấp trung ương', en: 'centre (the ministry)' },
}

/** A version of the criteria by its decisions: `Quyết định 148/QĐ-TTg (sửa đổi bởi 1489/QĐ-TTg)`. */
export const citeCriteria = ({ documents: [first, ...amendments] }: CriteriaVersion): { vi: string; en: string } => {
  const list = amendments.join(', ')
  return {
    vi: `Quyết định ${first}${list && ` (sửa đổi bởi ${list})`}`,
    en: `Decision ${first}${list && ` (amended by ${list})`}`,
  }
}
