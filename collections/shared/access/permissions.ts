import { allRoles, type Role } from './roles.ts'

/**
 * Which documents of a collection a role reaches by an operation.
 * `all`: every one. `own`: those the person made. `self`: the person's own account.
 */
export type Scope = 'all' | 'own' | 'ownUnpublished' | 'ownNeverPublished' | 'ownOrPublished' | 'self'

export type CollectionOperation = 'create' | 'read' | 'update' | 'delete' | 'publish' | 'readVersions' | 'unlock'
export type GlobalOperation = 'read' | 'update' | 'readVersions'

/** For each role the documents it reaches; a role that is not named reaches none. */
export type Grant = Readonly<Partial<Record<Role, Scope>>>
export type Permissions<Operation extends string> = Readonly<Partial<Record<Operation, Grant>>>

const all = (...roles: readonly Role[]): Grant => Object.fromEntries(roles.map((role) => [role, 'all']))
const everyone = all(...allRoles)

/**
 * Who of the staff may do what with which documents. What is not granted here is refused, to anonymous visitors everything.
 * `publish` covers publishing, unpublishing and every change of what is public. `delete` covers the trash too.
 * docs/content-model.md shows this table to people; test/http/access holds a hand-written copy against it.
 */
export const collectionPermissions = {
  users: {
    create: all('administrator'),
    read: everyone,
    update: { administrator: 'all', 'editor-in-chief': 'self', secretary: 'self', editor: 'self', reporter: 'self', curator: 'self' },
    delete: all('administrator'),
    unlock: all('administrator'),
  },
  media: {
    create: everyone,
    read: everyone,
    update: { ...everyone, reporter: 'own' },
    delete: all('administrator', 'editor-in-chief', 'secretary', 'editor', 'curator'),
  },
  documents: {
    create: everyone,
    read: everyone,
    update: { ...everyone, reporter: 'own' },
    delete: all('administrator', 'editor-in-chief', 'secretary', 'editor', 'curator'),
  },
  authors: {
    create: all('administrator', 'editor-in-chief', 'secretary', 'editor'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary', 'editor'),
    delete: all('administrator', 'editor-in-chief', 'secretary'),
  },
  categories: {
    create: all('administrator', 'editor-in-chief', 'secretary'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary'),
    delete: all('administrator', 'editor-in-chief'),
  },
  topics: {
    create: all('administrator', 'editor-in-chief', 'secretary', 'editor'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary', 'editor'),
    delete: all('administrator', 'editor-in-chief', 'secretary'),
  },
  articles: {
    create: all('administrator', 'editor-in-chief', 'secretary', 'editor', 'reporter'),
    read: { ...everyone, reporter: 'ownOrPublished' },
    update: { ...all('administrator', 'editor-in-chief', 'secretary', 'editor'), reporter: 'ownUnpublished' },
    delete: { ...all('administrator', 'editor-in-chief', 'secretary'), editor: 'ownNeverPublished', reporter: 'ownNeverPublished' },
    publish: all('administrator', 'editor-in-chief', 'secretary'),
    readVersions: { ...all('administrator', 'editor-in-chief', 'secretary', 'editor'), reporter: 'own' },
  },
  'legal-documents': {
    create: all('administrator', 'editor-in-chief', 'secretary', 'editor', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary', 'editor', 'curator'),
    delete: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
  },
  'administrative-units': {
    create: all('administrator', 'curator'),
    read: everyone,
    update: all('administrator', 'curator'),
    delete: all('administrator'),
  },
  'product-groups': {
    create: all('administrator', 'curator'),
    read: everyone,
    update: all('administrator', 'curator'),
    delete: all('administrator'),
  },
  producers: {
    create: all('administrator', 'editor-in-chief', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'curator'),
    delete: all('administrator', 'curator'),
  },
  'partner-brands': {
    create: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    delete: all('administrator', 'editor-in-chief', 'curator'),
  },
  products: {
    create: all('administrator', 'editor-in-chief', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'curator'),
    delete: all('administrator', 'editor-in-chief', 'curator'),
    publish: all('administrator', 'editor-in-chief', 'curator'),
    readVersions: all('administrator', 'editor-in-chief', 'curator'),
  },
  certificates: {
    create: all('administrator', 'editor-in-chief', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'curator'),
    delete: all('administrator', 'curator'),
  },
  feeds: {
    create: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    delete: all('administrator', 'editor-in-chief', 'secretary'),
  },
  'partner-sites': {
    create: all('administrator', 'editor-in-chief', 'curator'),
    read: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    update: all('administrator', 'editor-in-chief', 'curator'),
    delete: all('administrator', 'editor-in-chief'),
  },
  'webhook-endpoints': {
    create: all('administrator', 'editor-in-chief', 'curator'),
    read: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
    update: all('administrator', 'editor-in-chief', 'curator'),
    delete: all('administrator', 'editor-in-chief'),
  },
  // The program writes it; sending a test or sending again asks for the right to change the receiver.
  'webhook-deliveries': {
    read: all('administrator', 'editor-in-chief', 'secretary', 'curator'),
  },
  redirects: {
    create: all('administrator', 'editor-in-chief', 'secretary'),
    read: all('administrator', 'editor-in-chief', 'secretary', 'editor'),
    update: all('administrator', 'editor-in-chief', 'secretary'),
    delete: all('administrator', 'editor-in-chief', 'secretary'),
  },
} as const satisfies Record<string, Permissions<CollectionOperation>>

export const globalPermissions = {
  'site-settings': {
    read: everyone,
    update: all('administrator', 'editor-in-chief'),
    readVersions: all('administrator', 'editor-in-chief'),
  },
  navigation: {
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary'),
    readVersions: all('administrator', 'editor-in-chief', 'secretary'),
  },
  'home-page': {
    read: everyone,
    update: all('administrator', 'editor-in-chief', 'secretary'),
    readVersions: all('administrator', 'editor-in-chief', 'secretary'),
  },
} as const satisfies Record<string, Permissions<GlobalOperation>>

export type GuardedCollection = keyof typeof collectionPermissions
export type GuardedGlobal = keyof typeof globalPermissions
