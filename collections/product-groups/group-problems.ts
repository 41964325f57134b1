import type { Problem } from '../shared/problem.ts'

export type GroupLevel = 'group' | 'set' | 'leaf'

/**
 * The classifications of OCOP products, the one in force first, with what stands above each of their levels: Annex I of
 * 26/2026/QĐ-TTg (the same tree as 148/QĐ-TTg), and the one of 1048/QĐ-TTg with 781/QĐ-TTg, which has no sets.
 */
export const classifications = {
  '26-2026': { above: { group: null, set: 'group', leaf: 'set' }, inForce: true },
  '1048-2019': { above: { group: null, leaf: 'group' }, inForce: false },
} as const satisfies Record<string, { above: Partial<Record<GroupLevel, GroupLevel | null>>; inForce: boolean }>

export type ClassificationId = keyof typeof classifications

/** A part of a classification as far as its place goes. */
export interface Group {
  id?: string
  name?: string | null
  level?: string | null
  classification?: string | null
}

const levelNames: Readonly<Record<string, { vi: string; en: string }>> = {
  group: { vi: 'ngành', en: 'a group' },
  set: { vi: 'nhóm', en: 'a set' },
  leaf: { vi: 'phân nhóm', en: 'a leaf' },
}

/** Whether products are classified by this part: a leaf of the classification in force. */
export const takesProducts = ({ level, classification }: Group): boolean =>
  level === 'leaf' && (classifications[classification as ClassificationId]?.inForce ?? false)

/** Everything that is wrong with the place of a part in its classification; `mapsTo` are the parts that an older one became. */
export const groupProblems = ({ group, parent, mapsTo = [] }: { group: Group; parent: Group | null; mapsTo?: readonly Group[] }): Problem[] => {
  const classification = classifications[group.classification as ClassificationId]
  if (!classification || !group.level) return []
  const above: Partial<Record<string, GroupLevel | null>> = classification.above
  const wanted = above[group.level]
  const problems: Problem[] = []

  if (wanted === undefined) {
    problems.push({ path: 'level', message: { vi: 'Phân loại cũ chỉ có ngành và phân nhóm, không có nhóm.', en: 'The older classification has groups and leaves only, no sets.' } })
  } else if (wanted === null) {
    if (parent) problems.push({ path: 'parent', message: { vi: 'Ngành là cấp cao nhất, không có cấp trên.', en: 'A group is the highest level: it has nothing above it.' } })
  } else if (parent?.level !== wanted) {
    const [own, right] = [levelNames[group.level], levelNames[wanted]]
    problems.push({ path: 'parent', message: { vi: `Cấp trên của ${own?.vi} phải là một ${right?.vi}.`, en: `Above ${own?.en} stands ${right?.en}.` } })
  } else if (parent.classification !== group.classification) {
    problems.push({ path: 'parent', message: { vi: `“${parent.name}” thuộc bộ phân loại khác.`, en: `"${parent.name}" belongs to another classification.` } })
  }

  if (classification.inForce && mapsTo.length > 0) {
    problems.push({ path: 'mapsTo', message: { vi: 'Chỉ phân loại cũ mới cần ghi phần tương ứng trong phân loại hiện hành.', en: 'Only a part of the older classification has something it became.' } })
  }
  const wrong = mapsTo.find((target) => !classifications[target.classification as ClassificationId]?.inForce || target.level !== group.level)
  if (!classification.inForce && wrong) {
    problems.push({
      path: 'mapsTo',
      message: { vi: `“${wrong.name}” không phải là ${levelNames[group.level]?.vi} của phân loại hiện hành.`, en: `"${wrong.name}" is not ${levelNames[group.level]?.en} of the classification in force.` },
    })
  }
  return problems
}
