import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { now } from '../../../src/clock.ts'
import { toSlug } from '../../../src/text/to-slug.ts'
import type { SlugSource } from '../fields/slug-field.ts'

type FormerSlug = { id?: string; slug?: string; changedAt?: string }
type Slugged = { id: string; slug?: string | null; firstPublishedAt?: string | null; formerSlugs?: FormerSlug[] | null }

const MAX_ATTEMPTS = 200

/** The first of `base`, `base-2`, `base-3` … that no other document of the collection has. */
const freeSlug = async ({ base, collection, id, req }: { base: string; collection: CollectionSlug; id?: string; req: PayloadRequest }): Promise<string> => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`
    const { docs } = await req.payload.db.find({
      collection,
      where: { and: [{ slug: { equals: slug } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
      limit: 1, pagination: false, req,
    })
    if (docs.length === 0) return slug
  }
  throw new Error(`${MAX_ATTEMPTS} documents of ${collection} share the slug ${base}`)
}

const isAutomatic = (slug: string, base: string): boolean =>
  base !== '' && (slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1))))

const formerSlugsOf = ({ main, latest, slug }: { main: Slugged | null; latest: Slugged | undefined; slug: string }): FormerSlug[] => {
  const known = [...(main?.formerSlugs ?? []), ...(latest?.formerSlugs ?? [])]
  const left = main?.firstPublishedAt && main.slug && main.slug !== slug ? [{ slug: main.slug, changedAt: now().toISOString() }] : []
  const bySlug = new Map<string, FormerSlug>()
  for (const former of [...known, ...left]) if (former.slug && !bySlug.has(former.slug)) bySlug.set(former.slug, former)
  // Whoever returns to an old slug stands there again: it is no longer a former one.
  bySlug.delete(slug)
  return [...bySlug.values()]
}

/**
 * Settles the slug of a document whose collection has a `slugField`, and remembers the slug that a published document leaves.
 * What was made automatically is recognised by comparing it with the text it was made of: no switch has to be stored.
 */
export const settleSlug = ({ slugOf, drafts, remembers }: { slugOf: SlugSource['slugOf']; drafts: boolean; remembers: boolean }): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, collection, context, req }) => {
    const before = operation === 'update' ? (originalDoc as Slugged | undefined) : undefined
    const typed = typeof data.slug === 'string' ? data.slug.trim() : ''
    const settled = async (): Promise<string | null> => {
      if (before?.slug && context['isRestoringVersion']) return before.slug
      if (typed && typed !== before?.slug) return typed
      if (before?.slug && (!drafts || before.firstPublishedAt)) return before.slug
      const automatic = toSlug(slugOf({ ...originalDoc, ...data }))
      if (before?.slug && !isAutomatic(before.slug, toSlug(slugOf(originalDoc)))) return before.slug
      if (!automatic) return before?.slug ?? null
      if (before?.slug && isAutomatic(before.slug, automatic)) return before.slug
      return freeSlug({ base: automatic, collection: collection.slug as CollectionSlug, id: before?.id, req })
    }
    const slug = await settled()
    // Absent, not null: on MongoDB two nulls would collide in the unique index.
    if (slug) data.slug = slug
    else delete data.slug

    if (remembers && slug && operation === 'update') {
      const main = await req.payload.db.findOne<Slugged>({ collection: collection.slug, where: { id: { equals: before?.id } }, req })
      data.formerSlugs = data._status === 'published' ? formerSlugsOf({ main, latest: before, slug }) : (before?.formerSlugs ?? main?.formerSlugs ?? [])
    }
    return data
  }
