import type { CollectionConfig } from 'payload'

/**
 * Drafts as articles and products have them. Autosave no faster than 2 s, at most 50 versions. Scheduling is a date that every
 * read asks for, so Payload's own job for it stays off.
 */
export const draftVersions: NonNullable<CollectionConfig['versions']> = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 2000 }, schedulePublish: false, validate: false },
}
