/** The record of a retraction on an article; without `at` the article is not retracted. */
export interface Retraction {
  at?: string | null
  reason?: string | null
  liftedReason?: string | null
}

export interface RecordProblem {
  path: string
  vi: string
  en: string
}

/** What forbids changing the retraction record from one state to another, or null. Published again without a reason it would be a prohibited act. */
export const retractionProblem = ({ before, after, mayLift }: { before: Retraction | null; after: Retraction | null; mayLift: boolean }): RecordProblem | null => {
  if (after?.at && !after.reason) return { path: 'retraction.reason', vi: 'Hãy chọn lý do gỡ bài.', en: 'Choose the reason of the retraction.' }
  if (!before?.at || after?.at) return null
  if (!mayLift) return { path: 'retraction.at', vi: 'Chỉ tổng biên tập hoặc quản trị viên được đăng lại bài đã gỡ.', en: 'Only the editor-in-chief or an administrator may put a retracted article back.' }
  if (!after?.liftedReason?.trim()) return { path: 'retraction.liftedReason', vi: 'Hãy nêu lý do đăng lại bài đã gỡ.', en: 'Say why the retracted article is put back.' }
  return null
}
