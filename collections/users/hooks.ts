import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'
import { conflictUnlessAlone } from '../../src/db/conflict-unless-alone.ts'
import { say } from '../shared/label.ts'

const MIN_PASSWORD_LENGTH = 12

/** Refuses passwords that are too short to withstand guessing. */
export const requireStrongPassword: CollectionBeforeValidateHook = ({ data, req }) => {
  const password: unknown = data?.['password']
  if (password === undefined || password === null || (typeof password === 'string' && password.length >= MIN_PASSWORD_LENGTH)) return data
  throw new ValidationError({
    collection: 'users',
    errors: [{ path: 'password', message: say({ req, vi: `Mật khẩu phải có ít nhất ${MIN_PASSWORD_LENGTH} ký tự.`, en: `A password has at least ${MIN_PASSWORD_LENGTH} characters.` }) }],
  }, req.t)
}

const isAdministrator = (doc: { roles?: unknown } | undefined): boolean => Array.isArray(doc?.roles) && doc.roles.includes('administrator')

const othersRemain = async ({ id, req }: { id: unknown; req: PayloadRequest }): Promise<boolean> => {
  // Two administrators who demote each other at once would each still see the other.
  await conflictUnlessAlone({ req, name: 'administrators' })
  const { docs } = await req.payload.db.find({
    collection: 'users',
    where: { and: [{ roles: { in: ['administrator'] } }, { id: { not_equals: id } }] },
    limit: 1, pagination: false, req,
  })
  return docs.length > 0
}

const lastOne = {
  vi: 'Phải luôn còn ít nhất một quản trị viên: hãy trao quyền cho người khác trước.',
  en: 'There is always at least one administrator: make somebody else one first.',
}

/** Keeps the last administrator from losing the role. */
export const keepAnAdministrator: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !isAdministrator(originalDoc) || isAdministrator(data) || (await othersRemain({ id: originalDoc.id, req }))) return data
  throw new ValidationError({ collection: 'users', errors: [{ path: 'roles', message: say({ req, ...lastOne }) }] }, req.t)
}

/** Keeps the last administrator from being deleted. */
export const keepAnAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.db.findOne<{ id: string; roles?: unknown }>({ collection: 'users', where: { id: { equals: id } }, req })
  if (!user || !isAdministrator(user) || (await othersRemain({ id, req }))) return
  throw new APIError(say({ req, ...lastOne }), 409, undefined, true)
}
