import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { collectionPermissions, type CollectionOperation, globalPermissions, type Grant, type GlobalOperation, type GuardedCollection, type GuardedGlobal, type Permissions, type Scope } from './permissions.ts'
import { hasRole, type StaffMember, staffMember } from './roles.ts'

type Answer = boolean | Where

const madeBy = ({ id }: StaffMember): Where => ({ createdBy: { equals: id } })
const published: Where = { _status: { equals: 'published' } }
const unpublished: Where = { _status: { not_equals: 'published' } }
const neverPublished: Where = { firstPublishedAt: { equals: null } }

/** What each scope means as a condition on stored documents; `true` is every document. */
const reach: Readonly<Record<Scope, (person: StaffMember) => true | Where>> = {
  all: () => true,
  self: ({ id }) => ({ id: { equals: id } }),
  own: madeBy,
  ownUnpublished: (person) => ({ and: [madeBy(person), unpublished] }),
  ownNeverPublished: (person) => ({ and: [madeBy(person), unpublished, neverPublished] }),
  ownOrPublished: (person) => ({ or: [madeBy(person), published] }),
}

/** The documents that a person reaches by an operation: all, none, or those that meet a condition. Several roles add up. */
const granted = ({ grant, user }: { grant: Grant | undefined; user: unknown }): Answer => {
  const person = staffMember(user)
  if (!person || !grant) return false
  const scopes = [...new Set(person.roles.flatMap((role) => grant[role] ?? []))]
  if (scopes.includes('all')) return true
  const conditions = scopes.map((scope) => reach[scope](person)).filter((condition): condition is Where => condition !== true)
  if (conditions.length < 2) return conditions[0] ?? false
  return { or: conditions }
}

// Versions keep the document under `version`.
const ofVersions = (condition: Where): Where =>
  Object.fromEntries(
    Object.entries(condition).map(([key, value]) =>
      key === 'and' || key === 'or' ? [key, (value as Where[]).map(ofVersions)] : [`version.${key}`, value],
    ),
  )

const collectionGrant = (collection: GuardedCollection, operation: CollectionOperation): Grant | undefined => {
  const permissions: Permissions<CollectionOperation> = collectionPermissions[collection]
  return permissions[operation]
}

const collectionAccess = (collection: GuardedCollection, operation: CollectionOperation): Access =>
  ({ req }) => granted({ grant: collectionGrant(collection, operation), user: req.user })

/** Whether the person may put documents of the collection before the public, change what stands there and take it away. */
export const mayPublish = ({ collection, user }: { collection: GuardedCollection; user: unknown }): boolean =>
  granted({ grant: collectionGrant(collection, 'publish'), user }) === true

const publishes = (data: unknown): boolean => (data as { _status?: unknown } | undefined)?._status === 'published'

// The admin asks with the status it would send, and shows the button for publishing by the answer.
const unlessPublishing = (collection: GuardedCollection, access: Access): Access => (args) =>
  (publishes(args.data) && !mayPublish({ collection, user: args.req.user }) ? false : access(args))

/** The access functions of a collection, one for every operation Payload knows, from the table of permissions. */
export const accessTo = (collection: GuardedCollection) => ({
  admin: ({ req }: { req: PayloadRequest }) => staffMember(req.user) !== null,
  create: unlessPublishing(collection, collectionAccess(collection, 'create')),
  read: collectionAccess(collection, 'read'),
  update: unlessPublishing(collection, collectionAccess(collection, 'update')),
  delete: collectionAccess(collection, 'delete'),
  readVersions: (({ req }) => {
    const answer = granted({ grant: collectionGrant(collection, 'readVersions'), user: req.user })
    return typeof answer === 'object' ? ofVersions(answer) : answer
  }) satisfies Access,
  unlock: collectionAccess(collection, 'unlock'),
})

const globalAccess = (slug: GuardedGlobal, operation: GlobalOperation): Access =>
  ({ req }) => granted({ grant: (globalPermissions[slug] as Permissions<GlobalOperation>)[operation], user: req.user })

/** The access functions of a global, from the table of permissions. */
export const accessToGlobal = (slug: GuardedGlobal) => ({
  read: globalAccess(slug, 'read'),
  update: globalAccess(slug, 'update'),
  readVersions: globalAccess(slug, 'readVersions'),
})

const nobody = () => false

/** For what no request may touch: only hooks and the program itself write it, by the Local API without access. */
export const deniedToAll = { admin: nobody, create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody }

/** Field access: derived values that requests can read and never write. */
export const derivedOnly: { create: FieldAccess; update: FieldAccess } = { create: nobody, update: nobody }

/** Field access: what only an administrator may set. */
export const administrator: FieldAccess = ({ req }) => hasRole(req.user, 'administrator')

/** Field access: any member of the staff. */
export const staff: FieldAccess = ({ req }) => staffMember(req.user) !== null

/** Field access: those who may publish documents of the collection. */
export const publisher = (collection: GuardedCollection): FieldAccess => ({ req }) => mayPublish({ collection, user: req.user })
