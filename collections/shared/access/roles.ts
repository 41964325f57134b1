import { options } from '../label.ts'

/** The roles of the staff, from the most to the least powerful. One person may hold several. */
export const roleOptions = options({
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  'editor-in-chief': { vi: 'Tổng biên tập', en: 'Editor-in-chief' },
  secretary: { vi: 'Thư ký tòa soạn', en: 'Desk secretary' },
  editor: { vi: 'Biên tập viên', en: 'Editor' },
  reporter: { vi: 'Phóng viên', en: 'Reporter' },
  curator: { vi: 'Phụ trách sản phẩm OCOP', en: 'OCOP product curator' },
})

export type Role = (typeof roleOptions)[number]['value']

export const allRoles: readonly Role[] = roleOptions.map(({ value }) => value)

/** What access rules need to know of the person who asks. */
export interface StaffMember {
  id: string
  roles: readonly Role[]
}

/** The member of the staff behind a request, or null: an anonymous visitor, or a user of another auth collection. */
export const staffMember = (user: unknown): StaffMember | null => {
  const candidate = user as { id?: unknown; collection?: unknown; roles?: unknown } | null | undefined
  if (!candidate || candidate.collection !== 'users' || candidate.id == null) return null
  const roles = Array.isArray(candidate.roles) ? allRoles.filter((role) => (candidate.roles as unknown[]).includes(role)) : []
  return { id: String(candidate.id), roles }
}

export const hasRole = (user: unknown, ...roles: readonly Role[]): boolean =>
  staffMember(user)?.roles.some((role) => roles.includes(role)) ?? false
