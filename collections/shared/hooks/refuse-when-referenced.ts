import { APIError, type CollectionBeforeDeleteHook, type PayloadRequest, type Where } from 'payload'
import { say } from '../label.ts'
import { type Reference, referencesTo } from '../references.ts'

const MAX_NAMED = 5

const text = (value: unknown, language: string): string => {
  if (typeof value === 'string') return value
  const texts = (value ?? {}) as Record<string, string>
  return texts[language] ?? texts['vi'] ?? ''
}

const condition = ({ reference, collection, id }: { reference: Reference; collection: string; id: string }): Where => {
  const names: Where = reference.polymorphic
    ? { and: [{ [`${reference.path}.value`]: { equals: id } }, { [`${reference.path}.relationTo`]: { equals: collection } }] }
    : { [reference.path]: { equals: id } }
  return reference.collection === collection ? { and: [names, { id: { not_equals: id } }] } : names
}

const usersOf = async ({ collection, id, req }: { collection: string; id: string; req: PayloadRequest }): Promise<string[]> => {
  const language = req.i18n?.language ?? 'vi'
  const found = new Map<string, string>()
  for (const reference of referencesTo({ payload: req.payload, collection })) {
    if (found.size > MAX_NAMED) break
    const { docs } = await req.payload.db.find<Record<string, unknown> & { id: string }>({
      collection: reference.collection, where: condition({ reference, collection, id }), limit: MAX_NAMED + 1, pagination: false, req,
    })
    const config = req.payload.collections[reference.collection]?.config
    for (const doc of docs) {
      const key = `${reference.collection}:${doc.id}`
      if (found.has(key)) continue
      const title = doc[config?.admin.useAsTitle ?? 'id'] ?? doc.id
      found.set(key, `${text(config?.labels.singular, language)} “${String(title)}” (${text(reference.label, language)})`)
    }
  }
  for (const { slug, label } of req.payload.config.globals) {
    if (found.size > MAX_NAMED) break
    const global: unknown = await req.payload.db.findGlobal({ slug, req })
    // Ids are unique over all collections: a global that holds this one names the document.
    if (JSON.stringify(global ?? {}).includes(`"${id}"`)) found.set(`global:${slug}`, text(label, language))
  }
  return [...found.values()]
}

/**
 * Refuses to delete a document that others name, and says which. A front end would meet a hole, and on SQLite the database
 * would empty the reference in the other document without any of its hooks.
 */
export const refuseWhenReferenced: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const users = await usersOf({ collection: collection.slug, id: String(id), req })
  if (users.length === 0) return
  const named = users.slice(0, MAX_NAMED).join('; ')
  const more = users.length > MAX_NAMED
  throw new APIError(
    say({
      req,
      vi: `Không xóa được vì đang được dùng ở: ${named}${more ? '; và những nơi khác' : ''}. Hãy gỡ ở đó trước.`,
      en: `It cannot be deleted, it is used in: ${named}${more ? '; and elsewhere' : ''}. Take it out there first.`,
    }),
    409, undefined, true,
  )
}
