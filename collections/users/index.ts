import { administrator } from '../shared/access/predicates.ts'
import { roleOptions } from '../shared/access/roles.ts'
import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { collectionLabels, label } from '../shared/label.ts'
import { env } from '../../src/env.ts'
import { keepAnAdministrator, keepAnAdministratorOnDelete, requireStrongPassword } from './hooks.ts'

const MINUTES_MS = 60_000

export const users = defineCollection({
  slug: 'users',
  labels: collectionLabels({ vi: 'Tài khoản', en: ['User', 'Users'] }),
  versions: false,
  // Whatever a session carries is read at every request of the staff: no relations, nothing large.
  auth: {
    depth: 0,
    tokenExpiration: 2 * 60 * 60,
    useSessions: true,
    maxLoginAttempts: 5,
    lockTime: 10 * MINUTES_MS,
    cookies: { sameSite: 'Lax', secure: env.secureCookies },
  },
  defaultPopulate: { name: true },
  admin: {
    group: adminGroups.system,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    description: label({ vi: 'Người làm việc trong tòa soạn. Quyền hạn theo vai trò; một người có thể giữ nhiều vai trò.', en: 'The people of the newsroom. Their roles say what they may do; one person can hold several.' }),
  },
  hooks: {
    beforeValidate: [requireStrongPassword],
    beforeChange: [keepAnAdministrator],
    beforeDelete: [keepAnAdministratorOnDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: label({ vi: 'Họ và tên', en: 'Name' }) },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: roleOptions,
      label: label({ vi: 'Vai trò', en: 'Roles' }),
      access: { create: administrator, update: administrator },
      admin: {
        description: label({
          vi: 'Phóng viên viết và sửa bài của mình; biên tập viên sửa mọi bài; thư ký và tổng biên tập xuất bản; phụ trách OCOP xuất bản sản phẩm.',
          en: 'Reporters write and edit their own articles, editors edit all, secretaries and the editor-in-chief publish, curators publish products.',
        }),
      },
    },
  ],
})
