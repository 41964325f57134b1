import type { CollectionConfig, Field } from 'payload'
import { accessTo } from './access/predicates.ts'
import type { GuardedCollection } from './access/permissions.ts'
import { topLevelFields } from './fields/find-fields.ts'
import type { SlugSource } from './fields/slug-field.ts'
import { foldSearch } from './hooks/fold-search.ts'
import { guardPublication } from './hooks/guard-publication.ts'
import { normalizeText } from './hooks/normalize-text.ts'
import { refuseWhenReferenced } from './hooks/refuse-when-referenced.ts'
import { rememberWrite } from './hooks/remember-write.ts'
import { settleSlug } from './hooks/settle-slug.ts'

type Definition = Omit<CollectionConfig, 'slug' | 'timestamps' | 'graphQL' | 'versions'> & {
  slug: GuardedCollection
  /** Stated everywhere: `false`, or `draftVersions`. */
  versions: NonNullable<CollectionConfig['versions']>
  labels: NonNullable<CollectionConfig['labels']>
  /** The few fields that a reference to such a document brings along. */
  defaultPopulate: NonNullable<CollectionConfig['defaultPopulate']>
  admin: NonNullable<CollectionConfig['admin']> & { group: unknown; useAsTitle: string; defaultColumns: string[]; listSearchableFields: string[] }
}

const slugSourceOf = (fields: readonly Field[]): SlugSource | undefined => {
  const field = topLevelFields(fields).find((candidate) => typeof candidate.custom?.['slugOf'] === 'function')
  return field?.custom as SlugSource | undefined
}

/**
 * A collection of the content model: what it says itself, plus what all of them share. Access comes from the table of
 * permissions (single functions can be overridden), texts are brought into NFC, searches fold accents, slugs settle, publishing
 * needs its right, and nothing that others name is deleted. Its own hooks run after the shared ones.
 */
export const defineCollection = ({ access, hooks, admin, ...definition }: Definition): CollectionConfig => {
  const drafts = typeof definition.versions === 'object' && Boolean(definition.versions.drafts)
  const slug = slugSourceOf(definition.fields)
  const remembers = topLevelFields(definition.fields).some((field) => 'name' in field && field.name === 'formerSlugs')
  return {
    ...definition,
    timestamps: true,
    graphQL: false,
    access: { ...accessTo(definition.slug), ...access },
    admin: { enableRichTextLink: false, enableRichTextRelationship: false, pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] }, ...admin },
    hooks: {
      ...hooks,
      beforeOperation: [rememberWrite, foldSearch, ...(hooks?.beforeOperation ?? [])],
      beforeValidate: [normalizeText, ...(hooks?.beforeValidate ?? [])],
      beforeChange: [
        ...(drafts ? [guardPublication] : []),
        ...(slug ? [settleSlug({ slugOf: slug.slugOf, drafts, remembers })] : []),
        ...(hooks?.beforeChange ?? []),
      ],
      beforeDelete: [refuseWhenReferenced, ...(hooks?.beforeDelete ?? [])],
    },
  }
}
