import type { CollectionSlug, Field, Payload, SanitizedCollectionConfig } from 'payload'

/** A field through which documents of one collection name documents of another. */
export interface Reference {
  /** Whose documents have the field. */
  collection: CollectionSlug
  path: string
  /** The label of the field, for messages. */
  label: unknown
  /** The field can name several collections; then the condition is on its `value`. */
  polymorphic: boolean
}

const joined = (path: string, name: string): string => (path ? `${path}.${name}` : name)

/** Every relation and upload in a tree of fields, with its path. `custom.weakReference` exempts one: its target may go. */
const relationsIn = ({ fields, path }: { fields: readonly Field[]; path: string }): { path: string; to: string | string[]; label: unknown }[] =>
  fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload') {
      return field.custom?.['weakReference'] ? [] : [{ path: joined(path, field.name), to: field.relationTo, label: field.label }]
    }
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => relationsIn({ fields: tab.fields, path: 'name' in tab && tab.name ? joined(path, tab.name) : path }))
    if (field.type === 'blocks') return field.blocks.flatMap((block) => relationsIn({ fields: block.fields, path: joined(path, field.name) }))
    if (field.type === 'array') return relationsIn({ fields: field.fields, path: joined(path, field.name) })
    if (field.type === 'group') return relationsIn({ fields: field.fields, path: 'name' in field && field.name ? joined(path, field.name) : path })
    if (field.type === 'row' || field.type === 'collapsible') return relationsIn({ fields: field.fields, path })
    return []
  })

const referencesOf = (collection: SanitizedCollectionConfig): (Reference & { to: string[] })[] =>
  relationsIn({ fields: collection.fields, path: '' }).map(({ path, to, label }) => ({
    collection: collection.slug as CollectionSlug, path, label, polymorphic: Array.isArray(to), to: Array.isArray(to) ? to : [to],
  }))

const known = new WeakMap<Payload, Map<string, Reference[]>>()

/** The fields through which anything in the content model can name documents of a collection, read off the model itself. */
export const referencesTo = ({ payload, collection }: { payload: Payload; collection: string }): Reference[] => {
  const table = known.get(payload) ?? new Map<string, Reference[]>()
  known.set(payload, table)
  const found = table.get(collection) ?? payload.config.collections
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .flatMap(referencesOf)
    .filter(({ to }) => to.includes(collection))
  table.set(collection, found)
  return found
}
